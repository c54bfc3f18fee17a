import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { newQueryClient } from "../../base/desk";
import { ALDER, snapshot } from "../../base/test-licenses";
import { LicenseCell, PartyCell } from "./PartyCell";
import { partyOf } from "./party";
import { cellProps, columnOf } from "./testing";
import { cellCopy, wholeWords } from "./words";

const BY = "C12-0000123-LIC Emerald Rows";
const column = columnOf("packaged_by", "text");

it("shows who packaged by name first, the license quietly behind it; what is copied stays as files have it", () => {
  const row = { packaged_by: BY };
  const { container } = render(<PartyCell {...cellProps(column, row)} />);
  expect(container.textContent).toBe("Emerald Rows C12-0000123-LIC");
  expect(container.querySelector(".grid-party-number.unbroken")?.textContent).toBe("C12-0000123-LIC");
  expect(wholeWords(column, { row: 1, ...row })).toBe("Emerald Rows C12-0000123-LIC");
  expect(cellCopy(column, { row: 1, ...row } as never)).toBe(BY);
});

it.each([
  ["C10-0000123-LIC", null],
  ["CCL21-0000345 Eel River", { number: "CCL21-0000345", name: "Eel River" }],
  [`${BY} (by item origin)`, { number: "C12-0000123-LIC", name: "Emerald Rows (by item origin)" }],
  ["Not told: the state’s list of transferred packages does not name the packager", null],
  ["CO-OP Farms", null],
  ["", null],
])("takes %s apart only where it is a license and a name", (text, wanted) => {
  expect(partyOf(text)).toEqual(wanted);
});

it("shows whose books a row is in by the license's name, and a license that has none by its number", () => {
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot());
  const shown = (license: string) => {
    const cell = (
      <QueryClientProvider client={client}>
        <LicenseCell {...cellProps(columnOf("license", "text"), { license })} />
      </QueryClientProvider>
    );
    return render(cell).container.textContent;
  };
  expect(shown(ALDER.number)).toBe(`${ALDER.name} ${ALDER.number}`);
  expect(shown("C9-0000001-LIC")).toBe("C9-0000001-LIC");
});
