import { act, fireEvent, render, screen } from "@testing-library/react";
import { createRef } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Column } from "../../platform";
import { say, speak } from "../../words";
import { CutTip, REST_MS } from "./CutTip";
import type { GridModel } from "./model";
import type { GridRow } from "./view-source";

const ITEM = "House Eighth, Blue Dream Vape Cartridge 0.5g";
const COLUMNS: Column[] = [
  { id: "item", title: "Item", kind: "text", shown: true, width: 120 },
  { id: "quantity", title: "Quantity", kind: "number", shown: true, width: 120 },
  { id: "lab_testing", title: "Lab Testing", kind: "lab_state", shown: true, width: 120 },
];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  speak("en-US");
});

/** A grid of one row whose cells hold `cut` more than they show. */
function grid(cut: number) {
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(120);
  vi.spyOn(Element.prototype, "scrollWidth", "get").mockReturnValue(120 + cut);
  const row = {
    row: 1,
    item: ITEM,
    quantity: "1204.5",
    unit: "g",
    lab_testing: "Submitted for testing",
  } as unknown as GridRow;
  const api = { getDisplayedRowAtIndex: () => ({ data: row }) };
  const model = { columns: COLUMNS, api } as unknown as GridModel<GridRow>;
  const root = createRef<HTMLDivElement>();
  const { container } = render(
    <div ref={root}>
      <div row-index="0">
        {COLUMNS.map(({ id }) => (
          // biome-ignore lint/a11y/useSemanticElements: AG Grid's own shape
          <div key={id} role="gridcell" tabIndex={-1} className="ag-cell" col-id={id} />
        ))}
      </div>
      <CutTip root={root} model={model} />
    </div>,
  );
  const tip = () => container.querySelector(".grid-cut")?.textContent;
  const rest = () => act(() => vi.advanceTimersByTime(REST_MS));
  const [item, quantity, lab] = screen.getAllByRole("gridcell") as [HTMLElement, HTMLElement, HTMLElement];
  return { item, quantity, lab, tip, rest };
}

it("tells the rest of a cut cell to a pointer that rests on it, until it leaves", () => {
  const { item, quantity, tip, rest } = grid(40);
  fireEvent.pointerOver(item);
  expect(tip(), "passing by shows nothing").toBeUndefined();
  rest();
  expect(tip()).toBe(ITEM);
  fireEvent.pointerOver(quantity);
  expect(tip()).toBeUndefined();
  rest();
  expect(tip(), "with its unit").toBe("1,204.5 g");
});

it("tells it of the cell that a key has focused as well, until the next key", () => {
  const { item, quantity, tip, rest } = grid(40);
  fireEvent.pointerDown(quantity);
  act(() => quantity.focus());
  rest();
  expect(tip(), "a press is no reading").toBeUndefined();
  fireEvent.keyDown(quantity, { key: "ArrowLeft" });
  act(() => item.focus());
  rest();
  expect(tip()).toBe(ITEM);
  fireEvent.keyDown(item, { key: "Escape" });
  expect(tip()).toBeUndefined();
});

it("tells a state in the person's language", () => {
  speak("es-US");
  const { lab, tip, rest } = grid(40);
  fireEvent.pointerOver(lab);
  rest();
  expect(tip()).toBe(say("states-lab-submitted"));
});

it("says nothing twice: a cell that shows all it has has no more to tell", () => {
  const { item, tip, rest } = grid(0);
  fireEvent.pointerOver(item);
  rest();
  expect(tip()).toBeUndefined();
});

it("tells all tags of a cell that hides some, and none of a single tag: that has its card", () => {
  const { item, quantity, tip, rest } = grid(0);
  vi.restoreAllMocks();
  const hides = (cell: HTMLElement, tags: number) => {
    cell.innerHTML = `<span class="grid-tags">${"<span data-card-tag></span>".repeat(tags)}</span>`;
    const list = cell.querySelector(".grid-tags") as HTMLElement;
    Object.defineProperty(list, "scrollHeight", { value: 54 });
    Object.defineProperty(list, "clientHeight", { value: 27 });
  };
  hides(item, 2);
  fireEvent.pointerOver(item);
  rest();
  expect(tip()).toBe(ITEM);
  hides(quantity, 1);
  fireEvent.pointerOver(quantity);
  rest();
  expect(tip()).toBeUndefined();
});
