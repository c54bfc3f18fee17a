import { type ReactElement, useEffect, useRef } from "react";
import { tagEnd } from "../../base/actions";
import { looksLikeTag } from "../../base/burst";
import { useOpenLink } from "../../base/links";
import { clock, useNow } from "../../base/time";
import { Button, CopyButton, Dialog, Icon } from "../../parts";
import type { LicenseNumber, Receiving, ReceivingLine } from "../../platform";
import { say } from "../../words";

/** So many are named; the list below has all of them. */
const NAMED = 5;

const SUM = "receiving-sum";

/** What a list expects and nobody has scanned. */
export function missingOf(list: Receiving): ReceivingLine[] {
  return list.lines.filter((line) => !line.found_at);
}

/** Puts the focus on what a closed list says: what was pressed is not there any more. */
function focusSum(): void {
  document.getElementById(SUM)?.focus();
}

/** What a closed list came to, and what a person does about it on the state's site. */
export function ReceivingSum({
  list,
  license,
  closedAt,
  fresh,
}: {
  list: Receiving;
  license: LicenseNumber;
  closedAt: string;
  /** Whether it was closed a moment ago: then its words are what to read next. */
  fresh: boolean;
}): ReactElement {
  const now = useNow();
  const openLink = useOpenLink();
  const missing = missingOf(list);
  const { expected, found, extra, manifest } = list;
  const short = missing.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it comes.
  useEffect(() => {
    if (fresh) {
      focusSum();
    }
  }, []);
  return (
    <section className="receive-sum" id={SUM} aria-labelledby="receiving-sum-title" tabIndex={-1}>
      <h3
        className={`receive-sum-title receive-${short || extra.length > 0 ? "warn" : "good"}`}
        id="receiving-sum-title"
      >
        <Icon name={short || extra.length > 0 ? "warning" : "check"} size={18} />
        {short ? say("receiving-sum", { found, expected }) : say("receiving-sum-all", { expected })}
        <span className="receive-sum-when">{say("receiving-closed", { time: clock(closedAt, now) })}</span>
      </h3>
      <div className="receive-sum-parts">
        {short ? (
          <Named title={say("receiving-sum-missing", { missing: missing.length })} names={missing.map(shortWords)} />
        ) : null}
        {extra.length > 0 ? (
          <Named
            title={say("receiving-sum-extra", { extra: extra.length })}
            names={extra.map(({ text }) => (looksLikeTag(text) ? tagEnd(text) : text))}
          />
        ) : null}
        <div className="receive-next">
          <h4 className="draft-heading">{say("receiving-next")}</h4>
          <ol className="register-steps">
            <li>{say("receiving-next-find", { license, manifest })}</li>
            {found > 0 ? <li>{say("receiving-next-receive", { found })}</li> : null}
            {short ? <li>{say("receiving-next-missing", { missing: missing.length })}</li> : null}
            {extra.length > 0 ? <li>{say("receiving-next-extra")}</li> : null}
          </ol>
        </div>
      </div>
      <div className="register-act">
        <Button look="main" icon="external" onClick={() => openLink("state_incoming", license)}>
          {say("receiving-next-site")}
        </Button>
        <CopyButton text={manifest} label={say("receiving-next-copy")} words={say("receiving-next-copy")} />
        <span className="mono">{manifest}</span>
      </div>
    </section>
  );
}

/** Asked where a list is closed while packages are missing. Nothing is lost by it, so Enter closes. */
export function CloseQuestion({
  missing,
  onClose,
  onAct,
}: {
  missing: ReceivingLine[];
  onClose: () => void;
  onAct: () => void;
}): ReactElement {
  const act = useRef<HTMLButtonElement>(null);
  const close = useRef<HTMLElement | null>(document.activeElement as HTMLElement | null);
  return (
    <Dialog
      open
      reading
      onClose={onClose}
      focusFirst={act}
      backTo={() => (document.getElementById(SUM) ?? close.current)?.focus()}
      title={say("receiving-close-ask", { missing: missing.length })}
      actions={
        <>
          <Button onClick={onClose}>{say("receiving-close-not")}</Button>
          <Button ref={act} look="main" onClick={onAct}>
            {say("receiving-close-act", { missing: missing.length })}
          </Button>
        </>
      }
    >
      <Named title={say("receiving-sum-missing", { missing: missing.length })} names={missing.map(shortWords)} />
      <p>{say("receiving-close-more")}</p>
    </Dialog>
  );
}

function shortWords({ tag, item, quantity }: ReceivingLine): string {
  return say("receiving-sum-package", { ending: tagEnd(tag), item, quantity });
}

/** The first few by name, the rest as a number. */
function Named({ title, names }: { title: string; names: string[] }): ReactElement {
  const more = names.length - NAMED;
  return (
    <div className="receive-named">
      <p>
        <b>{title}</b>
      </p>
      <ul>
        {names.slice(0, NAMED).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {more > 0 ? <li className="quiet">{say("receiving-sum-more", { more })}</li> : null}
      </ul>
    </div>
  );
}
