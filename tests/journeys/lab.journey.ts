import { journey } from "./drivers/journey";
import {
  bothLooks,
  column,
  columnMenu,
  connect,
  headings,
  howMany,
  loaded,
  only,
  practice,
  rows,
  search,
  upToDate,
} from "./steps";

const TESTS = ".tests";

journey(
  "a laboratory's samples, by strain",
  (app) =>
    practice(app, { packages: 1_500 }, async ({ keys, licenses }) => {
      await app.resize(1600, 900);
      const [retailer, , , , , laboratory] = licenses;
      await connect(app, keys, [retailer?.number ?? "", laboratory?.number ?? ""]);
      await upToDate(app);
      await app.click({ css: ".switcher" });
      await app.click(only(laboratory));
      await app.gone({ css: ".switcher-panel" });
      await app.click({ role: "button", name: /^Lab Samples/ });
      await loaded(app);
      const all = await app.until("how many samples there are", async () => howMany(app));
      await app.until("the bulletin's column, there from the start", async () =>
        (await headings(app)).includes("Item Strain"),
      );
      await bothLooks(app, "lab-samples", "on Lab Samples");

      // Sorted by strain: those without one show nothing, not a word in its place.
      await columnMenu(app, "Item Strain", "Sort A to Z");
      const strains = (found: string[]) => found.filter(Boolean);
      const sorted = await app.until("samples sorted by strain", async () => {
        const found = strains(await column(app, "item_strain"));
        const inOrder = found.every((strain, at) => at === 0 || (found[at - 1] ?? "").localeCompare(strain) <= 0);
        return found.length > 5 && inOrder ? found : null;
      });
      await columnMenu(app, "Item Strain", "Sort Z to A");
      await app.until("the other direction", async () => {
        const found = strains(await column(app, "item_strain"));
        return found.length > 5 && (found[0] ?? "").localeCompare(sorted[0] ?? "") > 0;
      });

      // Filtered.
      await columnMenu(app, "Item Strain", "Filter…");
      await app.fill({ role: "textbox", within: ".grid-filter" }, sorted[0] ?? "");
      await app.press("Enter");
      await app.until(`only samples of ${sorted[0]}`, async () => {
        const found = await column(app, "item_strain");
        return found.length > 0 && found.every((strain) => strain.includes(sorted[0] ?? ""));
      });
      const filtered = await app.until("the filter to leave some out", async () => {
        const left = await howMany(app);
        return left !== null && left < all ? left : null;
      });
      await app.screenshot("lab-samples-filtered");
      await app.click({ css: ".grid-chip" });
      await app.until("all samples again", async () => (await howMany(app)) === all);

      // Those whose item has no strain: their cells are blank.
      await columnMenu(app, "Item Strain", "Filter…");
      await app.until("the filter to ask for blanks", async () => {
        await app.evaluate(() => {
          const choice = document.querySelector<HTMLSelectElement>(".grid-filter select");
          if (!choice || choice.value === "blank") return;
          Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(choice, "blank");
          choice.dispatchEvent(new Event("change", { bubbles: true }));
        });
        return (await app.count({ role: "button", name: /Item Strain is blank/ })) > 0;
      });
      await app.press("Escape");
      await app.until("only samples without a strain", async () => {
        const found = await rows(app);
        return found.length > 0 && found.every(({ cells }) => cells.item_strain === "" && cells.item !== "");
      });
      await app.click({ css: ".grid-chip" });
      await app.until("all samples again", async () => (await howMany(app)) === all);

      // Searched for.
      await search(app, sorted[0] ?? "");
      await app.until("the search to find the strain", async () => (await howMany(app)) === filtered);
      await search(app, "");
      await app.until("all samples again", async () => (await howMany(app)) === all);

      // One row a sample, which opens to its tests.
      await app.click({ css: "[role='grid'] [row-index='0'] [role='gridcell'][col-id='item']" });
      await app.press("Enter");
      await app.see(TESTS);
      await app.until("the sample's tests", async () => (await app.count(".tests-table tbody tr")) > 3);
      const first = await app.text(".tests-title");
      await bothLooks(app, "lab-tests", "with a sample's tests open");
      await app.press("ArrowDown");
      await app.until("the tests to follow the row", async () => (await app.text(".tests-title")) !== first);
      await app.press("Escape");
      await app.gone(TESTS);
    }),
  { opened: false },
);
