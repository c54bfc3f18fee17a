import type { ReactElement } from "react";
import { Button, Details, Icon } from "../parts";
import type { DeskError, ErrorCode } from "../platform";

const TITLES: Partial<Record<ErrorCode, string>> = {
  newer_version: "A newer Trackside made this copy",
  folder_in_use: "Trackside is already open",
  disk_full: "The disk is full",
  file: "Trackside cannot use its folder",
  keychain: "The system's keychain refused",
};

/** Trackside could not start: why, that nothing is lost, and what to do. */
export function FatalScreen({ error, onAgain }: { error: DeskError; onAgain: () => void }): ReactElement {
  return (
    <main className="start">
      <div className="start-column fatal" role="alert">
        <Icon name="warning" size={32} />
        <h1 className="start-title">{TITLES[error.code] ?? "Trackside could not start"}</h1>
        <p className="start-lead">{error.message}</p>
        {error.next ? <p>{error.next}</p> : null}
        <Details text={error.details} />
        <p>
          <Button look="main" icon="refresh" onClick={onAgain}>
            Try again
          </Button>
        </p>
      </div>
    </main>
  );
}
