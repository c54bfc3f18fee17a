import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { ColumnChooser } from "./ColumnChooser";
import type { GridModel } from "./model";
import type { GridRow } from "./view-source";

it("has every tab and license use the columns, and says so", async () => {
  let asked = 0;
  const state = { layout: { columns: [], sort: [] } };
  const model = {
    columns: [],
    statesOrder: [],
    subscribe: () => () => {},
    state: () => state,
    layoutEverywhere: async () => {
      asked += 1;
    },
  } as unknown as GridModel<GridRow>;
  const person = userEvent.setup();
  render(<ColumnChooser model={model} />);
  await person.click(screen.getByRole("button", { name: "Columns" }));
  await person.click(await screen.findByRole("button", { name: "Use everywhere" }));
  expect(await screen.findByText("Every tab and license has these columns now.")).toBeTruthy();
  expect(asked).toBe(1);
});
