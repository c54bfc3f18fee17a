import type { ReactElement } from "react";
import { useCommands } from "../../base/commands";
import { useFrame } from "../../base/frame-state";
import { Button, Icon, Menu, MenuItem, SavedCorner, useSaving } from "../../parts";
import { call } from "../../platform";
import { say } from "../../words";
import { useEditor } from "./editor-context";

/** The draft on paper: with its tags as barcodes. */
export function SheetMenu(): ReactElement {
  const { store } = useEditor();
  const { tell } = useFrame();
  const saving = useSaving(tell);
  const make = (open: boolean) =>
    saving.save(async (request_id) => {
      const { draft } = store.view().draft.head;
      const { file } = await store.queue.run(() => call("draft_sheet", { request_id, draft, open }));
      // What is open in front of a person needs no way to it.
      return { file: open ? null : file };
    });
  useCommands({ sheet: { act: () => make(true) } });
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button>
            {say("draft-sheet")} <Icon name="chevronDown" />
          </Button>
        }
      >
        <MenuItem onSelect={() => make(true)}>{say("draft-sheet-open")}</MenuItem>
        <MenuItem icon="download" onSelect={() => make(false)}>
          {say("draft-sheet-save")}
        </MenuItem>
      </Menu>
      <SavedCorner saving={saving} />
    </>
  );
}
