import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { commandsNow } from "../base/commands";
import { newQueryClient } from "../base/desk";
import { DialogsProvider } from "../base/dialogs-state";
import { FrameProvider } from "../base/frame-state";
import { snapshot } from "../base/test-licenses";
import { testDesk } from "../platform/testing";
import { TransfersPage } from ".";
import { forgetTransfersAt } from "./at";
import { FakeDrafts } from "./testing";

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
