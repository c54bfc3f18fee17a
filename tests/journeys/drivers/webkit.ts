import { mkdir, readdir, readFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { OpenOptions } from "./driver";
import type { Point } from "./in-page";
import { PageDriver } from "./page-driver";
import { program, SETTLE_S } from "./places";
import { endsWithUs, isGone, Program, signalTo } from "./processes";
import { SecretService } from "./secret-service";
import { keyValue, WebDriver } from "./webdriver";

const LEFT_BUTTON = 0;

/**
 * The app's own window, as people on macOS and Linux see it: WebKit, driven by WebKitWebDriver on the screen that DISPLAY
 * names. `cargo xtask test` starts a virtual one and names it.
 */
export class WebKit extends PageDriver {
  readonly engine = "webkit";
  #driver: Program | undefined;
  #session: WebDriver | undefined;
  #app = -1;
  #secrets: SecretService | undefined;

  protected async launch(options: OpenOptions): Promise<void> {
    if (!process.env.DISPLAY) throw new Error("there is no screen; `cargo xtask test --only webkit` starts one");
    const homes = {
      HOME: "home",
      XDG_DATA_HOME: "data",
      XDG_CONFIG_HOME: "config",
      XDG_CACHE_HOME: "cache",
      XDG_RUNTIME_DIR: "run",
    };
    const env: NodeJS.ProcessEnv = { ...process.env };
    for (const [variable, folder] of Object.entries(homes)) {
      const home = join(this.scratch, folder);
      await mkdir(home, { recursive: true, mode: 0o700 });
      env[variable] = home;
    }
    delete env.WAYLAND_DISPLAY;
    Object.assign(env, {
      TAURI_WEBVIEW_AUTOMATION: "true",
      NO_AT_BRIDGE: "1",
      // No session bus: one started on the quiet would outlive the journey and bring portals with it.
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(this.scratch, "no-bus")}`,
      GTK_USE_PORTAL: "0",
    });
    if (options.keychain) {
      this.#secrets ??= await SecretService.start(this.scratch, env);
      env.DBUS_SESSION_BUS_ADDRESS = this.#secrets.bus;
    }

    const port = await freePort();
    const driver = new Program("WebKitWebDriver", "WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], { env });
    this.#driver = driver;
    const session = new WebDriver(port);
    this.#session = session;
    const args = ["--data-dir", this.dataDir, "--outbox-settle", SETTLE_S];
    if (options.api) args.push("--api", options.api);
    const wanted = { "webkitgtk:browserOptions": { binary: program("trackside"), args } };
    await this.#listening(driver, port);
    const watch = new AbortController();
    try {
      // No browserName: the driver then opens the program that is named, not a browser.
      await Promise.race([session.open(wanted), this.#watchApp(driver, watch.signal)]);
    } catch (error) {
      throw new Error(`the app's window did not open: ${error}\n${await this.lastWords()}`);
    } finally {
      watch.abort();
    }
    if (this.#app < 0) {
      this.#app = await childOf(driver.pid);
      if (this.#app > 0) endsWithUs(this.#app);
    }
  }

  /** Waits until the driver takes connections. */
  async #listening(driver: Program, port: number): Promise<void> {
    const end = Date.now() + 20_000;
    while (!(await accepts(port))) {
      if (driver.ended || Date.now() > end) throw new Error(`WebKitWebDriver does not listen\n${driver.lastLines}`);
      await pause(20);
    }
  }

  /** Learns the app's process as soon as it is there, and fails when it is gone before its window is. */
  async #watchApp(driver: Program, signal: AbortSignal): Promise<never> {
    while (!signal.aborted) {
      const app = await childOf(driver.pid);
      if (app > 0 && this.#app !== app) {
        this.#app = app;
        endsWithUs(app);
      } else if (driver.ended || (this.#app > 0 && !(await isAlive(this.#app)))) {
        throw new Error("the app ended at once");
      }
      await pause(20);
    }
    // The race is over; nobody waits for this any more.
    return new Promise<never>(() => {});
  }

  async close(): Promise<void> {
    // A window that closed by itself is closed all the same.
    await this.#session?.send("DELETE", "").catch(() => undefined);
    await this.#end("SIGTERM");
  }

  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** WebDriver reaches the page and not the frame around it: the build for journeys takes this signal for it. */
  async pressClose(): Promise<void> {
    signalTo(this.#app, "SIGUSR2");
  }

  protected async tellOfFiles(): Promise<void> {
    signalTo(this.#app, "SIGWINCH");
  }

  protected async hasEnded(): Promise<boolean> {
    return this.#app < 0 || !(await isAlive(this.#app));
  }

  override async tidy(): Promise<void> {
    await this.#secrets?.end();
    await super.tidy();
  }

  async #end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    const app = this.#app;
    this.#app = -1;
    if (app > 0) {
      const insist = Date.now() + 5_000;
      signalTo(app, signal);
      while (await isAlive(app)) {
        if (Date.now() > insist) signalTo(app, "SIGKILL");
        await pause(20);
      }
      isGone(app);
    }
    this.#session = undefined;
    await this.#driver?.end();
  }

  async type(text: string): Promise<void> {
    await this.#keys([...text]);
  }

  async scan(text: string): Promise<void> {
    await this.#keys([...text, keyValue("Enter")]);
  }

  async #keys(values: string[]): Promise<void> {
    const actions = values.flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await this.#act({ type: "key", id: "keys", actions });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#ask("POST", "/window/rect", { x: 0, y: 0, width, height });
  }

  protected async script(source: string): Promise<unknown> {
    // The asynchronous form waits for promises on every version of the driver.
    const body = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${source})).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = (await this.#ask("POST", "/execute/async", { script: body, args: [] })) as {
      value?: unknown;
      error?: string;
    };
    if (answer?.error !== undefined) throw new Error(`in the page: ${answer.error}`);
    return answer?.value;
  }

  protected async pointerTo({ x, y }: Point): Promise<void> {
    await this.#pointer([{ type: "pointerMove", duration: 0, origin: "viewport", x, y }]);
  }

  protected async pointerClick(times: number): Promise<void> {
    const once = [
      { type: "pointerDown", button: LEFT_BUTTON },
      { type: "pointerUp", button: LEFT_BUTTON },
    ];
    await this.#pointer(Array.from({ length: times }, () => once).flat());
  }

  protected async turnWheel({ x, y }: Point, deltaY: number): Promise<void> {
    const scroll = { type: "scroll", duration: 0, origin: "viewport", x, y, deltaX: 0, deltaY };
    await this.#act({ type: "wheel", id: "wheel", actions: [scroll] });
  }

  protected async chord(keys: string[]): Promise<void> {
    const values = keys.map(keyValue);
    const down = values.map((value) => ({ type: "keyDown", value }));
    const up = values.reverse().map((value) => ({ type: "keyUp", value }));
    await this.#act({ type: "key", id: "keys", actions: [...down, ...up] });
  }

  protected async picture(): Promise<Buffer> {
    return Buffer.from((await this.#ask("GET", "/screenshot")) as string, "base64");
  }

  async lastWords(): Promise<string> {
    const folder = join(this.dataDir, "logs");
    const files = (await readdir(folder).catch(() => [])).sort();
    const newest = files.at(-1);
    const log = newest ? await readFile(join(folder, newest), "utf8") : "";
    return [log.split("\n").slice(-30).join("\n"), this.#driver?.lastLines].filter(Boolean).join("\n");
  }

  #pointer(actions: unknown[]): Promise<unknown> {
    return this.#act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
  }

  #act(source: unknown): Promise<unknown> {
    return this.#ask("POST", "/actions", { actions: [source] });
  }

  #ask(method: "GET" | "POST", path: string, body?: unknown): Promise<unknown> {
    if (!this.#session) throw new Error("the app is not open in this journey");
    return this.#session.send(method, path, body);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no port is free on this machine");
  return address.port;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => done(true)).once("error", () => done(false));
    socket.once("connect", () => socket.destroy());
  });
}

/** The process that the driver started: the app. */
async function childOf(parent: number): Promise<number> {
  const children = await readFile(`/proc/${parent}/task/${parent}/children`, "utf8").catch(() => "");
  return Number(children.trim().split(/\s+/)[0] ?? -1) || -1;
}

/**
 * Whether a process still runs; one that ended and waits to be collected does not. Its first thread may have ended while
 * others still write, and have its files open.
 */
async function isAlive(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  return status !== "" && (threads.length > 1 || !/^\d+ \(.*\) [ZX]/.test(status));
}
