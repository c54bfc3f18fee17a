/** One conversation with a WebDriver. */
export class WebDriver {
  #session: string;

  constructor(port: number) {
    this.#session = `http://127.0.0.1:${port}/session`;
  }

  /** Has the driver open a window; all later calls are about it. */
  async open(capabilities: unknown): Promise<void> {
    const { sessionId } = (await this.send("POST", "", { capabilities: { alwaysMatch: capabilities } })) as {
      sessionId: string;
    };
    this.#session += `/${sessionId}`;
  }

  async send(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<unknown> {
    const what = `${method} ${path || "/session"}`;
    const sent = body === undefined ? null : JSON.stringify(body);
    const headers = { "Content-Type": "application/json" };
    const call = { method, headers, body: sent, signal: AbortSignal.timeout(60_000) };
    const answer = await fetch(this.#session + path, call).catch((error: Error) => {
      throw new Error(`${what}: no answer: ${error.cause ?? error}`);
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (answer.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`${what}: ${error}: ${message}`);
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
