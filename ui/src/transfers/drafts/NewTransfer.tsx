import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useRef, useState } from "react";
import { useFrame } from "../../app/frame/frame-state";
import { Button, Menu, MenuItem } from "../../parts";
import { asDeskFailure, call, type LicenceNumber, newRequestId } from "../../platform";
import { setTransfersAt } from "../at";
import { DRAFTS } from "./queries";

/** Makes an empty draft, or a copy, and opens it. */
export function useMakeDraft(): { busy: boolean; make: (licence: LicenceNumber, copyOf?: number) => void } {
  const { tell } = useFrame();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  // Two presses may come before the page is drawn again.
  const going = useRef(false);
  const make = (licence: LicenceNumber, copyOf?: number) => {
    if (going.current) {
      return;
    }
    going.current = true;
    setBusy(true);
    call("draft_new", { request_id: newRequestId(), licence, copy_of: copyOf ?? null, packages: null })
      .then(({ draft, refused }) => {
        const begun = refused.length > 0 ? { added: draft.head.packages, refused } : undefined;
        setTransfersAt({
          tab: "drafts",
          open: { is: "draft", draft: draft.head.draft, ...(begun ? { begun } : {}) },
        });
        tell(null);
        void client.invalidateQueries({ queryKey: DRAFTS });
      })
      .catch((thrown) => tell(asDeskFailure(thrown)))
      .finally(() => {
        going.current = false;
        setBusy(false);
      });
  };
  return { busy, make };
}

/** The button for a new transfer; with several licences shown it asks which of them sends. */
export function NewTransfer({ look = "main" }: { look?: "main" | "plain" }): ReactElement | null {
  const { shown } = useFrame();
  const { busy, make } = useMakeDraft();
  const [only, ...more] = shown;
  if (!only) {
    return null;
  }
  if (more.length === 0) {
    return (
      <Button look={look} icon="plus" disabled={busy} onClick={() => make(only.number)}>
        New transfer
      </Button>
    );
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button look={look} icon="plus" disabled={busy}>
          New transfer from…
        </Button>
      }
    >
      {shown.map((licence) => (
        <MenuItem key={licence.number} onSelect={() => make(licence.number)}>
          {licence.name || licence.number} <span className="quiet">{licence.number}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}
