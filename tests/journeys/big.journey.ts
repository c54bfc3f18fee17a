import { afterAll, beforeAll, expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import { Simulator } from "./drivers/simulator";
import { column, columnMenu, connect, howMany, rows, rowsAreThere, search, upToDate } from "./steps";

/**
 * Over all licenses of the practice state. A hundred thousand would keep an unoptimized build busy for minutes before the
 * first assertion; from twenty thousand on nothing here depends on the number any more. A million rows are the benches'.
 */
const PACKAGES = 26_000;

let state: Simulator;

beforeAll(async () => {
  state = await Simulator.start({ packages: PACKAGES });
}, 120_000);
afterAll(() => state.stop());

/** How many rows the page holds as elements: what is on the screen and a little around it, whatever the size. */
function held(app: Driver): Promise<number> {
  return app.evaluate(() => document.querySelectorAll("[role='grid'] [role='row'][row-index]").length);
}

/** Milliseconds until it holds, for the record; no judgement hangs on them. */
async function timed(app: Driver, what: string, look: () => Promise<boolean>): Promise<void> {
  const begun = performance.now();
  await app.until(what, look);
  console.log(`${app.engine}: ${what}: ${Math.round(performance.now() - begun)} ms`);
}

function inOrder(texts: string[], downwards = false): boolean {
  return texts.every((text, at) => {
    const before = texts[at - 1];
    return before === undefined || (downwards ? before >= text : before <= text);
  });
}

journey(
  "search, sort, filter and scroll where there is much",
  async (app) => {
    const keys = await state.keys();
    const retailer = (await state.licenses())[0];
    await app.open({ api: state.address });
    const begun = performance.now();
    await connect(app, { ...keys, userKey: keys.retailerOnly });
    await rowsAreThere(app);
    console.log(`${app.engine}: connected to first rows: ${Math.round(performance.now() - begun)} ms`);
    await upToDate(app, 240_000);
    console.log(`${app.engine}: connected to all rows: ${Math.round(performance.now() - begun)} ms`);
    // The finished ones are most of what a retailer has.
    await app.click({ role: "tab", name: /^Inactive/ });
    const all = retailer?.packages[2] ?? 0;
    await app.until("all inactive packages", async () => (await howMany(app)) === all, 60_000);
    expect(all, "enough that nobody could hold them all").toBeGreaterThan(5_000);
    await app.screenshot("big");

    // Ctrl+End: the last row, with something in it.
    await app.click({ css: "[role='grid'] [row-index='0'] [role='gridcell'][col-id='item']" });
    await app.press("Control+End");
    const last = `[role='grid'] [row-index='${all - 1}'] [role='gridcell'][col-id='tag']`;
    await timed(app, "Ctrl+End to the last row", async () => /^1A4FF/.test((await app.texts(last))[0] ?? ""));
    await app.until("no row in sight to be blank", async () => (await rows(app)).every(({ cells }) => cells.tag));
    expect(await held(app), "the page holds what is on the screen").toBeLessThan(400);
    await app.press("Control+Home");
    await app.until("the first row again", async () => (await rows(app))[0]?.index === 0);
    await app.until("the first columns again", () =>
      app.evaluate(() => document.querySelector(".ag-grid-viewport")?.scrollLeft === 0),
    );

    // The wheel, far and fast.
    for (let turn = 0; turn < 12; turn += 1) await app.wheel(".ag-grid-viewport", 4_000);
    await timed(app, "rows after the wheel", async () => {
      const seen = await rows(app);
      return (seen[0]?.index ?? 0) > 100 && seen.every(({ cells }) => cells.tag);
    });
    expect(await held(app), "and no more after scrolling").toBeLessThan(400);

    // The bar speaks in the middle of a scroll, as it does on a busy computer: no row in sight stays blank.
    await app.evaluate(async () => {
      const bar = document.querySelector(".ag-body-vertical-scroll-viewport");
      const viewport = document.querySelector(".ag-grid-viewport");
      if (!bar || !viewport) throw new Error("the grid scrolls by other elements than these");
      // Where the wheel ends by degrees, its last word is waited for.
      for (let at = -1; at !== viewport.scrollTop; ) {
        at = viewport.scrollTop;
        await new Promise((quiet) => setTimeout(quiet, 500));
      }
      bar.scrollTop += 30;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      viewport.scrollTop = 90_000;
    });
    await app.until("the rows there", async () => {
      const seen = await rows(app);
      return (seen[0]?.index ?? 0) > 2_500 && seen.every(({ cells }) => cells.tag);
    });

    // As typed: with each further part of an item's name there are fewer.
    const item = (await column(app, "item")).find((name) => name.length > 12 && !name.includes("…")) ?? "";
    const third = Math.ceil(item.length / 3);
    await app.press("/");
    let before = all;
    for (const at of [0, third, 2 * third]) {
      const part = item.slice(at, at + third);
      await app.type(part);
      await timed(app, `rows for “${part}” more`, async () => {
        const now = await howMany(app);
        const found = await rows(app);
        const typed = item
          .slice(0, at + third)
          .split(" ")
          .filter(Boolean);
        const fit = found.every(({ cells }) => typed.every((word) => JSON.stringify(cells).includes(word)));
        return now !== null && now > 0 && now <= before && found.length > 0 && fit;
      });
      before = (await howMany(app)) ?? before;
    }
    expect(before, "fewer than all").toBeLessThan(all);
    await search(app, "");
    await app.until("all rows again", async () => (await howMany(app)) === all);

    // By location, and within it by item, the other way round.
    await columnMenu(app, "Location", "Sort A to Z");
    await timed(app, "sorted by location", async () => {
      const places = await column(app, "location");
      return places.length > 10 && inOrder(places);
    });
    await app.evaluate(() => {
      const head = document.querySelector<HTMLElement>(".ag-header-cell[col-id='item'] .grid-head-words");
      for (let press = 0; press < 2; press += 1)
        head?.dispatchEvent(new MouseEvent("click", { bubbles: true, shiftKey: true }));
    });
    await timed(app, "sorted by location, then by item downwards", async () => {
      const seen = await rows(app);
      const place = seen[0]?.cells.location;
      const items = seen.filter(({ cells }) => cells.location === place).map(({ cells }) => cells.item ?? "");
      return items.length > 5 && inOrder(items, true) && new Set(items).size >= 1;
    });
    await app.until(
      "the header to say so",
      async () => (await app.attribute(".ag-header-cell[col-id='item']", "aria-sort")) === "descending",
    );

    await columnMenu(app, "Item", "Filter…");
    await app.fill({ role: "textbox", within: ".grid-filter" }, "Cartridge");
    await app.press("Enter");
    await timed(app, "filtered by item", async () => {
      const seen = await rows(app);
      return seen.length > 5 && seen.every(({ cells }) => cells.item?.includes("Cartridge"));
    });
    await app.screenshot("big-filtered");
  },
  { opened: false, withinMs: 300_000 },
);
