import { expect } from "vitest";
import { journey } from "./drivers/journey";
import { Simulator } from "./drivers/simulator";
import { column, connect, noNews, rowsInAll, upToDate } from "./steps";

journey(
  "what others changed is told, and no row moves until it is asked for",
  async (app) => {
    const state = await Simulator.start({ packages: 600 });
    try {
      const [retailer] = await state.licenses();
      const keys = await state.keys();
      const license = retailer?.number ?? "";
      const packages = retailer?.packages[0] ?? 0;
      await app.open({ api: state.address });
      await connect(app, { ...keys, userKey: keys.retailerOnly });
      await upToDate(app);
      await rowsInAll(app, packages);
      await noNews(app);

      // The person is at work in the grid.
      await app.click({ css: "[role='grid'] [row-index='4'] [role='gridcell'][col-id='location']" });
      const before = await column(app, "tag");
      const tags: string[] = [];
      for (const row of [4, 5, 6]) {
        const cell = `[role='grid'] [row-index='${row}'] [role='gridcell'][col-id='tag'] [data-card-tag]`;
        tags.push((await app.attribute(cell, "data-card-tag")) ?? "");
      }
      const made = await state.createPackages(license, 3);
      for (const tag of tags) await state.editPackage(license, tag, { note: "counted by another user" });
      await app.press("F5");
      const told = { role: "button", name: /^\d+ records changed · Show$/ };
      await app.see(told, 60_000);
      // News comes as it is read: what was made and what was changed need not come together.
      const many = await app.until("all that was made and changed", async () => {
        const said = Number.parseInt(await app.text(told), 10);
        return said >= made.length + tags.length ? said : null;
      });
      expect(many, "and not all that there is").toBeLessThan(packages / 2);
      expect(await column(app, "tag"), "every row stands where it stood").toEqual(before);
      await app.screenshot("news");

      await app.click({ role: "button", name: /records changed · Show$/ });
      await app.gone({ role: "button", name: /changed/ });
      await rowsInAll(app, packages + made.length);
      await app.press("Control+Home");
      const newest = made[0] ?? "";
      await app.fill("[data-search]", newest);
      await app.until("the new package to be found", async () => (await column(app, "tag")).join().includes(newest));
    } finally {
      await app.close();
      await state.stop();
    }
    await app.open();
  },
  { opened: false },
);
