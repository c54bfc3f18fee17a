import { describe, expect, it } from "vitest";
import { looksLikeTag, SCAN_GAP_MS, ScanBurst } from "./burst";

const TAG = "1A4060300000001000000017";

/** Presses keys with so many milliseconds between them; what came of the last one. */
function press(burst: ScanBurst, keys: readonly string[], gap: number, from = 0): string | null {
  let got: string | null = null;
  for (const [at, key] of keys.entries()) {
    got = burst.press(key, from + at * gap);
  }
  return got;
}

describe("a scanner among key presses", () => {
  it("is recognized by its speed and by Enter", () => {
    expect(press(new ScanBurst(), [...TAG, "Enter"], 6)).toBe(TAG);
    expect(press(new ScanBurst(), [...TAG, "Enter"], SCAN_GAP_MS)).toBe(TAG);
    expect(press(new ScanBurst(), [...TAG], 6)).toBeNull();
  });

  it("presses Shift for capitals", () => {
    const keys = [...TAG].flatMap((key) => (key === "A" ? ["Shift", key] : [key]));
    expect(press(new ScanBurst(), [...keys, "Enter"], 5)).toBe(TAG);
  });

  it("is not a hand that types, nor words, nor keys that mean something", () => {
    expect(press(new ScanBurst(), [...TAG, "Enter"], SCAN_GAP_MS + 1)).toBeNull();
    expect(press(new ScanBurst(), [..."hello", "Enter"], 5)).toBeNull();
    expect(press(new ScanBurst(), [...TAG.slice(0, 20), "ArrowDown", ...TAG.slice(20), "Enter"], 5)).toBeNull();
    expect(press(new ScanBurst(), ["Enter"], 5)).toBeNull();
    const burst = new ScanBurst();
    press(burst, [...TAG], 5);
    burst.forget();
    expect(burst.press("Enter", 125)).toBeNull();
  });

  it("begins anew behind a key of a person, however soon after it", () => {
    expect(press(new ScanBurst(), ["ArrowDown", ...TAG, "Enter"], 5)).toBe(TAG);
  });

  it("reads whatever has a barcode: its Enter is no hand's either", () => {
    expect(press(new ScanBurst(), [..."012345678905", "Enter"], 5)).toBe("012345678905");
    expect(press(new ScanBurst(), [..."https://1a4.com/X-1", "Enter"], 5)).toBe("https://1a4.com/X-1");
  });

  it("starts anew after every Enter and after a pause", () => {
    const burst = new ScanBurst();
    expect(press(burst, [...TAG, "Enter"], 5)).toBe(TAG);
    expect(press(burst, [...TAG, "Enter"], 5, 125)).toBe(TAG);
    press(burst, ["x"], 5, 1_000);
    expect(press(burst, [...TAG, "Enter"], 5, 2_000)).toBe(TAG);
  });

  it("is whole where a busy machine held its keys back for a moment, if that makes a tag", () => {
    const held = (...parts: string[][]) => {
      const burst = new ScanBurst();
      return parts.map((keys, at) => press(burst, keys, 5, at * 500)).at(-1);
    };
    const [head, middle, end] = [TAG.slice(0, 10), TAG.slice(10, 18), TAG.slice(18)];
    expect(held([...head], [...middle, ...end, "Enter"])).toBe(TAG);
    expect(held([...head], [...middle], [...end, "Enter"])).toBe(TAG);
    expect(held([...TAG], ["Enter"]), "its Enter late").toBe(TAG);
    expect(held([...head], [...middle], [...end], ["Enter"]), "too often").toBeNull();
    expect(held(["1"], [...TAG, "Enter"]), "a key of a person before it").toBe(TAG);
    expect(held([...head], ["ArrowDown", ...middle, ...end, "Enter"]), "a key of a person within").toBe(middle + end);
    const late = new ScanBurst();
    press(late, [...head], 5);
    expect(press(late, [...middle, ...end, "Enter"], 5, 1_000), "a second later").toBe(middle + end);
  });

  it("leaves what is a little off to the desk, which says why", () => {
    expect(looksLikeTag(TAG.slice(0, 22))).toBe(true);
    expect(looksLikeTag("A".repeat(12))).toBe(false);
    expect(looksLikeTag(`${TAG.slice(0, 20)}-177`)).toBe(false);
  });
});
