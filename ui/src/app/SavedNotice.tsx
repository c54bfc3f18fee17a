import { type ReactElement, type ReactNode, useState } from "react";
import { Button, ErrorNotice, Notice } from "../parts";
import { asDeskFailure, call, type DeskFailure, type SavedBy } from "../platform";
import { say } from "../words";

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
