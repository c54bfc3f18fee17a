import { type ReactElement, useEffect, useRef, useState } from "react";
import { Button, Dialog, ErrorNotice } from "../parts";
import { asDeskFailure, call, type DeskFailure, newRequestId, onEvent } from "../platform";
import { say } from "../words";

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
      title={say("outbox-quit-title")}
      actions={
        <>
          <Button onClick={() => void quit()}>{say("outbox-quit-close")}</Button>
          <Button look="main" ref={stay} onClick={close}>
            {say("outbox-quit-stay")}
          </Button>
        </>
      }
    >
      <p>{say("outbox-quit-waiting", { count: waiting })}</p>
      {failure ? <ErrorNotice error={failure} /> : null}
    </Dialog>
  );
}
