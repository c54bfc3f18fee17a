import type { ReactElement } from "react";
import { useFrame } from "../base/frame-state";
import { say } from "../words";
import { Button } from "./Button";
import { Message } from "./Messages";
import { ErrorNotice } from "./Notice";

/** What went wrong with something that has no screen of its own. Stays until it is dismissed. */
export function Trouble(): ReactElement | null {
  const { trouble, tell } = useFrame();
  return trouble ? (
    <Message weight="asks" now>
      <ErrorNotice error={trouble} actions={<Button onClick={() => tell(null)}>{say("common-dismiss")}</Button>} />
    </Message>
  ) : null;
}
