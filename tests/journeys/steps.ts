/** What several journeys do alike, in the words of the person who does it. */

import { expect } from "vitest";
import type { Driver, OpenOptions } from "./drivers/driver";
import { accessible } from "./drivers/journey";
import { type Keys, type License, Simulator, type SimulatorOptions } from "./drivers/simulator";

/** A journey's own state of practice. */
export interface Practice {
  state: Simulator;
  keys: Keys;
  licenses: License[];
}

/**
 * Starts a state API for one journey, opens the app on it, walks, and ends the state. The app stays open.
 */
export async function practice(
  app: Driver,
  options: SimulatorOptions,
  walk: (practice: Practice) => Promise<void>,
  open: OpenOptions = {},
): Promise<void> {
  const state = await Simulator.start(options);
  try {
    const [keys, licenses] = [await state.keys(), await state.licenses()];
    await app.open({ ...open, api: state.address });
    await walk({ state, keys, licenses });
  } finally {
    await state.stop();
  }
}

/** The grid's own cells; the header's are of another role. */
export const CELLS = "[role='grid'] [role='gridcell']";
/** The symbol beside each tag in the grid. */
export const TAGS = "[role='grid'] [role='gridcell'] [data-card-tag]";
/** The package card. */
export const CARD = "[data-card]";
/** The sync in one line, at the foot of the window. */
export const INDICATOR = ".indicator";
/** How many rows there are, and the totals. */
export const TOTALS = ".grid-totals";

/** One row as it is painted. */
export interface PaintedRow {
  index: number;
  /** What each cell in sight shows, by the column's id. */
  cells: Record<string, string>;
}

/** Waits until the grid has this many rows with something in them. */
export async function rowsAreThere(app: Driver, atLeast = 5, withinMs = 60_000): Promise<void> {
  const tags = async () => (await app.texts(TAGS)).filter(Boolean).length;
  await app.until(`a grid with ${atLeast} rows`, async () => (await tags()) >= atLeast, withinMs);
}

/** Opens the demo state and waits for its packages. */
export async function demo(app: Driver): Promise<void> {
  await app.click({ role: "button", name: "Try the demo state" });
  await rowsAreThere(app);
}

/** Waits until everything was read from the state. */
export async function upToDate(app: Driver, withinMs = 60_000): Promise<void> {
  await app.until("the sync to be up to date", async () => /^Up to date/.test(await app.text(INDICATOR)), withinMs);
}

/** Has the state read again, and waits until that reading is done, not the one before it. */
export async function readAgain(app: Driver, state: Simulator): Promise<void> {
  const asked = async () => (await state.requests()).filter(({ path }) => path === "/packages/v2/active").length;
  const before = await asked();
  await app.press("F5");
  await app.until("the state to be asked again", async () => (await asked()) > before);
  let [last, quiet] = [before, 0];
  await app.until("the reading to be done", async () => {
    const now = await asked();
    quiet = now === last && /^Up to date/.test(await app.text(INDICATOR)) ? quiet + 1 : 0;
    last = now;
    return quiet >= 5;
  });
}

/** Waits until everything was read and is on the screen. */
export async function loaded(app: Driver): Promise<void> {
  await upToDate(app);
  await rowsAreThere(app);
  await noNews(app);
}

/** Waits until nothing new waits to be shown and nothing more comes: news arrives a little after it was read. */
export async function noNews(app: Driver): Promise<void> {
  let quiet = 0;
  await app.until("nothing new to come", async () => {
    quiet = (await app.count({ role: "button", name: /changed/ })) === 0 ? quiet + 1 : 0;
    return quiet >= 12;
  });
}

/** The button of the license switcher that shows this license alone; its people leave out how the business is registered. */
export function only(license: License | undefined): { role: string; name: RegExp } {
  const called = (license?.name ?? "").split(" ").slice(0, 2).join(" ");
  return { role: "button", name: new RegExp(`^Show only ${called}`) };
}

