import "./support/support.css";
import "./start/start.css";
import { type ReactElement, useState } from "react";
import { ActionsProvider } from "../actions";
import { QuitDialog } from "../outbox/QuitDialog";
import { Later } from "../parts";
import { say } from "../words";
import { useDeskEvents, useSnapshotQuery } from "./desk";
import { FatalScreen } from "./FatalScreen";
import { DialogsProvider } from "./frame/dialogs-state";
import { Frame } from "./frame/Frame";
import { FrameProvider } from "./frame/frame-state";
import { MessagesProvider } from "./frame/messages";
import { Start } from "./start/Start";

/** The whole page. Closing may be asked about wherever one is. */
export function App(): ReactElement {
  useDeskEvents();
  return (
    <>
      <Shown />
      <QuitDialog />
    </>
  );
}

/** What is shown follows from the desk's snapshot. */
function Shown(): ReactElement {
  const { data, error, refetch } = useSnapshotQuery();
  const [begun, setBegun] = useState(false);
  if (data && data.accounts.length === 0 && !begun) {
    setBegun(true);
  }
  if (error && !data) {
    return <FatalScreen error={error} onAgain={() => void refetch()} />;
  }
  if (!data) {
    return (
      <Later>
        <main className="opening">{say("frame-opening")}</main>
      </Later>
    );
  }
  if (data.accounts.length === 0) {
    return <Start />;
  }
  return (
    <FrameProvider>
      <DialogsProvider>
        <MessagesProvider>
          <ActionsProvider>
            <Frame takesFocus={begun} />
          </ActionsProvider>
        </MessagesProvider>
      </DialogsProvider>
    </FrameProvider>
  );
}
