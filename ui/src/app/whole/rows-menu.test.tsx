import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { ALDER, FOOTHILL } from "../../base/test-licenses";
import { REST_MS } from "../../card/useCardPointer";
import { tagOf } from "../../grids/packages/testing";
import type { PackageCard } from "../../platform";
import { cell, type Opened, openPackages, packageOf } from "./testing";

let desk: Opened["desk"];
let clipboard: Opened["clipboard"];

beforeEach(async () => {
  const rowOf = (row: number) =>
    packageOf(row, {
      license: row === 4 ? FOOTHILL.number : ALDER.number,
      location: row === 2 ? "" : "Sales Floor",
    });
  ({ desk, clipboard } = await openPackages(4, rowOf, {
    package_card: ({ tag }) => ({ tag, card: null as PackageCard | null, missing: "Nothing more is known of it." }),
    link_open: () => ({ changed: false }),
    draft_new: () => new Promise(() => {}),
  }));
});

/** Presses a cell with the right button; the menu is there at once, without a moment of the grid's. */
function ask(row: number, column = "item"): HTMLElement {
  fireEvent.contextMenu(cell(row, column));
  return screen.getByRole("menu", { name: "Actions" });
}

const entries = (menu: HTMLElement) =>
  within(menu)
    .getAllByRole("menuitem")
    .map((entry) => entry.textContent);
const entry = (name: RegExp | string) => screen.getByRole("menuitem", { name });
const lastFilters = () => desk.requests("view_open").at(-1)?.filters;

it("offers below the actions what else is done with rows and with the cell", () => {
  expect(entries(ask(3, "location")).slice(-5)).toEqual([
    "New transfer with 1 package",
    "Copy 1 tag",
    "Only Location “Sales Floor”",
    "See this license’s packages on the state’s site",
    "Clear the selectionEscape",
  ]);
});

it("filters by the value of the cell that it was opened on, by a blank one, and takes that filter away again", async () => {
  const person = userEvent.setup();
  ask(3, "location");
  await person.click(entry("Only Location “Sales Floor”"));
  await waitFor(() =>
    expect(lastFilters()).toEqual([{ column: "location", test: { op: "equals", value: "Sales Floor" } }]),
  );
  ask(3, "location");
  await person.click(entry("Clear: Location is exactly “Sales Floor”"));
  await waitFor(() => expect(lastFilters()).toEqual([]));
  ask(2, "location");
  await person.click(entry("Only where Location is blank"));
  await waitFor(() => expect(lastFilters()).toEqual([{ column: "location", test: { op: "blank" } }]));
});

it("offers no filter on a row's own tag, nor on the column of boxes", () => {
  expect(entries(ask(1, "tag")).some((words) => words?.startsWith("Only"))).toBe(false);
  fireEvent.contextMenu(cell(1, "check"));
  expect(entries(screen.getByRole("menu")).some((words) => words?.startsWith("Only"))).toBe(false);
});

it("copies the tags of the selected rows as lines, in their order, and shows so in the cell", async () => {
  fireEvent.click(cell(3));
  fireEvent.click(cell(1), { ctrlKey: true });
  ask(1);
  fireEvent.click(entry("Copy 2 tags"));
  await waitFor(() => expect(clipboard).toHaveBeenLastCalledWith(`${tagOf(1)}\r\n${tagOf(3)}`));
  await waitFor(() => expect(document.querySelector(".grid-copied")?.textContent).toBe("2 tags copied."));
  expect(screen.getAllByRole("status").some((said) => said.textContent === "2 tags copied.")).toBe(true);
});

it("says why all that match are not copied, and why a transfer has one sender", () => {
  fireEvent.click(cell(1));
  fireEvent.click(cell(4), { ctrlKey: true });
  ask(1);
  const transfer = entry(/^New transfer with 2 packages/);
  expect(transfer.getAttribute("aria-disabled")).toBe("true");
  expect(transfer.textContent).toContain("A transfer has one sender");
  fireEvent.keyDown(screen.getByRole("menu"), { key: "Escape" });
  fireEvent.keyDown(cell(1), { key: "a", ctrlKey: true });
  ask(1);
  expect(entry(/^Copy 4 tags/).textContent).toContain("are too many to copy");
});

it("begins a transfer with what is selected", async () => {
  const person = userEvent.setup();
  ask(2);
  await person.click(entry("New transfer with 1 package"));
  await waitFor(() =>
    expect(desk.requests("draft_new")).toMatchObject([
      { license: ALDER.number, packages: { target: "packages", packages: [{ tag: tagOf(2) }] } },
    ]),
  );
});

it("opens the packages of the row's license on the state's site", async () => {
  const person = userEvent.setup();
  ask(4);
  await person.click(entry("See this license’s packages on the state’s site"));
  await waitFor(() =>
    expect(desk.requests("link_open")).toEqual([{ link: "state_packages", license: FOOTHILL.number }]),
  );
});

it("opens by key on the cell that has the focus, and gives it back", async () => {
  const person = userEvent.setup();
  await person.click(cell(2, "location"));
  await waitFor(() => expect(document.activeElement).toBe(cell(2, "location")));
  fireEvent.keyDown(cell(2, "location"), { key: "F10", shiftKey: true });
  expect(entry("Only where Location is blank")).toBeTruthy();
  // It takes the focus a moment after it is drawn; until then an Escape is the grid's.
  await waitFor(() => expect(screen.getByRole("menu").contains(document.activeElement)).toBe(true));
  await person.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(cell(2, "location")));
});

it("opens the card of a row that is pressed twice and goes into it, from which Escape comes back", async () => {
  const person = userEvent.setup();
  await person.dblClick(cell(3));
  const card = await screen.findByRole("dialog", { name: new RegExp(tagOf(3)) });
  await waitFor(() => expect(card.contains(document.activeElement)).toBe(true));
  expect(screen.getByText("1 selected")).toBeTruthy();
  await person.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(cell(3, "tag")));
});

it("keeps the focus in the card when the tag itself is pressed twice, and the pointer rests on it", async () => {
  const person = userEvent.setup();
  await person.dblClick(cell(3, "tag").querySelector("[data-card-tag]") as HTMLElement);
  const card = await screen.findByRole("dialog", { name: new RegExp(tagOf(3)) });
  await act(() => new Promise((done) => setTimeout(done, REST_MS * 1.5)));
  expect(card.contains(document.activeElement)).toBe(true);
  await person.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(cell(3, "tag")));
});

it("opens no card where the second press is one more on a box, or adds a row", async () => {
  const person = userEvent.setup();
  await person.dblClick(cell(3, "check"));
  fireEvent.doubleClick(cell(2), { ctrlKey: true });
  expect(screen.queryByRole("dialog")).toBeNull();
});
