import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { IN_TAB } from "../../base/actions";
import { ALDER, EEL } from "../../base/test-licenses";
import type { PackageRow } from "../../platform";
import { testDesk } from "../../platform/testing";
import { defaultLayout } from "../grid/layout";
import { LayoutKeeper } from "../grid/layout-keeper";
import { GridModel } from "../grid/model";
import { SelectionBar, selectionWords } from "./SelectionBar";
import { type PackageActions, startOf, whyNot } from "./usePackageActions";

function row(id: number, more: Partial<PackageRow> = {}): PackageRow {
  return {
    row: id,
    license: ALDER.number,
    package_id: 100 + id,
    tag: `1A40603000000010000000${id}`,
    quantity: "1.5",
    unit: "g",
    ...more,
  } as PackageRow;
}

const rows = (...all: PackageRow[]): PackageActions["selected"] => ({
  is: "rows",
  rows: new Map(all.map((each) => [each.row, each])),
});

it("says how much is selected, and in how many licenses where it is more than one", () => {
  expect(selectionWords(rows(row(1), row(2)))).toBe("2 selected");
  expect(selectionWords(rows(row(1), row(2, { license: EEL.number })))).toBe("2 selected · 2 licenses");
  expect(selectionWords({ is: "matching", view: 1, rows: 1204 })).toBe("All 1,204 matching packages are selected");
  expect(selectionWords({ is: "none" })).toBeNull();
});

it("names packages one by one, and all that match as one view with its licenses", () => {
  expect(startOf("finish", rows(row(1)), [ALDER.number])).toEqual({
    form: "finish",
    target: {
      target: "packages",
      packages: [{ license: ALDER.number, package_id: 101, tag: "1A406030000000100000001" }],
    },
  });
  expect(startOf("note", { is: "matching", view: 4, rows: 9 }, [ALDER.number])).toEqual({
    form: "note",
    target: { target: "view", view: 4 },
    packages: 9,
    licenses: [ALDER.number],
  });
  expect(startOf("note", { is: "none" }, [ALDER.number])).toBeUndefined();
});

function bar(tab: "active" | "on_hold" | "inactive", selected: PackageActions["selected"]) {
  testDesk();
  const model = new GridModel<PackageRow>({
    scope: { collection: "packages", tab, licenses: [ALDER.number] },
    columns: [],
    statesOrder: [],
    layout: defaultLayout([]),
    search: "",
    fetch: async () => [],
    keeper: new LayoutKeeper("packages.active", ALDER.number),
    loading: () => false,
  });
  const actions: PackageActions = {
    actions: IN_TAB[tab].actions,
    why: whyNot(tab),
    selected,
    act: vi.fn(),
    clear: vi.fn(),
    menu: null,
    openMenu: vi.fn(),
    closeMenu: vi.fn(),
    toGrid: vi.fn(),
  };
  render(<SelectionBar model={model} actions={actions} />);
  return actions;
}

it("keeps its place with words of its own while nothing is selected", () => {
  bar("active", { is: "none" });
  expect(screen.getByText("Nothing selected. A click or Space selects a package.")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it("tells sums apart for React, also those of rows that came without a unit", () => {
  const wrong = vi.spyOn(console, "error");
  const unit = undefined as unknown as string;
  bar("active", rows(row(1, { unit }), row(2), row(3, { unit: "ea" })));
  expect(wrong).not.toHaveBeenCalled();
});

it("offers what can be done in the tab, with the quantity of what is selected", async () => {
  const actions = bar("active", rows(row(1), row(2), row(3, { quantity: "2", unit: "ea" })));
  const strip = screen.getByRole("region", { name: "Selected packages" });
  expect(strip.textContent).toContain("3 selected3 g2 ea");
  const names = screen.getAllByRole("button").map((button) => button.textContent?.trim());
  expect(names).toEqual(["Finish", "Adjust…", "Location…", "Note…", "Item…", "Actions", ""]);
  const person = userEvent.setup();
  await person.click(screen.getByRole("button", { name: "Location…" }));
  expect(actions.act).toHaveBeenCalledWith("location");
  await person.keyboard("{Escape}");
  expect(actions.clear).toHaveBeenCalledOnce();
});

it("says why nothing can be done where nothing can, and unfinishes what is finished", () => {
  bar("on_hold", rows(row(1)));
  expect(screen.getByText("Nothing can be done to packages on hold until the hold is lifted.")).toBeTruthy();
  bar("inactive", rows(row(1)));
  expect(screen.getByRole("button", { name: "Unfinish" })).toBeTruthy();
});
