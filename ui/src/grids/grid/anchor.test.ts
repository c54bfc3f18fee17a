import { expect, it } from "vitest";
import { findAnchor, nothingMoves } from "./anchor";

const rows = (...ids: number[]) => ids.map((row) => ({ row }));

it("follows the first wanted row that still exists", () => {
  const wanted = [
    { id: 99, position: 12 },
    { id: 5, position: 10 },
  ];
  expect(findAnchor(wanted, rows(1, 2, 3, 4, 5), 20)).toEqual({ from: 10, to: 24 });
  expect(findAnchor(wanted, rows(1, 2), 0)).toBeUndefined();
});

it("knows when nothing in sight would move", () => {
  const seen = [
    { id: 1, position: 0 },
    { id: 2, position: 1 },
  ];
  const at = (newer: { row: number }[]) => (position: number) => newer[position];
  expect(nothingMoves(seen, at(rows(1, 2, 3)))).toBe(true);
  expect(nothingMoves(seen, at(rows(3, 1, 2)))).toBe(false);
  expect(nothingMoves(seen, at(rows(1)))).toBe(false);
  expect(nothingMoves([], at(rows(3)))).toBe(true);
});
