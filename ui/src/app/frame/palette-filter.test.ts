import { expect, it } from "vitest";
import type { PaletteEntry, PaletteGroup } from "../../base/palette";
import { ranked } from "./palette-filter";
import { endsATag } from "./palette-found";

const line = (words: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: words,
  icon: "check",
  words,
  act: () => {},
  ...more,
});
const shown = (groups: PaletteGroup[], typed: string) =>
  ranked(groups, typed).map(({ id, entries }) => [id, ...entries.map(({ words }) => words)]);

it("puts the best first, and of what fits alike what can be done before what cannot", () => {
  const groups = [
    { id: "selected", heading: "", entries: [line("Finish", { why: "Select packages first" })] },
    { id: "places", heading: "", entries: [line("Today", { why: "Still to come" }), line("Outbox")] },
    { id: "actions", heading: "", entries: [line("Stop", { also: ["finish"] })] },
  ];
  expect(shown(groups, "fin")).toEqual([
    ["selected", "Finish"],
    ["actions", "Stop"],
  ]);
  expect(shown(groups, "")).toEqual([
    ["places", "Outbox", "Today"],
    ["actions", "Stop"],
    ["selected", "Finish"],
  ]);
});

it("finds a part of a place by its own name, not by the place's alone", () => {
  const held = line("Packages: On Hold", { under: "Packages" });
  const groups = [{ id: "places", heading: "", entries: [line("Packages"), held] }];
  expect(shown(groups, "hold")).toEqual([["places", "Packages: On Hold"]]);
  expect(shown(groups, "packages hold")).toEqual([["places", "Packages: On Hold"]]);
  expect(shown(groups, "pack")).toEqual([["places", "Packages"]]);
  expect(shown(groups, "")).toEqual([["places", "Packages"]]);
});

it("knows what may be the end of a tag", () => {
  expect(["0123", "012482", "1A4FF03000051DE000012296", " 012482 "].map(endsATag)).toEqual([true, true, true, true]);
  expect(["012", "blue", "3.5g", "sales 2024", "haze2"].map(endsATag)).toEqual([false, false, false, false, false]);
});
