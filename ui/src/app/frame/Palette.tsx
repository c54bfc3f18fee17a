import "./palette.css";
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from "react";
import { isTag } from "../../base/burst";
import type { PaletteEntry } from "../../base/palette";
import { useFindTag } from "../../grids/packages/useFindTag";
import { Dialog } from "../../parts";
import { say } from "../../words";
import { PaletteList } from "./PaletteList";
import { usePaletteEntries } from "./palette-entries";
import { ranked } from "./palette-filter";
import { endsATag, useFound, useFoundGroups } from "./palette-found";

/**
 * Everything one can go to or do, by typing a part of its name. What is known at once stands first and stays; what the
 * local copy has comes below it, except a package whose tag is typed, for which room is kept on top.
 */
export function Palette({ onClose }: { onClose: () => void }): ReactElement {
  const [typed, setTyped] = useState("");
  // The line that the person went to; without one, the first is meant.
  const [wanted, setWanted] = useState<string | null>(null);
  const leads = useRef(false);
  const { find } = useFindTag();
  const { found, waiting } = useFound(typed);
  const { packages, others } = useFoundGroups(found);
  const own = ranked(usePaletteEntries(), typed);
  const text = typed.trim();
  const tag = endsATag(text);
  const groups = waiting ? own : [...(tag ? [packages] : []), ...own, ...others];
  const entries = groups.flatMap((group) => group.entries);
  // While a tag is looked for nothing is meant: what stands below is hardly what was typed.
  const meant = entries.find((entry) => entry.id === wanted) ?? (tag && waiting ? undefined : entries[0]);

  const choose = (entry: PaletteEntry) => {
    if (entry.why === undefined) {
      leads.current = entry.leads === true;
      onClose();
      entry.act();
    }
  };
  // Enter came before the answer: it is for the first that is found.
  const early = useRef<string | null>(null);
  const latest = useRef(() => {});
  useEffect(() => {
    latest.current = () => meant && choose(meant);
  });
  useEffect(() => {
    if (!waiting && early.current === text) {
      latest.current();
    }
    early.current = null;
  }, [waiting, text]);

  const step = (by: 1 | -1) => {
    const at = meant ? entries.indexOf(meant) : by > 0 ? -1 : 0;
    setWanted(entries.at((at + by) % Math.max(entries.length, 1))?.id ?? null);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === "ArrowDown") {
      step(1);
    } else if (event.key === "ArrowUp") {
      step(-1);
    } else if (event.key !== "Enter") {
      return;
    } else if (isTag(text) && (waiting || packages.entries.length === 0)) {
      // As if it were scanned: where no license has it, that is said with where it may be.
      leads.current = true;
      onClose();
      find(text);
    } else if (meant) {
      choose(meant);
    } else if (waiting) {
      early.current = text;
    }
    event.preventDefault();
  };

  const id = useId();
  const at = meant ? entries.indexOf(meant) : -1;
  return (
    <Dialog open wide onClose={onClose} title={say("frame-commands")} leads={leads}>
      <div className="palette">
        <input
          className="input"
          role="combobox"
          aria-label={say("frame-commands")}
          aria-expanded={entries.length > 0}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          placeholder={say("frame-commands-hint")}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setWanted(null);
          }}
          onKeyDown={onKey}
        />
        <PaletteList
          id={id}
          groups={groups}
          meant={meant}
          text={text}
          tag={tag}
          stale={waiting ? { packages, others } : null}
          failure={waiting ? null : (found?.failure ?? null)}
          onPoint={(entry) => setWanted(entry.id)}
          onChoose={choose}
        />
        <span className="unseen" role="status">
          {!text || waiting
            ? ""
            : tag && packages.entries.length === 0
              ? say("palette-no-tag", { text })
              : say("palette-count", { count: entries.length })}
        </span>
      </div>
    </Dialog>
  );
}
