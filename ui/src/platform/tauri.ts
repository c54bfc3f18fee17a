import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Backend } from "./backend";
import type { DeskEvent } from "./bindings";

/** Whether the page runs inside the app's window. */
export function inWindow(): boolean {
  return "__TAURI_INTERNALS__" in globalThis;
}

/** The desk behind the app's own window. */
export function tauriBackend(): Backend {
  return {
    call: (name, request) => invoke(name, { request }),
    listen(heard) {
      let stopped = false;
      let stop: (() => void) | undefined;
      void listen<DeskEvent>("desk", (event) => heard(event.payload)).then((unlisten) => {
        if (stopped) {
          unlisten();
          return;
        }
        stop = unlisten;
        // What happened before the listener was in place went unheard.
        heard({ event: "snapshot" });
      });
      return () => {
        stopped = true;
        stop?.();
      };
    },
  };
}
