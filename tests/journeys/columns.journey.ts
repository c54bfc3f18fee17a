import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import { begin, findMade, NOTED, PENDING, queue, reporting, selectAll } from "./report-steps";
import { bothLooks, connect, headings, loaded, only, practice, rows, rowsAreThere, upToDate } from "./steps";

/** The heads that are cut, of all columns from the first to the last, with how much; at each the grid is scrolled on. */
async function cutHeads(app: Driver): Promise<string[]> {
  return app.evaluate(async () => {
    const found = new Map<string, string>();
    const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const scroll = document.querySelector(".ag-grid-viewport");
    for (let left = 0; scroll; left += 400) {
      scroll.scrollLeft = left;
      await painted();
      for (const head of document.querySelectorAll<HTMLElement>(".ag-header-cell .grid-head-title")) {
        const { scrollWidth, clientWidth, innerText } = head;
        if (scrollWidth > clientWidth) found.set(innerText, `${innerText}: ${clientWidth} of ${scrollWidth}`);
      }
      if (left > scroll.scrollLeft) break;
    }
    if (scroll) scroll.scrollLeft = 0;
    await painted();
    return [...found.values()];
  });
}

/** The columns in sight as a whole, from left to right, by their ids. */
async function inSight(app: Driver): Promise<string[]> {
  return app.evaluate(() => {
    const { left = 0, right = 0 } = document.querySelector(".ag-grid-viewport")?.getBoundingClientRect() ?? {};
    return [...document.querySelectorAll(".ag-header-cell[col-id]")]
      .map((head) => ({ id: head.getAttribute("col-id") ?? "", at: head.getBoundingClientRect() }))
      .filter(({ at }) => at.left >= left - 1 && at.right <= right + 1)
      .sort((a, b) => a.at.left - b.at.left)
      .map(({ id }) => id);
  });
}

/** Where a column begins, in CSS pixels of the window. */
function leftOf(app: Driver, id: string): Promise<number> {
  return app.evaluate(
    (column) => document.querySelector(`.ag-header-cell[col-id='${column}']`)?.getBoundingClientRect().left ?? -1,
    id,
  );
}

async function states(app: Driver): Promise<void> {
  await app.click({ role: "button", name: "Columns" });
  await app.click({ role: "button", name: "The state’s order" });
  await app.press("Escape");
}

