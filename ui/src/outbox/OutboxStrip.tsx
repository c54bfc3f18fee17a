import { Tabs } from "@base-ui/react/tabs";
import { type ReactElement, useState } from "react";
import { useCommands } from "../base/commands";
import { useSnapshot } from "../base/desk";
import { useOutboxCommand } from "../base/desk-commands";
import { useDialogs } from "../base/dialogs-state";
import { GROUP_LOOK, GROUPS, selectFor } from "../base/groups";
import { count } from "../base/words";
import { Button, Confirm, ErrorNotice, Icon, Message, Notice, Strip, StripGap, StripWords } from "../parts";
import type { OutboxGroup } from "../platform";
import { say } from "../words";
import type { Selection } from "./selection";
import { refusalWords } from "./words";

/** The six groups with their counts; arrow keys go from one to the next. */
function GroupTabs({ group, onGroup }: { group: OutboxGroup; onGroup: (group: OutboxGroup) => void }): ReactElement {
  const { outbox } = useSnapshot();
  return (
    <Tabs.Root className="outbox-groups" value={group} onValueChange={(next) => onGroup(next as OutboxGroup)}>
      <Tabs.List className="tabs outbox-tabs" aria-label={say("outbox-groups")} activateOnFocus>
        {GROUPS.map((each) => {
          const { title, icon, tone } = GROUP_LOOK[each];
          const calls = outbox[each] > 0 && (tone === "warn" || tone === "bad");
          return (
            <Tabs.Tab key={each} value={each} className={`tab ${calls ? `outbox-tab-${tone}` : ""}`}>
              {calls ? <Icon name={icon} size={14} /> : null}
              {title} <span className="tab-count">{count(outbox[each])}</span>
            </Tabs.Tab>
          );
        })}
      </Tabs.List>
    </Tabs.Root>
  );
}

/** The line above the list: the groups, and what can be done with what is selected. */
export function OutboxStrip({
  group,
  onGroup,
  selection,
}: {
  group: OutboxGroup;
  onGroup: (group: OutboxGroup) => void;
  selection: Selection;
}): ReactElement {
  const { outbox } = useSnapshot();
  const { open } = useDialogs();
  const withdraw = useOutboxCommand("outbox_withdraw");
  const clear = useOutboxCommand("outbox_clear");
  const [asking, setAsking] = useState<"withdraw" | "clear" | null>(null);
  const [told, setTold] = useState<{ title: string; left: string[] } | null>(null);
  const selected = selection.intents.size;
  const use = selectFor(group);
  const error = withdraw.error ?? clear.error;

  const act = async (what: "withdraw" | "clear", intents: number[]) => {
    withdraw.forget();
    clear.forget();
    setAsking(null);
    const done = await (what === "withdraw" ? withdraw : clear).run({ intents });
    if (done) {
      selection.clear();
      const did = what === "clear" ? "outbox-cleared" : "outbox-withdrawn";
      setTold({
        title: done.changed > 0 ? say(did, { count: done.changed }) : say("outbox-unchanged"),
        left: refusalWords(done.refused),
      });
    }
  };
  const press = (what: "withdraw" | "clear") => {
    // One that waits is withdrawn at once, as are those that are done; more, and what the person has yet to see, not.
    if ((what === "withdraw" && selected > 1) || group === "refused") {
      setAsking(what);
    } else {
      void act(what, [...selection.intents]);
    }
  };
  useCommands(selected > 0 && use ? { [use]: { act: () => press(use) } } : {});
  return (
    <>
      <Strip className="outbox-strip">
        <GroupTabs group={group} onGroup={onGroup} />
        <StripGap />
        <p className="outbox-selected" role="status">
          {selection.busy ? say("outbox-selecting") : selected > 0 ? say("outbox-selected", { count: selected }) : ""}
        </p>
        {selected > 0 && use ? (
          <>
            <Button
              size="small"
              icon={use === "withdraw" ? "close" : "trash"}
              aria-disabled={withdraw.busy || clear.busy || undefined}
              onClick={() => press(use)}
            >
              {say(use === "withdraw" ? "outbox-withdraw-some" : "outbox-clear-some", { count: selected })}
            </Button>
            <Button size="small" look="quiet" onClick={selection.clear}>
              {say("outbox-deselect")}
            </Button>
          </>
        ) : null}
        {group === "done" && selected === 0 && outbox.done > 0 ? (
          <Button
            size="small"
            icon="trash"
            aria-disabled={clear.busy || undefined}
            onClick={() => void act("clear", [])}
          >
            {say("outbox-clear-done")}
          </Button>
        ) : null}
        {selected === 0 ? (
          <Button
            look="quiet"
            size="small"
            icon="download"
            aria-label={say("outbox-export")}
            title={say("outbox-export")}
            onClick={() => open({ is: "audit_export" })}
          >
            <StripWords>{say("outbox-export")}</StripWords>
          </Button>
        ) : null}
      </Strip>
      {error ? (
        <Message weight="asks" now>
          <ErrorNotice
            error={error}
            actions={
              <Button
                onClick={() => {
                  withdraw.forget();
                  clear.forget();
                }}
              >
                {say("common-dismiss")}
              </Button>
            }
          />
        </Message>
      ) : told ? (
        <Message weight={told.left.length > 0 ? "asks" : "quiet"} now>
          <Notice
            live
            tone={told.left.length > 0 ? "warn" : "info"}
            title={told.title}
            actions={<Button onClick={() => setTold(null)}>{say("common-ok")}</Button>}
          >
            {told.left.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </Notice>
        </Message>
      ) : null}
      {asking ? (
        <Confirm
          title={say(asking === "withdraw" ? "outbox-withdraw-ask" : "outbox-clear-ask", { count: selected })}
          act={say(asking === "withdraw" ? "outbox-withdraw-act" : "outbox-clear-act")}
          keep={say("outbox-keep")}
          onClose={() => setAsking(null)}
          onAct={() => void act(asking, [...selection.intents])}
        >
          <p>{say(asking === "withdraw" ? "outbox-withdraw-ask-more" : "outbox-clear-ask-more")}</p>
        </Confirm>
      ) : null}
    </>
  );
}
