import type { Reporter, TestModule } from "vitest/node";

/** What went wrong, a line a journey, at the very end: where a log is cut to its last lines, these are still there. */
export const failures: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    for (const module of modules) {
      for (const test of module.children.allTests("failed")) {
        const why = test.result().errors?.map(({ message }) => message.split("\n").slice(0, 2).join(" / ")) ?? [];
        console.log(`\n${process.env.TRACKSIDE_ENGINE}: "${test.name}" failed: ${why.join("; ")}`);
      }
    }
  },
};