journey(
  "what a counter asks for is on the first screen, and the state's own order one press away",
  (app) =>
    practice(app, { packages: 600 }, async ({ keys, licenses }) => {
      await app.resize(1360, 860);
      await connect(app, keys, [licenses[0]?.number ?? "", licenses[5]?.number ?? ""]);
      await loaded(app);
      await app.moveAway();
      const usual = ["check", "report", "tag", "item", "quantity", "location", "lab_testing", "flags"];
      await app.until("the columns in sight", async () => (await inSight(app)).length >= usual.length);
      expect((await inSight(app)).slice(0, usual.length), "at 1360 pixels").toEqual(usual);
      await bothLooks(app, "columns-1360", "with the usual columns");
      for (const look of ["light", "dark"]) {
        const scheme = await app.evaluate((theme) => {
          document.documentElement.dataset.theme = theme;
          const grid = document.querySelector(".ag-grid-viewport") ?? document.documentElement;
          const seen = getComputedStyle(grid).colorScheme;
          delete document.documentElement.dataset.theme;
          return seen;
        }, look);
        expect(scheme, "the grid's scroll bars follow the page").toBe(look);
      }
      await app.resize(1024, 700);
      await app.until("the quantity in sight at 1024 pixels", async () => (await inSight(app)).includes("quantity"));
      await bothLooks(app, "columns-1024", "with the usual columns on a small screen");

      // The item takes what is left over, and gives it back.
      const wide = () =>
        app.evaluate(
          () => document.querySelector(".ag-header-cell[col-id='item']")?.getBoundingClientRect().width ?? 0,
        );
      const narrow = await wide();
      await app.resize(3200, 900);
      await app.until("the item to take the spare width", async () => (await wide()) > narrow + 100);
      await app.until("nothing to be left over", () =>
        app.evaluate(() => {
          const grid = document.querySelector(".ag-grid-viewport");
          const heads = [...document.querySelectorAll(".ag-header-cell[col-id]")];
          const last = Math.max(...heads.map((head) => head.getBoundingClientRect().right));
          return grid !== null && Math.abs(grid.getBoundingClientRect().right - last) < 24;
        }),
      );
      await app.screenshot("columns-3200");
      await app.resize(1360, 860);
      await app.until("the item to have its own width again", async () => (await wide()) === narrow);

      // The rest of a cell that is cut: to the pointer, and to the focus.
      const cut = await app.until("a cell that is cut", () =>
        app.evaluate(() => {
          const cells = [...document.querySelectorAll<HTMLElement>("[row-index] .ag-cell[col-id='item']")];
          const one = cells.find((cell) => cell.scrollWidth > cell.clientWidth + 1);
          return one
            ? { row: one.closest("[row-index]")?.getAttribute("row-index") ?? "", words: one.innerText }
            : null;
        }),
      );
      await app.hover({ css: `[role='grid'] [row-index='${cut.row}'] [role='gridcell'][col-id='item']` });
      await app.until("the whole item", async () => (await app.text(".grid-cut")) === cut.words.trim());
      await app.screenshot("columns-cut");
      await app.moveAway();
      await app.gone({ css: ".grid-cut" });
      await app.click({ css: `[role='grid'] [row-index='${cut.row}'] [role='gridcell'][col-id='quantity']` });
      await app.moveAway();
      await app.press("ArrowLeft");
      await app.until("the whole item, by key", async () => (await app.text(".grid-cut")) === cut.words.trim());
      await app.press("ArrowDown", "ArrowUp", "ArrowRight");
      await app.gone({ css: ".grid-cut" });
      await app.press("Escape");

      // The state's order, and back.
      const before = await headings(app);
      await states(app);
      const theirs = ["check", "report", "tag", "source_harvests", "source_packages", "location", "item"];
      await app.until("the state's order", async () => (await inSight(app)).slice(0, 7).join() === theirs.join());
      await app.screenshot("columns-state");

      // For every tab, and one of them back again by itself.
      const inOrder = async (order: string[]) => (await inSight(app)).slice(0, order.length).join() === order.join();
      await app.click({ role: "button", name: "Columns" });
      await app.click({ role: "button", name: "Use everywhere" });
      await app.until("it to be done", async () => /^Every tab/.test(await app.text(".grid-columns-used")));
      await app.press("Escape");
      await app.click({ css: ".tabs .tab", nth: 2 });
      await app.until("the state's order on another tab", async () => inOrder(theirs));
      await app.click({ role: "button", name: "Columns" });
      await app.click({ role: "button", name: "Reset" });
      await app.press("Escape");
      await app.until("its usual columns", async () => inOrder(["check", "report", "tag", "item"]));
      await app.click({ css: ".tabs .tab", nth: 0 });
      await app.until("the first tab as it was", async () => inOrder(theirs));
      await states(app);
      await app.until("the usual order again", async () => (await headings(app)).join() === before.join());

      // The rows' menu on one cell: only its value, and all again; and a row that is pressed twice.
      const place = { css: "[role='grid'] [row-index='1'] [role='gridcell'][col-id='location']" };
      const filter = ".grid-chip";
      await app.click(place);
      await app.press("Shift+F10");
      await app.click({ role: "menuitem", name: /^Only (where )?Location/ });
      await app.until("the filter", async () => (await app.count(filter)) > 0);
      await app.click(place);
      await app.press("Shift+F10");
      await app.click({ role: "menuitem", name: /^Clear: Location/ });
      await app.until("no filter", async () => (await app.count(filter)) === 0);
      await app.doubleClick({ css: "[role='grid'] [row-index='2'] [role='gridcell'][col-id='item']" });
      await app.until("the card to have the focus", () =>
        app.evaluate(() => document.querySelector("[data-card]")?.contains(document.activeElement) ?? false),
      );
      await app.press("Escape");
      await app.gone({ css: "[data-card]" });

      // Lower rows.
      const rowsSeen = async () => (await rows(app)).length;
      const comfortable = await rowsSeen();
      await app.click({ role: "button", name: "Support" });
      await app.click({ role: "menuitemradio", name: "Compact" });
      await app.until("more rows in the same place", async () => (await rowsSeen()) > comfortable + 2);
      await app.moveAway();
      await bothLooks(app, "columns-compact", "with compact rows");
      await app.click({ role: "button", name: "Support" });
      await app.click({ role: "menuitemradio", name: "Comfortable" });
      await app.until("as many rows as before", async () => (await rowsSeen()) === comfortable);

      // A laboratory's samples: the bulletin's own column beside the item, on the smallest screen.
      await app.resize(1024, 700);
      await app.click({ css: ".switcher" });
      await app.click(only(licenses[5]));
      await app.gone({ css: ".switcher-panel" });
      await app.click({ role: "button", name: /^Lab Samples/ });
      await loaded(app);
      await app.moveAway();
      const sample = ["opener", "tag", "item", "item_strain"];
      await app.until("Item Strain beside Item", async () => (await inSight(app)).slice(0, 4).join() === sample.join());
      await bothLooks(app, "columns-lab-1024", "on Lab Samples on a small screen");
    }),
  { opened: false },
);

