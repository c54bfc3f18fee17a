import type { Collection } from "../../platform";
import { say } from "../../words";
import { NOUNS } from "./nouns";
import type { Reading } from "./reading";
import type { Counted } from "./totals";

/** What the foot says of how many rows there are. `sums`: where the sums stand, if there are any. */
export interface FootWords {
  words: string;
  /** `within`: "…, 7 ea so far" - the sums are part of the sentence; `none`: there is nothing to add up. */
  sums: "behind" | "within" | "none";
}

/**
 * What the foot says of a view: `2,104 packages`, `2,031 of 2,104 packages`. While a first load goes on, how much of the
 * list is there, so that nobody takes it for everything; where nobody may read it, that it is unknown.
 */
export function footWords(counted: Counted, reading: Reading, collection: Collection): FootWords {
  const { rows, of, narrowed } = counted;
  if (reading.unknown && of === 0) {
    return { words: say("grid-unknown"), sums: "none" };
  }
  if (!reading.first) {
    const { some, rows: whole } = NOUNS[collection];
    const words = narrowed ? say(some, { rows, of }) : say(whole, { rows });
    return {
      words:
        reading.leftOut > 0 && !reading.unknown
          ? say("grid-rows-in-part", { counted: words, unread: reading.leftOut })
          : words,
      sums: "behind",
    };
  }
  // What is in the grid has been read, also in a load before that was stopped.
  const read = Math.max(of, reading.first.read);
  const all = reading.first.all === null ? null : Math.max(read, reading.first.all);
  const line = all === null ? say("grid-reading", { read }) : say("grid-reading-of", { read, all });
  // The grid follows what is read, and rests while a person works in it.
  const behind = of < read;
  if (narrowed) {
    return {
      words: behind
        ? say("grid-reading-match-shown", { rows, of, reading: line })
        : say("grid-reading-match", { rows, read }),
      sums: "behind",
    };
  }
  const reads = behind ? say("grid-reading-shown", { reading: line, shown: of }) : line;
  return counted.units.length > 0
    ? { words: reads, sums: "within" }
    : { words: say("grid-reading-plain", { reading: reads }), sums: "none" };
}
