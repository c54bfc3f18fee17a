import type { ReactElement } from "react";
import { exactInstantWords } from "../base/time";
import { Button, CopyButton, Details } from "../parts";
import type { OutboxAttempt, OutboxStory } from "../platform";
import { type MessageId, nodes, say } from "../words";

/** What a report has to do with another: the messages that tell it of one. */
type LinkId = Extract<MessageId, "outbox-link-waits" | "outbox-link-replaces" | "outbox-link-replaced">;

/** Links to other reports, each request, each event, and what was sent to the letter. */
export function StoryTrail({ story, onShow }: { story: OutboxStory; onShow: (intent: number) => void }): ReactElement {
  const links: { intent: number; words: LinkId }[] = [
    ...story.waits_for.map((intent) => ({ intent, words: "outbox-link-waits" as const })),
    ...(story.supersedes === null ? [] : [{ intent: story.supersedes, words: "outbox-link-replaces" as const }]),
    ...(story.superseded_by === null ? [] : [{ intent: story.superseded_by, words: "outbox-link-replaced" as const }]),
  ];
  return (
    <>
      {links.length > 0 ? (
        <ul className="story-links" aria-label={say("outbox-links")}>
          {links.map(({ intent, words }) => (
            <li key={`${words} ${intent}`}>
              {nodes(words, {
                report: (
                  <Button look="quiet" className="story-link" onClick={() => onShow(intent)}>
                    {say("outbox-link-report", { report: String(intent) })}
                  </Button>
                ),
              })}
            </li>
          ))}
        </ul>
      ) : null}
      {story.attempts.length > 0 ? (
        <section className="story-part" aria-label={say("outbox-attempts")}>
          <h3>{say("outbox-attempts-count", { count: story.attempts.length })}</h3>
          <ol className="story-trail">
            {story.attempts.map((attempt) => (
              <Attempt key={attempt.attempt} attempt={attempt} />
            ))}
          </ol>
        </section>
      ) : null}
      {story.events.length > 0 ? (
        <section className="story-part" aria-label={say("outbox-events")}>
          <h3>{say("outbox-events-title")}</h3>
          <ol className="story-trail">
            {story.events.map((event, at) => (
              // Two things may have happened at the same moment; they never change places.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <li key={at}>
                <p>
                  <time dateTime={event.at}>{exactInstantWords(event.at)}</time>{" "}
                  <span className="quiet">{event.who}</span>
                </p>
                <p>{event.what}</p>
                <Details text={event.detail} />
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <details className="details story-body">
        <summary>{say("outbox-body")}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre tabIndex={0}>{story.body}</pre>
        <CopyButton text={story.body} label={say("outbox-body-copy")} words={say("common-copy")} />
      </details>
    </>
  );
}

/** How long a request took, and how many reports it carried. */
function about(attempt: OutboxAttempt): string {
  const seconds = attempt.ended_at
    ? (new Date(attempt.ended_at).getTime() - new Date(attempt.begun_at).getTime()) / 1000
    : null;
  return [
    attempt.status === null ? "" : say("outbox-attempt-status", { status: String(attempt.status) }),
    seconds === null ? "" : say("outbox-attempt-seconds", { seconds: seconds.toFixed(1) }),
    attempt.carried > 1 ? say("outbox-attempt-others", { count: attempt.carried - 1 }) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function Attempt({ attempt }: { attempt: OutboxAttempt }): ReactElement {
  return (
    <li>
      <p>
        <time dateTime={attempt.begun_at}>{exactInstantWords(attempt.begun_at)}</time>{" "}
        <span className="quiet">{about(attempt)}</span>
      </p>
      <p>{attempt.outcome}</p>
      <Details
        text={[
          attempt.said ? `${say("outbox-attempt-answer")}\n${attempt.said}` : "",
          `${say("outbox-attempt-hash")}\n${attempt.hash}`,
        ]
          .filter(Boolean)
          .join("\n\n")}
      />
    </li>
  );
}
