import { expect } from "vitest";
import { journey } from "./drivers/journey";
import { bothLooks, column, columnMenu, connect, headings, howMany, practice, search, upToDate } from "./steps";

const PANEL = ".side-panel";
const TABS = ["Items", "Strains", "Locations", "Employees", "Drivers", "Vehicles", "Package tags", "Plant tags"];

journey(
  "what records name is looked up, sorted, narrowed and saved on the license's own lists",
  (app) =>
    practice(app, { packages: 1_500 }, async ({ keys }) => {
      await app.resize(1360, 860);
      await connect(app, { ...keys, userKey: keys.retailerOnly });
      await upToDate(app);
      await app.click({ role: "button", name: "Lists" });
      for (const tab of TABS) {
        await app.see({ role: "tab", name: new RegExp(`^${tab}`) });
      }
      // What stands there at first is the place before.
      await app.until("the grid of items", async () => (await headings(app)).includes("Quantity Type"));
      const all = await app.until("how many items there are", () => howMany(app));
      await app.until("items by their names", async () => {
        const names = await column(app, "name");
        return (
          names.length > 3 && names.every((name, at) => at === 0 || (names[at - 1] ?? "").localeCompare(name) <= 0)
        );
      });
      await bothLooks(app, "reading-list-items", "on Lists");

      // All that the state sent of an item stands beside the list, and follows the row.
      const [first = "", second = ""] = await column(app, "name");
      await app.click({ css: "[role='grid'] [row-index='0'] [role='gridcell'][col-id='category']" });
      await app.press("Enter");
      const called = async () => (await app.count(PANEL)) > 0 && (await app.attribute(PANEL, "aria-label"));
      await app.until("the first item's details", async () => (await called()) === first);
      const told = await app.text(PANEL);
      expect(told, "by the titles of the columns").toContain("Quantity Type");
      expect(told, "and by the state's own names").toContain("Product Category Type");
      await bothLooks(app, "lists-item", "with an item's details beside the list");
      await app.press("ArrowDown");
      await app.until("the second's", async () => (await called()) === second);
      await app.press("F6");
      expect((await app.focused()).name).toBe(second);
      await app.press("F6", "Escape");
      await app.gone(PANEL);
      await app.press("Enter");
      await app.until("its details again", async () => (await called()) === second);
      await app.press("F6");
      await app.until("the details to have the focus", async () => (await app.focused()).name === second);
      await app.press("Escape");
      await app.gone(PANEL);
      await app.until("the row to have the focus again", () =>
        app.evaluate(() => document.activeElement?.closest("[role='grid'] [row-index='1']") !== null),
      );

      // A word of another column narrows as well as one of the name.
      const category = (await column(app, "category"))[0] ?? "";
      await search(app, category);
      await app.until(`only items of ${category}`, async () => {
        const found = await column(app, "category");
        return found.length > 0 && found.every((each) => each === category);
      });
      await search(app, "nothing is called so");
      await app.read("Nothing here matches “nothing is called so”");
      await app.click({ role: "button", name: "Clear search" });
      await app.until("all items again", async () => (await howMany(app)) === all);

      await app.click({ role: "tab", name: /^Strains/ });
      await app.until("a strain and what it is of", async () =>
        (await column(app, "genetics")).some((words) => words.includes("Indica")),
      );
      await app.doubleClick({ css: "[role='grid'] [row-index='0'] [role='gridcell'][col-id='genetics']" });
      await app.until("a strain's share of Indica", async () => (await app.text(PANEL)).includes("Indica Percentage"));
      await app.click({ role: "button", name: "Close the details (Escape)" });
      await app.gone(PANEL);
      await columnMenu(app, "Strain", "Sort Z to A");
      await app.until("strains from the end", async () => {
        const names = await column(app, "name");
        return (
          names.length > 1 && names.every((name, at) => at === 0 || (names[at - 1] ?? "").localeCompare(name) >= 0)
        );
      });

      await app.click({ role: "tab", name: /^Package tags/ });
      const tag = await app.until("a tag that is on nothing yet", async () =>
        (await column(app, "name")).find((name, at) => at > 2 && name.startsWith("1A4")),
      );
      await search(app, tag.slice(-9));
      await app.until("that tag alone", async () => (await column(app, "name")).join() === tag);
      await app.click({ role: "button", name: "Export" });
      await app.click({ role: "menuitem", name: "CSV file" });
      await app.read(/Saved package-tags-\S+-20\d\d-\d\d-\d\d\.csv, 1 row\./);
      await app.screenshot("lists-package-tags");
    }),
  { opened: false },
);
