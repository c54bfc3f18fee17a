// biome-ignore-all lint/a11y/useSemanticElements: a list that is searched is no select, and its parts are no fields
// biome-ignore-all lint/a11y/useFocusableInteractive: the field keeps the focus and says which line is meant
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field hears the keys
import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import type { PaletteEntry, PaletteGroup } from "../../base/palette";
import { Icon, Keys, TagText } from "../../parts";
import type { DeskFailure } from "../../platform";
import { say, unbroken } from "../../words";

/**
 * The lines of the palette under their headings. Its room is the same however many there are. A list has no paragraphs: its
 * headings and what it says itself are no lines.
 */
export function PaletteList({
  id,
  groups,
  meant,
  text,
  tag,
  stale,
  failure,
  onPoint,
  onChoose,
}: {
  /** The list's id is this with `-list`, a line's with its number. */
  id: string;
  groups: readonly PaletteGroup[];
  meant: PaletteEntry | undefined;
  text: string;
  /** The text may be a tag's end: what is said of it stands on top. */
  tag: boolean;
  /** What the text before had, while the answer is waited for; none where it is there. */
  stale: { packages: PaletteGroup; others: readonly PaletteGroup[] } | null;
  failure: DeskFailure | null;
  onPoint: (entry: PaletteEntry) => void;
  onChoose: (entry: PaletteEntry) => void;
}): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const entries = groups.flatMap((group) => group.entries);
  const at = meant ? entries.indexOf(meant) : -1;
  const meantId = meant?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another line is meant or something was typed
  useEffect(() => {
    if (list.current && at <= 0) {
      // With the heading over it.
      list.current.scrollTop = 0;
    } else {
      list.current?.querySelector("[aria-selected='true']")?.scrollIntoView?.({ block: "nearest" });
    }
  }, [meantId, text]);
  const line = (entry: PaletteEntry) => (
    <div
      key={entry.id}
      id={`${id}-${entries.indexOf(entry)}`}
      role="option"
      className="palette-item"
      aria-selected={entry === meant}
      aria-disabled={entry.why === undefined ? undefined : true}
      // Not `enter`: a list that moves under a pointer at rest means nothing.
      onPointerMove={() => onPoint(entry)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry)}
    >
      <Body entry={entry} />
    </div>
  );
  const [first] = groups;
  const none = tag && stale === null && first?.entries.length === 0;
  return (
    <div
      ref={list}
      className="palette-list"
      // A list without a line is none.
      {...(entries.length > 0 ? { role: "listbox", "aria-label": say("frame-commands") } : {})}
      id={`${id}-list`}
    >
      {tag && stale ? (
        stale.packages.entries.length > 0 ? (
          <Stale group={stale.packages} />
        ) : (
          <Told heading={stale.packages.heading}>{say("palette-looking", { text })}</Told>
        )
      ) : null}
      {none ? <Told heading={first.heading}>{say("palette-no-tag", { text })}</Told> : null}
      {groups.map((group) =>
        group.entries.length === 0 ? null : (
          <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
            <div className="palette-heading" id={`${id}-${group.id}`}>
              {group.heading}
            </div>
            {group.entries.map(line)}
          </div>
        ),
      )}
      {stale?.others.map((group) => (
        <Stale key={group.id} group={group} />
      ))}
      {entries.length === 0 && !stale && !failure && !tag ? (
        <div className="quiet palette-told">{say("frame-commands-none")}</div>
      ) : null}
      {failure ? <div className="quiet palette-told">{failure.message}</div> : null}
    </div>
  );
}

/** What the text before had: it stands, so that nothing flickers while one types, and is no line until it is found again. */
function Stale({ group }: { group: PaletteGroup }): ReactElement {
  return (
    <div className="palette-stale" aria-hidden="true">
      <div className="palette-heading">{group.heading}</div>
      {group.entries.map((entry) => (
        <div key={entry.id} className="palette-item">
          <Body entry={entry} />
        </div>
      ))}
    </div>
  );
}

/** What is said where a package would stand, in as much room. */
function Told({ heading, children }: { heading: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <div className="palette-heading">{heading}</div>
      <div className="quiet palette-told">{children}</div>
    </div>
  );
}

function Body({ entry }: { entry: PaletteEntry }): ReactElement {
  const { icon, words, note, end, keys, why, tag } = entry;
  return (
    <>
      <Icon name={icon} />
      <span className="palette-words">
        {tag ? <TagText tag={words} /> : words} {note ? <span className="quiet">{unbroken(note)}</span> : null}
      </span>{" "}
      {why === undefined ? null : <span className="palette-why">{why}</span>}
      {end && why === undefined ? <span className="quiet palette-end">{end}</span> : null}
      {keys ? <Keys>{keys}</Keys> : null}
    </>
  );
}
