import { expect, it } from "vitest";
import { folded, joined, places } from "./alike";

it("folds as the desk does: without case over all of Unicode, and without the marks on letters", () => {
  for (const alike of ["PÉREZ", "pérez", "Perez", "Pe\u0301rez"]) {
    expect(folded(alike)).toBe("perez");
  }
  expect([folded("STRASSE"), folded("Straße")]).toEqual(["strasse", "strasse"]);
  expect([folded("ΟΔΟΣ"), folded("οδός")]).toEqual(["οδοσ", "οδοσ"]);
  expect([folded("İpek"), folded("Łódź"), folded("Piña")]).toEqual(["ipek", "łodz", "pina"]);
});

it.each([
  ["Blue Dream", "DREAM", ["Dream"]],
  ["Piña Colada Pin\u0303a", "pina", ["Piña", "Pin\u0303a"]],
  ["Crème Brûlée", "brule", ["Brûlé"]],
  ["Straße", "strasse", ["Straße"]],
  ["Straße", "as", []],
  ["日本 茶", "茶", ["茶"]],
  ["🍇🍇 Grapes", "grape", ["Grape"]],
  ["Blue", "green", []],
  ["nanana", "nana", ["nana"]],
])("shows in %s where %s stands, in whole letters or not at all", (text, typed, wanted) => {
  expect(places(text, folded(typed)).map(([begin, end]) => text.slice(begin, end))).toEqual(wanted);
});

it("makes one place of places that touch", () => {
  expect(
    joined([
      [4, 6],
      [0, 2],
      [1, 4],
      [8, 9],
    ]),
  ).toEqual([
    [0, 6],
    [8, 9],
  ]);
});
