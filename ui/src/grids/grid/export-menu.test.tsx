import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { newQueryClient } from "../../base/desk";
import { outboxStatus, snapshot } from "../../base/test-licenses";
import type { OutboxStatus, PackageRow } from "../../platform";
import { deskError, testDesk } from "../../platform/testing";
import { ExportMenu } from "./ExportMenu";
import type { GridModel } from "./model";
import { Selection } from "./selection";

/** A grid that shows 918 packages, of which these are selected. */
function shown(selected: number[]) {
  const selection = new Selection<PackageRow>();
  selection.rows(
    selected.map((row) => ({ row }) as PackageRow),
    false,
  );
  const state = { opened: { view: 3, rows: 918 } };
  const api = { getAllDisplayedColumns: () => ["check", "tag", "item"].map((id) => ({ getColId: () => id })) };
  const columns = ["tag", "item"].map((id) => ({ id }));
  const model = {
    columns,
    selection,
    subscribe: () => () => {},
    state: () => state,
    api,
    scope: { collection: "packages" },
  };
  return { selection, model: model as unknown as GridModel<PackageRow> };
}

function open(selected: number[], outbox: Partial<OutboxStatus> = {}) {
  const desk = testDesk({
    view_export: ({ rows }) => ({
      file: "packages-active-C10-0000001-LIC-2026-11-27.csv",
      rows: rows?.length ?? 918,
      cut: [],
      cut_in_all: 0,
      pending: 0,
    }),
    saved_show: () => ({ changed: false }),
  });
  const grid = shown(selected);
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot({ outbox: outboxStatus(outbox) }));
  render(
    <QueryClientProvider client={client}>
      <ExportMenu model={grid.model} />
    </QueryClientProvider>,
  );
  return { desk, person: userEvent.setup(), ...grid };
}

const menu = () => screen.findByRole("menu");

it("says how many rows it exports, and exports the selected ones alone where that is chosen", async () => {
  const { desk, person } = open([7, 9]);
  await person.click(screen.getByRole("button", { name: "Export" }));
  expect((await menu()).textContent).toContain("Export 2 selected rows");
  expect((await menu()).textContent).toContain("Export all 918 rows");
  await person.click(screen.getAllByRole("menuitem", { name: "CSV file" })[0] as HTMLElement);
  await screen.findByText(/Saved packages-active-C10-0000001-LIC-2026-11-27.csv, 2 rows/);
  expect(desk.requests("view_export")[0]).toMatchObject({ view: 3, columns: ["tag", "item"], rows: [7, 9] });
  await person.click(screen.getByRole("button", { name: "Export" }));
  await menu();
  await person.click(screen.getAllByRole("menuitem", { name: "CSV file" })[1] as HTMLElement);
  await waitFor(() => expect(desk.requests("view_export")).toHaveLength(2));
  expect(desk.requests("view_export")[1]?.rows).toBeNull();
});

it("speaks of no selection where there is none, or where all are selected", async () => {
  const { desk, person, selection } = open([]);
  selection.all(3, 918);
  await person.click(screen.getByRole("button", { name: "Export" }));
  expect((await menu()).textContent).not.toContain("selected");
  await person.click(screen.getByRole("menuitem", { name: "CSV file" }));
  await screen.findByText(/918 rows/);
  expect(desk.requests("view_export")[0]?.rows).toBeNull();
});

it("says beforehand that a file has what the state has recorded, while something waits to be", async () => {
  const { person } = open([], { waiting: 2 });
  await person.click(screen.getByRole("button", { name: "Export" }));
  const words = "As the state has it, without what is not recorded yet";
  expect((await menu()).textContent).toContain(words);
  expect(screen.getByRole("group", { name: /Export all 918 rows/ }).getAttribute("aria-labelledby")).toBeTruthy();
});

it("says nothing of it while nothing waits: what is done and what was refused will not be in it", async () => {
  const { person } = open([], { done: 4, refused: 1 });
  await person.click(screen.getByRole("button", { name: "Export" }));
  expect((await menu()).textContent).not.toContain("As the state has it");
});

it("offers to open what was saved, or to show it in its folder, and says when that is not possible", async () => {
  const { desk, person } = open([7]);
  await person.click(screen.getByRole("button", { name: "Export" }));
  await menu();
  await person.click(screen.getAllByRole("menuitem", { name: "CSV file" })[0] as HTMLElement);
  await person.click(await screen.findByRole("button", { name: "Open" }));
  await person.click(screen.getByRole("button", { name: "Show in folder" }));
  const saved = desk.requests("view_export")[0]?.request_id;
  expect(desk.requests("saved_show")).toEqual([
    { saved, by: "program" },
    { saved, by: "folder" },
  ]);
  desk.answer({
    saved_show: () => {
      throw deskError({ code: "not_found", message: "This file is not where it was saved any more." });
    },
  });
  await person.click(screen.getByRole("button", { name: "Open" }));
  expect((await screen.findByRole("alert")).textContent).toContain("not where it was saved");
  await person.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByText(/Saved /)).toBeNull();
});
