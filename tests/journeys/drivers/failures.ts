import type { Reporter, TestModule } from "vitest/node";

/** What the picture of a journey's last moment is called, where it failed. */
export function lastMoment(name: string): string {
  return `failed-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

/**
 * What went wrong, a line a journey, at the very end: where a log is cut to its last lines, these are still there. What
 * passed only when it was run once more is FLAKY: it is looked into before anything else.
 */
export const failures: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const is = test.result().state === "failed" ? "failed" : test.diagnostic()?.flaky ? "FLAKY" : undefined;
        if (is) {
          const why = test.result().errors?.map(({ message }) => message.split("\n").slice(0, 2).join(" / ")) ?? [];
          const picture = `${process.env.TRACKSIDE_ENGINE}-${lastMoment(test.name)}.png`;
          console.log(`\n${process.env.TRACKSIDE_ENGINE}: ${is}: "${test.name}": ${why.join("; ")} (shots/${picture})`);
        }
      }
    }
  },
};
