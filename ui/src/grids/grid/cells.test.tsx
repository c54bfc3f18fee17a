import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Column, ColumnKind } from "../../platform";
import { FlagsCell, NumberCell, ReportCell, StateCell } from "./cells";
import { reportDef } from "./column-defs";
import { describeFilter, draftOf, readDraft } from "./filters";
import { cellProps, columnOf } from "./testing";
import { cellCopy } from "./words";

const column = (id: string, kind: ColumnKind) => columnOf(id, kind, "Flags");

/** What AG Grid hands to a cell of this row. */
const props = (shape: Column, row: object, unitShown = false) => cellProps(shape, row, { unitShown });

it("shows each flag that is set as a mark with its name, and none that is not", () => {
  const row = { hold: true, trade_sample: true, donation: false, testing_sample: false };
  const { container } = render(<FlagsCell {...props(column("flags", "flags"), row)} />);
  expect(screen.getAllByRole("img").map((mark) => mark.getAttribute("aria-label"))).toEqual([
    "On hold",
    "Trade sample",
  ]);
  expect([...container.querySelectorAll("[title]")].map((mark) => mark.getAttribute("title"))).toEqual([
    "On hold",
    "Trade sample",
  ]);
  expect(cellCopy(column("flags", "flags"), { row: 1, ...row } as never)).toBe("On hold, Trade sample");
});

it("asks for rows by their flags, in words", () => {
  const flags = column("flags", "flags");
  const draft = { ...draftOf("flags"), values: ["hold", "donation"] };
  const read = readDraft("flags", draft);
  expect(read).toEqual({ is: "test", test: { op: "one_of", values: ["hold", "donation"] } });
  expect(describeFilter(flags, { op: "one_of", values: ["hold", "donation"] })).toBe("Flags: On hold or Donation");
  expect(describeFilter(flags, { op: "blank" })).toBe("No flags");
  expect(describeFilter(flags, { op: "not_blank" })).toBe("Any flag");
});

it("shows a quantity with its unit behind it, and steps back from nothing", () => {
  const quantity = column("quantity", "number");
  const { container, rerender } = render(<NumberCell {...props(quantity, { quantity: "1204.5", unit: "g" })} />);
  expect(container.textContent).toBe("1,204.5 g");
  expect(container.querySelector(".grid-unit")?.textContent).toBe(" g");
  expect(container.querySelector(".grid-nothing")).toBeNull();
  rerender(<NumberCell {...props(quantity, { quantity: "0.0000", unit: "ea" })} />);
  expect(container.querySelector(".grid-nothing")).not.toBeNull();
  rerender(<NumberCell {...props(quantity, { quantity: "3", unit: "ea" }, true)} />);
  expect(container.textContent, "where the unit has a column of its own").toBe("3");
});

it.each([
  ["Test passed", "chip-plain"],
  ["Retest passed", "chip-plain"],
  ["Test failed", "chip-bad"],
  ["Testing in progress", "chip-busy"],
  ["Not submitted", "chip-busy"],
])("shows %s as loud as it matters", (state, look) => {
  const shape = column("lab_testing", "lab_state");
  const { container } = render(<StateCell {...props(shape, { lab_testing: state })} />);
  expect(container.querySelector(".chip")?.className).toBe(`chip ${look}`);
  expect(container.textContent).toBe(state);
});

it("keeps a narrow place for what waits from the start, and says it in words to those who hear", () => {
  expect(reportDef()).toMatchObject({ width: 24, pinned: "left" });
  expect(reportDef().hide).toBeUndefined();
  const pending = { row: 1, group: "refused", words: "Adjust: refused", intents: [1], will: [] };
  const shape = column("report", "text");
  const { container } = render(<ReportCell {...props(shape, { tag: "1A4", pending })} />);
  expect(container.querySelector(".chip")?.getAttribute("title")).toBe("Adjust: refused");
  expect(container.textContent, "no room for more than its mark").toBe("Adjust: refused");
  expect(container.querySelector(".unseen")?.textContent).toBe("Adjust: refused");
});
