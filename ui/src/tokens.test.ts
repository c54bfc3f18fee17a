import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** The tokens as they stand in the file: one pair of light and dark each, high contrast's own after them. */
const [usual = "", high = ""] = readFileSync(new URL("tokens.css", `file://${import.meta.dirname}/`), "utf8").split(
  "@media (prefers-contrast: more)",
);

function pairs(css: string): Map<string, [string, string]> {
  const found = css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map(Array.from(found, ([, name = "", light = "", dark = ""]) => [name, [light, dark]]));
}

/** Relative luminance as WCAG 2 has it. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const SURFACES = ["surface", "surface-raised", "surface-sunken", "surface-hover"];
const ON: [string, string[]][] = [
  ["text", [...SURFACES, "surface-active", "accent-soft", "good-soft", "warn-soft", "bad-soft", "info-soft"]],
  ["text-quiet", [...SURFACES, "accent-soft", "warn-soft", "bad-soft", "info-soft"]],
  ["accent", [...SURFACES, "accent-soft"]],
  ["accent-ink", ["accent", "accent-hover"]],
  ["good", [...SURFACES, "good-soft"]],
  ["warn", [...SURFACES, "warn-soft"]],
  ["bad", [...SURFACES, "bad-soft"]],
  ["info", [...SURFACES, "info-soft"]],
];

describe.each([
  ["the usual colours", pairs(usual)],
  ["high contrast", new Map([...pairs(usual), ...pairs(high)])],
])("%s", (_, tokens) => {
  it.each([
    ["light", 0],
    ["dark", 1],
  ] as const)("%s: words can be read on everything they stand on, at 4.5 to 1 or better", (_, side) => {
    const weak = ON.flatMap(([text, grounds]) =>
      grounds.map((ground) => {
        const ratio = contrast(tokens.get(text)?.[side] ?? "", tokens.get(ground)?.[side] ?? "");
        return ratio >= 4.5 ? "" : `${text} on ${ground}: ${ratio.toFixed(2)}`;
      }),
    ).filter(Boolean);
    expect(weak).toEqual([]);
  });

  it.each([
    ["light", 0],
    ["dark", 1],
  ] as const)("%s: the focus and the edges of fields stand out at 3 to 1 or better", (_, side) => {
    for (const edge of ["focus", "line-control"]) {
      for (const ground of ["surface", "surface-raised", "surface-sunken"]) {
        expect(
          contrast(tokens.get(edge)?.[side] ?? "", tokens.get(ground)?.[side] ?? ""),
          `${edge} on ${ground}`,
        ).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it("leaves the edges of buttons, which have words, quieter than those of fields", () => {
    for (const side of [0, 1] as const) {
      const surface = tokens.get("surface")?.[side] ?? "";
      const edge = (token: string) => contrast(tokens.get(token)?.[side] ?? "", surface);
      expect(edge("line-button")).toBeLessThan(edge("line-control"));
      expect(edge("line")).toBeLessThan(edge("line-button"));
    }
  });
});
