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
      await app.see({ role: "button", name: new RegExp(`^Show only ${first}`) });
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

journey(
  "an account is named, its keys are tested, and keys that the state refuses leave those that it has",
  (app) =>
    practice(app, { packages: 600 }, async ({ keys, licenses }) => {
      await connect(app, keys, [licenses[0]?.number ?? ""]);
      await loaded(app);
      await app.click({ css: ".switcher" });
      await app.click({ role: "button", name: "Accounts and licenses…" });

      await app.click({ role: "button", name: "Rename California" });
      await app.until("the name to have the focus", async () => (await app.focused()).name === "Name of the account");
      await app.type("Harbor Street");
      await app.press("Enter");
      await app.until(
        "the focus back on its pencil",
        async () => (await app.focused()).name === "Rename Harbor Street",
      );

      await app.click({ role: "button", name: "Test keys" });
      await app.read("Both keys work. They open 6 licenses.");
      await bothLooks(app, "account-tested", "where the keys of an account were tested");

      await app.click({ role: "button", name: "Change keys…" });
      await app.until("the user key to have the focus", async () => (await app.focused()).name === "User key");
      await app.read("A key left empty stays as it is.");
      await app.click({ css: "summary", nth: 1 });
      await app.read("Press your name at the top right.");
      await bothLooks(app, "account-keys", "where the keys of an account are changed");
      await app.fill({ css: "input[name='user_key']" }, `${keys.userKey}-of-nobody`);
      await app.click({ role: "button", name: "Change the keys" });
      await app.read("The state does not accept these keys.");
      await app.read("Nothing was changed: the account keeps the keys it had.");
      await app.screenshot("account-keys-refused");
      await app.click({ role: "button", name: "Back" });
      await app.click({ role: "button", name: "Test keys" });
      await app.read("Both keys work. They open 6 licenses.");

      // The user of one license: good keys, the software key stays as it is.
      await app.click({ role: "button", name: "Change keys…" });
      await app.fill({ css: "input[name='user_key']" }, keys.retailerOnly);
      await app.click({ role: "button", name: "Change the keys" });
      await app.read("The new keys work and are in use now.");
      await app.click({ role: "button", name: "Test keys" });
      await app.read("Both keys work. They open 1 license. They do not open");
      await app.click({ role: "button", name: "Remove…" });
      await app.see({ role: "dialog", name: "Remove Harbor Street from this computer?" });
    }),
  { opened: false },
);