/** The places of a laboratory that have grids, in the rail's order, and which of their tabs have none. */
const PLACES = [
  { name: "packages", tabs: 5, without: -1 },
  { name: "lab-samples", tabs: 1, without: -1 },
  // The first are the drafts.
  { name: "transfers", tabs: 5, without: 0 },
];

journey(
  "no head is cut at its first width, in either language",
  (app) =>
    practice(app, { packages: 300 }, async ({ keys, licenses }) => {
      await app.resize(1360, 860);
      await connect(app, keys, [licenses[5]?.number ?? ""]);
      await upToDate(app);
      const cut: string[] = [];
      for (const language of ["en-US", "es-US"]) {
        await app.evaluate((spoken) => {
          localStorage.setItem("trackside.language", spoken);
          window.location.reload();
        }, language);
        await app.until("the page in its language", () =>
          app.evaluate((spoken) => document.documentElement.lang === spoken, language),
        );
        let before = "";
        for (const [at, place] of PLACES.entries()) {
          await app.click({ css: ".rail-places .rail-entry", nth: at });
          for (let tab = 0; tab < place.tabs; tab += 1) {
            if (place.tabs > 1) await app.click({ css: ".tabs .tab", nth: tab });
            if (tab === place.without) continue;
            before = await app.until("another grid", () =>
              app.evaluate((last) => {
                const name = document.querySelector("[role='grid']")?.getAttribute("aria-label");
                return name !== last && name;
              }, before),
            );
            const found = await cutHeads(app);
            if (place.name === "packages") {
              await app.click({ role: "button", name: language === "en-US" ? "Columns" : "Columnas" });
              await app.click({ css: ".grid-states-order" });
              await app.press("Escape");
              await app.gone({ css: ".grid-states-order" });
              found.push(...(await cutHeads(app)));
            }
            cut.push(...found.map((head) => `${language}, ${before}: ${head}`));
            await app.screenshot(`heads-${place.name}-${tab}-${language}`);
          }
        }
      }
      expect(cut).toEqual([]);
    }),
  { opened: false },
);

journey(
  "the table stands where it stood when the first report is queued",
  (app) =>
    reporting(app, { many: 2, quantity: "0" }, async ({ state }) => {
      await findMade(app, 2, NOTED);
      await state.goDark();
      await app.moveAway();
      const before = await leftOf(app, "tag");
      expect(before).toBeGreaterThan(0);
      await selectAll(app, 2);
      await begin(app, /^Finish/);
      await queue(app, 2);
      await app.until("two rows that wait", async () => (await app.count(PENDING)) === 2);
      expect(await leftOf(app, "tag"), "the tag's column").toBe(before);
      await app.until(
        "each to say what waits",
        async () =>
          await app.evaluate(
            (css) =>
              [...document.querySelectorAll(css)].every((mark) => /Finish/.test(mark.getAttribute("title") ?? "")),
            PENDING,
          ),
      );
      await app.resize(1360, 860);
      await rowsAreThere(app, 2);
      await bothLooks(app, "columns-waiting", "with marks of what waits");
    }),
  { opened: false },
);
