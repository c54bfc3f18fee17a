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
  "one license, two side by side, one again; each keeps its own columns",
  (app) =>
    practice(app, { packages: 600 }, async ({ state, keys, licenses }) => {
      await app.resize(1500, 900);
      await connect(app, keys, [licenses[0]?.number ?? "", licenses[3]?.number ?? ""]);
      await loaded(app);
      const first = (await app.text(".switcher strong")) ?? "";
      const usual = await headings(app);
      expect(usual, "with one license its number in every row would tell nothing").not.toContain("License");

      await app.click({ css: ".switcher" });
      await app.see({ role: "button", name: `Show only ${first}` });
      const lines = await app.texts(".switcher-line .license-title");
      expect(lines.length, "every license of the account is offered").toBe(6);
      await bothLooks(app, "switcher", "with the license switcher open");
      const other = lines[3] ?? "";
      await app.see({ role: "button", name: `Load ${lines[1]}` });
      await app.click({ role: "checkbox", name: new RegExp(other) });
      await app.press("Escape");
      await app.until("the License column", async () => (await headings(app)).includes("License"));
      await app.read("2 licenses");
      await columnMenu(app, "License", "Sort A to Z");
      await app.until(
        "rows of the one license at the top",
        async () => new Set(await column(app, "license")).size === 1,
      );
      const above = (await column(app, "license"))[0];
      await columnMenu(app, "License", "Sort Z to A");
      await app.until("rows of the other at the top", async () => {
        const [now] = await column(app, "license");
        return now !== undefined && now !== "" && now !== above;
      });
      await app.moveAway();
      await bothLooks(app, "side-by-side", "with two licenses side by side");

      await switchTo(app, licenses[3]);
      // The columns follow the switch in the next paint.
      await app.until("one license again, and no License column", async () => {
        const now = await headings(app);
        return now.length > 0 && !now.includes("License");
      });

      // The columns as the person wants them here.
      await columnMenu(app, "Location", "Hide this column");
      await columnMenu(app, "Item", "Pin to the left");
      await app.click({ role: "button", name: "Columns" });
      await app.evaluate(() => document.querySelector<HTMLElement>("[data-column='lab_testing'] input")?.focus());
      await app.press("Alt+ArrowUp");
      await app.press("Escape");
      const before = await widthOf(app, "item");
      await columnMenu(app, "Item", "Fit to contents");
      await app.until("another width", async () => (await widthOf(app, "item")) !== before);
      await atRest(app);
      const width = await widthOf(app, "item");
      const left = await headings(app);
      expect(left).not.toContain("Location");
      expect(left.indexOf("Item"), "the pinned column stands at the left").toBeLessThan(2);

      await switchTo(app, licenses[0]);
      await app.until("its columns as they were", async () => (await headings(app)).join() === usual.join());

      await app.close();
      await app.open({ api: state.address });
      await app.resize(1500, 900);
      await rowsAreThere(app);
      await app.until(
        "the license shown last to be shown again",
        async () => (await app.text(".switcher strong")) === first,
      );
      await switchTo(app, licenses[3]);
      await app.until("its columns as they were left", async () => (await headings(app)).join() === left.join());
      await app.until("and as wide", async () => (await widthOf(app, "item")) === width);
    }),
  { opened: false },
);
