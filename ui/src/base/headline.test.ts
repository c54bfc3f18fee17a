import { describe, expect, it } from "vitest";
import { deskError } from "../platform/testing";
import {
  ageWords,
  announcement,
  dataFrom,
  headlineWords,
  indicatorWords,
  outboxAnnouncement,
  sharedTrouble,
} from "./headline";
import { ALDER, FOOTHILL, outboxStatus, ready, syncStatus } from "./test-licenses";

const NOW = new Date(2026, 2, 2, 15, 0);
const TWO = new Date(2026, 2, 2, 14, 2).toISOString();

describe("the indicator", () => {
  it("says each standing in one line", () => {
    const lines = [
      headlineWords({ is: "nothing" }, NOW),
      headlineWords({ is: "up_to_date", at: TWO, except: [], refused: [] }, NOW),
      headlineWords({ is: "up_to_date", at: TWO, except: ["Employees", "Drivers"], refused: [] }, NOW),
      headlineWords({ is: "up_to_date", at: TWO, except: ["Employees", "Drivers", "Vehicles"], refused: [] }, NOW),
      headlineWords({ is: "updating", percent: 62 }, NOW),
      headlineWords({ is: "updating", percent: null }, NOW),
      headlineWords({ is: "offline", since: TWO, as_of: TWO }, NOW),
      headlineWords({ is: "offline", since: TWO, as_of: null }, NOW),
      headlineWords({ is: "waiting", until: TWO }, NOW),
      headlineWords({ is: "needs_you", reason: "enter the keys for California" }, NOW),
      headlineWords({ is: "cancelled" }, NOW),
    ].map((line) => `${line.tone}: ${line.words}`);
    expect(lines).toMatchInlineSnapshot(`
      [
        "calm: No license loaded",
        "good: Up to date 2:02 PM",
        "calm: Up to date 2:02 PM, except Employees and Drivers",
        "calm: Up to date 2:02 PM, except 3 lists",
        "busy: Updating 62%",
        "busy: Updating",
        "calm: Offline, data from 2:02 PM",
        "calm: Offline, nothing loaded yet",
        "calm: Waiting for the state until 2:02 PM",
        "warn: Needs you: enter the keys for California",
        "calm: Stopped",
      ]
    `);
  });

  it("says that not all may be read, beside what could not be read", () => {
    const line = (except: string[], refused: string[]) => {
      const { tone, words } = headlineWords({ is: "up_to_date", at: TWO, except, refused }, NOW);
      return `${tone}: ${words}`;
    };
    expect([
      line([], ["Active packages"]),
      line(["Drivers"], ["Active packages"]),
      line(["Drivers", "Employees", "Vehicles"], ["Active packages"]),
    ]).toEqual([
      "calm: Up to date in part 2:02 PM",
      "calm: Up to date in part 2:02 PM, except Drivers",
      "calm: Up to date in part 2:02 PM, except 3 lists",
    ]);
  });

  it("is calm when offline: only a person who is needed stands out", () => {
    expect(headlineWords({ is: "offline", since: TWO, as_of: TWO }, NOW).tone).toBe("calm");
    expect(headlineWords({ is: "needs_you", reason: "x" }, NOW).tone).toBe("warn");
  });
});

describe("the indicator with what is to be reported", () => {
  const said = (
    headline: Parameters<typeof indicatorWords>[0],
    outbox: Partial<Parameters<typeof indicatorWords>[1]>,
  ) => {
    const { tone, words } = indicatorWords(headline, outboxStatus(outbox), NOW);
    return `${tone}: ${words}`;
  };
  const online = { is: "up_to_date" as const, at: TWO, except: [] as string[], refused: [] as string[] };
  const offline = { is: "offline", since: TWO, as_of: TWO } as const;
  const held = { happened: "There is no connection.", until: null, offline: true, blocked: false };

  it("is one line, with the person who is needed first", () => {
    expect([
      said(online, { done: 40 }),
      said(online, { done: 40, refused: 1 }),
      said(online, { waiting: 3, sending: 10, checking: 2 }),
      said(online, { waiting: 5, held: { ...held, offline: false } }),
      said(online, { waiting: 5, held }),
      said(online, { waiting: 5, held: { ...held, offline: false, blocked: true } }),
      said({ is: "updating", percent: null }, { waiting: 5, held: { ...held, offline: false, blocked: true } }),
      said({ is: "needs_you", reason: "This network wants a sign-in." }, { waiting: 5 }),
      said(offline, { waiting: 5 }),
      said(offline, { waiting: 4, checking: 1, refused: 1 }),
      said(offline, { refused: 1 }),
      said(offline, { waiting: 5, needs_you: 2 }),
      said({ is: "updating", percent: 62 }, { waiting: 5 }),
      said({ is: "needs_you", reason: "enter the keys" }, { needs_you: 2 }),
    ]).toEqual([
      "good: Up to date 2:02 PM",
      "calm: Up to date 2:02 PM",
      "busy: Up to date 2:02 PM, 15 being reported",
      "calm: Up to date 2:02 PM, 5 waiting",
      "calm: Offline, 5 waiting",
      "warn: Needs you: reports cannot reach the state, 5 waiting",
      "warn: Needs you: reports cannot reach the state, 5 waiting",
      "warn: Needs you: This network wants a sign-in",
      "calm: Offline, 5 waiting",
      "calm: Offline, 5 waiting",
      "calm: Offline, data from 2:02 PM",
      "warn: Needs you (2)",
      "busy: Updating 62%",
      "warn: Needs you: enter the keys",
    ]);
  });

  it("says aloud only that a person is needed, that something was refused, and what came of those that waited", () => {
    const from = (before: object, after: object) => outboxAnnouncement(outboxStatus(before), outboxStatus(after));
    expect(from({ waiting: 5 }, { sending: 5 })).toBe("");
    expect(from({ needs_you: 2 }, { needs_you: 1 })).toBe("");
    const blocked = { happened: "A web filter is in the way.", until: null, offline: false, blocked: true };
    expect(from({ waiting: 1 }, { waiting: 1, held: blocked })).toBe("A web filter is in the way.");
    expect(from({ waiting: 1, held: blocked }, { waiting: 2, held: blocked })).toBe("");
    expect(from({}, { needs_you: 1, refused: 1 })).toBe("A report needs you.");
    const summary = { offline_since: TWO, recorded: 40, refused: 0, needs_you: 0 };
    expect(from({}, { summary })).toBe("While there was no connection, 40 reports waited: 40 were recorded.");
    expect(from({ summary }, { summary })).toBe("");
    expect(from({ needs_you: 1 }, { needs_you: 3 })).toBe("3 reports need you.");
    expect(from({ refused: 1 }, { refused: 3 })).toBe("The state refused 2 reports.");
  });
});

