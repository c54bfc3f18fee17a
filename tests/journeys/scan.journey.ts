import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import { bothLooks, CARD, connect, loaded, practice, search } from "./steps";

/** What became of a scan, where the grid alone does not say it. */
const NOTICE = "section[aria-label='Scan']";

/** The row of a tag in sight, and whether it is the one that is selected and has the focus. */
async function there(app: Driver, tag: string, tab: RegExp): Promise<void> {
  await app.until(`${tag} selected, with its card, under ${tab}`, () =>
    app.evaluate((wanted) => {
      const selected = [...document.querySelectorAll("[role='row'].ag-row-selected")];
      const row = document.querySelector(`[role='grid'] [data-card-tag='${wanted}']`)?.closest("[role='row']");
      const box = row?.getBoundingClientRect();
      const sight = document.querySelector(".grid-body")?.getBoundingClientRect();
      const card = document.querySelector("[data-card] .card-tag")?.textContent?.replace(/\s/g, "");
      return (
        row !== null &&
        row !== undefined &&
        new Set(selected.map((one) => one.getAttribute("row-index"))).size === 1 &&
        selected.some((one) => one.getAttribute("row-index") === row.getAttribute("row-index")) &&
        row.contains(document.activeElement) &&
        box !== undefined &&
        sight !== undefined &&
        box.top >= sight.top &&
        box.bottom <= sight.bottom &&
        card === wanted
      );
    }, tag),
  );
  await app.until(`the tab ${tab}`, async () => tab.test(await app.text("[role='tab'][aria-selected='true']")));
  expect(await app.count({ role: "dialog", name: /Finish/ }), "nothing was begun").toBe(0);
  expect(await app.count({ role: "menu" }), "no menu").toBe(0);
}

const licenseInSight = (app: Driver) => app.text(".switcher strong");

journey(
  "scanned anywhere: found in any tab and license, selected, with its card, and the next scan at once",
  (app) =>
    practice(app, { packages: 600 }, async ({ state, keys, licenses }) => {
      const [shop, farm] = [licenses[0], licenses[4]];
      const own = await state.createPackages(shop?.number ?? "", 4);
      const ended = own[3] ?? "";
      await state.editPackage(shop?.number ?? "", ended, { quantity: "0", finished: true });
      const [far = ""] = await state.createPackages(farm?.number ?? "", 1);
      await app.resize(1360, 860);
      await connect(app, keys, [shop?.number ?? "", farm?.number ?? ""]);
      await loaded(app);
      const shopName = await licenseInSight(app);

      // The gesture of F1: a cell has the focus, and every tag has an A in it.
      await app.click({ css: "[role='grid'] [row-index='2'] [role='gridcell'][col-id='tag']" });
      for (const tag of own.slice(0, 3)) {
        await app.scan(tag);
        await there(app, tag, /^Active/);
      }
      await app.scan(own[2] ?? "");
      await there(app, own[2] ?? "", /^Active/);
      await bothLooks(app, "scan", "with a package that was scanned");
      await app.resize(1024, 700);
      await app.scan(own[0] ?? "");
      await there(app, own[0] ?? "", /^Active/);
      await app.screenshot("scan-1024");
      await app.resize(1360, 860);

      // In lower case, as some scanners are set; in another tab; in another license; from another place.
      await app.scan(ended.toLowerCase());
      await there(app, ended, /^Inactive/);
      await app.scan(far);
      await there(app, far, /^Active/);
      expect(await licenseInSight(app)).not.toBe(shopName);
      await app.see({ role: "button", name: new RegExp(`^Back to ${shopName}`) });
      await bothLooks(app, "scan-other-license", "with a package of another license");
      await app.press("Control+Shift+o");
      await app.see({ role: "tab", name: /^Waiting/ });
      await app.scan(own[1] ?? "");
      await there(app, own[1] ?? "", /^Active/);
      expect(await licenseInSight(app)).toBe(shopName);

      // Nobody has it.
      await app.scan("1A4FF0000000A00000000001");
      await app.read("1A4FF0000000A00000000001 is in none of your licenses");
      await app.read(/Looked in every tab of .+ as the state had them at /);
      await app.gone(CARD);
      await bothLooks(app, "scan-unknown", "with a tag that no license has");
      await app.scan(own[2] ?? "");
      await there(app, own[2] ?? "", /^Active/);
      await app.gone(NOTICE);

      // By hand, in the palette: its last six, whichever tab it is in.
      await app.press("Control+k");
      await app.see({ role: "dialog", name: "Commands" });
      await app.type(ended.slice(-6));
      await app.until("the palette to mean its line", async () =>
        (await app.text(".palette-item[aria-selected='true']")).replace(/\s/g, "").startsWith(ended),
      );
      await bothLooks(app, "palette-package", "with a package found by its last six");
      await app.press("Enter");
      await there(app, ended, /^Inactive/);

      // Into the search, and the next one outside of it.
      await app.press("/");
      await app.until("the search to have the focus", async () => (await app.focused()).name === "Search packages");
      await app.scan(own[0] ?? "");
      await there(app, own[0] ?? "", /^Active/);
      await app.scan(own[1] ?? "");
      await there(app, own[1] ?? "", /^Active/);

      // The letter alone.
      await app.press("a");
      await app.see({ role: "menu", name: "Actions" });
      await app.press("Escape");
      await app.gone({ role: "menu" });
    }),
  { opened: false },
);

