import { type ReactElement, useEffect, useRef, useState } from "react";
import { counted } from "../app/words";
import { Button, Dialog, ErrorNotice } from "../parts";
import { asDeskFailure, call, type DeskFailure, newRequestId, onEvent } from "../platform";

/** The window was asked to close while reports wait: says that nothing is lost, and lets the person choose. */
export function QuitDialog(): ReactElement | null {
  const [waiting, setWaiting] = useState<number | null>(null);
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(
    () =>
      onEvent((event) => {
        if (event.event === "quit_asked") {
          setFailure(null);
          setWaiting(event.waiting);
        }
      }),
    [],
  );
  if (waiting === null) {
    return null;
  }
  const close = () => setWaiting(null);
  const quit = async () => {
    try {
      await call("app_quit", { request_id: newRequestId() });
    } catch (thrown) {
      setFailure(asDeskFailure(thrown));
    }
  };
  return (
    <Dialog
      open
      reading
      focusFirst={stay}
      onClose={close}
      title="Close Trackside?"
      actions={
        <>
          <Button onClick={() => void quit()}>Close anyway</Button>
          <Button look="main" ref={stay} onClick={close}>
            Stay
          </Button>
        </>
      }
    >
      <p>
        {counted(waiting, "report waits", "reports wait")} to be sent.{" "}
        {waiting === 1 ? "It is saved on this computer and goes on" : "They are saved on this computer and go on"} when
        Trackside starts again.
      </p>
      {failure ? <ErrorNotice error={failure} /> : null}
    </Dialog>
  );
}
