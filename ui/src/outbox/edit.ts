import { useActions } from "../base/dialogs-state";
import type { OutboxStory } from "../platform";

/** Opens the form of a report's action again, with what was reported; null where it cannot be edited. */
export function useEditReport({ line, form }: OutboxStory): (() => void) | null {
  const { openAction } = useActions();
  const target = line.package;
  if (!line.can_edit || !form || !target) {
    return null;
  }
  return () => openAction({ form, target: { target: "packages", packages: [target] }, replaces: line.intent });
}
