import type { ReactElement } from "react";
import { exactInstantWords } from "../app/time";
import { counted } from "../app/words";
import { Button, CopyButton, Details } from "../parts";
import type { OutboxAttempt, OutboxStory } from "../platform";

/** Links to other reports, each request, each event, and what was sent to the letter. */
export function StoryTrail({ story, onShow }: { story: OutboxStory; onShow: (intent: number) => void }): ReactElement {
  const links = [
    ...story.waits_for.map((intent) => ({ intent, words: "Waits for" })),
    ...(story.supersedes === null ? [] : [{ intent: story.supersedes, words: "Took the place of" }]),
    ...(story.superseded_by === null ? [] : [{ intent: story.superseded_by, words: "Replaced by" }]),
  ];
  return (
    <>
      {links.length > 0 ? (
        <ul className="story-links" aria-label="Other reports">
          {links.map(({ intent, words }) => (
            <li key={`${words} ${intent}`}>
              {words}{" "}
              <Button look="quiet" className="story-link" onClick={() => onShow(intent)}>
                report {intent}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {story.attempts.length > 0 ? (
        <section className="story-part" aria-label="Requests to the state">
          <h3>{counted(story.attempts.length, "request")} to the state</h3>
          <ol className="story-trail">
            {story.attempts.map((attempt) => (
              <Attempt key={attempt.attempt} attempt={attempt} />
            ))}
          </ol>
        </section>
      ) : null}
      {story.events.length > 0 ? (
        <section className="story-part" aria-label="What happened to it">
          <h3>From the beginning</h3>
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
        <summary>What is sent to the state, to the letter</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre tabIndex={0}>{story.body}</pre>
        <CopyButton text={story.body} label="Copy what is sent" words="Copy" />
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
    attempt.status === null ? "" : `HTTP ${attempt.status}`,
    seconds === null ? "" : `${seconds.toFixed(1)} s`,
    attempt.carried > 1 ? `with ${counted(attempt.carried - 1, "other report")}` : "",
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
        text={[attempt.said ? `The state’s answer:\n${attempt.said}` : "", `SHA-256 of the body:\n${attempt.hash}`]
          .filter(Boolean)
          .join("\n\n")}
      />
    </li>
  );
}
