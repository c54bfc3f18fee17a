import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { newQueryClient } from "../../base/desk";
import { ALDER, ready, snapshot, syncStatus } from "../../base/test-licenses";
import { packagesDesk } from "../../grids/packages/testing";
import type { AppSnapshot, CollectionSync } from "../../platform";
import { App } from "../App";

beforeAll(() => {
  // jsdom lays nothing out; the grid draws its first rows without.
  Element.prototype.getAnimations ??= () => [];
});
beforeEach(() => localStorage.clear());

const NEVER = new Promise<never>(() => {});

function loading(done: number): AppSnapshot {
  const active: CollectionSync = {
    collection: "packages_active",
    title: "Active packages",
    done,
    total: null,
    by_days: false,
    finished: false,
    skipped: null,
    failed: false,
  };
  const entry = ready(ALDER.number, { state: "loading", as_of: null, collections: [active] });
  return snapshot({ sync: syncStatus({ headline: { is: "updating", percent: null }, licenses: [entry] }) });
}

function open(first: AppSnapshot) {
  const desk = packagesDesk();
  desk.answer({ app_snapshot: () => first });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  return { desk, person: userEvent.setup() };
}

it.each(["columns", "layout_get", "view_open"] as const)(
  "goes from the first window to the load's page with nothing empty between them, however long %s takes",
  async (slow) => {
    const { desk, person } = open(snapshot({ accounts: [], sync: syncStatus({ licenses: [] }) }));
    desk.answer({ demo_start: () => loading(0), [slow]: () => NEVER });
    const press = await screen.findByRole("button", { name: "Try the demo state" });
    const seen: string[] = [];
    const look = () => {
      const now = document.querySelector(".first-load") ? "load" : document.querySelector(".start") ? "start" : "empty";
      if (seen.at(-1) !== now) {
        seen.push(now);
      }
    };
    look();
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true });
    await person.click(press);
    await waitFor(() => expect(desk.requests(slow)).not.toEqual([]));
    await screen.findByRole("region", { name: "First load" });
    look();
    watch.disconnect();
    expect(seen).toEqual(["start", "load"]);
  },
);

it("says only that it is opening where there are rows to come from this computer", async () => {
  const { desk } = open(loading(20));
  desk.answer({ columns: () => NEVER });
  expect(await screen.findByText("Opening…")).toBeTruthy();
  expect(screen.queryByRole("region", { name: "First load" })).toBeNull();
});