/** From the first window to the licenses that a pair of keys opens. */
export async function enterKeys(app: Driver, softwareKey: string, userKey: string): Promise<void> {
  await app.click({ role: "button", name: "Connect my license" });
  await app.fill({ css: "input[name='software_key']" }, softwareKey);
  await app.fill({ css: "input[name='user_key']" }, userKey);
  await app.click({ role: "button", name: "Check the keys" });
}

/** Connects an account; all of its licenses, or those whose names or numbers are given. */
export async function connect(
  app: Driver,
  keys: Pick<Keys, "softwareKey" | "userKey">,
  licenses?: string[],
): Promise<void> {
  await enterKeys(app, keys.softwareKey, keys.userKey);
  await load(app, licenses);
}

/** In the list of licenses that the keys open: ticks those meant and loads them. */
export async function load(app: Driver, licenses?: string[]): Promise<void> {
  await app.read("The keys are good.");
  if (licenses) {
    await app.click({ role: "button", name: "None" });
    for (const license of licenses) await app.click({ role: "checkbox", name: new RegExp(license) });
  }
  await app.click({ role: "button", name: /^Load \d+ licenses?$/ });
  await app.gone({ role: "button", name: /^(Load \d+ licenses?|Connecting…)$/ });
}

/** The rows in sight, whole, from the top down. */
export async function rows(app: Driver): Promise<PaintedRow[]> {
  return app.evaluate(() => {
    const found = new Map<number, Record<string, string>>();
    const sight = document.querySelector(".ag-grid-viewport")?.getBoundingClientRect();
    const head = document.querySelector(".ag-header")?.getBoundingClientRect();
    for (const row of document.querySelectorAll<HTMLElement>("[role='grid'] [role='row'][row-index]")) {
      const index = Number(row.getAttribute("row-index"));
      const { top, bottom } = row.getBoundingClientRect();
      const whole = sight && head && top >= Math.max(sight.top, head.bottom) - 1 && bottom <= sight.bottom + 1;
      if (row.closest(".ag-header") || !whole) continue;
      const cells = found.get(index) ?? {};
      for (const cell of row.querySelectorAll<HTMLElement>("[role='gridcell'][col-id]")) {
        cells[cell.getAttribute("col-id") ?? ""] = cell.innerText.replace(/\s+/g, " ").trim();
      }
      found.set(index, cells);
    }
    return [...found].map(([index, cells]) => ({ index, cells })).sort((a, b) => a.index - b.index);
  });
}

/** What one column shows, from the top down. */
export async function column(app: Driver, id: string): Promise<string[]> {
  return (await rows(app)).map((row) => row.cells[id] ?? "");
}

/** How many rows the whole grid has, from its totals; null while they are not there. */
export async function howMany(app: Driver): Promise<number | null> {
  // What steps back is the count before, while the new one is counted.
  if ((await app.count(`${TOTALS}-old`)) > 0) return null;
  const counted = /^([\d,]+) /.exec(await app.text(TOTALS));
  return counted?.[1] ? Number(counted[1].replaceAll(",", "")) : null;
}

/** Waits until the grid has so many rows in all. */
export async function rowsInAll(app: Driver, many: number, withinMs?: number): Promise<void> {
  await app.until(`${many} rows in all`, async () => (await howMany(app)) === many, withinMs);
}

/** Waits until nothing on the page moves or fades any more. */
export async function atRest(app: Driver): Promise<void> {
  await app.until("the page to be at rest", () =>
    app.evaluate(async () => {
      // A change of colours begins with the next frame.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return document.getAnimations().every((one) => one.playState !== "running");
    }),
  );
}

/** The screen in light and in dark: a picture of each, and no serious finding of axe-core in either. */
export async function bothLooks(app: Driver, name: string, where: string): Promise<void> {
  for (const look of ["light", "dark"]) {
    await app.evaluate((theme) => {
      document.documentElement.dataset.theme = theme;
    }, look);
    await atRest(app);
    await app.screenshot(look === "light" ? name : `${name}-dark`);
    await accessible(app, `${where}, in ${look}`);
  }
  const beyond = await app.evaluate(() => (document.scrollingElement?.scrollHeight ?? 0) - innerHeight);
  expect(beyond, `${where}: the page scrolls in its panes, never as a whole`).toBeLessThanOrEqual(0);
  await app.evaluate(() => {
    delete document.documentElement.dataset.theme;
  });
  await atRest(app);
}

