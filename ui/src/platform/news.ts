import { type DeskEvent, onEvent } from ".";

/** News come ten times a second in a first load. What is read from the copy at each is read at most so often. */
export const NEWS_PAUSE_MS = 2_000;

/**
 * Tells of news that concern somebody: at once, and then at most every {@link NEWS_PAUSE_MS}, the last one never lost. Gives
 * how to stop.
 */
export function onNews(concerns: (event: DeskEvent) => boolean, tell: () => void): () => void {
  let waiting = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const rest = () => {
    timer = null;
    if (waiting) {
      waiting = false;
      told();
    }
  };
  const told = () => {
    tell();
    timer = setTimeout(rest, NEWS_PAUSE_MS);
  };
  const off = onEvent((event) => {
    if (!concerns(event)) {
      return;
    }
    if (timer === null) {
      told();
    } else {
      waiting = true;
    }
  });
  return () => {
    off();
    if (timer !== null) {
      clearTimeout(timer);
    }
  };
}
