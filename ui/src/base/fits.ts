/** As it is looked for: without case, and without accents, which few people type when they search. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * How well an entry fits what was typed: 0 where it does not. Every word typed must be found; the beginning of the entry
 * counts most, then the beginning of one of its words, then any place. `words` is what the entry is called, `also` what
 * else finds it, which counts least.
 */
export function fits(typed: string, words: string, also: readonly string[] = []): number {
  const asked = plain(typed).split(/\s+/).filter(Boolean);
  const called = plain(words);
  const others = plain(also.join(" "));
  let worst = 1;
  for (const word of asked) {
    const found = called.startsWith(word)
      ? 1
      : called.includes(` ${word}`)
        ? 0.8
        : called.includes(word)
          ? 0.5
          : ` ${others}`.includes(` ${word}`)
            ? 0.4
            : others.includes(word)
              ? 0.3
              : 0;
    worst = Math.min(worst, found);
  }
  return worst;
}
