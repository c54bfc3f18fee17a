import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

const KEPT_LINES = 60;
/** Never the number of a process; 0 and below would mean whole groups of them. */
const NO_PROCESS = Number.MAX_SAFE_INTEGER;

/** What still runs, so that a run that ends in the middle of a journey leaves nothing behind. */
const running = new Set<number>();
process.on("exit", () => {
  for (const pid of running) signalTo(pid, "SIGKILL");
});

/** Has a process of ours, or one that a program of ours started, ended with this run at the latest. */
export function endsWithUs(pid: number): void {
  running.add(pid);
}

/** It is gone: its number may soon be another's. */
export function isGone(pid: number): void {
  running.delete(pid);
}

export function signalTo(pid: number, signal: "SIGTERM" | "SIGKILL" | "SIGUSR2" | "SIGWINCH"): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

/** A program that a journey started, with the last lines it wrote. */
export class Program {
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  readonly #name: string;
  readonly #waiting = new Set<(line: string) => void>();

  /** `input` is all that it can read. */
  constructor(name: string, file: string, args: string[], options: SpawnOptions = {}, input?: string) {
    this.#name = name;
    const child = spawn(file, args, { ...options, stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"] });
    this.#child = child;
    child.stdin?.end(input);
    endsWithUs(this.pid);
    this.#child.once("exit", () => isGone(this.pid));
    this.#child.on("error", (error) => this.#keep(`could not be started: ${error.message}`));
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) createInterface({ input: stream }).on("line", (line) => this.#keep(line));
    }
  }

  get pid(): number {
    return this.#child.pid ?? NO_PROCESS;
  }

  get ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined;
  }

  /** What it wrote last. */
  get lastLines(): string {
    return this.#lines.join("\n");
  }

  /** Waits for a line that fits, said already or still to come, and gives its first group. */
  async line(pattern: RegExp, withinMs = 20_000): Promise<string> {
    const end = Date.now() + withinMs;
    for (;;) {
      for (const line of this.#lines) {
        const found = pattern.exec(line);
        if (found) return found[1] ?? found[0];
      }
      if (this.ended || Date.now() > end) {
        const how = this.ended ? "ended" : `said nothing like it in ${withinMs / 1000} s`;
        throw new Error(`${this.#name} ${how} while ${pattern} was awaited; it wrote:\n${this.lastLines}`);
      }
      await Promise.race([new Promise<string>((done) => this.#waiting.add(done)), pause(100)]);
    }
  }

  /** Asks it to end, then makes it. Comes back when it is gone. */
  async end(signal: "SIGTERM" | "SIGKILL" = "SIGTERM", patienceMs = 5_000): Promise<void> {
    if (this.ended) return;
    const gone = once(this.#child, "exit");
    this.#child.kill(signal);
    const insist = setTimeout(() => this.#child.kill("SIGKILL"), patienceMs);
    await gone;
    clearTimeout(insist);
  }

  #keep(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > KEPT_LINES) this.#lines.shift();
    for (const done of this.#waiting) done(line);
    this.#waiting.clear();
  }
}
