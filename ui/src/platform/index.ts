import type { Backend } from "./backend";
import type { Commands, DeskEvent } from "./bindings";
import { bridgeBackend } from "./bridge";
import { asDeskFailure } from "./errors";
import { inWindow, tauriBackend } from "./tauri";

export type * from "./bindings";
export { asDeskFailure, DeskFailure } from "./errors";
export { NEWS_PAUSE_MS, onNews } from "./news";

type Heard = (event: DeskEvent) => void;

let backend: Backend | undefined;
let stopListening: (() => void) | undefined;
const listeners = new Set<Heard>();

function current(): Backend {
  backend ??= inWindow() ? tauriBackend() : bridgeBackend();
  return backend;
}

/** Puts another backend in place of the one that the surroundings would choose. For tests. */
export function setBackend(next: Backend): void {
  stopListening?.();
  stopListening = undefined;
  listeners.clear();
  backend = next;
}

/**
 * Calls a command of the desk.
 *
 * @throws {DeskFailure} always this, whatever went wrong on the way.
 */
export async function call<K extends keyof Commands>(
  name: K,
  request: Commands[K]["request"],
): Promise<Commands[K]["response"]> {
  try {
    return (await current().call(name, request)) as Commands[K]["response"];
  } catch (thrown) {
    throw asDeskFailure(thrown);
  }
}

/** Hears every event of the desk until the returned function is called. */
export function onEvent(heard: Heard): () => void {
  listeners.add(heard);
  stopListening ??= current().listen((event) => {
    for (const listener of [...listeners]) {
      listener(event);
    }
  });
  return () => {
    listeners.delete(heard);
  };
}

/** An id for a command that changes something: the desk answers a repeated one with the first answer. */
export function newRequestId(): string {
  // Not crypto.randomUUID: not every engine gives it to a page from the app's own scheme.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, "0");
  }).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
