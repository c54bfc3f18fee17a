import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { commandsNow } from "../../base/commands";
import { newQueryClient } from "../../base/desk";
import { FrameProvider } from "../../base/frame-state";
import { snapshot } from "../../base/test-licenses";
import { NewTransferButton, sendersOf, useNewTransfer } from "./NewTransferButton";
import { tagOf } from "./testing";

it("says of packages of two licenses that a transfer has one sender", async () => {
  const of = (license: string) => ({ license, package_id: 1, tag: tagOf(1) });
  function Button() {
    const transfer = useNewTransfer({ target: "packages", packages: [of("A"), of("B")] }, ["A", "B"], () => {});
    return transfer ? <NewTransferButton transfer={transfer} /> : null;
  }
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot());
  render(
    <QueryClientProvider client={client}>
      <FrameProvider>
        <Button />
      </FrameProvider>
    </QueryClientProvider>,
  );
  expect(commandsNow().transfer_with).toBe("A transfer has one sender: select packages of one license");
});

it("has one sender", () => {
  const of = (license: string) => ({ license, package_id: 1, tag: tagOf(1) });
  expect(sendersOf({ target: "packages", packages: [of("A"), of("A")] }, ["A", "B"])).toEqual(["A"]);
  expect(sendersOf({ target: "packages", packages: [of("A"), of("B")] }, ["A", "B"])).toEqual(["A", "B"]);
  expect(sendersOf({ target: "view", view: 2 }, ["A", "B"])).toEqual(["A", "B"]);
});
