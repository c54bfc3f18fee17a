import type { LabelId } from "../../words";

/** One line of the keys sheet. */
export interface KeyLine {
  /** As pressed, parts joined by `+`; `Mod` is Ctrl, on macOS Command. Alternatives are separate entries. */
  keys: readonly string[];
  does: LabelId;
}

/** Every key of the app, by where it works. */
export const KEYS: readonly { where: LabelId; lines: readonly KeyLine[] }[] = [
  {
    where: "frame-keys-everywhere",
    lines: [
      { keys: ["Mod+K"], does: "frame-keys-commands" },
      { keys: ["/", "Mod+F"], does: "frame-keys-search" },
      { keys: ["Scan"], does: "frame-keys-scan" },
      { keys: ["Mod+1"], does: "frame-keys-place" },
      { keys: ["Mod+Shift+L"], does: "frame-keys-licenses" },
      { keys: ["Mod+Shift+O"], does: "frame-keys-outbox" },
      { keys: ["F5"], does: "frame-keys-sync" },
      { keys: ["?", "F1"], does: "frame-keys-these" },
      { keys: ["Escape"], does: "frame-keys-close" },
    ],
  },
  {
    where: "frame-keys-card",
    lines: [
      { keys: ["Enter"], does: "frame-keys-card-source" },
      { keys: ["Backspace"], does: "frame-keys-card-back" },
      { keys: ["Escape"], does: "frame-keys-card-close" },
    ],
  },
  {
    where: "frame-keys-draft",
    lines: [
      { keys: ["Enter", "↓"], does: "frame-keys-draft-next" },
      { keys: ["↑", "Shift+Enter"], does: "frame-keys-draft-before" },
      { keys: ["Mod+D"], does: "frame-keys-draft-fill" },
      { keys: ["Mod+V"], does: "frame-keys-draft-paste" },
      { keys: ["Mod+Shift+Delete"], does: "frame-keys-draft-remove" },
      { keys: ["Alt+Enter"], does: "frame-keys-draft-card" },
      { keys: ["Escape"], does: "frame-keys-draft-leave" },
    ],
  },
  {
    where: "frame-keys-reports",
    lines: [
      { keys: ["↑", "↓", "Home", "End"], does: "frame-keys-reports-move" },
      { keys: ["Enter"], does: "frame-keys-reports-open" },
      { keys: ["Space", "Shift+↓"], does: "frame-keys-reports-select" },
      { keys: ["Mod+A"], does: "frame-keys-reports-all" },
      { keys: ["F6"], does: "frame-keys-reports-panes" },
      { keys: ["Escape"], does: "frame-keys-reports-close" },
    ],
  },
  {
    where: "frame-keys-grid",
    lines: [
      { keys: ["Arrows"], does: "frame-keys-grid-cell" },
      // biome-ignore lint/plugin: it is printed so on the keys, whatever language is spoken.
      { keys: ["Page Up", "Page Down"], does: "frame-keys-grid-page" },
      { keys: ["Home", "End"], does: "frame-keys-grid-row-ends" },
      { keys: ["Mod+Home", "Mod+End"], does: "frame-keys-grid-ends" },
      { keys: ["Enter"], does: "frame-keys-grid-open" },
      { keys: ["Shift+Enter"], does: "frame-keys-grid-sort" },
      { keys: ["Mod+Enter"], does: "frame-keys-grid-filter" },
      { keys: ["Alt+↓"], does: "frame-keys-grid-header" },
      { keys: ["Space"], does: "frame-keys-grid-select" },
      { keys: ["Shift+↓", "Shift+Space"], does: "frame-keys-grid-range" },
      { keys: ["Mod+A"], does: "frame-keys-grid-all" },
      { keys: ["A", "Shift+F10"], does: "frame-keys-grid-actions" },
      { keys: ["Mod+Z"], does: "frame-keys-grid-undo" },
      { keys: ["Escape"], does: "frame-keys-grid-none" },
      { keys: ["Alt+N"], does: "frame-keys-grid-changes" },
      { keys: ["F6"], does: "frame-keys-grid-tests" },
      { keys: ["Mod+C"], does: "frame-keys-grid-copy" },
      { keys: ["Mod+Shift+C"], does: "frame-keys-grid-copy-rows" },
    ],
  },
];
