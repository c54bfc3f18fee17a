import { type ReactElement, useCallback, useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import type { GuideFile } from "../platform";
import { say } from "../words";
import { GuideSheet } from "./GuideSheet";

/** Printing: what goes on paper, and how it is asked for. */
export interface Printing {
  /** What is printed, while it is. */
  paper: readonly GuideFile[] | null;
  print: (files: readonly GuideFile[]) => void;
}

/**
 * Prints files of the guide by the system's dialog. Whoever prints by a key of the engine's own gets the one `here`.
 * The dialog reads the page, so what is printed stands there before it opens and until it has closed.
 */
export function usePrinting(here: GuideFile | undefined): Printing {
  const [paper, setPaper] = useState<readonly GuideFile[] | null>(null);
  useEffect(() => {
    const before = () => flushSync(() => setPaper((asked) => asked ?? (here ? [here] : null)));
    const after = () => setPaper(null);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, [here]);
  const print = useCallback((files: readonly GuideFile[]) => {
    flushSync(() => setPaper(files));
    window.print();
  }, []);
  return { paper, print };
}

/** What goes on paper: beside the page, which is not printed. Nothing of it is seen on the screen. */
export function Paper({ files }: { files: readonly GuideFile[] }): ReactElement {
  return createPortal(
    <div className="guide-paper" aria-hidden="true">
      <p className="guide-paper-title">{say("guide-title")}</p>
      {files.map((file) => (
        <GuideSheet key={file.title} file={file} />
      ))}
    </div>,
    document.body,
  );
}
