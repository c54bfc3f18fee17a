import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { OUTBOX } from "../base/desk";
import { KEPT_MS } from "../base/reports";
import { call, type DeskFailure, type OutboxGroup, type OutboxLine, type OutboxList } from "../platform";

/** Lines are read by so many, from a multiple of it on. */
const PAGE = 100;
/** The most that the desk gives in one answer. */
const MOST = 500;

/** Lines of a group, and at which position the first of them is. */
interface Part extends OutboxList {
  from: number;
}

/** Some lines of a group: in one answer, so that they fit together while others come and leave. */
function partQuery(group: OutboxGroup, from: number, count: number) {
  return queryOptions<Part, DeskFailure>({
    queryKey: [...OUTBOX, "list", group, from, count],
    queryFn: async () => ({ from, ...(await call("outbox_list", { group, from, count })) }),
    placeholderData: keepPreviousData,
    gcTime: KEPT_MS,
  });
}

/** The lines of a group that are in sight. */
export interface Lines {
  /** How many there are in all, as last told; null before the first answer. */
  total: number | null;
  /** The line at a position; undefined while it is being read. */
  at: (index: number) => OutboxLine | undefined;
  /** Where a report is, among the lines that are in sight; -1 where it is not. */
  indexOf: (intent: number | null) => number;
  /** The reports behind a position, in their order, as far as they are in sight. */
  behind: (index: number) => number[];
  /** Says, while the list is drawn, from which position to which it is in sight. */
  see: (first: number, last: number) => void;
  error: DeskFailure | null;
  again: () => void;
}

/** Reads the lines of a group that are in sight, and some around them. */
export function useLines(group: OutboxGroup): Lines {
  const [part, setPart] = useState({ from: 0, count: PAGE });
  const { data, dataUpdatedAt, error, refetch } = useQuery(partQuery(group, part.from, part.count));
  // What was read before and is shown again until it is read anew does not tell how many there are now.
  const told = useRef<{ total: number | null; at: number }>({ total: null, at: 0 });
  if (data && dataUpdatedAt > told.current.at) {
    told.current = { total: data.total, at: dataUpdatedAt };
  }
  const { from = 0, lines = [] } = data ?? {};
  return {
    total: told.current.total,
    at: (index) => lines[index - from],
    indexOf: (intent) => {
      const at = lines.findIndex((line) => line.intent === intent);
      return at < 0 ? at : from + at;
    },
    behind: (index) => lines.slice(Math.max(0, index - from + 1)).map((line) => line.intent),
    see: (first, last) => {
      const seen = Math.floor(first / PAGE) * PAGE;
      const count = Math.min(MOST, (Math.floor(last / PAGE) + 1) * PAGE - seen);
      if (seen !== part.from || count !== part.count) {
        setPart({ from: seen, count });
      }
    },
    error,
    again: () => void refetch(),
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
