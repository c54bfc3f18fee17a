import { say } from "../words";
import type { Backend } from "./backend";
import type { DeskError, DeskEvent } from "./bindings";

const TOKEN = "trackside.token";

/** The token of the address bar, kept for reloads of this tab and taken out of the address. */
function token(): string {
  const address = new URL(location.href);
  const given = address.searchParams.get("token");
  if (given) {
    sessionStorage.setItem(TOKEN, given);
    address.searchParams.delete("token");
    history.replaceState(history.state, "", address);
    return given;
  }
  return sessionStorage.getItem(TOKEN) ?? "";
}

/** What is said when nothing answers behind the page. */
function gone(): DeskError {
  return {
    code: "internal",
    message: say("frame-bridge-gone"),
    next: say("frame-bridge-gone-next"),
    details: "",
    retry: true,
  };
}

async function answer(response: Response): Promise<unknown> {
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw { ...gone(), details: `${response.status} ${text}` } satisfies DeskError;
  }
  if (!response.ok) {
    throw body;
  }
  return body;
}

/** The desk behind the HTTP bridge of the tests, on this computer. */
export function bridgeBackend(): Backend {
  const bearer = token();
  return {
    async call(name, request) {
      let response: Response;
      try {
        response = await fetch(`/rpc/${name}`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${bearer}` },
          body: JSON.stringify(request),
        });
      } catch (cause) {
        throw { ...gone(), details: String(cause) } satisfies DeskError;
      }
      return answer(response);
    },
    listen(heard) {
      const source = new EventSource(`/events?token=${encodeURIComponent(bearer)}`);
      source.onmessage = (message) => heard(JSON.parse(message.data) as DeskEvent);
      // Opened, for the first time or again: what happened before went unheard.
      source.onopen = () => heard({ event: "snapshot" });
      return () => source.close();
    },
  };
}
