import { writeFileSync } from "node:fs";
import type { Reporter, SerializedError, TestCase, TestModule } from "vitest/node";

/** What the picture of a journey's last moment is called, where it failed. */
export function lastMoment(name: string): string {
  return `failed-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

/**
 * What went wrong, a line a journey, at the very end: where a log is cut to its last lines, these are still there. How
 * each journey ended goes to the file that TRACKSIDE_REPORT names, from which `cargo xtask test` runs once more what
 * failed (xtask/src/suite/journeys.rs).
 */
export const failures: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]) {
    const { TRACKSIDE_ENGINE: engine, TRACKSIDE_REPORT: report } = process.env;
    const journeys = modules.flatMap((module) => [...module.children.allTests()]).flatMap(ended);
    for (const { name, passed, why, picture } of journeys) {
      if (!passed) console.log(`\n${engine}: failed: "${name}": ${why} (${picture})`);
    }
    const elsewhere = [
      ...modules.flatMap((module) => module.errors().map((error) => `${module.relativeModuleId}: ${said([error])}`)),
      ...unhandled.map((error) => said([error])),
    ];
    if (report) writeFileSync(report, JSON.stringify({ journeys, elsewhere }, null, 2));
  },
};

/** How a journey ended; nothing where it was not asked for. */
function ended(test: TestCase) {
  const { state, errors } = test.result();
  if (state === "skipped") return [];
  const passed = state === "passed";
  const why = passed ? "" : said(errors ?? [{ message: "it did not come to an end" }]);
  const picture = passed ? "" : `shots/${process.env.TRACKSIDE_ENGINE}-${lastMoment(test.name)}.png`;
  return [{ file: test.module.relativeModuleId, name: test.name, passed, why, picture }];
}

function said(errors: readonly { message: string }[]): string {
  return errors.map(({ message }) => message.split("\n").slice(0, 2).join(" / ")).join("; ");
}
