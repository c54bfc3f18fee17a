import { createContext, type ReactElement, type ReactNode, useContext, useMemo, useState } from "react";
import type { Account, DeskError } from "../platform";
import type { LabelId } from "../words";
import type { ActionStart } from "./actions";

/** What a page is called and where it is. */
export interface Page {
  title: LabelId;
  address: string;
}

/** What the frame can lay over itself. One at a time. */
export type FrameDialog =
  | { is: "palette" }
  | { is: "keys" }
  | { is: "about" }
  /** `changed`: the account whose keys were just changed. */
  | { is: "licenses"; changed?: string }
  /** With an account: its keys again. */
  | { is: "connect"; account?: Account }
  /** Other keys for an account that has some. */
  | { is: "account_keys"; account: Account }
  | { is: "remove"; account: Account }
  | { is: "demo_reset" }
  | { is: "audit_export" }
  /** An action on packages: its form and its review. */
  | { is: "action"; start: ActionStart }
  /** A link that could not be opened. */
  | { is: "address"; page: Page; error: DeskError };

interface Dialogs {
  dialog: FrameDialog | null;
  open: (dialog: FrameDialog) => void;
  close: () => void;
}

const Context = createContext<Dialogs | null>(null);

/** Which dialog is open, and the way to open one. */
export function useDialogs(): Dialogs {
  const dialogs = useContext(Context);
  if (!dialogs) {
    throw new Error("useDialogs belongs inside DialogsProvider");
  }
  return dialogs;
}

/** Opens the dialog of an action: its form, then its review, then it is queued. */
export function useActions(): { openAction: (start: ActionStart) => void } {
  const { open } = useDialogs();
  return { openAction: (start) => open({ is: "action", start }) };
}

/** Holds which dialog is open. */
export function DialogsProvider({ children }: { children: ReactNode }): ReactElement {
  const [dialog, setDialog] = useState<FrameDialog | null>(null);
  const dialogs = useMemo<Dialogs>(() => ({ dialog, open: setDialog, close: () => setDialog(null) }), [dialog]);
  return <Context.Provider value={dialogs}>{children}</Context.Provider>;
}
