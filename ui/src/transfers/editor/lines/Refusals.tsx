import { type ReactElement, useEffect, useRef, useState } from "react";
import "./refusals.css";
import { useFrame } from "../../../base/frame-state";
import { Button, CopyButton, Icon, IconButton, SavedCorner, useSaving } from "../../../parts";
import { call, type RefusedTag } from "../../../platform";
import { say, unbroken } from "../../../words";

/** What became of tags that were added, for reading. */
export interface Outcome {
  sentence: string;
  refused: RefusedTag[];
  /** Under which the refusals are kept; null where they are not. */
  session: number | null;
  seenBefore: string;
  /** What was read of the source and what was passed over; empty where that is plain. */
  readAs: string;
}

/** The refused tags as text for a spreadsheet. */
export function refusalsText(refused: readonly RefusedTag[]): string {
  const rows = refused.map((each) => [each.file, each.line > 0 ? String(each.line) : "", each.text, each.sentence]);
  const heads = [
    say("draft-refused-file"),
    say("draft-refused-line-or-row"),
    say("draft-refused-tag"),
    say("draft-refused-reason"),
  ];
  return [heads, ...rows].map((row) => row.join("\t")).join("\n");
}

/** What became of a file or a paste; what was refused is listed with its line and reason until it is dismissed. */
export function Refusals({ outcome, onClose }: { outcome: Outcome; onClose: () => void }): ReactElement {
  const { refused, session } = outcome;
  const { tell } = useFrame();
  const saving = useSaving(tell);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const [files] = useState(() => new Set(refused.map((each) => each.file).filter(Boolean)));
  return (
    <>
      <section ref={panel} className="refusals" aria-label={say("draft-outcome")}>
        <header className="refusals-head">
          <p className={refused.length > 0 ? "refusals-sum refusals-some" : "refusals-sum"} role="status">
            <Icon name={refused.length > 0 ? "warning" : "check"} /> <b>{outcome.sentence}</b>
          </p>
          {refused.length > 0 ? (
            <CopyButton text={refusalsText(refused)} label={say("draft-outcome-copy")} words={say("common-copy")} />
          ) : null}
          {refused.length > 0 && session !== null ? (
            <Button
              icon="download"
              onClick={() => saving.save((request_id) => call("refusals_save", { request_id, session }))}
            >
              {say("draft-outcome-save")}
            </Button>
          ) : null}
          <IconButton icon="close" label={say("common-dismiss")} onClick={onClose} />
        </header>
        {[outcome.readAs, outcome.seenBefore].filter(Boolean).map((words) => (
          <p key={words} className="refusals-seen">
            <Icon name="info" size={14} /> {words}
          </p>
        ))}
        {refused.length > 0 ? (
          // It scrolls, so it must be reachable by keyboard.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
          <section className="refusals-list" tabIndex={0} aria-label={say("draft-refused", { count: refused.length })}>
            <table className="refusals-table">
              <thead>
                <tr>
                  {files.size > 0 ? <th scope="col">{say("draft-refused-file")}</th> : null}
                  <th scope="col" className="line-number">
                    {say(files.size > 0 ? "draft-refused-line-or-row" : "draft-refused-line")}
                  </th>
                  <th scope="col">{say("draft-refused-tag")}</th>
                  <th scope="col">{say("draft-refused-why")}</th>
                </tr>
              </thead>
              <tbody>
                {refused.map((each, at) => (
                  // A file may hold the same line text twice; its place tells them apart.
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <tr key={at}>
                    {files.size > 0 ? <td>{each.file}</td> : null}
                    <td className="line-number">{each.line > 0 ? each.line : ""}</td>
                    <td className="mono refusals-text">{each.text}</td>
                    <td>{unbroken(each.sentence)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ) : null}
      </section>
      <SavedCorner saving={saving} />
    </>
  );
}
