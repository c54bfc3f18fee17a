import type { ReactElement } from "react";
import { Button, Details, Icon } from "../parts";
import type { DeskError, ErrorCode } from "../platform";
import { type LabelId, say } from "../words";

const TITLES: Partial<Record<ErrorCode, LabelId>> = {
  newer_version: "start-failed-newer",
  folder_in_use: "start-failed-in-use",
  disk_full: "start-failed-disk",
  file: "start-failed-folder",
  keychain: "start-failed-keychain",
};

/** Trackside could not start: why, that nothing is lost, and what to do. */
export function FatalScreen({ error, onAgain }: { error: DeskError; onAgain: () => void }): ReactElement {
  return (
    <main className="start">
      <div className="start-column fatal" role="alert">
        <Icon name="warning" size={32} />
        <h1 className="start-title">{say(TITLES[error.code] ?? "start-failed")}</h1>
        <p className="start-lead">{error.message}</p>
        {error.next ? <p>{error.next}</p> : null}
        <Details text={error.details} />
        <p>
          <Button look="main" icon="refresh" onClick={onAgain}>
            {say("common-try-again")}
          </Button>
        </p>
      </div>
    </main>
  );
}
