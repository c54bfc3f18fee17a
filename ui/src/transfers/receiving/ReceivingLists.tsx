import type { ReactElement, ReactNode } from "react";
import { looksLikeTag } from "../../base/burst";
import type { IconName } from "../../base/icons";
import { clock, useNow } from "../../base/time";
import { count } from "../../base/words";
import { Button, Icon, TagButton } from "../../parts";
import type { LicenseNumber, Receiving, ReceivingLine } from "../../platform";
import { say } from "../../words";

/** The counts and the lists: what is missing first, since that is what is looked for. */
export function ReceivingLists({
  list,
  license,
  onUndo,
}: {
  list: Receiving;
  license: LicenseNumber;
  onUndo: (text: string) => void;
}): ReactElement {
  const missing = list.lines.filter((line) => !line.found_at);
  const found = list.lines.filter((line) => line.found_at);
  const open = !list.closed_at;
  return (
    <>
      <dl className="receive-counts">
        <Count label={say("receiving-expected")} number={list.expected} />
        <Count label={say("receiving-found")} number={list.found} icon="check" tone="good" />
        <Count label={say("receiving-missing")} number={list.expected - list.found} icon="clock" tone="plain" />
        <Count
          label={say("receiving-extra")}
          number={list.extra.length}
          icon="warning"
          tone={list.extra.length > 0 ? "warn" : "plain"}
        />
      </dl>
      <div className="receive-lists">
        <Part title={say("receiving-missing")} number={missing.length} none={say("receiving-missing-none")}>
          <Lines lines={missing} license={license} />
        </Part>
        <div className="receive-side">
          <Part title={say("receiving-extra")} number={list.extra.length} none={say("receiving-extra-none")}>
            <Extra list={list} license={license} onUndo={open ? onUndo : null} />
          </Part>
          <Part title={say("receiving-found")} number={found.length} none={say("receiving-found-none")}>
            <Lines lines={found} license={license} onUndo={open ? onUndo : null} />
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
  license,
  onUndo = null,
}: {
  lines: ReceivingLine[];
  license: LicenseNumber;
  onUndo?: ((text: string) => void) | null;
}): ReactElement {
  const now = useNow();
  return (
    <table className="plain-table">
      <tbody>
        {lines.map((line) => (
          <tr key={line.tag}>
            <th scope="row">
              <TagButton tag={line.tag} license={license} />
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
  license,
  onUndo,
}: {
  list: Receiving;
  license: LicenseNumber;
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
                <TagButton tag={extra.text} license={license} />
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
      <Button
        size="small"
        look="quiet"
        aria-label={say("receiving-undo-of", { tag: text })}
        onClick={() => onUndo(text)}
      >
        {say("receiving-undo")}
      </Button>
    </td>
  );
}
