import { expect, it } from "vitest";
import type { Review, ReviewLine } from "../platform";
import { changesBetween } from "./review-changes";

function line(id: number, before: string, ready = true): ReviewLine {
  return {
    package: { license: "C10-0000123-LIC", package_id: id, tag: `1A40603000000010000000${id}` },
    item: "Blue Dream",
    before,
    after: "0 g",
    ready,
    findings: [],
  };
}

const review = (lines: ReviewLine[]): Review => ({
  review: 1,
  title: "",
  sentences: [],
  totals: [],
  lines,
  ready: lines.length,
  refused: 0,
  warned: 0,
  more: false,
});

it("names what is other, new or gone", () => {
  const before = review([line(11, "12.5 g"), line(12, "1 g"), line(13, "2 g")]);
  const after = review([line(11, "10 g"), line(12, "1 g", false), line(14, "3 g")]);
  expect(changesBetween(before, after)).toEqual([
    "…000011 was 12.5 g and is now 10 g.",
    "…000012 can no longer be queued.",
    "…000014 is new here.",
    "…000013 is no longer in these records.",
  ]);
});

it("counts what would be too much to read, and says nothing of what is the same", () => {
  const many = Array.from({ length: 9 }, (_, at) => line(at + 10, "1 g"));
  const other = many.map((each) => ({ ...each, before: "2 g" }));
  const found = changesBetween(review(many), review(other));
  expect(found).toHaveLength(5);
  expect(found.at(-1)).toBe("5 more packages changed as well.");
  expect(changesBetween(review(many), review(many))).toEqual([]);
});
