import { type ReactElement, useState } from "react";
import mark from "../../../../icons/trackside.svg";
import { useSnapshotCommand } from "../../base/desk-commands";
import type { IconName } from "../../base/icons";
import { Button, ErrorNotice, Icon, Later } from "../../parts";
import { type LabelId, say } from "../../words";
import { Notices } from "../Notices";
import { Connect } from "./Connect";
import { GridPicture } from "./GridPicture";

/** The first window: try the demo state, or connect a license. */
export function Start(): ReactElement {
  const [connecting, setConnecting] = useState(false);
  return (
    <main className="start">
      <Notices />
      <div className={connecting ? "start-column" : "start-column start-first"}>
        <header className="start-head">
          <img src={mark} alt="" width="44" height="44" />
          <div>
            <h1 className="start-title">{connecting ? say("start-connect") : "Trackside"}</h1>
            <p className="start-lead">{say(connecting ? "start-connect-lead" : "start-lead")}</p>
          </div>
        </header>
        {connecting ? (
          <Connect onDone={() => undefined} onBack={() => setConnecting(false)} />
        ) : (
          <Choices onConnect={() => setConnecting(true)} />
        )}
      </div>
    </main>
  );
}

/** What it does that others do not. */
const DOES: readonly { icon: IconName; words: LabelId }[] = [
  { icon: "offline", words: "start-does-offline" },
  { icon: "menu", words: "start-does-rows" },
  { icon: "check", words: "start-does-once" },
];

function Choices({ onConnect }: { onConnect: () => void }): ReactElement {
  const demo = useSnapshotCommand("demo_start");
  return (
    <>
      {demo.error ? <ErrorNotice error={demo.error} /> : null}
      <div className="choices">
        <section className="choice">
          <h2 className="choice-title">
            <Icon name="play" size={20} />
            {say("start-demo")}
          </h2>
          <p>{say("start-demo-meaning")}</p>
          <p>{say("start-demo-safe")}</p>
          <Button look="main" disabled={demo.busy} onClick={() => void demo.run({})}>
            {say(demo.busy ? "start-demo-starting" : "start-demo")}
          </Button>
          {demo.busy ? (
            <Later after={2000}>
              <p className="quiet" role="status">
                {say("start-demo-making")}
              </p>
            </Later>
          ) : null}
        </section>
        <section className="choice">
          <h2 className="choice-title">
            <Icon name="key" size={20} />
            {say("start-connect")}
          </h2>
          <p>{say("start-connect-meaning")}</p>
          <p>{say("start-connect-keys")}</p>
          <Button onClick={onConnect} disabled={demo.busy}>
            {say("start-connect")}
          </Button>
        </section>
      </div>
      <div className="start-what">
        <GridPicture />
        <ul className="start-does">
          {DOES.map(({ icon, words }) => (
            <li key={words}>
              <Icon name={icon} />
              {say(words)}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
