import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useRef, useState } from "react";
import { useFrame } from "../../base/frame-state";
import { Button, LicenseText, Menu, MenuItem } from "../../parts";
import { asDeskFailure, call, type LicenseNumber, newRequestId } from "../../platform";
import { say, unbroken } from "../../words";
import { setTransfersAt } from "../at";
import { DRAFTS } from "./queries";

/** Makes an empty draft, or a copy, and opens it. */
export function useMakeDraft(): { busy: boolean; make: (license: LicenseNumber, copyOf?: number) => void } {
  const { tell } = useFrame();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  // Two presses may come before the page is drawn again.
  const going = useRef(false);
  const make = (license: LicenseNumber, copyOf?: number) => {
    if (going.current) {
      return;
    }
    going.current = true;
    setBusy(true);
    call("draft_new", { request_id: newRequestId(), license, copy_of: copyOf ?? null, packages: null })
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

/** The button for a new transfer; with several licenses shown it asks which of them sends. */
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
        {say("transfers-new")}
      </Button>
    );
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button look={look} icon="plus" disabled={busy}>
          {say("transfers-new-from-some")}
        </Button>
      }
    >
      {shown.map((license) => (
        <MenuItem key={license.number} onSelect={() => make(license.number)}>
          {unbroken(license.name || license.number)}{" "}
          <span className="quiet">
            <LicenseText number={license.number} />
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
