import { render } from "@testing-library/react";
import type { ComponentType } from "react";
import { expect, it } from "vitest";
import type { Column, ColumnKind } from "../../platform";
import { type CellProps, NumberCell, StateCell, TagCell, TagsCell, TextCell, WillCell } from "./cells";
import { PartyCell } from "./PartyCell";
import { cellProps, columnOf } from "./testing";

const TAG = "1A4FF03000051DE000012296";
const OTHER = "1A4FF03000051DE000012300";

/** What is marked in a cell. */
function marked(
  Cell: ComponentType<CellProps>,
  id: string,
  kind: ColumnKind,
  value: unknown,
  search: string,
  more = {},
) {
  const { container, unmount } = render(
    <Cell {...cellProps(columnOf(id, kind), { [id]: value, ...more }, { search })} />,
  );
  const marks = [...container.querySelectorAll("mark")].map((mark) => mark.textContent);
  unmount();
  return marks;
}

it("marks each word that was searched for, wherever it stands, and nothing without a search", () => {
  expect(marked(TextCell, "item", "text", "Piña Colada – House Eighth", "pina EIGHTH")).toEqual(["Piña", "Eighth"]);
  expect(marked(TextCell, "note", "text", "see blue, dream of blue", "blue")).toEqual(["blue", "blue"]);
  expect(marked(TextCell, "item", "text", "Blue Dream", "")).toEqual([]);
});

it("marks a short word where the desk looks for it: at the beginnings of the words of few columns", () => {
  expect(marked(TextCell, "item", "text", "Gold Mug 1g", "g")).toEqual(["G"]);
  expect(marked(TextCell, "item", "text", "Big Gold 1g", "1g")).toEqual(["1g"]);
  expect(marked(TextCell, "note", "text", "Gold", "go")).toEqual([]);
});

it("marks nothing where the desk does not look", () => {
  expect(marked(TextCell, "license", "text", "C10-0000123-LIC", "0000123")).toEqual([]);
  expect(marked(TextCell, "last_modified", "instant", "2026-11-27T20:00:00Z", "Nov 27")).toEqual([]);
});

it("marks in a tag, also over the beginning of its last six, and the tag stays whole", () => {
  const { container } = render(<TagCell {...cellProps(columnOf("tag", "tag"), { tag: TAG }, { search: "de00001" })} />);
  expect([...container.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["DE000", "01"]);
  expect(container.querySelector("b")?.textContent).toBe("012296");
  expect(container.textContent).toBe(TAG);
});

it("marks the running number of a source tag, or the whole of it", () => {
  const sources = `${TAG}, ${OTHER}`;
  expect(marked(TagsCell, "source_packages", "tags", sources, "12300")).toEqual(["12300"]);
  expect(marked(TagsCell, "source_packages", "tags", sources, "1a4ff"), "by which no row is found").toEqual([]);
  expect(marked(TagsCell, "source_packages", "tags", sources, OTHER).join("")).toBe(OTHER);
});

it.each([
  ["date", "packaged_date", "2026-11-27", "nov 27", ["Nov 27"]],
  ["date", "packaged_date", "2026-11-27", "11/27/2026", ["Nov 27, 2026"]],
  ["date", "packaged_date", "2026-11-28", "nov 27", []],
  ["date", "packaged_date", "2026-11-27", "nov", []],
  // Evening in California.
  ["instant", "received", "2026-11-28T02:30:00Z", "2026-11-27", ["Nov 27, 2026"]],
  ["local_time", "departs", "2026-11-27T09:30:00", "27 nov", ["Nov 27"]],
] as const)("marks the day in a cell of kind %s of %s, %s, for %s", (kind, id, value, search, wanted) => {
  expect(marked(TextCell, id, kind, value, search)).toEqual(wanted);
});

it("marks a quantity that is what was typed, and a state by its words", () => {
  const grams = { unit: "g" };
  expect(marked(NumberCell, "quantity", "number", "1204.5000", "1204.5", grams)).toEqual(["1,204.5000"]);
  expect(marked(NumberCell, "quantity", "number", "3", "3 g", grams)).toEqual(["3"]);
  expect(marked(NumberCell, "quantity", "number", "3", "3 ea", grams)).toEqual([]);
  expect(marked(NumberCell, "quantity", "number", "1204.5", "204", grams), "a part of it finds no row").toEqual([]);
  expect(marked(StateCell, "lab_testing", "lab_state", "Test passed", "passed")).toEqual(["passed"]);
});

it("marks what is recorded where a value will be another, and both parts of a business", () => {
  const pending = {
    row: 1,
    group: "waiting",
    words: "Move: waits",
    intents: [1],
    will: [{ column: "location", value: "Vault" }],
  };
  expect(marked(WillCell, "location", "text", "Vault West", "vault", { pending })).toEqual(["Vault"]);
  const by = "C12-0000123-LIC Emerald Rows";
  expect(marked(PartyCell, "packaged_by", "text", by, "emerald c12")).toEqual(["Emerald", "C12"]);
});

it("says beside the item what was found in a column out of sight, where none in sight has it", () => {
  const columns = [
    columnOf("item", "text"),
    columnOf("location", "text", "Location"),
    columnOf("item_strain", "text", "Item Strain"),
    columnOf("packaged_date", "date", "Packaged Date"),
    columnOf("source_packages", "tags", "Source Packages"),
  ];
  const row = {
    item: "House Eighth - Indica",
    item_strain: "Blue Dream",
    packaged_date: "2026-11-27",
    source_packages: `${TAG}, ${OTHER}`,
  };
  const found = (search: string) => {
    const cell = <TextCell {...cellProps(columns[0] as Column, row, { search, columns })} />;
    const { container, unmount } = render(cell);
    const told = container.querySelector(".grid-found");
    const marks = [...(told?.querySelectorAll("mark") ?? [])].map((mark) => mark.textContent);
    unmount();
    return [told?.textContent, marks];
  };
  expect(found("blue dream")).toEqual(["Blue Dream (Item Strain)", ["Blue", "Dream"]]);
  expect(found("house blue")).toEqual(["Blue Dream (Item Strain)", ["Blue"]]);
  expect(found("nov 27")).toEqual(["Nov 27, 2026 (Packaged Date)", ["Nov", "27"]]);
  expect(found("012300")).toEqual(["…000012300 (Source Packages)", ["012300"]]);
  expect(found("eighth")).toEqual([undefined, []]);
});
