import { afterEach, expect, it, vi } from "vitest";
import { speak } from "../../words";
import { tabSeparated } from "./copy";
import { describeFilter } from "./filters";
import { cellCopy, cellWords, willOf, willWords } from "./words";

afterEach(() => speak("en-US"));

const SAMPLE = {
  row: 1,
  quantity: "1204.5000",
  packaged_date: "2026-03-04",
  received: "2026-11-23T02:30:00Z",
  departs: "2026-11-24T09:30:00",
  hold: true,
  item: "Blue\tDream",
};

it("shows one text and copies another: what is copied is read by spreadsheets", () => {
  expect(cellWords({ id: "packaged_date", kind: "date" }, SAMPLE)).toBe("Mar 4, 2026");
  expect(cellCopy({ id: "packaged_date", kind: "date" }, SAMPLE)).toBe("2026-03-04");
  expect(cellCopy({ id: "quantity", kind: "number" }, SAMPLE)).toBe("1204.5000");
  expect(cellWords({ id: "received", kind: "instant" }, SAMPLE)).toBe("Nov 22, 2026, 6:30 PM");
  expect(cellCopy({ id: "received", kind: "instant" }, SAMPLE)).toBe("2026-11-22 18:30");
  expect(cellWords({ id: "departs", kind: "local_time" }, SAMPLE)).toBe("Nov 24, 2026, 9:30 AM");
  expect(cellCopy({ id: "departs", kind: "local_time" }, SAMPLE)).toBe("2026-11-24 09:30");
  expect(cellWords({ id: "hold", kind: "flag" }, SAMPLE)).toBe("Yes");
  expect(cellWords({ id: "item", kind: "text" }, { row: -1, gone: true })).toBe("");
});

it("makes one line of a row and one cell of a cell", () => {
  expect(tabSeparated(["Item", "Unit"], [["Blue\tDream\r\n3.5 g", "ea"]])).toBe("Item\tUnit\r\nBlue Dream 3.5 g\tea");
});

it("says what is the state’s in Spanish", () => {
  speak("es-US");
  expect(cellWords({ id: "hold", kind: "flag" }, SAMPLE)).toBe("Sí");
  const column = { id: "hold", title: "Retenido", kind: "flag", shown: true, width: 80 } as const;
  expect(describeFilter(column, { op: "one_of", values: ["yes", ""] })).toBe("Retenido: Sí o en blanco");
});

it("says what a cell will be once what waits is recorded, and what is recorded now", () => {
  const will = [
    { column: "quantity", value: "0" },
    { column: "location", value: "" },
    { column: "finished", value: "2026-11-23" },
  ];
  const pending = { row: 1, group: "waiting" as const, words: "Adjust: waits", intents: [1], will };
  const row = { row: 1, quantity: "1204.5", unit: "g", location: "Vault", finished: "", pending };
  expect(willWords({ id: "quantity", kind: "number" }, row)).toBe("will be 0 g, recorded 1,204.5 g");
  expect(willWords({ id: "location", kind: "text" }, row)).toBe("will be blank, recorded Vault");
  expect(willOf({ id: "finished", kind: "date" }, row)).toBe("Nov 23, 2026");
  expect(willOf({ id: "item", kind: "text" }, row)).toBeUndefined();
  expect(cellCopy({ id: "quantity", kind: "number" }, row)).toBe("1204.5");
});

it("shows and copies the license's day wherever the computer is", () => {
  for (const zone of ["America/New_York", "Asia/Tokyo", "UTC"]) {
    vi.stubEnv("TZ", zone);
    expect(cellWords({ id: "received", kind: "instant" }, SAMPLE), zone).toBe("Nov 22, 2026, 6:30 PM PT");
    expect(cellCopy({ id: "received", kind: "instant" }, SAMPLE), zone).toBe("2026-11-22 18:30");
  }
});
