import { type ReactElement, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { counted } from "../../../app/words";
import { Icon } from "../../../parts";
import { type FileHandle, onEvent } from "../../../platform";

/** Over the whole window while files are held over it; hands on what is dropped. */
export function DropOverlay({ onFiles }: { onFiles: (files: FileHandle[]) => void }): ReactElement | null {
  const [held, setHeld] = useState(0);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(
    () =>
      onEvent((event) => {
        if (event.event === "files_over") {
          setHeld(event.count);
        } else if (event.event === "files_dropped") {
          setHeld(0);
          latest.current(event.files);
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
            <p className="quiet">CSV or TXT, one tag a line.</p>
          </div>
        </div>,
        document.body,
      )
    : null;
}
