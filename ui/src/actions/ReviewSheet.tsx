import { type ReactElement, type ReactNode, type RefObject, useState } from "react";
import { quantityWords } from "../base/amount";
import { count } from "../base/words";
import { Button, Chip, Icon, Notice, TagText } from "../parts";
import type { Review, ReviewLine, ReviewTotal } from "../platform";
import { say, unbroken } from "../words";

/** Lines drawn at first, and further ones at a press. */
export const FIRST_LINES = 50;
/** Fewer of those that are left out, so that what will be queued is in reach. */
const FIRST_OUT = 10;
const FURTHER_LINES = 1_000;

/** What will happen to what, before anything is queued. */
export function ReviewSheet({
  review,
  changed,
  first,
  children,
}: {
  review: Review;
  /** What is different since the person looked, where the desk had to look again. */
  changed: string[] | null;
  /** Has the focus first, so that what will happen is what is read first. */
  first: RefObject<HTMLDivElement | null>;
  /** What can still be changed here: the date. */
  children?: ReactNode;
}): ReactElement {
  return (
    <>
      {changed ? <Looked changed={changed} /> : null}
      <div className="review-sentences" ref={first} tabIndex={-1}>
        {review.sentences.map((sentence) => (
          <p key={sentence}>{unbroken(sentence)}</p>
        ))}
      </div>
      {children}
      {review.totals.length > 0 ? <Totals totals={review.totals} /> : null}
      {/* Another review begins with its first lines again. */}
      <Lines key={review.review} lines={review.lines} />
    </>
  );
}

function Looked({ changed }: { changed: string[] }): ReactElement {
  return (
    <Notice tone="warn" live title={say("actions-changed-title")}>
      {changed.length > 0 ? (
        <ul>
          {changed.map((sentence) => (
            <li key={sentence}>{unbroken(sentence)}</li>
          ))}
        </ul>
      ) : (
        <p>{say("actions-changed-same")}</p>
      )}
    </Notice>
  );
}

function Totals({ totals }: { totals: ReviewTotal[] }): ReactElement {
  return (
    <table className="review-totals">
      <caption className="unseen">{say("actions-totals")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("actions-totals-unit")}</th>
          <th scope="col">{say("actions-totals-packages")}</th>
          <th scope="col">{say("actions-totals-before")}</th>
          <th scope="col">{say("actions-totals-after")}</th>
        </tr>
      </thead>
      <tbody>
        {totals.map(({ unit, packages, before, after }) => (
          <tr key={unit}>
            <th scope="row">{unit}</th>
            <td>{count(packages)}</td>
            <td>{quantityWords(before)}</td>
            <td>{quantityWords(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lines({ lines }: { lines: ReviewLine[] }): ReactElement {
  const out = lines.filter((line) => !line.ready);
  const warned = lines.filter((line) => line.ready && line.findings.length > 0);
  const rest = lines.filter((line) => line.ready && line.findings.length === 0);
  return (
    <>
      <Part title={say("actions-part-out")} lines={out} first={FIRST_OUT} />
      <Part title={say("actions-part-warned")} lines={warned} first={FIRST_LINES} />
      <Part title={say("actions-part-ready")} lines={rest} first={FIRST_LINES} />
    </>
  );
}

function Part({ title, lines, first }: { title: string; lines: ReviewLine[]; first: number }): ReactElement | null {
  const [shown, setShown] = useState(first);
  const rest = lines.length - shown;
  if (lines.length === 0) {
    return null;
  }
  return (
    <section aria-label={title}>
      <h3 className="review-part">
        {title} <span className="quiet">{say("common-packages", { count: lines.length })}</span>
      </h3>
      <ul className="review-lines">
        {lines.slice(0, shown).map((line) => (
          <Line key={`${line.package.license} ${line.package.package_id}`} line={line} />
        ))}
      </ul>
      {rest > 0 ? (
        <Button look="quiet" onClick={() => setShown(shown + FURTHER_LINES)}>
          {rest > FURTHER_LINES
            ? say("actions-show-more", { count: FURTHER_LINES, rest })
            : say("actions-show-all", { count: lines.length })}
        </Button>
      ) : null}
    </section>
  );
}

function Values({ before, after }: { before: string; after: string }): ReactElement {
  const blank = <span className="quiet">{say("actions-blank")}</span>;
  return before === after ? (
    <span className="review-line-values">{before || blank}</span>
  ) : (
    <span className="review-line-values">
      {before || blank}
      <Icon name="arrowRight" label={say("actions-becomes")} size={12} />
      {after ? <b>{after}</b> : blank}
    </span>
  );
}

function Line({ line }: { line: ReviewLine }): ReactElement {
  const { package: of, item, before, after, ready, findings } = line;
  const warned = ready && findings.length > 0;
  return (
    <li className={ready ? "review-line" : "review-line review-line-out"}>
      <div className="review-line-top">
        <TagText tag={of.tag} />
        <span className="review-line-item">{item}</span>
        {ready ? (
          <Values before={before} after={after} />
        ) : (
          <Chip tone="bad" icon="error">
            {say("actions-line-out")}
          </Chip>
        )}
        {warned ? (
          <Chip tone="warn" icon="warning">
            {say("actions-line-warned")}
          </Chip>
        ) : null}
      </div>
      {findings.map((finding) => (
        <p key={finding.rule} className="review-finding" title={finding.source}>
          {unbroken(finding.sentence)}
        </p>
      ))}
    </li>
  );
}
