import type { ReactElement, ReactNode } from "react";
import { clock, useNow } from "../../app/time";
import { count } from "../../app/words";
import { TagButton } from "../../card/TagLabel";
import { Button, Icon, type IconName } from "../../parts";
import type { LicenceNumber, Receiving, ReceivingLine } from "../../platform";
import { looksLikeTag } from "../editor/scan";

/** The counts and the lists: what is missing first, since that is what is looked for. */
export function ReceivingLists({
  list,
  licence,
  onUndo,
}: {
  list: Receiving;
  licence: LicenceNumber;
  onUndo: (text: string) => void;
}): ReactElement {
  const missing = list.lines.filter((line) => !line.found_at);
  const found = list.lines.filter((line) => line.found_at);
  const open = !list.closed_at;
  return (
    <>
      <dl className="receive-counts">
        <Count label="Expected" number={list.expected} />
        <Count label="Found" number={list.found} icon="check" tone="good" />
        <Count label="Missing" number={list.expected - list.found} icon="clock" tone="plain" />
        <Count
          label="Too many"
          number={list.extra.length}
          icon="warning"
          tone={list.extra.length > 0 ? "warn" : "plain"}
        />
      </dl>
      <div className="receive-lists">
        <Part title="Missing" number={missing.length} none="Everything on the manifest was found.">
          <Lines lines={missing} licence={licence} />
        </Part>
        <div className="receive-side">
          <Part title="Too many" number={list.extra.length} none="Nothing was scanned that is not on the manifest.">
            <Extra list={list} licence={licence} onUndo={open ? onUndo : null} />
          </Part>
          <Part title="Found" number={found.length} none="Nothing found yet.">
            <Lines lines={found} licence={licence} onUndo={open ? onUndo : null} />
          </Part>
        </div>
      </div>
    </>
  );
}

function Count({
  label,
  number,
  icon,
  tone = "plain",
}: {
  label: string;
  number: number;
  icon?: IconName;
  tone?: string;
}): ReactElement {
  return (
    <div className={`receive-count receive-${tone}`}>
      <dt>
        {icon ? <Icon name={icon} size={14} /> : null} {label}
      </dt>
      <dd>{count(number)}</dd>
    </div>
  );
}

function Part({
  title,
  number,
  none,
  children,
}: {
  title: string;
  number: number;
  none: string;
  children: ReactNode;
}): ReactElement {
  return (
    <section aria-label={title} className="receive-part">
      <h3 className="draft-heading">
        {title} <span className="quiet">{count(number)}</span>
      </h3>
      {number > 0 ? children : <p className="quiet">{none}</p>}
    </section>
  );
}

function Lines({
  lines,
  licence,
  onUndo = null,
}: {
  lines: ReceivingLine[];
  licence: LicenceNumber;
  onUndo?: ((text: string) => void) | null;
}): ReactElement {
  const now = useNow();
  return (
    <table className="plain-table">
      <tbody>
        {lines.map((line) => (
          <tr key={line.tag}>
            <th scope="row">
              <TagButton tag={line.tag} licence={licence} />
            </th>
            <td>{line.item}</td>
            <td className="line-number">{line.quantity}</td>
            {line.found_at ? <td className="quiet">{clock(line.found_at, now)}</td> : null}
            {onUndo ? <Undo text={line.tag} onUndo={onUndo} /> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Extra({
  list,
  licence,
  onUndo,
}: {
  list: Receiving;
  licence: LicenceNumber;
  onUndo: ((text: string) => void) | null;
}): ReactElement {
  const now = useNow();
  return (
    <table className="plain-table">
      <tbody>
        {list.extra.map((extra) => (
          <tr key={extra.text}>
            <th scope="row">
              {looksLikeTag(extra.text) ? (
                <TagButton tag={extra.text} licence={licence} />
              ) : (
                <span className="mono">{extra.text}</span>
              )}
            </th>
            <td>{extra.words}</td>
            <td className="quiet">{clock(extra.at, now)}</td>
            {onUndo ? <Undo text={extra.text} onUndo={onUndo} /> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Undo({ text, onUndo }: { text: string; onUndo: (text: string) => void }): ReactElement {
  return (
    <td className="line-act">
      <Button className="grid-small" look="quiet" onClick={() => onUndo(text)}>
        <span>
          Take <span className="unseen">{text} </span>back
        </span>
      </Button>
    </td>
  );
}
