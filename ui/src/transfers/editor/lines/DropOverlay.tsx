import { type ReactElement, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Icon } from "../../../parts";
import { type DeskError, type FileHandle, onEvent } from "../../../platform";
import { say } from "../../../words";

/** Over the whole window while files are held over it; hands on what is dropped, or that no file came with the drop. */
export function DropOverlay({
  onFiles,
  onNoFile,
}: {
  onFiles: (files: FileHandle[]) => void;
  onNoFile: (fault: DeskError) => void;
}): ReactElement | null {
  const [held, setHeld] = useState(0);
  const latest = useRef({ onFiles, onNoFile });
  useEffect(() => {
    latest.current = { onFiles, onNoFile };
  });
  useEffect(
    () =>
      onEvent((event) => {
        if (event.event === "files_over") {
          setHeld(event.count);
        } else if (event.event === "files_dropped") {
          setHeld(0);
          latest.current.onFiles(event.files);
        } else if (event.event === "no_file_dropped") {
          setHeld(0);
          latest.current.onNoFile(event.fault);
        }
      }),
    [],
  );
  return held > 0
    ? createPortal(
        <div className="drop" role="status">
          <div className="drop-words">
            <Icon name="file" size={32} />
            <p>{say("draft-drop", { count: held })}</p>
            <p className="quiet">{say("draft-drop-kinds")}</p>
          </div>
        </div>,
        document.body,
      )
    : null;
}
