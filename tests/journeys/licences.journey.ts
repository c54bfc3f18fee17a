import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import {
  atRest,
  bothLooks,
  column,
  columnMenu,
  connect,
  headings,
  loaded,
  practice,
  rowsAreThere,
  switchTo,
} from "./steps";

function widthOf(app: Driver, id: string): Promise<number> {
  return app.evaluate(
    (column) => document.querySelector(`.ag-header-cell[col-id='${column}']`)?.getBoundingClientRect().width ?? 0,
    id,
  );
}

journey(
  "one licence, two side by side, one again; each keeps its own columns",
  (app) =>
    practice(app, { packages: 600 }, async ({ state, keys, licences }) => {
      await app.resize(1500, 900);
      await connect(app, keys, [licences[0]?.number ?? "", licences[3]?.number ?? ""]);
      await loaded(app);
      const first = (await app.text(".switcher strong")) ?? "";
      const usual = await headings(app);
      expect(usual, "with one licence its number in every row would tell nothing").not.toContain("Licence");

      await app.click({ css: ".switcher" });
      await app.see({ role: "button", name: `Show only ${first}` });
      const lines = await app.texts(".switcher-line .licence-title");
      expect(lines.length, "every licence of the account is offered").toBe(6);
      await bothLooks(app, "switcher", "with the licence switcher open");
      const other = lines[3] ?? "";
      await app.see({ role: "button", name: `Load ${lines[1]}` });
      await app.click({ role: "checkbox", name: new RegExp(other) });
      await app.press("Escape");
      await app.until("the Licence column", async () => (await headings(app)).includes("Licence"));
      await app.read("2 licences");
      await columnMenu(app, "Licence", "Sort A to Z");
      await app.until(
        "rows of the one licence at the top",
        async () => new Set(await column(app, "licence")).size === 1,
      );
      const above = (await column(app, "licence"))[0];
      await columnMenu(app, "Licence", "Sort Z to A");
      await app.until("rows of the other at the top", async () => {
        const [now] = await column(app, "licence");
        return now !== undefined && now !== "" && now !== above;
      });
      await app.moveAway();
      await bothLooks(app, "side-by-side", "with two licences side by side");

      await switchTo(app, licences[3]);
      // The columns follow the switch in the next paint.
      await app.until("one licence again, and no Licence column", async () => {
        const now = await headings(app);
        return now.length > 0 && !now.includes("Licence");
      });

      // The columns as the person wants them here.
      await columnMenu(app, "Source Harvests", "Hide this column");
      await columnMenu(app, "Item", "Pin to the left");
      await app.click({ role: "button", name: "Columns" });
      await app.evaluate(() => document.querySelector<HTMLElement>("[data-column='category'] input")?.focus());
      await app.press("Alt+ArrowUp");
      await app.press("Escape");
      const before = await widthOf(app, "item");
      await columnMenu(app, "Item", "Fit to what it holds");
      await app.until("another width", async () => (await widthOf(app, "item")) !== before);
      await atRest(app);
      const width = await widthOf(app, "item");
      const left = await headings(app);
      expect(left).not.toContain("Source Harvests");
      expect(left.indexOf("Item"), "the pinned column stands at the left").toBeLessThan(2);

      await switchTo(app, licences[0]);
      await app.until("its columns as they were", async () => (await headings(app)).join() === usual.join());

      await app.close();
      await app.open({ api: state.address });
      await app.resize(1500, 900);
      await rowsAreThere(app);
      await app.until(
        "the licence shown last to be shown again",
        async () => (await app.text(".switcher strong")) === first,
      );
      await switchTo(app, licences[3]);
      await app.until("its columns as they were left", async () => (await headings(app)).join() === left.join());
      await app.until("and as wide", async () => (await widthOf(app, "item")) === width);
    }),
  { opened: false },
);
