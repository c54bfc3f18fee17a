import { act, render, screen } from "@testing-library/react";
import type { ComponentProps } from "react";
import { expect, it } from "vitest";
import type { PackageRow } from "../../platform";
import { CheckCell } from "./cells";
import { Selection } from "./selection";

it("is called by its row and says whether it is selected", () => {
  const selection = new Selection<PackageRow>();
  const data = { row: 1, tag: "1A4060300000001000000017" } as PackageRow;
  const given = { data, context: { model: { selection } } } as unknown as ComponentProps<typeof CheckCell>;
  render(
    <table>
      <tbody>
        <tr>
          <td>
            <CheckCell {...given} />
          </td>
        </tr>
      </tbody>
    </table>,
  );
  expect(screen.getByRole("cell", { name: "Not selected: …000017" })).toBeTruthy();
  act(() => selection.only(data, 0));
  expect(screen.getByRole("cell", { name: "Selected: …000017" })).toBeTruthy();
});
