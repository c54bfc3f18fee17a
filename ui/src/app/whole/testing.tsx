/** The whole window on a grid of packages in tests. */
import { QueryClientProvider } from "@tanstack/react-query";
import { render, waitFor } from "@testing-library/react";
import { expect, vi } from "vitest";
import { newQueryClient } from "../../base/desk";
import { ALDER, snapshot } from "../../base/test-licenses";
import { tagOf } from "../../grids/packages/testing";
import type { Column, PackageRow } from "../../platform";
import { type TestDesk, testDesk } from "../../platform/testing";
import { App } from "../App";

const COLUMNS: Column[] = [
  { id: "tag", title: "Tag", kind: "tag", shown: true, width: 240 },
  { id: "item", title: "Item", kind: "text", shown: true, width: 240 },
  { id: "location", title: "Location", kind: "text", shown: true, width: 120 },
];

/** A package in the vault, by the number of its row, which is that of its tag. */
export function packageOf(row: number, more: Partial<PackageRow> = {}): PackageRow {
  const package_id = row;
  const found = { row, license: ALDER.number, package_id, tag: tagOf(row), item: "Blue Dream", location: "Vault" };
  return { ...found, ...more } as PackageRow;
}

/** Opens it over so many rows; `further` is what the desk answers beside. */
export async function openPackages(
  rows: number,
  rowOf: (row: number) => PackageRow,
  further: Parameters<TestDesk["answer"]>[0] = {},
) {
  // jsdom lays nothing out; the grid draws its first rows without.
  Element.prototype.getAnimations ??= () => [];
  const clipboard = vi.fn<(text: string) => Promise<void>>(async () => {});
  Object.defineProperty(navigator, "clipboard", { value: { writeText: clipboard }, configurable: true });
  const desk = testDesk({
    app_snapshot: () => snapshot(),
    columns: () => ({ columns: COLUMNS, states_order: [] }),
    layout_get: () => ({ body: null }) as never,
    layout_put: () => ({ before: [] }),
    view_open: () => ({ view: 1, rows, of: rows, revision: 1 }),
    view_close: () => ({ changed: true }),
    view_totals: () => ({ totals: [] }),
    package_rows: ({ from, to }) => ({
      rows: Array.from({ length: to - from }, (_, at) => rowOf(from + at + 1)),
      pending: [],
    }),
    ...further,
  });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(cell(1).textContent).toContain("Blue Dream"));
  return { desk, clipboard };
}

/** The desk behind it, and what was put on the clipboard. */
export type Opened = Awaited<ReturnType<typeof openPackages>>;

/** A cell of the grid, by the number of its row. */
export function cell(row: number, column = "item"): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[role='grid'] [row-index='${row - 1}'] [col-id='${column}']`);
  if (!found) {
    throw new Error(`no cell of row ${row} in ${column}`);
  }
  return found;
}
