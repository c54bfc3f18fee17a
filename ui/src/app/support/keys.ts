/** One line of the keys sheet. */
export interface KeyLine {
  /** As pressed, parts joined by `+`; `Mod` is Ctrl, on macOS Command. Alternatives are separate entries. */
  keys: readonly string[];
  does: string;
}

/** Every key of the app, by where it works. */
export const KEYS: readonly { where: string; lines: readonly KeyLine[] }[] = [
  {
    where: "Everywhere",
    lines: [
      { keys: ["Mod+K"], does: "Commands: places, licences, actions" },
      { keys: ["/", "Mod+F"], does: "Search" },
      { keys: ["Mod+1"], does: "First place in the rail; 2 for the second" },
      { keys: ["Mod+Shift+L"], does: "Choose licences" },
      { keys: ["Mod+Shift+O"], does: "Outbox" },
      { keys: ["F5"], does: "Sync now" },
      { keys: ["?", "F1"], does: "These keys" },
      { keys: ["Escape"], does: "Close what is open; empty the search" },
    ],
  },
  {
    where: "On a package card",
    lines: [
      { keys: ["Enter"], does: "On a source package: open its card" },
      { keys: ["Backspace"], does: "Back to the card before" },
      { keys: ["Escape"], does: "Close the card" },
    ],
  },
  {
    where: "In a drafted transfer",
    lines: [
      { keys: ["Enter", "↓"], does: "Next line, same column; Enter on the last line adds one" },
      { keys: ["↑", "Shift+Enter"], does: "Line before" },
      { keys: ["Mod+D"], does: "Fill the empty lines below with this value" },
      { keys: ["Mod+V"], does: "Several values: one a line, downwards" },
      { keys: ["Mod+Shift+Delete"], does: "Remove the line" },
      { keys: ["Alt+Enter"], does: "Card of the line’s package" },
      { keys: ["Escape"], does: "Outside of fields: back to the drafts; everything is saved" },
    ],
  },
  {
    where: "In the Outbox",
    lines: [
      { keys: ["↑", "↓", "Home", "End"], does: "From report to report" },
      { keys: ["Enter"], does: "Open the report’s story" },
      { keys: ["Space", "Shift+↓"], does: "Select, where reports can be withdrawn or cleared" },
      { keys: ["Mod+A"], does: "Select all of the group" },
      { keys: ["F6"], does: "Between the list and the story" },
      { keys: ["Escape"], does: "Close the story; deselect" },
    ],
  },
  {
    where: "In a grid",
    lines: [
      { keys: ["Arrow keys"], does: "From cell to cell" },
      { keys: ["Page Up", "Page Down"], does: "A page up or down" },
      { keys: ["Home", "End"], does: "First or last cell of the row" },
      { keys: ["Mod+Home", "Mod+End"], does: "First or last row" },
      { keys: ["Enter"], does: "On a tag: open its card. On a header: sort" },
      { keys: ["Shift+Enter"], does: "On a header: sort by it as well" },
      { keys: ["Mod+Enter"], does: "On a header: filter by it" },
      { keys: ["Alt+↓"], does: "On a header: pin, hide, size" },
      { keys: ["Space"], does: "Select the row, or leave it out" },
      { keys: ["Shift+↓", "Shift+Space"], does: "Select from the row selected last to here" },
      { keys: ["Mod+A"], does: "Select all that match" },
      { keys: ["A", "Shift+F10"], does: "What can be done with the selected packages" },
      { keys: ["Mod+Z"], does: "Undo what was just queued" },
      { keys: ["Escape"], does: "Select nothing" },
      { keys: ["Alt+N"], does: "Show the records that changed" },
      { keys: ["F6"], does: "Lab Samples: between the grid and a sample’s tests" },
      { keys: ["Mod+C"], does: "Copy the cell" },
      { keys: ["Mod+Shift+C"], does: "Copy the selected rows with their headers" },
    ],
  },
];

/** A key as this system's keyboards show it. */
export function keyName(key: string, platform: string): string {
  const mac = platform === "macos";
  return key
    .split("+")
    .map((part) => (part === "Mod" ? (mac ? "⌘" : "Ctrl") : part === "Shift" && mac ? "⇧" : part))
    .join(mac ? "" : "+");
}
