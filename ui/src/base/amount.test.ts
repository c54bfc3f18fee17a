import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { quantityWords, readAmount, readNumber, readQuantity, whyWords } from "./amount";

interface Case {
  typed: string;
  field?: "any" | "quantity" | "price" | "number";
  amount?: string;
  unit_text?: string;
  money?: boolean;
  refused?: string;
}

/** The table that `rules::read_amount` is held to. */
const CASES: Case[] = JSON.parse(readFileSync("../src-tauri/crates/rules/cases/amounts.json", "utf8"));
const READERS = { any: readAmount, quantity: readQuantity, number: readNumber };

// The page reads no prices: they are typed into drafts, which the desk checks.
const READ_HERE = CASES.flatMap(({ field = "any", ...each }) => (field === "price" ? [] : [{ ...each, field }]));

/** Why the desk refuses, as the sentence that the page makes of it. */
const sentence = (why: string) => `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;

it("reads every amount of the table as the desk does", () => {
  expect(READ_HERE.length).toBeGreaterThan(60);
  for (const { typed, field, amount, unit_text: unit = "", money = false, refused } of READ_HERE) {
    const read = READERS[field](typed);
    const wanted =
      amount !== undefined
        ? { is: "amount", amount, unit, money }
        : refused
          ? { is: "wrong", why: sentence(refused) }
          : { is: "empty" };
    const told = read.is === "wrong" ? { ...read, why: whyWords(read.why) } : read;
    expect(told, JSON.stringify(typed)).toEqual(wanted);
  }
});

it("never reads what the grid shows as another number", () => {
  for (const amount of ["0", "999", "1000", "1204.5", "-1234567", "1234567.25", "0.000001", "-1000"]) {
    const read = readAmount(quantityWords(amount));
    if (read.is === "wrong") {
      expect(whyWords(read.why)).toMatch(`Its comma can mean two things; write ${amount} or `);
    } else {
      expect(read).toMatchObject({ is: "amount", amount });
    }
  }
});

it("groups thousands and loses no digit", () => {
  expect(["1204.5000", "-1234567", "12345678901234567890.25", "0.3333", "", "n/a"].map(quantityWords)).toEqual([
    "1,204.5000",
    "-1,234,567",
    "12,345,678,901,234,567,890.25",
    "0.3333",
    "",
    "n/a",
  ]);
});
