import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { newQueryClient } from "../../base/desk";
import { FrameProvider } from "../../base/frame-state";
import { ALDER, FOOTHILL, ready, snapshot, syncStatus } from "../../base/test-licenses";
import type { CollectionSync, LicenseSync } from "../../platform";
import { testDesk } from "../../platform/testing";
import { useCount, useListCounts } from "./counts";
import { activePackages } from "./testing";

const list = (more: Partial<CollectionSync>): CollectionSync => ({
  collection: "packages_active",
  title: "Active packages",
  done: 3,
  total: 920,
  by_days: false,
  finished: true,
  skipped: null,
  failed: false,
  ...more,
});

/** What a tab counts over a list of 920, of which a search leaves 89. */
async function counted(licenses: LicenseSync[], fresh = true) {
  testDesk({
    view_open: ({ search }) => ({ view: search ? 2 : 1, rows: search ? 89 : 920, of: 920, revision: 1 }),
    view_close: () => ({ changed: true }),
    view_totals: () => ({ totals: [] }),
  });
  const model = await activePackages(licenses.map((each) => each.license));
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot({ sync: syncStatus({ licenses }) }));
  const { result } = renderHook(() => useCount({ model, failure: null, turn: 1, fresh, collection: "packages" }), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
  await waitFor(() => expect(model.state().totals).not.toBeNull());
  return { model, result };
}

it("counts what the foot counts without search and filters, not what the last look at the state read", async () => {
  const { model, result } = await counted([ready(ALDER.number, { collections: [list({ done: 3 })] })]);
  await waitFor(() => expect(result.current).toBe(920));
  act(() => model.search("blue dream"));
  await waitFor(() => expect(model.state().totals?.rows).toBe(89));
  expect(result.current).toBe(920);
});

it("counts nothing while a list is read for the first time, or where one of its licenses is left out", async () => {
  const first = { as_of: null, state: "loading" as const, collections: [list({ finished: false })] };
  expect((await counted([ready(ALDER.number, first)])).result.current).toBeNull();
  const refused = ready(FOOTHILL.number, { collections: [list({ skipped: "No permission." })] });
  expect((await counted([ready(ALDER.number), refused])).result.current).toBeNull();
});

it("counts nothing while the rows are still those of the tab before", async () => {
  expect((await counted([ready(ALDER.number)], false)).result.current).toBeNull();
});

it("counts every list of the licenses shown in one question, and again when the copy changes", async () => {
  const rows = { active: 920, on_hold: 40 };
  const desk = testDesk({
    list_counts: () => ({
      counts: [
        { collection: "packages", tab: "active", rows: rows.active },
        { collection: "packages", tab: "on_hold", rows: rows.on_hold },
        { collection: "incoming_transfers", tab: null, rows: 13 },
      ],
    }),
  });
  const client = newQueryClient();
  const refused = ready(ALDER.number, {
    collections: [list({}), list({ collection: "incoming_transfers", skipped: "No permission." })],
  });
  client.setQueryData(["snapshot"], snapshot({ sync: syncStatus({ licenses: [refused] }) }));
  const { result } = renderHook(() => useListCounts(), {
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>
        <FrameProvider>{children}</FrameProvider>
      </QueryClientProvider>
    ),
  });
  await waitFor(() => expect(result.current("packages", "on_hold")).toBe(40));
  expect(result.current("packages", "active")).toBe(920);
  expect(result.current("packages", "inactive"), "not counted").toBeNull();
  expect(result.current("incoming_transfers", null), "left out: that is no number").toBeNull();
  rows.on_hold = 39;
  act(() => desk.tell({ event: "changes", revision: 2, changes: [] }));
  await waitFor(() => expect(result.current("packages", "on_hold")).toBe(39));
});
