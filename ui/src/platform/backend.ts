import type { DeskEvent } from "./bindings";

/** A way to reach the desk. There are two, and a third in tests; no other part of the page knows which one is there. */
export interface Backend {
  /** Calls a command. Rejects with the desk's error, as it came. */
  call(name: string, request: unknown): Promise<unknown>;
  /** Begins to listen; the answer stops it. */
  listen(heard: (event: DeskEvent) => void): () => void;
}
