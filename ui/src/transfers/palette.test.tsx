import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { newQueryClient } from "../app/desk";
import { commandsNow } from "../app/frame/commands";
import { DialogsProvider } from "../app/frame/dialogs-state";
import { FrameProvider } from "../app/frame/frame-state";
import { snapshot } from "../app/test-licenses";
import { testDesk } from "../platform/testing";
import { TransfersPage } from ".";
import { forgetTransfersAt } from "./at";
import { NewTransferButton, useNewTransfer } from "./NewTransferButton";
import { FakeDrafts, tagOf } from "./testing";

afterEach(forgetTransfersAt);

function draw(page: React.ReactNode) {
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot());
  render(
    <QueryClientProvider client={client}>
      <FrameProvider>
        <DialogsProvider>{page}</DialogsProvider>
      </FrameProvider>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

it("says of an open draft how much is to be fixed before it is sent, in words that stand beside a line", async () => {
  const fake = new FakeDrafts();
  fake.make({ name: "Run" });
  testDesk(fake.answers()).answer({ app_snapshot: () => snapshot() });
  const person = draw(<TransfersPage />);
  await person.click(await screen.findByRole("button", { name: "Run" }));
  await screen.findByRole("heading", { name: "Stages" });
  await waitFor(() => expect(commandsNow().send).toMatch(/^\d+ things? must be fixed first$/));
});

it("says of packages of two licenses that a transfer has one sender", async () => {
  const of = (license: string) => ({ license, package_id: 1, tag: tagOf(1) });
  const Selected = () => {
    const transfer = useNewTransfer({ target: "packages", packages: [of("A"), of("B")] }, ["A", "B"], () => {});
    return transfer && <NewTransferButton transfer={transfer} />;
  };
  draw(<Selected />);
  expect(commandsNow().transfer_with).toBe("A transfer has one sender: select packages of one license");
});
