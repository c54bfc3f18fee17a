import type { ReactElement } from "react";
import { useCommands } from "../../app/frame/commands";
import { useFrame } from "../../app/frame/frame-state";
import { Button, Icon, Menu, MenuItem } from "../../parts";
import { asDeskFailure, call, newRequestId } from "../../platform";
import { say } from "../../words";
import { useEditor } from "./editor-context";

/** The draft on paper: with its tags as barcodes. */
export function SheetMenu(): ReactElement {
  const { store, announce } = useEditor();
  const { tell } = useFrame();
  const make = (open: boolean) => {
    store.queue
      .run(() => call("draft_sheet", { request_id: newRequestId(), draft: store.view().draft.head.draft, open }))
      .then(({ file }) => {
        if (file && !open) {
          announce(say("transfers-saved", { file }));
        }
        tell(null);
      })
      .catch((thrown) => {
        const failure = asDeskFailure(thrown);
        if (failure.code !== "cancelled") {
          tell(failure);
        }
      });
  };
  useCommands({ sheet: { act: () => make(true) } });
  return (
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
  );
}
