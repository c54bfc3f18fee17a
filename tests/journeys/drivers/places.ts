import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** The repository's root folder. */
export const ROOT = resolve(import.meta.dirname, "../../..");
/** Where pictures of the app go. */
export const SHOTS = join(ROOT, "tests", "shots");
/** The page as it was built; elsewhere where it is built anew while journeys run. */
export const PAGE = process.env.TRACKSIDE_PAGE ?? join(ROOT, "ui", "dist");

/** Seconds after which a request whose answer was lost counts as settled; two minutes for people. */
export const SETTLE_S = "2";

/** A program that cargo built: where `cargo xtask test` says it is, else where cargo usually puts it. */
export function program(name: "trackside" | "bridge" | "simulator"): string {
  const variable = name === "trackside" ? "TRACKSIDE_APP" : `TRACKSIDE_${name.toUpperCase()}`;
  const file = process.env[variable] ?? join(ROOT, "target", "debug", name);
  if (!existsSync(file)) throw new Error(`${file} is not built; \`cargo xtask test --only webkit,chromium\` builds it`);
  return file;
}
