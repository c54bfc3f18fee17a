import { type ReactElement, useState } from "react";
import mark from "../../../../icons/trackside.svg";
import { Button, ErrorNotice, Icon, Later } from "../../parts";
import { useSnapshotCommand } from "../desk-commands";
import { Notices } from "../Notices";
import { Connect } from "./Connect";

/** The first window: try the demo state, or connect a licence. */
export function Start(): ReactElement {
  const [connecting, setConnecting] = useState(false);
  return (
    <main className="start">
      <Notices />
      <div className="start-column">
        <header className="start-head">
          <img src={mark} alt="" width="44" height="44" />
          <div>
            <h1 className="start-title">{connecting ? "Connect my licence" : "Trackside"}</h1>
            <p className="start-lead">
              {connecting
                ? "The keys are checked with the state before they are kept."
                : "Your licence’s records from the state, with or without a connection."}
            </p>
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

function Choices({ onConnect }: { onConnect: () => void }): ReactElement {
  const demo = useSnapshotCommand("demo_start");
  return (
    <>
      {demo.error ? <ErrorNotice error={demo.error} /> : null}
      <div className="choices">
        <section className="choice">
          <Icon name="play" size={24} />
          <h2>Try the demo state</h2>
          <p>
            Six made-up licences on this computer: a retailer, a delivery-only retailer, a microbusiness, a distributor,
            a cultivator and a laboratory, with months of history.
          </p>
          <p>Nothing is sent to the state, and no keys are needed. You can reset it at any time.</p>
          <Button look="main" disabled={demo.busy} onClick={() => void demo.run({})}>
            {demo.busy ? "Starting the demo state…" : "Try the demo state"}
          </Button>
          {demo.busy ? (
            <Later after={2000}>
              <p className="quiet" role="status">
                Making the demo state. This takes a few seconds the first time.
              </p>
            </Later>
          ) : null}
        </section>
        <section className="choice">
          <Icon name="key" size={24} />
          <h2>Connect my licence</h2>
          <p>
            Load what California’s track-and-trace system holds for your licences. You need two keys: the software key
            and your user key.
          </p>
          <p>Your keys stay on this computer.</p>
          <Button onClick={onConnect} disabled={demo.busy}>
            Connect my licence
          </Button>
        </section>
      </div>
    </>
  );
}
