import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { COPIED_MS } from "../../grids/grid/CopySign";
import { MOST } from "../../grids/grid/selection";
import { cell, type Opened, openPackages, packageOf } from "./testing";

/** Rows beyond those that the grid draws here: all that match are more than a copy takes. */
const ROWS = MOST + 1;

let clipboard: Opened["clipboard"];

beforeEach(async () => {
  ({ clipboard } = await openPackages(ROWS, (row) => packageOf(row, row === 2 ? { item: "" } : {})));
});

/** Presses a cell as a mouse does, and then nothing: no moment passes before the next key. */
function press(row: number, column = "item"): HTMLElement {
  const at = cell(row, column);
  fireEvent.mouseDown(at);
  at.focus();
  fireEvent.click(at);
  return at;
}

const sign = () => document.querySelector(".grid-copied");

it("selects all that match by Ctrl+A right behind a press on a cell, and the press does not undo it", async () => {
  const at = press(3);
  expect(screen.getByText("1 selected"), "the press is heard as it happens").toBeTruthy();
  fireEvent.keyDown(at, { key: "a", ctrlKey: true });
  // AG Grid tells of a press in a moment of its own.
  await act(() => new Promise((done) => setTimeout(done, 50)));
  expect(screen.getByText(`All ${ROWS.toLocaleString("en-US")} matching packages are selected`)).toBeTruthy();
});

it("keeps what is selected in a line of its own, whose room is there before and with any filter", async () => {
  const line = document.querySelector(".selection-line");
  expect(line?.textContent).toContain("Nothing selected");
  press(3);
  expect(document.querySelector(".selection-line")).toBe(line);
  expect(line?.contains(screen.getByText("1 selected"))).toBe(true);
  expect(document.querySelector(".strip")?.textContent).not.toContain("selected");
});

it("goes from a filter that Enter closes to the first row, where Ctrl+A goes on", async () => {
  const head = document.querySelector<HTMLElement>("[role='columnheader'][col-id='item']");
  head?.focus();
  fireEvent.keyDown(head as HTMLElement, { key: "Enter", ctrlKey: true });
  const person = userEvent.setup();
  await person.type(await screen.findByRole("textbox", { name: "Value" }), "Blue{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(cell(1)));
});

it("goes from a filter that Escape closes back to its head", async () => {
  const head = document.querySelector<HTMLElement>("[role='columnheader'][col-id='item']") as HTMLElement;
  head.focus();
  fireEvent.keyDown(head, { key: "Enter", ctrlKey: true });
  const person = userEvent.setup();
  await person.type(await screen.findByRole("textbox", { name: "Value" }), "Blue{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(head));
});

it("selects by its box without leaving the others, and by Ctrl the same", () => {
  press(1);
  press(3, "check");
  expect(screen.getByText("2 selected")).toBeTruthy();
  fireEvent.click(cell(4), { ctrlKey: true });
  expect(screen.getByText("3 selected")).toBeTruthy();
  press(2);
  expect(screen.getByText("1 selected")).toBeTruthy();
});

it("shows for a moment that a cell was copied, also an empty one", async () => {
  await userEvent.click(cell(1));
  fireEvent.keyDown(cell(1), { key: "c", ctrlKey: true });
  await waitFor(() => expect(sign()?.textContent).toBe("Item copied."));
  expect(clipboard).toHaveBeenLastCalledWith("Blue Dream");
  expect(sign()?.getAttribute("aria-hidden"), "those who hear are told once").toBe("true");
  expect(screen.getAllByRole("status").some((said) => said.textContent === "Item copied.")).toBe(true);
  await waitFor(() => expect(sign()).toBeNull(), { timeout: COPIED_MS + 1_000 });
  await userEvent.click(cell(2));
  fireEvent.keyDown(cell(2), { key: "c", ctrlKey: true });
  await waitFor(() => expect(sign()?.textContent).toBe("Item copied."));
  expect(clipboard).toHaveBeenLastCalledWith("");
});

it("shows that rows were copied, and that too many or what was refused were not", async () => {
  await userEvent.click(cell(1));
  fireEvent.click(cell(3), { ctrlKey: true });
  fireEvent.keyDown(cell(1), { key: "C", ctrlKey: true, shiftKey: true });
  await waitFor(() => expect(sign()?.textContent).toBe("2 rows copied."));
  expect(sign()?.className).toBe("grid-copied");
  clipboard.mockRejectedValue(new Error("not allowed"));
  document.execCommand = () => false;
  fireEvent.keyDown(cell(1), { key: "c", ctrlKey: true });
  await waitFor(() => expect(sign()?.textContent).toBe("It could not be copied."));
  expect(sign()?.className).toContain("grid-copied-not");
  fireEvent.keyDown(cell(1), { key: "a", ctrlKey: true });
  fireEvent.keyDown(cell(1), { key: "C", ctrlKey: true, shiftKey: true });
  await waitFor(() => expect(sign()?.textContent).toContain("are too many to copy"));
  fireEvent.keyDown(cell(1), { key: "Escape" });
  expect(sign(), "nothing of it stays once they are not selected").toBeNull();
});
