import { Keys } from "./Keys";
import "./SearchBox.css";
import { type ReactElement, useState } from "react";
import { isTag, ScanBurst } from "../base/burst";
import { say } from "../words";
import { IconButton } from "./Button";
import { Icon } from "./Icon";

/** The one search box of a grid. The frame gives it the focus on `/` and Ctrl+F; Escape empties it. */
export function SearchBox({
  value,
  onChange,
  label,
  onLeave,
  onEnter,
  onScan,
}: {
  value: string;
  onChange: (value: string) => void;
  /** Its name and placeholder, for example `Search packages`. */
  label: string;
  /** Enter or arrow down: the person wants to go on in the grid. */
  onLeave?: () => void;
  /** Enter, before that; true where it was taken. */
  onEnter?: (typed: string) => boolean;
  /** What a scanner read into it; it does not stay in the box. */
  onScan?: (text: string) => void;
}): ReactElement {
  const [burst] = useState(() => new ScanBurst());
  return (
    <search className="search">
      <Icon name="search" />
      <input
        className="search-input"
        type="text"
        inputMode="search"
        data-search
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          const typed = event.currentTarget.value;
          const read = burst.press(event.key, event.timeStamp);
          // A whole tag that stands there alone is one however slowly its keys came.
          const scanned = event.key === "Enter" && isTag(typed.trim()) ? typed.trim() : read;
          if (scanned && onScan) {
            event.preventDefault();
            onChange(typed.trim().endsWith(scanned) ? typed.trim().slice(0, -scanned.length) : "");
            onScan(scanned);
          } else if (event.key === "Enter" && onEnter?.(typed)) {
            event.preventDefault();
          } else if (event.key === "Escape" && value) {
            event.stopPropagation();
            onChange("");
          } else if (event.key === "Enter" || event.key === "ArrowDown") {
            event.preventDefault();
            onLeave?.();
          }
        }}
      />
      {value ? (
        <IconButton label={say("parts-search-clear")} icon="close" onClick={() => onChange("")} />
      ) : (
        <Keys>/</Keys>
      )}
    </search>
  );
}
