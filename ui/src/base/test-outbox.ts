import { waitFor } from "@testing-library/react";
import type { AppSnapshot, OutboxGroup, OutboxLine, OutboxStatus, OutboxStory } from "../platform";
import { type TestDesk, testDesk } from "../platform/testing";
import { layOut } from "./test-layout";
import { ALDER, outboxStatus, snapshot } from "./test-licenses";

/** A tag of the demo's retailer. */
export function tagOf(number: number): string {
  return `1A40603000000010${String(number).padStart(8, "0")}`;
}

/** A report as a list has it: waiting, unless said otherwise. */
export function line(intent: number, more: Partial<OutboxLine> = {}): OutboxLine {
  const tag = tagOf(intent);
  return {
    intent,
    license: ALDER.number,
    kind: "finish",
    title: "Finish",
    sentence: `Finish package ${tag}, on Nov 23, 2026`,
    package: { license: ALDER.number, package_id: intent, tag },
    item: "Blue Dream 3.5 g jar",
    who: "Maria",
    queued_at: "2026-11-23T08:00:00Z",
    since: "2026-11-23T08:00:00Z",
    group: "waiting",
    outcome: "queued",
    happened: "This waits for a connection.",
    safe: "It is saved on this computer.",
    now: "Nothing to do: it is sent by itself when the connection is back.",
    said: "",
    next_at: null,
    due: "2026-11-24T08:00:00Z",
    can_withdraw: true,
    can_edit: false,
    can_decide: false,
    ...more,
  };
}

/** One that the state refused. */
export function refused(intent: number, more: Partial<OutboxLine> = {}): OutboxLine {
  return line(intent, {
    group: "refused",
    outcome: "rejected",
    happened: "The state refused this.",
    safe: "The state recorded nothing. Your entry is kept here.",
    now: "Read the state’s answer, then edit and resend, or withdraw it.",
    said: "Package quantity must be zero.",
    due: null,
    can_withdraw: false,
    can_edit: true,
    ...more,
  });
}

/** One that a person decides. */
export function undecided(intent: number, more: Partial<OutboxLine> = {}): OutboxLine {
  return line(intent, {
    group: "needs_you",
    outcome: "needs_person",
    happened: "The state accepted this, but its record does not show it. Somebody may have changed it since.",
    safe: "Your entry is kept here. Nothing is sent until you decide.",
    now: "Compare the facts, then choose “It was recorded” or “Send again”.",
    can_withdraw: false,
    can_decide: true,
    ...more,
  });
}

/** One that is over. */
export function done(intent: number, more: Partial<OutboxLine> = {}): OutboxLine {
  return line(intent, {
    group: "done",
    outcome: "recorded",
    happened: "The state recorded this, and we read it back.",
    safe: "The state’s record shows it.",
    now: "Nothing to do.",
    due: null,
    can_withdraw: false,
    ...more,
  });
}

/** A line's story. */
export function story(of: OutboxLine, more: Partial<OutboxStory> = {}): OutboxStory {
  return {
    line: of,
    form: { action: "finish", date: "2026-11-23" },
    body: `{"Label":"${of.package?.tag}","ActualDate":"2026-11-23"}`,
    facts: [],
    choices: [],
    attempts: [],
    events: [{ at: of.queued_at, who: of.who, what: "Queued.", detail: "" }],
    waits_for: [],
    supersedes: null,
    superseded_by: null,
    ...more,
  };
}

/** The reports in sight. Found by the document, since names of so many rows take their time. */
export function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[role='grid'] [role='row'][data-index]")];
}

/** The row of a report, once it is there. */
export function rowOf(intent: number): Promise<HTMLElement> {
  return waitFor(() => {
    const row = rows().find((each) => each.textContent?.includes(tagOf(intent)));
    if (!row) {
      throw new Error(`no row of report ${intent}`);
    }
    return row;
  });
}

/** A desk with an outbox in memory. */
export interface OutboxDesk extends TestDesk {
  /** The snapshot as the desk would give it now. */
  answered: () => Promise<AppSnapshot>;
  /** Puts other lines in place and tells the page. */
  become: (lines: OutboxLine[], more?: Partial<OutboxStatus>) => void;
}

/** Puts a desk behind the page that holds these reports; withdrawing, deciding and clearing change them. */
export function outboxDesk(
  begin: OutboxLine[],
  {
    status: first = {},
    stories = {},
  }: { status?: Partial<OutboxStatus>; stories?: Record<number, Partial<OutboxStory>> } = {},
): OutboxDesk {
  layOut(".outbox-list");
  let lines = begin;
  let more = first;
  let revision = 1;
  const count = (group: OutboxGroup) => lines.filter((each) => each.group === group).length;
  const status = () =>
    outboxStatus({
      waiting: count("waiting"),
      sending: count("sending"),
      checking: count("checking"),
      needs_you: count("needs_you"),
      refused: count("refused"),
      done: count("done"),
      revision,
      ...more,
    });
  const change = (intents: number[], to: (line: OutboxLine) => OutboxLine | null) => {
    const before = lines;
    lines = lines.flatMap((each) => (intents.includes(each.intent) ? (to(each) ?? []) : each));
    revision += 1;
    const changed = before.filter((each) => !lines.includes(each)).length;
    return { changed, refused: [], outbox: status() };
  };
  const desk = testDesk({
    app_snapshot: () => snapshot({ outbox: status() }),
    outbox_list: ({ group, from, count: number }) => {
      const all = lines.filter((each) => each.group === group);
      return { total: all.length, lines: all.slice(from, from + number) };
    },
    outbox_story: ({ intent }) => {
      const found = lines.find((each) => each.intent === intent) ?? done(intent);
      return story(found, stories[intent]);
    },
    outbox_withdraw: ({ intents }) => change(intents, (each) => done(each.intent, { outcome: "withdrawn" })),
    outbox_decide: ({ intent }) => change([intent], (each) => done(each.intent, { outcome: "decided" })),
    outbox_clear: ({ intents }) =>
      change(
        intents.length > 0 ? intents : lines.filter((each) => each.group === "done").map((each) => each.intent),
        () => null,
      ),
    outbox_try: () => ({ changed: 0, refused: [], outbox: status() }),
    outbox_summary_seen: () => {
      more = { ...more, summary: null };
      revision += 1;
      return { changed: 1, refused: [], outbox: status() };
    },
  });
  return {
    ...desk,
    answered: async () => snapshot({ outbox: status() }),
    become(next, others = more) {
      lines = next;
      more = others;
      revision += 1;
      desk.tell({ event: "outbox", status: status() });
    },
  };
}
