import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
const TOKENS = read("./tokens.css").split("@media")[0] ?? "";

/** A color token in the light and in the dark look. */
function both(name: string): string[] {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(TOKENS);
  if (!found) {
    throw new Error(`no token ${name}`);
  }
  return found.slice(1);
}

/** How bright a color is, as the WCAG counts it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

describe("a quantity of zero", () => {
  it("steps back as quiet text does", () => {
    expect(read("./grids/grid/grid.css")).toMatch(/\.grid-nothing \{\s*color: var\(--text-quiet\);/);
  });

  it.each(["surface", "surface-sunken", "surface-hover", "accent-soft", "info-soft"])(
    "is dimmed and stays readable on %s",
    (surface) => {
      for (const [at, ground] of both(surface).entries()) {
        const quiet = contrast(both("text-quiet")[at] ?? "", ground);
        expect(quiet).toBeGreaterThanOrEqual(4.5);
        expect(quiet).toBeLessThan(contrast(both("text")[at] ?? "", ground));
      }
    },
  );
});