/**
 * Holds the page to what a pointer relies on: while `act` goes on and until `words` have come and gone, no element of
 * `css` moves by a pixel.
 */
export async function staysPut(app: Driver, css: string, words: string, act: () => Promise<void>): Promise<void> {
  await app.evaluate(
    (place, said) => {
      const watched = { came: false, went: false, places: [] as string[] };
      (window as unknown as { watched: typeof watched }).watched = watched;
      const look = () => {
        const tops = [...document.querySelectorAll(place)].map((one) => one.getBoundingClientRect().top);
        if (tops.join() !== watched.places.at(-1)) watched.places.push(tops.join());
        const there = document.body.innerText.includes(said);
        watched.went ||= watched.came && !there;
        watched.came ||= there;
        if (!watched.went) requestAnimationFrame(look);
      };
      look();
    },
    css,
    words,
  );
  await act();
  const places = await app.until(`“${words}” to come and go`, () =>
    app.evaluate(() => {
      const { watched } = window as unknown as { watched: { went: boolean; places: string[] } };
      return watched.went ? watched.places : null;
    }),
  );
  expect(places, `${css} stays where it is`).toHaveLength(1);
}

/** Opens the menu of a column's head. */
export async function columnMenu(app: Driver, title: string, entry: string | RegExp): Promise<void> {
  await app.hover({ css: `.ag-header-cell .grid-head-words[title='${title}']` });
  await app.click({ role: "button", name: `${title}: sort, filter, pin` });
  await app.click({ role: "menuitem", name: entry });
}

/** The columns shown, in their order from left to right. */
export async function headings(app: Driver): Promise<string[]> {
  return app.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".ag-header-cell[col-id]")]
      .map((head) => ({
        at: head.getBoundingClientRect().left,
        title: head.querySelector<HTMLElement>(".grid-head-words")?.title ?? "",
      }))
      .filter(({ title }) => title !== "")
      .sort((a, b) => a.at - b.at)
      .map(({ title }) => title),
  );
}

/** Shows exactly these columns, by the column chooser. */
export async function onlyColumns(app: Driver, titles: string[]): Promise<void> {
  await app.click({ role: "button", name: "Columns" });
  await app.see({ role: "textbox", name: "Find a column" });
  const all = await app.texts(".grid-column-name");
  // Those wanted first: the last one shown cannot be hidden.
  const boxes = [...all].sort((a, b) => Number(titles.includes(b)) - Number(titles.includes(a)));
  for (const title of boxes) {
    const at = all.indexOf(title);
    const shown = await app.evaluate(
      (nth) => document.querySelectorAll<HTMLInputElement>(".grid-column-name input")[nth]?.checked === true,
      at,
    );
    if (shown !== titles.includes(title)) await app.click({ css: ".grid-column-name input", nth: at });
  }
  await app.press("Escape");
  await app.gone({ role: "textbox", name: "Find a column" });
  await app.until(`the columns ${titles.join(", ")}`, async () => (await headings(app)).length === titles.length);
}

/** Types into the search box and leaves the words there. */
export async function search(app: Driver, words: string): Promise<void> {
  await app.fill("[data-search]", words);
}

/** What the first row's tag is. */
export async function firstTag(app: Driver): Promise<string> {
  const tag = await app.attribute("[role='grid'] [row-index='0'] [role='gridcell'] [data-card-tag]", "data-card-tag");
  expect(tag, "the first row has a tag").toBeTruthy();
  return tag ?? "";
}

/** Shows one license alone and waits for its rows. */
export async function switchTo(app: Driver, license: License | undefined): Promise<void> {
  await app.click({ css: ".switcher" });
  await app.click(only(license));
  await app.gone({ css: ".switcher-panel" });
  await app.see({ css: `[role='grid'] [data-card-license='${license?.number}']` });
  await app.gone({ css: `[role='grid'] [data-card-license]:not([data-card-license='${license?.number}'])` });
}
