import { Command } from "cmdk";
import type { ReactElement } from "react";
import { Dialog, Icon, type IconName } from "../../parts";
import { say } from "../../words";
import { usePaletteEntries } from "./palette-entries";
import { fits } from "./palette-filter";

/** Everything one can go to or do, by typing a part of its name. */
export function Palette({ onClose }: { onClose: () => void }): ReactElement {
  const groups = usePaletteEntries();
  return (
    <Dialog open onClose={onClose} title={say("frame-commands")}>
      <Command
        label={say("frame-commands")}
        loop
        vimBindings={false}
        className="palette"
        filter={(_, typed, [words = "", ...also] = []) => fits(typed, words, also)}
      >
        <Command.Input className="input" placeholder={say("frame-commands-hint")} autoFocus />
        <Command.List className="palette-list">
          <Command.Empty className="quiet palette-empty">{say("frame-commands-none")}</Command.Empty>
          {groups.map((group) => (
            <Command.Group key={group.heading} heading={group.heading}>
              {group.entries.map((entry) => (
                <Command.Item
                  key={entry.words}
                  value={`${group.heading} ${entry.words}`}
                  keywords={[entry.words, entry.note ?? "", ...(entry.also ?? [])]}
                  className="palette-item"
                  onSelect={() => {
                    onClose();
                    entry.act();
                  }}
                >
                  <Entry icon={entry.icon} words={entry.words} note={entry.note} keys={entry.keys} />
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}

function Entry({
  icon,
  words,
  note,
  keys,
}: {
  icon: IconName;
  words: string;
  note?: string | undefined;
  keys?: string | undefined;
}): ReactElement {
  return (
    <>
      <Icon name={icon} />
      <span className="menu-words">
        {words} {note ? <span className="quiet">{note}</span> : null}
      </span>
      {keys ? <kbd className="keys">{keys}</kbd> : null}
    </>
  );
}
