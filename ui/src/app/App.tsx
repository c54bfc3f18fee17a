import "./support/support.css";
import "./start/start.css";
import { type ReactElement, type ReactNode, useState } from "react";
import { ActionsProvider } from "../actions/actions-state";
import { BeginTransferContext } from "../base/begin-transfer";
import { useDeskEvents, useSnapshotQuery } from "../base/desk";
import { DialogsProvider } from "../base/dialogs-state";
import { FrameProvider } from "../base/frame-state";
import { QuitDialog } from "../outbox/QuitDialog";
import { Later, MessagesProvider } from "../parts";
import { useNewTransferWith } from "../transfers";
import { say } from "../words";
import { FatalScreen } from "./FatalScreen";
import { Frame } from "./frame/Frame";
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
            <Handed>
              <Frame takesFocus={begun} />
            </Handed>
          </ActionsProvider>
        </MessagesProvider>
      </DialogsProvider>
    </FrameProvider>
  );
}

/** What one feature gives another, neither of which knows the other. */
function Handed({ children }: { children: ReactNode }): ReactElement {
  return <BeginTransferContext value={useNewTransferWith()}>{children}</BeginTransferContext>;
}
