/** What stands in a head beside its words, CSS pixels: its edges, the button for more, and the mark of a sort. */
export const BESIDE_HEAD = 54;

/** The width at which a head shows its whole title, as this computer's fonts draw it. */
export function headWidth(title: string): number {
  const pen = document.createElement("span");
  pen.className = "grid-head-measure";
  pen.textContent = title;
  document.body.append(pen);
  const { width } = pen.getBoundingClientRect();
  pen.remove();
  return Math.ceil(width) + BESIDE_HEAD;
}
