import "./CollectionLines.css";
import type { ReactElement } from "react";
import { count } from "../base/words";
import type { CollectionSync } from "../platform";
import { say } from "../words";
import { Icon } from "./Icon";
import { Progress } from "./Progress";

/** Kinds of record: those still read with how far they are, those left out with why, those done in one line. */
export function CollectionLines({ collections }: { collections: readonly CollectionSync[] }): ReactElement {
  const done = collections.filter((collection) => collection.skipped === null && collection.finished);
  const open = collections.filter((collection) => collection.skipped === null && !collection.finished);
  const records = done.reduce((sum, collection) => sum + (collection.by_days ? 0 : collection.done), 0);
  return (
    <ul className="sync-collections">
      {open.map((collection) => (
        <OpenLine key={collection.collection} collection={collection} />
      ))}
      {done.length > 0 ? (
        <li className="sync-collection-line" title={done.map((collection) => collection.title).join(", ")}>
          <span>
            <Icon name="check" />{" "}
            {open.length > 0
              ? say("sync-kinds-done", { done: done.length, all: collections.length })
              : say("sync-all-done")}
          </span>
          <span className="quiet">{say("sync-records", { count: records })}</span>
        </li>
      ) : null}
      {[...byReason(collections)].map(([reason, { titles, failed }]) => (
        <li key={reason} className="sync-collection">
          <span>
            <Icon name={failed ? "warning" : "minus"} />{" "}
            {say(failed ? "sync-could-not-read" : "sync-left-out", { kinds: titles.join(", ") })}
          </span>
          <p className="quiet">{reason}</p>
        </li>
      ))}
    </ul>
  );
}

/** What is left out, by why: the same sentence is said once. */
function byReason(collections: readonly CollectionSync[]): Map<string, { titles: string[]; failed: boolean }> {
  const reasons = new Map<string, { titles: string[]; failed: boolean }>();
  for (const { skipped, title, failed } of collections) {
    if (skipped !== null) {
      reasons.set(skipped, { titles: [...(reasons.get(skipped)?.titles ?? []), title], failed });
    }
  }
  return reasons;
}

/** How many of how many; before the state's first answer, that it waits for its turn. */
function OpenLine({ collection: { title, done, total, by_days } }: { collection: CollectionSync }): ReactElement {
  const begun = total !== null || done > 0;
  return (
    <li className="sync-collection">
      <span className="sync-collection-line">
        <span>{title}</span>
        <span className="quiet">
          {begun
            ? total === null
              ? count(done)
              : say(by_days ? "sync-done-of-days" : "sync-done-of", { done, total })
            : say("sync-kind-waiting")}
        </span>
      </span>
      {begun ? <Progress label={title} done={done} total={total} /> : null}
    </li>
  );
}
