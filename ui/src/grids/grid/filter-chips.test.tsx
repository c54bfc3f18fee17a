import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { ALDER } from "../../base/test-licenses";
import type { Column } from "../../platform";
import { testDesk } from "../../platform/testing";
import { FilterChips } from "./FilterChips";
import { defaultLayout } from "./layout";
import { LayoutKeeper } from "./layout-keeper";
import { GridModel } from "./model";

const COLUMNS = ["item", "location", "tag"].map(
  (id) => ({ id, title: id, kind: "text", shown: true, width: 100 }) as unknown as Column,
);

function chips(filtered: number) {
  testDesk({
    view_open: () => ({ view: 1, rows: 2, of: 9, revision: 1 }),
    view_close: () => ({ changed: true }),
    view_totals: () => ({ totals: [] }),
    layout_put: () => ({ before: [] }),
  });
  const model = new GridModel({
    scope: { collection: "packages", tab: "active", licenses: [ALDER.number] },
    columns: COLUMNS,
    statesOrder: [],
    layout: defaultLayout(COLUMNS),
    search: "",
    fetch: async () => [],
    keeper: new LayoutKeeper("packages.active", ALDER.number),
    loading: () => false,
  });
  for (const { id } of COLUMNS.slice(0, filtered)) {
    model.filter(id, { op: "contains", value: "a" });
  }
  render(<FilterChips model={model} />);
  return model;
}

it("needs no button for one filter, and has one that opens them all where there are more", async () => {
  const person = userEvent.setup();
  const model = chips(3);
  await person.click(screen.getByRole("button", { name: "3 filters" }));
  const panel = await screen.findByRole("dialog", { name: "Filters" });
  await person.click(within(panel).getByRole("button", { name: /^location contains “a”/ }));
  expect(model.state().question.filters.map((filter) => filter.column)).toEqual(["item", "tag"]);
  expect(screen.getByRole("button", { name: "2 filters" })).toBeTruthy();
});

it("shows one filter as itself", () => {
  chips(1);
  expect(screen.getAllByRole("button").map((button) => button.title)).toEqual(["Clear: item contains “a”"]);
});
