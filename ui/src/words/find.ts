/** As it is looked for: without case, and without accents, which few people type when they search. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether each word typed is somewhere in a text; the empty search finds everything. */
export function hasEachWord(text: string, typed: string): boolean {
  const words = plain(text);
  return plain(typed)
    .split(/\s+/)
    .every((word) => words.includes(word));
}
