import { ACTIONS, type ActionId } from "../../base/actions";
import { type CommandId, commandsNow, doCommand, selectedNow } from "../../base/commands";
import type { IconName } from "../../base/icons";
import type { PaletteEntry, PaletteGroup } from "../../base/palette";
import { type LabelId, say } from "../../words";

/** A command of a place: how it is called, what else finds it, and why it cannot be done where nothing in sight does it. */
interface Look {
  id: Exclude<CommandId, ActionId>;
  words: LabelId;
  also: LabelId;
  icon: IconName;
  absent: LabelId;
}

const WITH_PACKAGES: readonly Look[] = [
  {
    id: "transfer_with",
    words: "transfers-new-with",
    also: "palette-with-also",
    icon: "truck",
    absent: "palette-packages-away",
  },
];

const HERE: readonly Look[] = [
  {
    id: "receive",
    words: "palette-receive",
    also: "palette-receive-also",
    icon: "check",
    absent: "palette-receive-first",
  },
  {
    id: "close_list",
    words: "palette-close-list",
    also: "palette-close-list-also",
    icon: "check",
    absent: "palette-close-list-first",
  },
  {
    id: "undo",
    words: "frame-keys-grid-undo",
    also: "palette-undo-also",
    icon: "undo",
    absent: "palette-nothing-queued",
  },
  {
    id: "export_csv",
    words: "palette-export-csv",
    also: "palette-export-also",
    icon: "download",
    absent: "palette-no-grid",
  },
  {
    id: "export_xlsx",
    words: "palette-export-xlsx",
    also: "palette-export-also",
    icon: "download",
    absent: "palette-no-grid",
  },
  { id: "columns", words: "palette-columns", also: "palette-columns-also", icon: "columns", absent: "palette-no-grid" },
  {
    id: "changes",
    words: "frame-keys-grid-changes",
    also: "palette-changes-also",
    icon: "refresh",
    absent: "palette-no-changes",
  },
  {
    id: "select_all",
    words: "frame-keys-grid-all",
    also: "palette-select-all-also",
    icon: "check",
    absent: "palette-packages-away",
  },
  {
    id: "deselect",
    words: "packages-deselect",
    also: "frame-commands-selected-also",
    icon: "close",
    absent: "palette-nothing-selected",
  },
  { id: "sheet", words: "palette-sheet", also: "palette-sheet-also", icon: "file", absent: "palette-draft-first" },
  {
    id: "manifest",
    words: "transfers-manifest-open",
    also: "palette-manifest-also",
    icon: "file",
    absent: "palette-manifest-first",
  },
  { id: "send", words: "palette-send", also: "palette-send-also", icon: "outbox", absent: "palette-draft-first" },
  { id: "draft_copy", words: "draft-copy", also: "transfers-new-also", icon: "copy", absent: "palette-draft-first" },
  {
    id: "draft_delete",
    words: "draft-delete",
    also: "transfers-new-also",
    icon: "trash",
    absent: "palette-draft-first",
  },
  {
    id: "recorded",
    words: "palette-recorded",
    also: "palette-decide-also",
    icon: "check",
    absent: "palette-decide-first",
  },
  {
    id: "send_again",
    words: "palette-again",
    also: "palette-decide-also",
    icon: "refresh",
    absent: "palette-decide-first",
  },
  { id: "look_again", words: "palette-look", also: "palette-decide-also", icon: "eye", absent: "palette-decide-first" },
  { id: "resend", words: "palette-resend", also: "palette-resend-also", icon: "edit", absent: "palette-resend-first" },
  {
    id: "withdraw",
    words: "palette-withdraw",
    also: "palette-withdraw-also",
    icon: "close",
    absent: "palette-reports-first",
  },
  { id: "clear", words: "palette-clear", also: "palette-clear-also", icon: "trash", absent: "palette-over-first" },
  {
    id: "template",
    words: "palette-template",
    also: "palette-template-also",
    icon: "download",
    absent: "palette-guide-first",
  },
  { id: "print", words: "palette-print", also: "palette-print-also", icon: "print", absent: "palette-guide-first" },
];

/** The line of a command: as the place in sight offers it, else with why it cannot be done. */
function lineOf(id: CommandId, look: Omit<PaletteEntry, "id" | "act">, absent: LabelId): PaletteEntry {
  const offer = commandsNow()[id] ?? say(absent);
  // What can be done is asked again when it is pressed: the selection may be another by then.
  const act = () => doCommand(id);
  if (typeof offer === "string") {
    return { id, ...look, act, why: offer };
  }
  return { id, ...look, act, ...(offer.note === undefined ? {} : { note: offer.note }) };
}

function entryOf(look: Look): PaletteEntry {
  const { id, icon, words, also, absent } = look;
  return lineOf(id, { icon, words: say(words), also: [say(also)] }, absent);
}

/** What can be done with packages, and why not where none are selected. */
export function packageCommands(): PaletteGroup {
  const what = selectedNow();
  const actions = (Object.keys(ACTIONS) as ActionId[]).map((action) => {
    const { words, title, icon, also } = ACTIONS[action];
    const look = { icon, words, also: [...also, title, say("frame-commands-selected-also")] };
    return lineOf(action, look, "palette-packages-away");
  });
  return {
    id: "selected",
    heading: what === null ? say("palette-selected") : say("frame-commands-selected", { what }),
    entries: [...actions, ...WITH_PACKAGES.map(entryOf)],
  };
}

/** What else the place in sight does, and why not where it does not. */
export function hereCommands(): PaletteEntry[] {
  return HERE.map(entryOf);
}
