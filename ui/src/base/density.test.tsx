import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { applyDensity, chooseDensity, DENSITIES, readDensity, rowHeight, useRowHeight } from "./density";

it("has comfortable rows of 30 pixels, and compact ones of 24 once they are chosen", () => {
  applyDensity(readDensity());
  expect([readDensity(), rowHeight(), document.documentElement.dataset.rows]).toEqual([
    "comfortable",
    30,
    "comfortable",
  ]);
  const { result } = renderHook(useRowHeight);
  act(() => chooseDensity("compact"));
  expect(result.current, "the open grid follows").toBe(24);
  expect(document.documentElement.dataset.rows, "and its style").toBe("compact");
  expect(readDensity(), "it is remembered").toBe("compact");
  act(() => chooseDensity("comfortable"));
  expect(result.current).toBe(30);
  expect(DENSITIES.map(({ value }) => value)).toEqual(["comfortable", "compact"]);
});
