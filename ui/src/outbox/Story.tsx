import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { useSnapshot } from "../base/desk";
import { aroundTag, storyQuery } from "../base/reports";
import { instantWords, useNow } from "../base/time";
import { Details, ErrorNotice, Icon, IconButton, Later, LicenseText, TagButton } from "../parts";
import type { OutboxLine } from "../platform";
import { say, unbroken } from "../words";
import { Due, Standing } from "./OutboxRow";
import { StoryActions } from "./StoryActions";
import { StoryFacts } from "./StoryFacts";
import { StoryTrail } from "./StoryTrail";
import { nextTry } from "./words";

/** The state's words are read as they are up to this length; what is longer is behind Details. */
const PLAIN = 300;

/**
 * One report's story, beside the list: what happened, whether the work is safe, what now; below it what can be done and
 * everything that is known. F6 goes to and fro, Escape closes.
 */
export function Story({
  intent,
  known,
  onShow,
  onClose,
  onLeave,
}: {
  intent: number;
  /** Its line, where the list has it: drawn until the story is read. */
  known: OutboxLine | null;
  onShow: (intent: number) => void;
  onClose: () => void;
  /** Back to the list. */
  onLeave: () => void;
}): ReactElement {
  const panel = useRef<HTMLElement>(null);
  const { data, error } = useQuery(storyQuery(intent));
  const line = data?.line ?? known;
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "F6") {
        return;
      }
      event.preventDefault();
      if (panel.current?.contains(document.activeElement)) {
        onLeave();
      } else {
        panel.current?.focus();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onLeave]);
  // A button that did its work goes away with the focus on it.
  const inside = useRef(false);
  useLayoutEffect(() => {
    if (inside.current && document.activeElement === document.body) {
      panel.current?.focus();
    }
  });
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      event.preventDefault();
      onClose();
    }
  };
  return (
    <section
      ref={panel}
      className="story"
      aria-label={say("outbox-story", { report: String(intent) })}
      tabIndex={-1}
      onKeyDown={onKey}
      onFocus={() => {
        inside.current = true;
      }}
      onBlur={(event) => {
        inside.current = event.currentTarget.contains(event.relatedTarget);
      }}
    >
      <header className="story-head">
        <div className="story-titles">
          <p className="story-kind">
            <span className="quiet">{say("outbox-story", { report: String(intent) })}</span>{" "}
            {line ? <Standing line={line} /> : null}
          </p>
          {line ? <Title line={line} /> : null}
        </div>
        <IconButton icon="close" label={say("outbox-story-close")} onClick={onClose} />
      </header>
      {error ? <ErrorNotice error={error} /> : null}
      {line ? <Told line={line} /> : null}
      {data ? (
        <>
          <StoryFacts facts={data.facts} />
          <StoryActions key={intent} story={data} />
          <StoryTrail story={data} onShow={onShow} />
        </>
      ) : error ? null : (
        <Later>
          <p className="quiet">{say("outbox-story-reading")}</p>
        </Later>
      )}
    </section>
  );
}

function Title({ line }: { line: OutboxLine }): ReactElement {
  const { accounts } = useSnapshot();
  const [before, tag, after] = aroundTag(line);
  const license = accounts.flatMap((account) => account.licenses).find((each) => each.number === line.license);
  return (
    <>
      <h2 className="story-title">
        {unbroken(before)}
        {tag ? <TagButton tag={tag} license={line.license} /> : null}
        {unbroken(after)}
      </h2>
      {line.item ? <p className="story-item">{line.item}</p> : null}
      <p className="quiet">
        {license?.name ? `${license.name} · ` : ""}
        <LicenseText number={line.license} />
      </p>
    </>
  );
}

/** What happened, is my work safe, what now; and the clocks. */
function Told({ line }: { line: OutboxLine }): ReactElement {
  const now = useNow();
  // Why the state refused is what the person needs; everything else that it says is for whoever helps.
  const told = line.group === "refused" && line.said.length > 0 && line.said.length <= PLAIN;
  return (
    <>
      <dl className="story-told">
        <Answer asked={say("outbox-story-happened")}>{unbroken(line.happened)}</Answer>
        <Answer asked={say("outbox-story-safe")}>{unbroken(line.safe)}</Answer>
        <Answer asked={say("outbox-story-now")}>{unbroken(line.now)}</Answer>
        {told ? (
          <Answer asked={say("outbox-story-said")}>
            <q className="story-said">{unbroken(line.said)}</q>
          </Answer>
        ) : null}
      </dl>
      {told ? null : <Details text={line.said} />}
      <ul className="story-clocks">
        {line.due ? (
          <li>
            <Due due={line.due} now={now} /> <span className="quiet">{say("outbox-story-24-hours")}</span>
          </li>
        ) : null}
        {line.next_at ? (
          <li>
            <Icon name="refresh" size={13} /> {nextTry(line.next_at, now)}
          </li>
        ) : null}
        <li>
          <Icon name="outbox" size={13} />{" "}
          {say("outbox-story-queued", { time: instantWords(line.queued_at), who: line.who })}
        </li>
      </ul>
    </>
  );
}

function Answer({ asked, children }: { asked: string; children: ReactNode }): ReactElement {
  return (
    <div className="story-answer">
      <dt>{asked}</dt>
      <dd>{children}</dd>
    </div>
  );
}
