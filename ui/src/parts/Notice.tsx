import "./Notice.css";
import type { ReactElement, ReactNode } from "react";
import type { IconName } from "../base/icons";
import type { DeskError } from "../platform";
import { type LabelId, say, unbroken } from "../words";
import { Icon } from "./Icon";

/** What a notice is about. */
export type NoticeTone = "info" | "good" | "warn" | "bad";

const SYMBOL: Record<NoticeTone, IconName> = { info: "info", good: "check", warn: "warning", bad: "error" };
const SPOKEN: Record<NoticeTone, LabelId> = {
  info: "parts-notice-note",
  good: "parts-notice-done",
  warn: "parts-notice-warning",
  bad: "parts-notice-problem",
};

/** A few words that stand out: what happened, and under it what to do. Announced only when `live`. */
export function Notice({
  tone,
  icon,
  title,
  children,
  actions,
  live = false,
}: {
  tone: NoticeTone;
  /** In place of the tone's own, where the title says what it shows. */
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
}): ReactElement {
  return (
    <div className={`notice notice-${tone}`} role={live ? (tone === "bad" ? "alert" : "status") : undefined}>
      {icon ? <Icon name={icon} /> : <Icon name={SYMBOL[tone]} label={say(SPOKEN[tone])} />}
      <div className="notice-words">
        <p className="notice-title">{unbroken(title)}</p>
        {children}
      </div>
      {actions ? <div className="notice-actions">{actions}</div> : null}
    </div>
  );
}

/** A desk error in words: what happened, what to do now, and behind Details what was said to the letter. */
export function ErrorNotice({ error, actions }: { error: DeskError; actions?: ReactNode }): ReactElement {
  const [first, rest] = firstSentence(error.message);
  return (
    <Notice tone="bad" title={first} actions={actions} live>
      {rest ? <p>{unbroken(rest)}</p> : null}
      {error.next ? <p>{unbroken(error.next)}</p> : null}
      <Details text={error.details} />
    </Notice>
  );
}

/** What happened is the first sentence of what the desk says; whether the work is safe follows. */
export function firstSentence(message: string): [string, string] {
  const end = message.indexOf(". ");
  return end < 0 ? [message, ""] : [message.slice(0, end + 1), message.slice(end + 2)];
}

/** Text for whoever helps, folded away. */
export function Details({ text }: { text: string }): ReactElement | null {
  return text ? (
    <details className="details">
      <summary>{say("parts-details")}</summary>
      <pre>{text}</pre>
    </details>
  ) : null;
}
