import { defineConfig } from "vitest/config";
import { failures } from "./journeys/drivers/failures";

/** The one journey to run, by its whole name: `cargo xtask test` runs what failed once more, alone. */
const only = process.env.TRACKSIDE_JOURNEY_NAME;

/** Journeys open a whole app each, so they take turns: two at once would only measure each other. */
export default defineConfig({
  test: {
    include: ["journeys/**/*.journey.ts"],
    fileParallelism: false,
    pool: "forks",
    testTimeout: 180_000,
    hookTimeout: 60_000,
    reporters: ["verbose", failures],
    passWithNoTests: false,
    ...(only ? { testNamePattern: new RegExp(`^${only.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&")}$`) } : {}),
  },
});
