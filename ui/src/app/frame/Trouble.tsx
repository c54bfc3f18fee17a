import type { ReactElement } from "react";
import { Button, ErrorNotice } from "../../parts";
import { useFrame } from "./frame-state";

/** What went wrong with something that has no screen of its own. Stays until it is put away. */
export function Trouble(): ReactElement | null {
  const { trouble, tell } = useFrame();
  return trouble ? (
    <div className="notices">
      <ErrorNotice error={trouble} actions={<Button onClick={() => tell(null)}>Put away</Button>} />
    </div>
  ) : null;
}
