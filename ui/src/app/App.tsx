import type { ReactElement } from "react";
import { ErrorNotice, Later } from "../parts";
import { useDeskEvents, useSnapshotQuery } from "./desk";
import { Frame } from "./frame/Frame";
import { FrameProvider } from "./frame/frame-state";

/** The whole page: what it shows follows from the desk's snapshot. */
export function App(): ReactElement {
  useDeskEvents();
  const { data, error } = useSnapshotQuery();
  if (error && !data) {
    return <ErrorNotice error={error} />;
  }
  if (!data) {
    return (
      <Later>
        <p className="opening">Opening…</p>
      </Later>
    );
  }
  return (
    <FrameProvider>
      <Frame />
    </FrameProvider>
  );
}
