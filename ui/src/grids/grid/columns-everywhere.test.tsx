import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { ColumnChooser } from "./ColumnChooser";
import type { GridModel } from "./model";
import type { GridRow } from "./view-source";

it("has every tab and license use the columns, says so, and undoes it", async () => {
  const asked: string[] = [];
  const state = { layout: { columns: [], sort: [] } };
  const model = {
    columns: [],
    statesOrder: [],
    subscribe: () => () => {},
    state: () => state,
    get canUndoEverywhere() {
      return asked.at(-1) === "everywhere";
    },
    layoutEverywhere: async () => void asked.push("everywhere"),
    undoEverywhere: async () => {
      asked.push("undo");
      return state.layout;
    },
  } as unknown as GridModel<GridRow>;
  const person = userEvent.setup();
  render(<ColumnChooser model={model} />);
  await person.click(screen.getByRole("button", { name: "Columns" }));
  await person.click(await screen.findByRole("button", { name: "Use everywhere" }));
  expect(await screen.findByText("Every tab and license has these columns now.")).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Undo “Use everywhere”" }));
  expect(await screen.findByText("Every tab and license has the columns again that it had before.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Undo “Use everywhere”" })).toBeNull();
  expect(asked).toEqual(["everywhere", "undo"]);
});
