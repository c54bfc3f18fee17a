import { type ReactElement, type ReactNode, useId, useState } from "react";
import { type Offer, useCommands } from "../base/commands";
import { useOutboxCommand } from "../base/desk-commands";
import type { IconName } from "../base/icons";
import { Button, Confirm, ErrorNotice, Notice } from "../parts";
import type { OutboxDecision, OutboxStory } from "../platform";
import { type LabelId, say } from "../words";
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
  const offer = (can: boolean, why: LabelId, press: () => void): Offer =>
    busy ? say("palette-deciding") : can ? { act: press } : say(why);
  const decides = (press: () => void) =>
    offer(line.can_decide && !moved, moved ? "palette-decide-moved" : "palette-decide-not", press);
  useCommands({
    recorded: decides(() => settle("recorded")),
    send_again: decides(() => setAsking(true)),
    look_again: decides(() => settle("check_again")),
    resend: offer(edit !== null, "palette-resend-not", () => edit?.()),
  });
  const clearable = line.group === "done" || (line.group === "refused" && !line.can_withdraw);
  if (!line.can_decide && !line.can_withdraw && !edit && !clearable && !error && left.length === 0) {
    return null;
  }
  return (
    <section className="story-actions" aria-label={say("outbox-story-acts")}>
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
          <Act icon="check" words={say("outbox-act-recorded")} busy={busy} onAct={() => settle("recorded")}>
            {say("outbox-act-recorded-does")}
          </Act>
          <Act icon="refresh" words={say("outbox-act-again")} busy={busy} onAct={() => setAsking(true)}>
            {say("outbox-act-again-does")}
          </Act>
          <Act icon="eye" words={say("outbox-act-look")} busy={busy} onAct={() => settle("check_again")}>
            {say("outbox-act-look-does")}
          </Act>
        </>
      ) : null}
      {edit ? (
        <Act icon="edit" words={say("outbox-act-edit")} busy={busy} onAct={edit}>
          {say(line.group === "waiting" ? "outbox-act-edit-waiting-does" : "outbox-act-edit-refused-does")}
        </Act>
      ) : null}
      {line.can_withdraw ? (
        <Act
          icon="close"
          words={say("outbox-act-withdraw")}
          busy={busy}
          onAct={() => void act(() => withdraw.run({ intents: [intent] }))}
        >
          {say(
            line.group === "waiting"
              ? "outbox-act-withdraw-waiting-does"
              : moved
                ? "outbox-act-withdraw-moved-does"
                : "outbox-act-withdraw-does",
          )}
        </Act>
      ) : null}
      {clearable ? (
        <Act
          icon="trash"
          words={say("outbox-act-clear")}
          busy={busy}
          onAct={() => void act(() => clear.run({ intents: [intent] }))}
        >
          {say("outbox-act-clear-does")}
        </Act>
      ) : null}
      {asking ? (
        <Confirm
          title={say("outbox-again-title")}
          act={say("outbox-again-act")}
          keep={say("outbox-again-keep")}
          busy={busy}
          onClose={() => setAsking(false)}
          onAct={() => settle("send_again")}
        >
          <p>{say("outbox-again-twice")}</p>
          <p>{say("outbox-again-look")}</p>
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
  const id = useId();
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
