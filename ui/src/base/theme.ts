import type { LabelId } from "../words";

/** Light, dark, or as the system is. */
export type Theme = "system" | "light" | "dark";

const KEY = "trackside.theme";

/** The person's choice. */
export function readTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** Shows a choice; without one the system's colours hold. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
}

/** Remembers and shows a choice. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  applyTheme(theme);
}

/** The choices: in the menu, and as a command. */
export const THEMES: readonly { value: Theme; words: LabelId; command: LabelId }[] = [
  { value: "system", words: "frame-appearance-system", command: "frame-appearance-system-command" },
  { value: "light", words: "frame-appearance-light", command: "frame-appearance-light-command" },
  { value: "dark", words: "frame-appearance-dark", command: "frame-appearance-dark-command" },
];
