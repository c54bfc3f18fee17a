import { useDialogs } from "../app/frame/dialogs-state";
import type { ActionStart } from "./kinds";

export { ActionsProvider, useActionsState } from "./actions-state";
export { ACTIONS, type ActionId, type ActionStart, IN_TAB } from "./kinds";

/** Opens the dialog of an action: its form, then its review, then it is queued. */
export function useActions(): { openAction: (start: ActionStart) => void } {
  const { open } = useDialogs();
  return { openAction: (start) => open({ is: "action", start }) };
}
