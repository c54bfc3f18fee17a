import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { newQueryClient } from "../base/desk";
import { DialogsProvider } from "../base/dialogs-state";
import { FrameProvider } from "../base/frame-state";
import { snapshot } from "../base/test-licenses";
import { testDesk } from "../platform/testing";
import { TransfersPage } from ".";
import { forgetTransfersAt } from "./at";
import { FakeDrafts, tagOf } from "./testing";

afterEach(() => {
  forgetTransfersAt();
  localStorage.clear();
});

/** Opens Transfers where so many are on their way here. */
async function open(fake: FakeDrafts, coming: number) {
  const desk = testDesk({
    ...fake.answers(),
    app_snapshot: () => snapshot(),
    view_open: () => ({ view: 7, rows: coming, of: 9, revision: 1 }),
    view_close: () => ({ changed: true }),
  });
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot());
  render(
    <QueryClientProvider client={client}>
      <FrameProvider>
        <DialogsProvider>
          <TransfersPage />
        </DialogsProvider>
      </FrameProvider>
    </QueryClientProvider>,
  );
  return { desk, person: userEvent.setup() };
}

/** The tab that is open, by its name alone. */
const there = async () => (await screen.findByRole("tab", { selected: true })).firstChild?.textContent;

it("shows what is on its way in, where there are no drafts, and stays with what was chosen", async () => {
  const fake = new FakeDrafts();
  const { desk, person } = await open(fake, 2);
  await waitFor(async () => expect(await there()).toBe("Incoming"));
  expect(desk.requests("view_open")[0]).toMatchObject({
    collection: "incoming_transfers",
    licenses: ["C10-0000123-LIC"],
    filters: [{ column: "state", test: { op: "one_of", values: ["Registered", "In transit"] } }],
  });
  expect(localStorage.getItem("trackside.transfers.tab"), "nobody chose it").toBeNull();
  await person.click(screen.getByRole("tab", { name: /^Drafts/ }));
  expect(await screen.findByText("No drafts yet")).toBeTruthy();
  cleanup();
  forgetTransfersAt();
  await open(fake, 2);
  expect(await there()).toBe("Drafts");
});

it("shows the drafts where there is one, and where nothing comes in", async () => {
  const fake = new FakeDrafts();
  fake.make({ name: "Tuesday run" }, [tagOf(1)]);
  const { desk, person } = await open(fake, 2);
  await screen.findByRole("button", { name: "Tuesday run" });
  expect(await there()).toBe("Drafts");
  expect(desk.requests("view_open")).toEqual([]);
  // The last draft gone, one stays where one is.
  await person.click(screen.getByRole("button", { name: "Delete Tuesday run" }));
  await person.click(await screen.findByRole("button", { name: "Delete the draft" }));
  await screen.findByText("No drafts yet");
  expect(await there()).toBe("Drafts");
  cleanup();
  forgetTransfersAt();
  const none = new FakeDrafts();
  await open(none, 0);
  await screen.findByText("No drafts yet");
  expect(await there()).toBe("Drafts");
});
