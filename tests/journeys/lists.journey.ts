import { journey } from "./drivers/journey";
import { bothLooks, column, columnMenu, connect, headings, howMany, practice, search, upToDate } from "./steps";

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
