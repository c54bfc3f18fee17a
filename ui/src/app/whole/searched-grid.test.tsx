import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { newQueryClient } from "../../base/desk";
import { ALDER, snapshot } from "../../base/test-licenses";
import { columnOf } from "../../grids/grid/testing";
import type { PackageRow } from "../../platform";
import { testDesk } from "../../platform/testing";
import { App } from "../App";

const COLUMNS = [columnOf("tag", "tag"), columnOf("item", "text"), columnOf("location", "text")];

function rowOf(row: number): PackageRow {
  const tag = `1A4FF03000051DE${String(row).padStart(9, "0")}`;
  return { row, license: ALDER.number, package_id: row, tag, item: "Blue Dream", location: "Vault" } as PackageRow;
}

beforeAll(() => {
  // jsdom lays nothing out; the grid draws its first rows without.
  Element.prototype.getAnimations ??= () => [];
});
beforeEach(async () => {
  let view = 0;
  testDesk({
    app_snapshot: () => snapshot(),
    columns: () => ({ columns: COLUMNS, states_order: [] }),
    layout_get: () => ({ body: null }) as never,
    layout_put: () => ({ before: [] }),
    // Every search finds the same rows: nothing of them is another than before. One is never answered.
    view_open: ({ search }) => {
      view += 1;
      return search.startsWith("dream") ? (new Promise(() => {}) as never) : { view, rows: 3, of: 3, revision: 1 };
    },
    view_close: () => ({ changed: true }),
    view_totals: () => ({ totals: [] }),
    package_rows: ({ from, to }) => ({
      rows: Array.from({ length: to - from }, (_, at) => rowOf(from + at + 1)),
      pending: [],
    }),
  });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(cell("item").textContent).toBe("Blue Dream"));
});

function cell(column: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[role='grid'] [row-index='1'] [col-id='${column}']`);
  if (!found) {
    throw new Error(`no cell in ${column}`);
  }
  return found;
}

/** What is marked in a cell, of its own words: here nothing is laid out, and so no column is in sight but its own. */
const marks = (column: string) =>
  [...cell(column).querySelectorAll("mark:not(.grid-found mark)")].map((mark) => mark.textContent);
const search = (value: string) => fireEvent.change(screen.getByLabelText("Search packages"), { target: { value } });

it("marks the search in rows that stay as they are, and no mark of an older search stays", async () => {
  expect(document.querySelector("mark")).toBeNull();
  search("dream 000002");
  await waitFor(() => expect(marks("item")).toEqual(["Dream"]));
  expect(marks("tag").join("")).toBe("000002");
  search("blue vault");
  await waitFor(() => expect(marks("item")).toEqual(["Blue"]));
  expect(marks("location")).toEqual(["Vault"]);
  expect(marks("tag")).toEqual([]);
  search("");
  await waitFor(() => expect(document.querySelector("mark")).toBeNull());
  expect(cell("item").textContent).toBe("Blue Dream");
});
