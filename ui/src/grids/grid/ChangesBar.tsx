import { type ReactElement, useEffect, useState } from "react";
import { Button } from "../../parts";
import { say } from "../../words";
import { changesWords } from "./changes";

/** News is spoken once it has been quiet for so long, not at every page of a sync. */
const SPOKEN_AFTER_MS = 1500;

/** What is new and not yet on the screen. The rows move only when the person says so. */
export function ChangesBar({
  records,
  onShow,
  onPressed,
}: {
  records: number;
  onShow: () => void;
  /** The button was pressed: it goes away with the news, and the focus must not go with it. */
  onPressed: () => void;
}): ReactElement {
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    if (records === 0) {
      setSpoken("");
      return;
    }
    const timer = setTimeout(() => setSpoken(say("grid-news-spoken", { records })), SPOKEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [records]);
  useEffect(() => {
    if (records === 0) {
      return;
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyN") {
        event.preventDefault();
        onShow();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [records, onShow]);
  return (
    <div className="grid-news">
      {records > 0 ? (
        <Button
          size="small"
          className="grid-news-show"
          icon="refresh"
          title={say("grid-news-title")}
          onClick={() => {
            onPressed();
            onShow();
          }}
        >
          <span>
            {changesWords(records)} · <b>{say("grid-news-show")}</b>
          </span>
        </Button>
      ) : null}
      <span className="unseen" role="status">
        {spoken}
      </span>
    </div>
  );
}
