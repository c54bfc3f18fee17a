import type { ReactElement } from "react";
import { IconButton } from "./Button";
import { Icon } from "./Icon";

/** The one search box of a grid. The frame gives it the focus on `/` and Ctrl+F; Escape empties it. */
export function SearchBox({
  value,
  onChange,
  label,
  onLeave,
}: {
  value: string;
  onChange: (value: string) => void;
  /** Its name and placeholder, for example `Search packages`. */
  label: string;
  /** Enter or arrow down: the person wants to go on in the grid. */
  onLeave?: () => void;
}): ReactElement {
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
          if (event.key === "Escape" && value) {
            event.stopPropagation();
            onChange("");
          } else if (event.key === "Enter" || event.key === "ArrowDown") {
            event.preventDefault();
            onLeave?.();
          }
        }}
      />
      {value ? (
        <IconButton label="Clear search" icon="close" onClick={() => onChange("")} />
      ) : (
        <kbd className="keys">/</kbd>
      )}
    </search>
  );
}
