import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { cutWords, GridSaved, pendingWords } from "./ExportMenu";

const saved = { file: "packages.xlsx", rows: 920 };

function shown(cut: { cell: string; column: string }[], cut_in_all: number, pending = 0): string {
  const written = { ...saved, cut, cut_in_all, pending };
  return renderToStaticMarkup(<GridSaved saved="export-1" file={saved.file} written={written} onClose={() => {}} />);
}

describe("what an export says", () => {
  it("says only that it is saved where everything is in it", () => {
    expect(cutWords({ cut: [], cut_in_all: 0 })).toBeNull();
    expect(shown([], 0)).toContain("notice-good");
  });

  it("says of how many packages the file does not have yet what was reported, and of none nothing", () => {
    expect(pendingWords({ pending: 0 })).toBeNull();
    expect(shown([], 0)).not.toContain("As the state has it");
    const text = shown([], 0, 3);
    expect(text).toContain("notice-warn");
    expect(text).toContain(
      "As the state has it: what was reported on 3 packages is not recorded yet and is not in it.",
    );
    expect(shown([{ cell: "D17", column: "Note" }], 1, 1)).toMatch(/on 1 package is not recorded.*cell D17/);
  });

  it("names the cell whose text Excel could not hold, and warns", () => {
    const text = shown([{ cell: "D17", column: "Note" }], 1);
    expect(text).toContain("notice-warn");
    expect(text).toContain("Saved packages.xlsx, 920 rows.");
    expect(text).toContain(
      "The text in cell D17 (Note) is longer than Excel allows. It was cut and says so at its end.",
    );
    expect(text).toContain("A CSV file has the whole text.");
  });

  it("names the first ones of many and counts the rest", () => {
    const cut = ["D2", "D3"].map((cell) => ({ cell, column: "Note" }));
    expect(cutWords({ cut, cut_in_all: 1_203 })).toBe(
      "The texts in 1,203 cells are longer than Excel allows: D2 (Note), D3 (Note), and 1,201 more. Each was cut and says so at its end.",
    );
  });
});
