import { type ReactElement, type ReactNode, useState } from "react";
import { useOutboxCommand } from "../app/desk-commands";
import { Button, Confirm, ErrorNotice, type IconName, Notice } from "../parts";
import type { OutboxDecision, OutboxStory } from "../platform";
import { useEditReport } from "./edit";
import { refusalWords } from "./words";

/** What a person can do with one report, each with what it does. */
export function StoryActions({ story }: { story: OutboxStory }): ReactElement | null {
  const { line } = story;
  const { intent } = line;
  const edit = useEditReport(story);
  const decide = useOutboxCommand("outbox_decide");
  const withdraw = useOutboxCommand("outbox_withdraw");
  const clear = useOutboxCommand("outbox_clear");
  const [asking, setAsking] = useState(false);
  const [left, setLeft] = useState<string[]>([]);
  const busy = decide.busy || withdraw.busy || clear.busy;
  const error = decide.error ?? withdraw.error ?? clear.error;

  const act = async (run: () => ReturnType<typeof decide.run>) => {
    for (const command of [decide, withdraw, clear]) {
      command.forget();
    }
    setLeft([]);
    setAsking(false);
    const done = await run();
    setLeft(done ? refusalWords(done.refused) : []);
  };
  const settle = (decision: OutboxDecision) => void act(() => decide.run({ intent, decision }));
  /** The state does not hold what the review showed: other answers than to a report that may be recorded. */
  const moved = story.choices.length > 0;
  const clearable = line.group === "done" || (line.group === "refused" && !line.can_withdraw);
  if (!line.can_decide && !line.can_withdraw && !edit && !clearable && !error && left.length === 0) {
    return null;
  }
  return (
    <section className="story-actions" aria-label="What you can do">
      {error ? <ErrorNotice error={error} /> : null}
      {left.length > 0 ? <Notice tone="warn" title={left.join(" ")} live /> : null}
      {story.choices.map((choice) => (
        <Act
          key={choice.decision}
          icon={choice.decision === "set_anew" ? "edit" : "check"}
          words={choice.words}
          busy={busy}
          onAct={() => settle(choice.decision)}
        >
          {choice.does}
        </Act>
      ))}
      {line.can_decide && !moved ? (
        <>
          <Act icon="check" words="It was recorded" busy={busy} onAct={() => settle("recorded")}>
            You saw it in the state’s record. Nothing more is sent.
          </Act>
          <Act icon="refresh" words="Send again…" busy={busy} onAct={() => setAsking(true)}>
            You made sure that the state has nothing of it. It is sent once more.
          </Act>
          <Act icon="eye" words="Look again" busy={busy} onAct={() => settle("check_again")}>
            Reads the state’s record once more. Sends nothing.
          </Act>
        </>
      ) : null}
      {edit ? (
        <Act icon="edit" words="Edit and resend…" busy={busy} onAct={edit}>
          {line.group === "waiting"
            ? "The edited report takes the place of this one."
            : "Change what the state did not accept. The edited report takes the place of this one."}
        </Act>
      ) : null}
      {line.can_withdraw ? (
        <Act
          icon="close"
          words="Withdraw"
          busy={busy}
          onAct={() => void act(() => withdraw.run({ intents: [intent] }))}
        >
          {line.group === "waiting"
            ? "Takes it back. It is not sent, and the state has nothing of it."
            : moved
              ? "Gives it up. Nothing of it is sent."
              : "Gives it up. It is not sent again."}
        </Act>
      ) : null}
      {clearable ? (
        <Act icon="trash" words="Clear" busy={busy} onAct={() => void act(() => clear.run({ intents: [intent] }))}>
          Puts it out of the way. The audit keeps it.
        </Act>
      ) : null}
      {asking ? (
        <Confirm
          title="Send it again?"
          act="Send again"
          keep="Do not send"
          busy={busy}
          onClose={() => setAsking(false)}
          onAct={() => settle("send_again")}
        >
          <p>
            If the state recorded it the first time after all, it is then recorded twice, and that can be put right only
            with the state.
          </p>
          <p>Look at the package on the state’s site first if you are not sure.</p>
        </Confirm>
      ) : null}
    </section>
  );
}

/** A button and beside it what pressing it does. It keeps the focus while its command runs. */
function Act({
  icon,
  words,
  busy,
  onAct,
  children,
}: {
  icon: IconName;
  words: string;
  busy: boolean;
  onAct: () => void;
  children: ReactNode;
}): ReactElement {
  const id = `act-${words.toLowerCase().replace(/[^a-z]+/g, "-")}`;
  return (
    <div className="story-act">
      <Button icon={icon} aria-disabled={busy || undefined} aria-describedby={id} onClick={busy ? undefined : onAct}>
        {words}
      </Button>
      <p id={id} className="quiet">
        {children}
      </p>
    </div>
  );
}
