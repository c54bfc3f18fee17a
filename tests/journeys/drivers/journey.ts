import { expect, test } from "vitest";
import { Chromium } from "./chromium";
import type { Driver, OpenOptions } from "./driver";
import { lastMoment } from "./failures";
import type { PageDriver } from "./page-driver";
import { WebKit } from "./webkit";

export interface JourneyOptions extends OpenOptions {
  /** Whether the app is opened before the journey begins. It is, unless said otherwise. */
  opened?: boolean;
  /** How long the whole journey may take. */
  withinMs?: number;
}

/**
 * One journey through the app on a data folder of its own, in the engine that TRACKSIDE_ENGINE names. A journey that
 * fails leaves a picture of its last moment beside the others; one that passes ends with the app open and no error thrown
 * in the page.
 */
export function journey(name: string, walk: (app: Driver) => Promise<void>, options: JourneyOptions = {}): void {
  const { opened = true, withinMs = 180_000, ...open } = options;
  test(name, { timeout: withinMs }, async ({ onTestFinished }) => {
    const app = engine();
    // Also after a journey that ran out of time.
    onTestFinished(async ({ task }) => {
      if (task.result?.state === "fail") {
        const picture = await app.screenshot(lastMoment(name)).catch((error) => `no picture: ${error}`);
        console.error(`the last moment of "${name}": ${picture}`);
        console.error(await app.lastWords());
      }
      await app.close();
      await app.tidy();
    });
    if (opened) await app.open(open);
    await walk(app);
    expect(await app.errors(), "errors that the page threw").toEqual([]);
  });
}

/** Opens another window on a folder of its own, for a journey that needs two. The caller closes it. */
export function engine(): PageDriver {
  const name = process.env.TRACKSIDE_ENGINE;
  if (name === "webkit") return new WebKit();
  if (name === "chromium") return new Chromium();
  throw new Error("TRACKSIDE_ENGINE must be webkit or chromium; `cargo xtask test --only webkit,chromium` sets it");
}

/** No serious and no critical finding of axe-core on what the page shows now. */
export async function accessible(app: Driver, where: string): Promise<void> {
  const findings = await app.axe();
  expect(findings, `axe-core's serious and critical findings ${where}`).toEqual([]);
}
