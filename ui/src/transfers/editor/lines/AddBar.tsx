import { type ReactElement, useLayoutEffect, useRef, useState } from "react";
import { Button } from "../../../parts";
import { say } from "../../../words";
import { MOST_LINES } from "../../draft/draft-store";
import { useDraft } from "../../draft/use-draft";
import { useEditor } from "../editor-context";
import { ScanField } from "./ScanField";

/** The ways to more lines, and how many there are. */
export function AddBar({
  onLines,
  onFiles,
  onPaste,
  onRows,
  onEmpty,
  busy,
}: {
  onLines: (count: number) => void;
  onFiles: () => void;
  onPaste: () => void;
  /** Rows were pasted where one tag was expected. */
  onRows: (text: string) => void;
  /** The lines in which nothing stands are to go. */
  onEmpty: () => void;
  /** Files are being read. */
  busy: boolean;
}): ReactElement {
  const { store, editable } = useEditor();
  const lines = useDraft(store, (view) => view.order.length);
  const packages = useDraft(store, (view) => view.draft.head.packages);
  const empty = useDraft(store, () => store.emptyLines().length);
  const [wanted, setWanted] = useState("10");
  const bar = useRef<HTMLDivElement>(null);
  // The head of the table stays in sight under this bar, however many lines the bar needs.
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) {
      return;
    }
    const sizes = new ResizeObserver(() => {
      element.parentElement?.style.setProperty("--addbar", `${element.offsetHeight}px`);
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  const room = MOST_LINES - lines;
  const number = Number.parseInt(wanted, 10);
  const good = number >= 1 && number <= MOST_LINES;
  const add = () => {
    if (good) {
      onLines(number);
    }
  };
  return (
    <div className="addbar" ref={bar}>
      <div className="addbar-what">
        <h2 className="draft-heading">
          {say("draft-lines")}{" "}
          <span className="addbar-count">{say("draft-lines-of", { count: packages, most: MOST_LINES })}</span>
        </h2>
        {editable && empty > 0 ? (
          <Button look="quiet" icon="close" className="addbar-empty" onClick={onEmpty}>
            {say("draft-empty-remove", { count: empty })}
          </Button>
        ) : null}
      </div>
      {editable ? (
        <>
          <ScanField onRows={onRows} />
          <Button icon="file" onClick={onFiles} disabled={busy}>
            {say("draft-add-files")}
          </Button>
          <Button icon="copy" onClick={onPaste}>
            {say("draft-add-paste")}
          </Button>
          <span className="addbar-lines">
            <input
              className="input addbar-number"
              type="number"
              min={1}
              max={MOST_LINES}
              step={1}
              aria-label={say("draft-add-number")}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter") {
                  event.preventDefault();
                  add();
                }
              }}
            />
            <Button icon="plus" onClick={add} disabled={!good || room === 0}>
              {good ? say("draft-add-lines", { count: number }) : say("draft-add-lines-unknown")}
            </Button>
          </span>
        </>
      ) : null}
    </div>
  );
}
