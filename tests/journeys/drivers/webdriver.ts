import { Agent, request } from "node:http";

/** One conversation with a WebDriver, over one connection that is kept open. */
export class WebDriver {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #port: number;
  #path = "/session";

  constructor(port: number) {
    this.#port = port;
  }

  /** Has the driver open a window; all later calls are about it. */
  async open(capabilities: unknown): Promise<void> {
    const { sessionId } = (await this.send("POST", "", { capabilities: { alwaysMatch: capabilities } })) as {
      sessionId: string;
    };
    this.#path = `/session/${sessionId}`;
  }

  async send(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<unknown> {
    const { status, text } = await this.#exchange(method, this.#path + path, body);
    const { value } = JSON.parse(text) as { value: unknown };
    if (status === 200) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`${method} ${path || "/session"}: ${error}: ${message}`);
  }

  /** Ends the conversation, not the window. */
  hangUp(): void {
    this.#agent.destroy();
  }

  #exchange(method: string, path: string, body: unknown): Promise<{ status: number; text: string }> {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const headers = sent
      ? { "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(sent)) }
      : undefined;
    return new Promise((done, fail) => {
      const options = { host: "127.0.0.1", port: this.#port, method, path, agent: this.#agent, timeout: 60_000 };
      const call = request({ ...options, ...(headers && { headers }) }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", fail);
        answer.on("end", () => done({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString("utf8") }));
      });
      call.on("timeout", () => call.destroy(new Error(`${method} ${path}: no answer in a minute`)));
      call.on("error", fail);
      call.end(sent);
    });
  }
}

/** Keys by the names that both engines share, as WebDriver writes them. */
const KEYS: Record<string, string> = {
  Control: "\uE009",
  Shift: "\uE008",
  Alt: "\uE00A",
  Meta: "\uE03D",
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  Space: " ",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Insert: "\uE016",
  Delete: "\uE017",
  F1: "\uE031",
  F2: "\uE032",
  F3: "\uE033",
  F4: "\uE034",
  F5: "\uE035",
  F6: "\uE036",
  F7: "\uE037",
  F8: "\uE038",
  F9: "\uE039",
  F10: "\uE03A",
  F11: "\uE03B",
  F12: "\uE03C",
};

/** One key as WebDriver writes it: a named key, or the character itself. */
export function keyValue(key: string): string {
  const named = KEYS[key];
  if (named) return named;
  if ([...key].length !== 1) throw new Error(`there is no key named ${key}`);
  return key;
}
