import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The virtual screen's name, as `DISPLAY` wants it; empty where the engine needs none. */
    screen: string;
  }
}

/** One virtual screen for the whole run. Xvfb itself looks for a free number and says which it took. */
export default async function setup(project: TestProject): Promise<() => void> {
  if (process.env.TRACKSIDE_ENGINE !== "webkit") {
    project.provide("screen", "");
    return () => {};
  }
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const number = await new Promise<string>((done, fail) => {
    createInterface({ input: server.stdout }).once("line", done);
    server.once("error", fail);
    server.once("exit", (code) => fail(new Error(`Xvfb ended with ${code} before it had a screen`)));
  });
  project.provide("screen", `:${number.trim()}`);
  return () => {
    server.kill();
  };
}
