import { expect, it } from "vitest";
import type { DraftFinding } from "../../../platform";
import { tagOf } from "../../testing";
import { alike } from "./alike";

const line = (line: number, sentence: string): DraftFinding => ({
  weight: "stop",
  sentence,
  source: "",
  spot: { at: "line", line, field: "price" },
});
const head: DraftFinding = { weight: "stop", sentence: "Name it.", source: "", spot: { at: "field", field: "phone" } };

it("tells once what is so with many lines, in the order of the first", () => {
  const found = alike([
    head,
    line(11, "Line 1 has no price."),
    line(12, `${tagOf(2)} is on hold.`),
    line(13, "Line 3 has no price."),
    line(14, `${tagOf(4)} is on hold.`),
    line(15, "Line 5 has no price."),
    line(16, "Line 6 has a price of 0."),
  ]);
  expect(found.map(({ first, more }) => [first.sentence, more])).toEqual([
    ["Name it.", 0],
    ["Line 1 has no price.", 2],
    [`${tagOf(2)} is on hold.`, 1],
    ["Line 6 has a price of 0.", 0],
  ]);
});

it("tells once what is so with many lines in Spanish, too", () => {
  const found = alike([line(11, "La línea 1 no tiene precio."), line(12, "La línea 2 no tiene precio.")]);
  expect(found.map(({ more }) => more)).toEqual([1]);
});
