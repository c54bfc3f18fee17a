import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import type { OpenOptions } from "./driver";
import type { Point } from "./in-page";
import { PageDriver } from "./page-driver";
import { PAGE, program, SETTLE_S } from "./places";
import { Program, signalTo } from "./processes";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** Between two keys of a scanner. */
const SCANNED_KEY_MS = 4;
const WINDOW = { width: 1280, height: 800 };

/** The same page in Chromium, as people on Windows see it, with the bridge in place of the desktop shell. */
export class Chromium extends PageDriver {
  readonly engine = "chromium";
  #bridge: Program | undefined;
  #browser: Browser | undefined;
  #page: Page | undefined;
  readonly #said: string[] = [];

  protected async launch(options: OpenOptions): Promise<void> {
    const args = ["--data-dir", this.dataDir, "--page", PAGE, "--listen", "127.0.0.1:0", "--settle", SETTLE_S];
    this.#bridge = new Program("the bridge", program("bridge"), [
      ...args,
      ...(options.api ? ["--api", options.api] : []),
      // A file beside the data folder stands for the keychain.
      ...(options.keychain ? ["--keys", join(this.scratch, "keychain.json")] : []),
    ]);
    const address = await this.#bridge.line(/listening (http:\/\/\S+)/);
    this.#browser = await chromium.launch({ executablePath: browser(), headless: true, args: FLAGS });
    this.#page = await this.#browser.newPage({ viewport: WINDOW });
    this.#page.on("console", (message) => {
      if (message.type() === "error") this.#said.push(message.text());
    });
    this.#page.on("pageerror", (error) => this.#said.push(`uncaught: ${error.message}`));
    await this.#page.goto(address);
  }

  async close(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** There is no frame around the page: the bridge takes this signal for its close button. */
  async pressClose(): Promise<void> {
    if (this.#bridge) signalTo(this.#bridge.pid, "SIGUSR2");
  }

  protected async tellOfFiles(): Promise<void> {
    if (this.#bridge) signalTo(this.#bridge.pid, "SIGWINCH");
  }

  protected async hasEnded(): Promise<boolean> {
    return this.#bridge?.ended ?? true;
  }

  async #end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    // The browser goes first, so that the page does not see its bridge vanish and complain.
    if (signal === "SIGTERM") await this.#browser?.close();
    await this.#bridge?.end(signal);
    await this.#browser?.close();
    this.#page = undefined;
    this.#browser = undefined;
    this.#bridge = undefined;
  }

  async type(text: string): Promise<void> {
    await this.#open.keyboard.type(text);
  }

  async scan(text: string): Promise<void> {
    // A scanner waits for nobody, and its keys bear the time at which they were pressed, however late a busy machine
    // hands them on.
    const browser = await this.#open.context().newCDPSession(this.#open);
    const keys = [...text].map((key) => ({ key, text: key, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) }));
    const all = [...keys, { key: "Enter", text: "\r", windowsVirtualKeyCode: 13 }];
    const from = Date.now();
    const sent = all.flatMap(({ text: typed, ...key }, at) => {
      const timestamp = (from + at * SCANNED_KEY_MS) / 1_000;
      return [
        browser.send("Input.dispatchKeyEvent", { type: "keyDown", text: typed, timestamp, ...key }),
        browser.send("Input.dispatchKeyEvent", { type: "keyUp", timestamp, ...key }),
      ];
    });
    await Promise.all(sent);
    await browser.detach();
  }

  override async forcedColors(): Promise<boolean> {
    await this.#open.emulateMedia({ forcedColors: "active" });
    return true;
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#open.setViewportSize({ width, height });
  }

  override async errors(): Promise<string[]> {
    return [...(await super.errors()), ...this.#said.filter((line) => line.startsWith("uncaught: "))];
  }

  protected script(source: string): Promise<unknown> {
    return this.#open.evaluate(source);
  }

  protected async pointerTo({ x, y }: Point): Promise<void> {
    await this.#open.mouse.move(x, y);
    this.#at = { x, y };
  }

  #at: Point = { x: 0, y: 0 };

  protected async pointerClick(times: number): Promise<void> {
    await this.#open.mouse.click(this.#at.x, this.#at.y, { clickCount: times });
  }

  protected async turnWheel({ x, y }: Point, deltaY: number): Promise<void> {
    await this.#open.mouse.move(x, y);
    await this.#open.mouse.wheel(0, deltaY);
  }

  protected async chord(keys: string[]): Promise<void> {
    await this.#open.keyboard.press(keys.join("+"));
  }

  protected picture(): Promise<Buffer> {
    return this.#open.screenshot();
  }

  async lastWords(): Promise<string> {
    return [this.#bridge?.lastLines, ...this.#said.slice(-20)].filter(Boolean).join("\n");
  }

  get #open(): Page {
    if (!this.#page) throw new Error("the app is not open in this journey");
    return this.#page;
  }
}

/** The browser that `cargo xtask test` found, else one by its usual name. */
function browser(): string {
  if (process.env.TRACKSIDE_CHROMIUM) return process.env.TRACKSIDE_CHROMIUM;
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file));
  if (!found) throw new Error("no Chromium was found; name its program in TRACKSIDE_CHROMIUM");
  return found;
}
