import { type ReactElement, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { counted } from "../../../app/words";
import { Icon } from "../../../parts";
import { type DeskError, type FileHandle, onEvent } from "../../../platform";

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
            <p>Drop {counted(held, "file")} of tags to add the packages to this transfer</p>
            <p className="quiet">CSV, TXT or XLSX with a column of tags.</p>
          </div>
        </div>,
        document.body,
      )
    : null;
}
