import "./SavedNotice.css";
import { type ReactElement, type ReactNode, useState } from "react";
import { asDeskFailure, call, type DeskFailure, newRequestId, type SavedBy } from "../platform";
import { say } from "../words";
import { Button } from "./Button";
import { ErrorNotice, Notice } from "./Notice";

/** That a file was saved, with the ways to it: opened, or shown in its folder. */
export function SavedNotice({
  saved,
  title,
  less = null,
  onClose,
}: {
  /** The request that saved it. */
  saved: string;
  title: string;
  /** What the file holds less of than it was asked for, where it does. */
  less?: ReactNode;
  /** Where what it stands in is closed anyway, it needs no button for it. */
  onClose?: () => void;
}): ReactElement {
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const show = (by: SavedBy) => {
    setFailure(null);
    call("saved_show", { saved, by }).catch((thrown: unknown) => setFailure(asDeskFailure(thrown)));
  };
  return (
    <>
      <Notice
        tone={less === null ? "good" : "warn"}
        title={title}
        live
        actions={
          <>
            <Button onClick={() => show("program")}>{say("common-open")}</Button>
            <Button onClick={() => show("folder")}>{say("common-show-in-folder")}</Button>
            {onClose ? <Button onClick={onClose}>{say("common-dismiss")}</Button> : null}
          </>
        }
      >
        {less}
      </Notice>
      {failure ? <ErrorNotice error={failure} /> : null}
    </>
  );
}

/** The saving of files, one after another: what is being saved and what was saved last. */
export interface Saving {
  busy: boolean;
  saved: { request: string; file: string } | null;
  /** Calls a command that saves a file, by the request's id. A dialog that was put away saves none and is no failure. */
  save: (command: (request_id: string) => Promise<{ file: string | null }>) => void;
  /** Puts away that it was saved. */
  forget: () => void;
}

/** Saves files where a command asks for the place; what goes wrong goes to `onFailure`, and none before a new one. */
export function useSaving(onFailure: (failure: DeskFailure | null) => void): Saving {
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<Saving["saved"]>(null);
  return {
    busy,
    saved,
    save: (command) => {
      const request = newRequestId();
      setBusy(true);
      setSaved(null);
      onFailure(null);
      command(request)
        .then(({ file }) => setSaved(file === null ? null : { request, file }))
        .catch((thrown: unknown) => {
          const failure = asDeskFailure(thrown);
          if (failure.code !== "cancelled") {
            onFailure(failure);
          }
        })
        .finally(() => setBusy(false));
    },
    forget: () => setSaved(null),
  };
}

/** What is said in the window's corner: nothing makes room for it, so nothing moves. */
export function Corner({ children }: { children: ReactNode }): ReactElement {
  return <div className="said-corner">{children}</div>;
}

/** What was saved, in the window's corner. */
export function SavedCorner({ saving: { saved, forget } }: { saving: Saving }): ReactElement | null {
  return saved ? (
    <Corner>
      <SavedNotice
        key={saved.request}
        saved={saved.request}
        title={say("common-saved-as", { file: saved.file })}
        onClose={forget}
      />
    </Corner>
  ) : null;
}