describe("what is said aloud", () => {
  it("is nothing for a look for news that ends as it began", () => {
    expect(announcement("up_to_date", { is: "updating", percent: 10 }, NOW)).toBe("");
    expect(announcement("up_to_date", { is: "up_to_date", at: TWO, except: [], refused: [] }, NOW)).toBe("");
  });

  it("is a word when the connection goes and when it comes back", () => {
    expect(announcement("up_to_date", { is: "offline", since: TWO, as_of: TWO }, NOW)).toBe(
      "Offline, data from 2:02 PM",
    );
    expect(announcement("offline", { is: "up_to_date", at: TWO, except: [], refused: [] }, NOW)).toBe(
      "Up to date 2:02 PM",
    );
  });
});

describe("the age of the data", () => {
  it("is that of the oldest license shown", () => {
    const status = syncStatus({
      licenses: [
        ready(ALDER.number, { as_of: "2026-03-02T14:00:00Z" }),
        ready(FOOTHILL.number, { as_of: "2026-03-02T13:00:00Z" }),
      ],
    });
    expect(dataFrom(status, [ALDER.number, FOOTHILL.number])).toBe("2026-03-02T13:00:00Z");
    expect(dataFrom(status, [ALDER.number])).toBe("2026-03-02T14:00:00Z");
  });

  it("never stands against the indicator: offline it is the time that the indicator means, or nothing", () => {
    const minutes = (ago: number) => new Date(NOW.getTime() - ago * 60_000).toISOString();
    const licenses = [ready(ALDER.number, { as_of: minutes(0) }), ready(FOOTHILL.number, { as_of: TWO })];
    const offline = { is: "offline", since: TWO, as_of: TWO } as const;
    const said = (headline: Parameters<typeof indicatorWords>[0], outbox = outboxStatus()) => {
      const sync = syncStatus({ licenses, headline });
      return [indicatorWords(headline, outbox, NOW).words, ageWords({ sync, outbox }, [ALDER.number], NOW).words];
    };
    const held = { happened: "There is no connection.", until: null, offline: true, blocked: false };
    expect(said(offline)).toEqual(["Offline, data from 2:02 PM", ""]);
    expect(said(offline, outboxStatus({ waiting: 5 }))).toEqual(["Offline, 5 waiting", "Data from 2:02 PM"]);
    expect(said({ ...offline, as_of: null })).toEqual(["Offline, nothing loaded yet", ""]);
    const read = { is: "up_to_date" as const, at: TWO, except: [], refused: [] };
    expect(said(read, outboxStatus({ waiting: 5, held }))).toEqual(["Offline, 5 waiting", "Data from 3:00 PM"]);
    expect(said(read)).toEqual(["Up to date 2:02 PM", "Data 58 min old"]);
    expect(said({ is: "updating", percent: 3 })).toEqual(["Updating 3%", "Data under 1 min old"]);
  });

  it("is unknown while one of them was never read whole", () => {
    const status = syncStatus({ licenses: [ready(ALDER.number), ready(FOOTHILL.number, { as_of: null })] });
    expect(dataFrom(status, [ALDER.number, FOOTHILL.number])).toBeNull();
  });
});

describe("the same trouble at several licenses", () => {
  const offline = deskError({ code: "offline", message: "No connection to the state." });
  const failed = (number: string, error = offline) => ready(number, { state: "failed", error });

  it("is said once", () => {
    expect(sharedTrouble([failed(ALDER.number), failed(FOOTHILL.number)])).toEqual(offline);
  });

  it("is said at each where it differs, or where there is one, or where each needs keys", () => {
    const keys = deskError({ code: "wrong_key" });
    expect(sharedTrouble([failed(ALDER.number), failed(FOOTHILL.number, keys)])).toBeNull();
    expect(sharedTrouble([failed(ALDER.number), ready(FOOTHILL.number)])).toBeNull();
    expect(sharedTrouble([failed(ALDER.number, keys), failed(FOOTHILL.number, keys)])).toBeNull();
  });
});
