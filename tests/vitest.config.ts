import { defineConfig } from "vitest/config";
import { failures } from "./journeys/drivers/failures";

/** Journeys open a whole app each, so they take turns: two at once would only measure each other. */
export default defineConfig({
  test: {
    include: ["journeys/**/*.journey.ts"],
    globalSetup: ["journeys/drivers/screen.ts"],
    fileParallelism: false,
    pool: "forks",
    testTimeout: 180_000,
    hookTimeout: 60_000,
    reporters: ["verbose", failures],
    passWithNoTests: false,
    // A machine's own faults (a graphics driver that dies) must not hide the rest: what fails is run once more, and the
    // last lines name it in any case.
    retry: 1,
  },
});
