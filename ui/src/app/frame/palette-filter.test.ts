import { expect, it } from "vitest";
import { fits, type PaletteEntry, type PaletteGroup, ranked } from "./palette-filter";
import { endsATag } from "./palette-found";

it("finds an entry by any of its words, never by letters strewn over it", () => {
  expect(fits("reset", "Reset the demo state", [])).toBe(1);
  expect(fits("demo", "Reset the demo state", [])).toBe(0.8);
  expect(fits("reset", "Show only Alder Street Dispensary", ["C10-0000123-LIC"])).toBe(0);
});

it("finds a license by a part of its number", () => {
  expect(fits("0123", "Show only Alder Street Dispensary", ["C10-0000123-LIC"])).toBe(0.3);
});

it("wants every word typed", () => {
  expect(fits("show foothill", "Show only Foothill Analytics", [])).toBe(0.8);
  expect(fits("show alder", "Show only Foothill Analytics", [])).toBe(0);
  expect(fits("", "Sync now", [])).toBe(1);
});

it("finds a word without its accents", () => {
  expect(fits("ubicacion", "Mover a otra ubicación", [])).toBe(0.8);
  expect(fits("ubicación", "Mover a otra ubicacion", ["ubicación"])).toBe(0.8);
});

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

it("takes the beginning of another word for more than its middle", () => {
  expect(fits("move", "Location…", ["move, room"])).toBeGreaterThan(fits("move", "Accounts", ["remove keys"]));
});

it("knows what may be the end of a tag", () => {
  expect(["0123", "012482", "1A4FF03000051DE000012296", " 012482 "].map(endsATag)).toEqual([true, true, true, true]);
  expect(["012", "blue", "3.5g", "sales 2024", "haze2"].map(endsATag)).toEqual([false, false, false, false, false]);
});
