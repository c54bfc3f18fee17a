import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import { begin, findMade, has, outbox, queue, reporting, selectAll, sendNow } from "./report-steps";
import { bothLooks } from "./steps";

const LIST = ".outbox-list";
const MANY = 320;
/** As on a screen of 1500 × 900 pixels at 200%. */
const AT_200 = [750, 450] as const;

/** The list as a person sees it: how far it is scrolled, which reports stand where, and which of them has the focus. */
interface Seen {
  scrolled: number;
  /** Positions of the reports that are whole in sight, from the top down. */
  whole: number[];
  /** The tag of each, and how far below the heads it stands, in pixels. */
  tags: string[];
  tops: number[];
  /** How many are drawn. */
  drawn: number;
  /** The position of the one with the focus, whether it is in sight or not. */
  focused: number | null;
}

function look(app: Driver): Promise<Seen> {
  return app.evaluate((css) => {
    const list = document.querySelector<HTMLElement>(css);
    const rows = [...(list?.querySelectorAll<HTMLElement>("[role='row'][data-index]") ?? [])];
    const head = list?.querySelector(".outbox-heads")?.getBoundingClientRect().bottom ?? 0;
    const foot = (list?.getBoundingClientRect().top ?? 0) + (list?.clientHeight ?? 0);
    const whole = rows
      .map((row) => ({ row, box: row.getBoundingClientRect(), index: Number(row.dataset.index) }))
      .filter(({ box }) => box.top >= head - 1 && box.bottom <= foot + 1)
      .sort((a, b) => a.index - b.index);
    const focused = rows.find((row) => row === document.activeElement)?.dataset.index;
    return {
      scrolled: Math.round(list?.scrollTop ?? 0),
      whole: whole.map(({ index }) => index),
      tags: whole.map(({ row }) => row.querySelector<HTMLElement>("[data-card-tag]")?.dataset.cardTag ?? ""),
      tops: whole.map(({ box }) => Math.round(box.top - head)),
      drawn: rows.length,
      focused: focused === undefined ? null : Number(focused),
    };
  }, LIST);
}

/** Waits until the report at a position has the focus and is whole in sight. */
async function at(app: Driver, index: number): Promise<Seen> {
  return app.until(`report ${index} to have the focus, in sight`, async () => {
    const seen = await look(app);
    return seen.focused === index && seen.whole.includes(index) && seen;
  });
}

journey(
  "hundreds of reports are walked through by key and wheel, few of them drawn, and what is read stays where it is",
  (app) =>
    reporting(app, { many: MANY, quantity: "0" }, async ({ state }) => {
      await findMade(app, MANY);
      await state.goDark();
      await selectAll(app, MANY);
      await begin(app, /^Finish/);
      await queue(app, MANY);
      await outbox(app, "Waiting");
      await has(app, "Waiting", MANY);
      await app.see({ role: "button", name: "Send now" });
      await bothLooks(app, "outbox-many", "in the Outbox with hundreds of reports");

      // One stop for Tab, behind the groups and what can be done.
      await app.until("the list to be reached", async () => {
        if ((await look(app)).focused === 0) return true;
        await app.press("Tab");
        return false;
      });
      await app.press("ArrowDown");
      const begun = await at(app, 1);
      expect(begun.scrolled, "nothing moved, as it was in sight").toBe(0);
      expect(begun.drawn, "what is in sight and a little beyond").toBeLessThan(begun.whole.length + 16);
      await app.press("PageDown");
      await at(app, 1 + begun.whole.length);
      await app.press("PageUp");
      await at(app, 1);
      await app.press("End");
      const end = await at(app, MANY - 1);
      expect(end.whole.at(-1), "the last stands whole at the foot").toBe(MANY - 1);
      expect(await app.attribute({ css: `${LIST} [data-index='${MANY - 1}']` }, "aria-rowindex")).toBe(`${MANY + 1}`);
      await app.press("ArrowUp", "ArrowUp");
      expect((await at(app, MANY - 3)).scrolled, "within what is in sight nothing scrolls").toBe(end.scrolled);
      await app.screenshot("outbox-many-end");

      // Scrolled far away from it, the report keeps the focus; the next key comes back to it.
      await app.wheel({ css: LIST }, -100_000);
      await app.until("the list at its top", async () => {
        const { scrolled, whole } = await look(app);
        return scrolled === 0 && whole[0] === 0;
      });
      expect((await look(app)).focused, "far out of sight it is drawn still").toBe(MANY - 3);
      await app.press("ArrowDown");
      await at(app, MANY - 2);
      await app.press("Home");
      await at(app, 0);
      await app.press("Space", "Shift+PageDown");
      await app.read(`${begun.whole.length + 1} selected`);
      await app.press("Escape");
      await app.gone({ css: `${LIST} [aria-selected='true']` });

      // Room for half as much: what is in sight is counted anew.
      await app.resize(...AT_200);
      await app.press("End");
      const less = await at(app, MANY - 1);
      expect(less.whole.length).toBeLessThan(begun.whole.length / 2);
      await app.press("PageUp");
      await at(app, MANY - 1 - less.whole.length);
      await bothLooks(app, "outbox-many-200", "in the Outbox with hundreds of reports at 200%");
      await app.resize(1500, 900);

      // Ten leave above, and one further down: whoever reads there sees nothing move above it.
      await app.press("Home");
      await at(app, 0);
      await app.press("Space", ...Array<string>(9).fill("Shift+ArrowDown"));
      await app.read("10 selected");
      // To a place that is known: after a wheel WebKit goes on by itself, as far as it likes.
      await app.evaluate((css) => document.querySelector(css)?.scrollTo({ top: 5_000 }), LIST);
      const before = await app.until("a hundred reports further down", async () => {
        const seen = await look(app);
        return seen.whole[0] === 100 && seen.whole.length >= begun.whole.length - 1 && seen;
      });
      const [top = 0] = before.whole;
      await app.click({ css: `${LIST} [data-index='${top + 5}'] input` });
      await app.read("11 selected");
      await app.click({ role: "button", name: "Withdraw 11" });
      await app.click({ role: "button", name: "Withdraw them" });
      // The next one of those left has the focus, ten places further up.
      const after = await app.until("the next one to have the focus, and all rows to be drawn", async () => {
        const seen = await look(app);
        return seen.focused === top - 5 && seen.whole[0] === top - 10 && seen;
      });
      expect(after.tags.slice(0, 5), "the same reports").toEqual(before.tags.slice(0, 5));
      expect(after.tops.slice(0, 5), "each where it was").toEqual(before.tops.slice(0, 5));
      await has(app, "Waiting", MANY - 11);

      await state.comeBack();
      await sendNow(app);
      await has(app, "Done", MANY, 120_000);
    }),
  { opened: false },
);
