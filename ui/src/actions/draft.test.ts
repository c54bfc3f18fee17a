import { expect, it } from "vitest";
import type { ActionChoices } from "../platform";
import { draftOf, readDraft } from "./draft";

const CHOICES: ActionChoices = {
  reasons: [
    { name: "Drying", requires_note: false },
    { name: "Spoilage", requires_note: true },
  ],
  locations: ["Vault"],
  items: [{ name: "Blue Dream", category: "Flower" }],
  today: "2026-11-23",
  note_room: 10,
  now: null,
};

const adjusted = (part: object) => {
  const draft = { ...draftOf("adjust", CHOICES.today), amount: "-1", reason: "Drying", ...part };
  return readDraft("adjust", draft, CHOICES);
};
const problems = (part: object) => {
  const read = adjusted(part);
  return read.is === "wrong" ? Object.keys(read.problems) : [];
};

it("begins with today and with nothing filled in, or with the form that is edited", () => {
  expect(draftOf("adjust", CHOICES.today)).toMatchObject({ date: "2026-11-23", mode: "by", amount: "", reason: "" });
  const edited = draftOf({ action: "location", location: "Vault", sublocation: "", date: "2026-11-01" }, CHOICES.today);
  expect(edited).toMatchObject({ location: "Vault", date: "2026-11-01" });
});

it("reads amounts as people type them", () => {
  // The desk reads it again, so it gets what was typed.
  for (const amount of ["-2.5", "−2.5", "1 000", ".5", "1,234.5", "2 lbs", "-1,234,567 g"]) {
    expect(adjusted({ amount: ` ${amount} ` }), amount).toMatchObject({ is: "form", form: { amount } });
  }
  for (const amount of ["", "-", "two", "1.2.3", "$5", "1,000", "−2,5", "1,000 g"]) {
    expect(problems({ amount }), amount).toEqual(["amount"]);
  }
  expect(problems({ mode: "to", amount: "-1" })).toEqual(["amount"]);
  expect(problems({ mode: "to", amount: "−1 g" })).toEqual(["amount"]);
});

it("asks what a comma means that can mean two things, naming both", () => {
  expect(adjusted({ mode: "to", amount: "1,000" })).toEqual({
    is: "wrong",
    problems: { amount: "Its comma can mean two things; write 1000 or 1.0, whichever you mean." },
  });
});

it("wants a reason, the note that the reason asks for, a note that fits, and a day that is not in the future", () => {
  expect(problems({ reason: "" })).toEqual(["reason"]);
  expect(problems({ reason: "Spoilage", note: "  " })).toEqual(["note"]);
  expect(problems({ reason: "Spoilage", note: "mould" })).toEqual([]);
  expect(problems({ note: "é".repeat(11) })).toEqual(["note"]);
  expect(problems({ date: "2026-11-24" })).toEqual(["date"]);
  expect(problems({ date: "23.11.2026" })).toEqual(["date"]);
});

it("asks the others only for what they need", () => {
  const empty = draftOf("note", CHOICES.today);
  expect(readDraft("note", empty, CHOICES)).toEqual({ is: "form", form: { action: "note", note: "" } });
  expect(readDraft("unfinish", empty, CHOICES)).toEqual({ is: "form", form: { action: "unfinish" } });
  expect(readDraft("location", empty, CHOICES)).toMatchObject({ is: "wrong" });
  expect(readDraft("item", empty, CHOICES)).toMatchObject({ is: "wrong" });
});