journey(
  "a search says which tab or license has the tag and goes there by one key; a scan asks before it lets go of a selection",
  (app) =>
    practice(app, { packages: 600 }, async ({ state, keys, licenses }) => {
      const [shop, farm] = [licenses[0], licenses[4]];
      const own = await state.createPackages(shop?.number ?? "", 3);
      const ended = own[2] ?? "";
      await state.editPackage(shop?.number ?? "", ended, { quantity: "0", finished: true });
      const [far = ""] = await state.createPackages(farm?.number ?? "", 1);
      await app.resize(1360, 860);
      await connect(app, keys, [shop?.number ?? "", farm?.number ?? ""]);
      await loaded(app);

      await search(app, ended.slice(-6));
      await app.read("Not among Active packages");
      await app.read(new RegExp(`Tags ending in “${ended.slice(-6)}”: .*1 in Inactive`));
      await bothLooks(app, "search-elsewhere", "with a tag that another tab has");
      await app.press("Enter");
      await there(app, ended, /^Inactive/);
      await search(app, far);
      await app.read("Not among Inactive packages");
      await app.press("Enter");
      await there(app, far, /^Active/);
      await app.click({ role: "button", name: /^Back to / });
      await app.see({ css: `[role='grid'] [data-card-license='${shop?.number}']` });
      await app.gone({ css: `[role='grid'] [data-card-license='${farm?.number}']` });

      // Two by hand: a scan lets go of them only when it may.
      await app.click({ css: "[role='grid'] [row-index='0'] [role='gridcell'][col-id='location']" });
      await app.until("a row to be selected", async () => /^1 selected/.test(await app.text(".selection")));
      await app.press("Shift+ArrowDown");
      await app.read("2 selected");
      await app.scan(ended);
      await app.read("2 packages are selected.");
      await bothLooks(app, "scan-asking", "with a question about what is selected");
      await app.press("Escape");
      await app.gone(NOTICE);
      await app.read("2 selected");
      await app.scan(ended);
      await app.see({ role: "button", name: "Show it" });
      await app.press("Enter");
      await there(app, ended, /^Inactive/);

      // A dialog is not disturbed, and nothing under it.
      await app.press("F1");
      await app.see({ role: "dialog", name: "Keyboard shortcuts" });
      await app.scan(own[0] ?? "");
      await app.read(`“${own[0]}” was scanned, but a window is open`);
      await app.screenshot("scan-in-dialog");
      await app.press("Escape");
      await app.gone({ role: "dialog", name: "Keyboard shortcuts" });
      await app.scan(own[0] ?? "");
      await there(app, own[0] ?? "", /^Active/);
      expect(await app.count(CARD)).toBe(1);
    }),
  { opened: false },
);
