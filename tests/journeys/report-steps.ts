/** What journeys that report to the state do alike. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Driver } from "./drivers/driver";
import type { Simulator } from "./drivers/simulator";
import { connect, howMany, type Practice, practice, search, upToDate } from "./steps";

/** A group of the Outbox, by the words on its tab. */
export type Group = "Waiting" | "Sending" | "Checking" | "Needs you" | "Refused" | "Done";

/** The reports in sight, in the Outbox. */
export const REPORTS = ".outbox-list [role='row'][data-index]";
/** The open report's story. */
export const STORY = ".story";
/** What was just queued, with its way back. */
export const QUEUED = ".queued-notice";
/** How an action stands in a row of the grid. */
export const PENDING = "[role='grid'] [role='gridcell'][col-id='report'] .chip";

/** Where a journey reports from. */
export interface Desk extends Practice {
  /** The license's number. */
  license: string;
  /** Tags of the packages made for this journey, in the order in which they were made. */
  tags: string[];
}

/** Words that no other package has in its note. */
export const NOTED = "shelfcount";

/**
 * A state of the journey's own and the app on it, with keys that outlive the app, one license loaded, and `many`
 * packages of that license noted with a word that finds them alone. `quantity` is what each holds.
 */
export async function reporting(
  app: Driver,
  { many, quantity }: { many: number; quantity: string },
  walk: (desk: Desk) => Promise<void>,
): Promise<void> {
  await practice(
    app,
    { packages: 600 },
    async (found) => {
      const { state, keys, licenses } = found;
      const license = licenses[0]?.number ?? "";
      await app.resize(1500, 900);
      const tags = await made(state, license, many, quantity);
      await connect(app, { ...keys, userKey: keys.retailerOnly });
      await upToDate(app);
      await walk({ ...found, license, tags });
    },
    { keychain: true },
  );
}

async function made(state: Simulator, license: string, many: number, quantity: string): Promise<string[]> {
  const tags = await state.createPackages(license, many);
  for (const tag of tags) await state.editPackage(license, tag, { quantity, note: `${NOTED} ${tag.slice(-6)}` });
  return tags;
}

/** Leaves the packages of this journey alone in the grid, or one of them. */
export async function findMade(app: Driver, many: number, words = NOTED): Promise<void> {
  await search(app, words);
  // Each letter typed is a question of its own, and the first few find the same as the whole word.
  let looks = 0;
  await app.until(`${many} packages, and no further answer`, async () => {
    looks = (await howMany(app)) === many ? looks + 1 : 0;
    return looks >= 10;
  });
}

/** Selects all that the grid has found. */
export async function selectAll(app: Driver, many: number): Promise<void> {
  await app.click({ css: "[role='grid'] [row-index='0'] [role='gridcell'][col-id='location']" });
  // The grid tells of a press a moment after it.
  await app.until("the row to be selected", async () => /^1 selected/.test(await app.text(".selection")));
  await app.press("Control+a");
  await app.read(many === 1 ? "The one matching package is selected" : `All ${many} matching packages are selected`);
}

/** Begins an action on the selection. */
export async function begin(app: Driver, action: RegExp): Promise<void> {
  await app.click({ role: "button", name: action, within: ".selection" });
  await app.see({ role: "dialog" });
}

/** From the review sheet into the Outbox. */
export async function queue(app: Driver, many: number): Promise<void> {
  const press = { role: "button", name: new RegExp(`^Queue ${many} reports?`) };
  await app.see(press);
  await app.click(press);
  await app.gone({ role: "dialog" });
  await app.see(QUEUED);
}

/** Goes to the Outbox, and there to a group. */
export async function outbox(app: Driver, group: Group): Promise<void> {
  await app.click({ role: "button", name: /^Outbox/, within: ".rail" });
  await app.click({ role: "tab", name: new RegExp(`^${group}`) });
}

/** Back to the packages. */
export async function packages(app: Driver): Promise<void> {
  await app.click({ role: "button", name: /^Packages/, within: ".rail" });
}

/** Waits until a group has so many reports, by its tab and by its list. */
export async function has(app: Driver, group: Group, many: number, withinMs?: number): Promise<void> {
  const tab = { role: "tab", name: new RegExp(`^${group}`) };
  await app.until("the group to be shown", async () => {
    await app.click(tab);
    return (await app.attribute(tab, "aria-selected")) === "true";
  });
  await app.until(
    `${many} reports in ${group}`,
    async () => {
      const counted = /([\d,]+)$/.exec(await app.text(tab))?.[1] ?? "0";
      if (Number(counted.replaceAll(",", "")) !== many) return false;
      const listed = await app.count(REPORTS);
      // A long list draws only what is in sight.
      return many > 8 ? listed >= 8 : listed === many;
    },
    withinMs,
  );
}

/** Has what waits for a connection sent now, unless that happened by itself a moment before. */
export async function sendNow(app: Driver): Promise<void> {
  await app.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>(".outbox-held button")) {
      if (button.innerText.includes("Send now")) button.click();
    }
  });
}

/** Opens the story of a package's report, in the group that is shown. */
export async function openStory(app: Driver, tag: string): Promise<void> {
  const nth = await app.until(`the report of ${tag}`, async () => {
    const found = (await app.texts(REPORTS)).findIndex((words) => words.replaceAll(" ", "").includes(tag.slice(-6)));
    return found >= 0 ? { found } : null;
  });
  await app.click({ css: `${REPORTS} .outbox-stands`, nth: nth.found });
  await app.until("its story", async () => (await app.text(STORY)).replaceAll(" ", "").includes(tag.slice(-6)));
}

/** What the system was asked to notify of, a line each. */
export async function notifications(app: Driver): Promise<string[]> {
  const text = await readFile(join(app.dataDir, "notifications.txt"), "utf8").catch(() => "");
  return text.split("\n").filter(Boolean);
}

/** Chooses a reason for an adjustment: the first that the state lists. */
export async function reason(app: Driver): Promise<void> {
  await app.evaluate(() => {
    const reasons = document.querySelector<HTMLSelectElement>("[role='dialog'] select");
    reasons?.focus();
  });
  await app.press("ArrowDown");
  await app.until("a reason to be chosen", () =>
    app.evaluate(() => {
      const reasons = document.querySelector<HTMLSelectElement>("[role='dialog'] select");
      return (reasons?.value ?? "") !== "";
    }),
  );
}
