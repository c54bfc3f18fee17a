import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import { newQueryClient } from "../../base/desk";
import { account, FOOTHILL, snapshot } from "../../base/test-licenses";
import type { Column, LabSampleRow } from "../../platform";
import { testDesk } from "../../platform/testing";
import { App } from "../App";

const COLUMNS: Column[] = [
  { id: "tag", title: "Tag", kind: "tag", shown: true, width: 240 },
  { id: "category", title: "Category", kind: "text", shown: true, width: 240 },
];
const tagOf = (row: number) => `1A4FF03000051DE${String(row).padStart(9, "0")}`;

beforeAll(() => {
  // jsdom lays nothing out; the grid draws its first rows without.
  Element.prototype.getAnimations ??= () => [];
});

async function open() {
  const desk = testDesk({
    app_snapshot: () => snapshot({ accounts: [account({ licenses: [FOOTHILL] })] }),
    columns: () => ({ columns: COLUMNS, states_order: [] }),
    layout_get: () => ({ body: null }) as never,
    layout_put: () => ({ before: [] }),
    view_open: () => ({ view: 1, rows: 2, of: 2, revision: 1 }),
    view_close: () => ({ changed: true }),
    view_totals: () => ({ totals: [] }),
    package_rows: () => ({ rows: [], pending: [] }),
    lab_sample_rows: ({ from, to }) => ({
      rows: Array.from({ length: to - from }, (_, at) => {
        const row = from + at + 1;
        return {
          row,
          license: FOOTHILL.number,
          package_id: row,
          tag: tagOf(row),
          category: "Buds",
          tests: 0,
          failed: 0,
        } as LabSampleRow;
      }),
    }),
    lab_sample_tests: () => ({ tests: [] }),
    link_open: () => ({ changed: false }),
  });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: /^Lab Samples/ }));
  await waitFor(() => expect(cell(2).textContent).toContain("Buds"));
  return { desk, person };
}

function cell(row: number): HTMLElement {
  const grid = screen.getByRole("grid", { name: "Lab samples" });
  const found = grid.querySelector<HTMLElement>(`[row-index='${row - 1}'] [col-id='category']`);
  if (!found) {
    throw new Error(`no cell of row ${row}`);
  }
  return found;
}

it("has a menu of a sample: its tests, its tag, its cell's value and the state's site, and no boxes for it", async () => {
  const { desk, person } = await open();
  fireEvent.contextMenu(cell(2));
  const entries = within(screen.getByRole("menu")).getAllByRole("menuitem");
  expect(entries.map((entry) => entry.textContent)).toEqual([
    "Open the tests",
    "Copy 1 tag",
    "Only Category “Buds”",
    "See this license’s packages on the state’s site",
    "Clear the selectionEscape",
  ]);
  expect(document.querySelector("[col-id='check']")).toBeNull();
  await person.click(screen.getByRole("menuitem", { name: "Only Category “Buds”" }));
  const filters = [{ column: "category", test: { op: "equals", value: "Buds" } }];
  await waitFor(() => expect(desk.requests("view_open").at(-1)?.filters).toEqual(filters));
  fireEvent.contextMenu(cell(2));
  await person.click(screen.getByRole("menuitem", { name: "Open the tests" }));
  expect(await screen.findByRole("region", { name: new RegExp(tagOf(2)) })).toBeTruthy();
});

it("opens the tests of a sample that is pressed twice, at once", async () => {
  await open();
  fireEvent.doubleClick(cell(1));
  expect(screen.getByRole("region", { name: new RegExp(tagOf(1)) })).toBeTruthy();
});
