/** A cell's text for the clipboard: one line, no tab, so that it stays one cell where it is pasted. */
function oneCell(text: string): string {
  return text.replace(/[\t\r\n]+/g, " ").trim();
}

/** Rows as tab-separated text with a header, as spreadsheets take it from the clipboard. */
export function tabSeparated(header: string[], rows: string[][]): string {
  return [header, ...rows].map((cells) => cells.map(oneCell).join("\t")).join("\r\n");
}

/**
 * Puts a text on the clipboard. Falls back on the browser's copy command where the page may not write to it (WebKit in
 * a window of a custom scheme).
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("copy", put, true);
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", put, true);
  }
}
