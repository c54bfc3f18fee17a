import { afterEach, describe, expect, it } from "vitest";
import { firstGroup, GROUP_LOOK } from "../base/groups";
import { aroundTag, summaryWords } from "../base/reports";
import { outboxStatus } from "../base/test-licenses";
import { line, tagOf } from "../base/test-outbox";
import { speak } from "../words";
import {
  daysBefore,
  dueWords,
  isDay,
  nextTry,
  oldestWords,
  openWords,
  refusalWords,
  standingWords,
  totalsWords,
} from "./words";

afterEach(() => speak("en-US"));

const NOW = new Date("2026-11-23T20:00:00Z");
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString();

describe("the 24-hour clock", () => {
  it("says by when, another day by its name, and when it is over by how much", () => {
    const all = [1, 12, 60, 192, 20 * 60, 3 * 24 * 60, 0.5, -0.5, -120, -135].map((minutes) => {
      const { words, tone } = dueWords(inMinutes(minutes), NOW);
      return `${tone}: ${words}`;
    });
    expect(all).toEqual([
      "soon: due 12:01 PM",
      "soon: due 12:12 PM",
      "soon: due 1:00 PM",
      "calm: due 3:12 PM",
      "calm: due Nov 24, 8:00 AM",
      "calm: due Nov 26, 12:00 PM",
      "soon: due 12:00 PM",
      "over: overdue by 1 min",
      "over: overdue by 2 h",
      "over: overdue by 2 h",
    ]);
  });
});

describe("the next try", () => {
  it("is a time, or a moment", () => {
    expect(nextTry(inMinutes(0.4), NOW)).toBe("Next try in a moment");
    expect(nextTry(inMinutes(5), NOW)).toBe("Next try at 12:05 PM");
  });
});

describe("what is open", () => {
  it("is said with what wants a person first", () => {
    expect(openWords(outboxStatus({ needs_you: 2, waiting: 5 }))).toBe("2 need you, 5 waiting");
    expect(openWords(outboxStatus({ needs_you: 1, refused: 3, waiting: 1200 }))).toBe(
      "1 needs you, 3 refused, 1,200 waiting",
    );
    expect(openWords(outboxStatus({ done: 9 }))).toBe("");
    expect(standingWords(outboxStatus({ needs_you: 1, sending: 10, checking: 2 }))).toBe(
      "1 needs you, 12 being reported",
    );
    expect(standingWords(outboxStatus({ done: 9 }))).toBe("");
  });

  it("decides which group one sees first", () => {
    expect(firstGroup(outboxStatus())).toBe("waiting");
    expect(firstGroup(outboxStatus({ done: 3 }))).toBe("done");
    expect(firstGroup(outboxStatus({ done: 3, waiting: 2 }))).toBe("waiting");
    expect(firstGroup(outboxStatus({ refused: 1, waiting: 2 }))).toBe("refused");
    expect(firstGroup(outboxStatus({ refused: 1, needs_you: 1 }))).toBe("needs_you");
  });
});

describe("the summary after working without a connection", () => {
  const since = "2026-11-23T08:00:00Z";

  it("names what became of each", () => {
    const words = (recorded: number, refused: number, needs_you: number) =>
      summaryWords({ offline_since: since, recorded, refused, needs_you });
    expect(words(38, 1, 1)).toBe(
      "While there was no connection, 40 reports waited: 38 were recorded, 1 was refused, 1 needs you.",
    );
    expect(words(40, 0, 0)).toBe("While there was no connection, 40 reports waited: 40 were recorded.");
    expect(words(1, 0, 0)).toBe("While there was no connection, 1 report waited: 1 was recorded.");
    expect(words(0, 2, 3)).toBe(
      "While there was no connection, 5 reports waited: 0 were recorded, 2 were refused, 3 need you.",
    );
  });
});

describe("a report's sentence", () => {
  it("is cut around its tag", () => {
    expect(aroundTag(line(7))).toEqual(["Finish package ", tagOf(7), ", on Nov 23, 2026"]);
    expect(aroundTag(line(7, { package: null, sentence: "Make receipt 7 final" }))).toEqual([
      "Make receipt 7 final",
      "",
      "",
    ]);
  });
});

describe("what was not carried out", () => {
  it("is said once for each reason", () => {
    const sent = "It is being sent.";
    expect(refusalWords([{ intent: 1, sentence: sent }])).toEqual([sent]);
    expect(
      refusalWords([
        { intent: 1, sentence: sent },
        { intent: 2, sentence: "It is over." },
        { intent: 3, sentence: sent },
      ]),
    ).toEqual([`2 reports: ${sent}`, "1 report: It is over."]);
  });
});

describe("the audit's period", () => {
  it("is counted in whole days", () => {
    expect(daysBefore("2026-03-01", 29)).toBe("2026-01-31");
  });

  it("takes days that exist", () => {
    expect(isDay("2026-02-28")).toBe(true);
    expect(isDay("2026-02-30")).toBe(false);
    expect(isDay("Nov 23")).toBe(false);
    expect(isDay("")).toBe(false);
  });
});

describe("in Spanish", () => {
  it("each count, clock and sentence has its own words", () => {
    speak("es-US");
    expect(openWords(outboxStatus({ needs_you: 1, refused: 3, waiting: 1200 }))).toBe(
      "1 requiere atención, 3 rechazados y 1,200 en espera",
    );
    expect(totalsWords(outboxStatus({ done: 1 }))).toBe("Nada pendiente y 1 hecho");
    expect(dueWords(inMinutes(192), NOW).words).toBe("vence: 3:12 p.\u00a0m.");
    expect(dueWords(inMinutes(20 * 60), NOW).words).toBe("vence: 24 nov, 8:00 a.\u00a0m.");
    expect(oldestWords(inMinutes(-120), NOW)).toBe("el más antiguo venció hace 2 h");
    expect(nextTry(inMinutes(5), NOW)).toBe("Próximo intento a las 12:05 p.\u00a0m.");
    expect(summaryWords({ offline_since: "", recorded: 38, refused: 1, needs_you: 0 })).toBe(
      "Mientras no hubo conexión esperaron 39 informes: 38 fueron registrados y 1 fue rechazado.",
    );
    expect(GROUP_LOOK.waiting.title).toBe("En espera");
  });
});
