import { queryOptions, useQueries } from "@tanstack/react-query";
import { OUTBOX } from "../base/desk";
import { KEPT_MS } from "../base/reports";
import { call, type DeskFailure, type OutboxGroup, type OutboxLine, type OutboxList } from "../platform";

/** How many lines are read at once. */
export const PAGE = 100;
/** The most that the desk gives in one answer. */
const MOST = 500;

/** One page of a group. */
function pageQuery(group: OutboxGroup, page: number) {
  return queryOptions<OutboxList, DeskFailure>({
    queryKey: [...OUTBOX, "list", group, page],
    queryFn: () => call("outbox_list", { group, from: page * PAGE, count: PAGE }),
    gcTime: KEPT_MS,
  });
}

/** The lines of a group that are in sight. */
export interface Lines {
  /** How many there are in all; null before the first answer. */
  total: number | null;
  /** The line at a position; undefined while it is being read. */
  at: (index: number) => OutboxLine | undefined;
  /** Where a report is, among the lines that are in sight. */
  indexOf: (intent: number) => number;
  error: DeskFailure | null;
  again: () => void;
}

/** Reads the pages in which the positions from `first` to `last` are. */
export function useLines(group: OutboxGroup, first: number, last: number): Lines {
  const from = Math.floor(first / PAGE);
  const pages = Array.from({ length: Math.floor(last / PAGE) - from + 1 }, (_, at) => from + at);
  const answers = useQueries({ queries: pages.map((page) => pageQuery(group, page)) });
  const found = new Map<number, OutboxLine>();
  const places = new Map<number, number>();
  let total: number | null = null;
  let newest = 0;
  for (const [at, { data, dataUpdatedAt }] of answers.entries()) {
    if (!data) {
      continue;
    }
    if (total === null || dataUpdatedAt > newest) {
      total = data.total;
      newest = dataUpdatedAt;
    }
    for (const [offset, line] of data.lines.entries()) {
      // Two pages read at different moments may both have it.
      if (!places.has(line.intent)) {
        const index = (from + at) * PAGE + offset;
        places.set(line.intent, index);
        found.set(index, line);
      }
    }
  }
  const failed = answers.filter((answer) => answer.isError);
  return {
    total,
    at: (index) => found.get(index),
    indexOf: (intent) => places.get(intent) ?? -1,
    error: failed[0]?.error ?? null,
    again: () => {
      for (const answer of failed) {
        void answer.refetch();
      }
    },
  };
}

/** The numbers of the reports from one position to another, both included, as they are now. */
export async function readIntents(group: OutboxGroup, first: number, last: number): Promise<number[]> {
  const intents = new Set<number>();
  for (let from = first; from <= last; from += MOST) {
    const { lines } = await call("outbox_list", { group, from, count: Math.min(MOST, last - from + 1) });
    for (const line of lines) {
      intents.add(line.intent);
    }
    if (lines.length === 0) {
      break;
    }
  }
  return [...intents];
}
