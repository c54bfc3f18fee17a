import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import axe from "axe-core";
import type { Driver, Engine, Finding, OpenOptions, Target } from "./driver";
import { ask, collectErrors, type Point, type Question, runAxe, type WireTarget } from "./in-page";
import { SHOTS } from "./places";

const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 60;

/**
 * All of the driver that does not depend on the engine. An engine gives it four things: run a script in the page, move
 * and press the pointer, press keys, take a picture. So both engines find, wait and click by the very same rules.
 */
export abstract class PageDriver implements Driver {
  abstract readonly engine: Engine;
  #scratch = "";

  /** A folder for this journey alone. */
  protected get scratch(): string {
    return this.#scratch;
  }

  get dataDir(): string {
    return join(this.#scratch, "trackside");
  }

  protected abstract launch(options: OpenOptions): Promise<void>;
  protected abstract script(source: string): Promise<unknown>;
  protected abstract pointerTo(point: Point): Promise<void>;
  protected abstract pointerClick(times: number): Promise<void>;
  protected abstract turnWheel(point: Point, deltaY: number): Promise<void>;
  protected abstract chord(keys: string[]): Promise<void>;
  protected abstract picture(): Promise<Buffer>;
  /** The last lines that the app wrote, for a failure's words. */
  abstract lastWords(): Promise<string>;
  abstract close(): Promise<void>;
  abstract kill(): Promise<void>;
  abstract pressClose(): Promise<void>;
  /** What is held over the window comes, or is let go of. */
  protected abstract tellOfFiles(): Promise<void>;
  protected abstract hasEnded(): Promise<boolean>;
  abstract type(text: string): Promise<void>;
  abstract scan(text: string): Promise<void>;
  async forcedColors(): Promise<boolean> {
    return false;
  }

  abstract resize(width: number, height: number): Promise<void>;

  async open(options: OpenOptions = {}): Promise<void> {
    if (!this.#scratch) {
      this.#scratch = await mkdtemp(join(tmpdir(), "trackside-journey-"));
      await mkdir(this.dataDir);
    }
    await this.launch(options);
    await this.until("the page's first paint", () => this.evaluate(() => document.body?.childElementCount > 0));
    await this.evaluate(collectErrors);
  }

  /** The app reads which files these are where both engines' hosts look for it. */
  async holdFiles(paths: string[]): Promise<void> {
    await writeFile(join(this.dataDir, "drop-files.txt"), paths.map((path) => `${path}\n`).join(""));
    await this.tellOfFiles();
  }

  async dropFiles(): Promise<void> {
    await this.tellOfFiles();
  }

  async closed(withinMs = PATIENCE_MS): Promise<void> {
    const end = Date.now() + withinMs;
    while (!(await this.hasEnded())) {
      if (Date.now() > end) throw new Error(await this.#failure("the app to close", withinMs, "it still runs"));
      await pause(LOOK_EVERY_MS);
    }
    await this.close();
  }

  /** Removes the journey's folder, at its very end. */
  async tidy(): Promise<void> {
    if (!this.#scratch) return;
    const removed = rm(this.#scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    // What stays is a folder among the system's temporary ones, no reason to hide how the journey ended.
    await removed.catch((error) => console.warn(`the journey's folder stays: ${error}`));
  }

  async click(target: Target): Promise<void> {
    await this.#over(target);
    await this.pointerClick(1);
  }

  async doubleClick(target: Target): Promise<void> {
    await this.#over(target);
    await this.pointerClick(2);
  }

  async hover(target: Target): Promise<void> {
    await this.pointerTo(await this.point(target, "rest"));
  }

  async moveAway(): Promise<void> {
    await this.pointerTo({ x: 1, y: 1 });
  }

  async wheel(target: Target, deltaY: number): Promise<void> {
    await this.turnWheel(await this.point(target), deltaY);
  }

  async fill(target: Target, text: string): Promise<void> {
    await this.click(target);
    await this.press("Control+a");
    if (text === "") await this.press("Delete");
    else await this.type(text);
  }

  async paste(target: Target, text: string): Promise<void> {
    await this.click(target);
    await this.press("Control+a");
    // What both engines do for a paste; the clipboard itself is the screen's, and shared by all journeys on it.
    await this.evaluate((pasted) => document.execCommand("insertText", false, pasted), text);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      // "Control++" is the plus key with Control held.
      await this.chord(key.split(/\+(?=.)/));
    }
  }

  async until<T>(what: string, look: () => Promise<T | false | null | undefined>, withinMs = PATIENCE_MS): Promise<T> {
    const end = Date.now() + withinMs;
    for (;;) {
      let last: string;
      try {
        const seen = await look();
        if (seen !== false && seen !== null && seen !== undefined) return seen;
        last = String(seen);
      } catch (error) {
        last = error instanceof Error ? error.message : String(error);
      }
      if (Date.now() > end) throw new Error(await this.#failure(what, withinMs, last));
      await pause(LOOK_EVERY_MS);
    }
  }

  async see(target: Target, withinMs?: number): Promise<void> {
    await this.until(`${described(target)} to be seen`, async () => (await this.count(target)) > 0, withinMs);
  }

  async gone(target: Target, withinMs?: number): Promise<void> {
    await this.until(`${described(target)} to be gone`, async () => (await this.count(target)) === 0, withinMs);
  }

  async read(words: string | RegExp, withinMs?: number): Promise<void> {
    const fits = (page: string) => (typeof words === "string" ? page.includes(words) : words.test(page));
    await this.until(`the words ${String(words)}`, async () => fits(await this.words()), withinMs);
  }

  async count(target: Target): Promise<number> {
    return (await this.#ask(target, "count")) as number;
  }

  async text(target: Target): Promise<string> {
    return this.until(`the text of ${described(target)}`, async () => (await this.#ask(target, "text")) as string);
  }

  async texts(target: Target): Promise<string[]> {
    return (await this.#ask(target, "texts")) as string[];
  }

  async attribute(target: Target, name: string): Promise<string | null> {
    await this.see(target);
    return (await this.#ask(target, "attribute", name)) as string | null;
  }

  async focused(): Promise<{ role: string; name: string }> {
    return (await this.#ask("*", "focused")) as { role: string; name: string };
  }

  async words(): Promise<string> {
    return this.evaluate(() => document.body?.innerText.replace(/[ \t]+/g, " ") ?? "");
  }

  async evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return (await this.script(`(${run.toString()})(...${JSON.stringify(args)})`)) as R;
  }

  async screenshot(name: string): Promise<string> {
    await mkdir(SHOTS, { recursive: true });
    const file = join(SHOTS, `${this.engine}-${name}.png`);
    await writeFile(file, await this.picture());
    return file;
  }

  async axe(): Promise<Finding[]> {
    if (!(await this.evaluate(() => "axe" in window))) await this.script(`(() => { ${axe.source}; return null; })()`);
    return this.evaluate(runAxe);
  }

  async errors(): Promise<string[]> {
    return this.evaluate(collectErrors);
  }

  /** The pointer over a target that stays where it is, as a hand waits for it before it presses. */
  async #over(target: Target): Promise<void> {
    let at = await this.point(target);
    for (let again = 0; again < 10; again += 1) {
      await this.pointerTo(at);
      const now = await this.point(target);
      if (now.x === at.x && now.y === at.y) return;
      at = now;
    }
  }

  protected async point(target: Target, to: "point" | "rest" = "point"): Promise<Point> {
    return this.until(`${described(target)} to be there to point at`, async () => {
      const answer = (await this.#ask(target, to)) as Point | { why: string } | null;
      if (answer && "why" in answer) throw new Error(answer.why);
      return answer;
    });
  }

  async #ask(target: Target, question: Question, detail = ""): Promise<unknown> {
    return this.evaluate(ask, wired(target), question, detail);
  }

  async #failure(what: string, withinMs: number, last: string): Promise<string> {
    const page = await this.words().catch((error) => `(the page does not answer: ${error})`);
    const said = await this.lastWords();
    // The indicator is the page's last line; where it stands tells most of what went wrong.
    const line = page.split("\n").filter(Boolean).slice(-6).join(" | ");
    return [
      `waited ${withinMs / 1000} s for ${what}; the last look gave: ${last}`,
      `the page's last words: ${line}`,
      `--- the page's words ---\n${page.slice(0, 1_500)}`,
      said && `--- the app's last words ---\n${said}`,
    ]
      .filter(Boolean)
      .join("\n");
  }
}

function wired(target: Target): WireTarget {
  if (typeof target === "string") return { css: target };
  if ("css" in target) return target;
  const { name, ...rest } = target;
  if (name instanceof RegExp) return { ...rest, pattern: { source: name.source, flags: name.flags } };
  return name === undefined ? rest : { ...rest, name };
}

function described(target: Target): string {
  if (typeof target === "string") return target;
  if ("css" in target) return `${target.css}${target.nth ? ` (number ${target.nth + 1})` : ""}`;
  const name = target.name === undefined ? "" : ` named ${JSON.stringify(String(target.name))}`;
  return `the ${target.role}${name}${target.within ? ` within ${target.within}` : ""}`;
}
