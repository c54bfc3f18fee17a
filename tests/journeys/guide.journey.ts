import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import { bothLooks, rowsAreThere } from "./steps";

const FILE = "[role='tab'][aria-selected='true']";

/** The files in sight, by their titles. */
function files(app: Driver): Promise<string[]> {
  return app.texts(".side-tab");
}

/** The file that is shown. */
function shown(app: Driver): Promise<string> {
  return app.text(".guide-file h2");
}

/** Whether the chosen file's title has the focus. */
async function inList(app: Driver): Promise<boolean> {
  return (await app.focused()).role === "tab";
}

/** Opens the menu of support by key and goes to the guide from it. */
async function openGuide(app: Driver): Promise<void> {
  await app.evaluate(() => document.querySelector<HTMLElement>(".rail > .rail-entry")?.focus());
  await app.press("Enter");
  await app.see({ role: "menu" });
  await app.until("the first entry to have the focus", async () => (await app.focused()).role === "menuitem");
  await app.press("Enter");
  await app.see(".guide-file");
  await app.until("the list to have the focus", () => inList(app));
}

journey("the guide: opened by key, a word looked up, its file saved, printed, and read in Spanish", async (app) => {
  await app.resize(1360, 860);
  await app.click({ role: "button", name: "Try the demo state" });
  await rowsAreThere(app);
  await openGuide(app);
  expect(await files(app), "the state's nineteen and the list of tags").toHaveLength(20);
  expect(await shown(app)).toBe("Plant Additives");
  await app.press("ArrowDown", "ArrowDown");
  await app.until("the file below it", async () => (await shown(app)) === "Package Adjustments");
  await app.read("200 characters at most");

  await app.press("/");
  await app.until("the search to have the focus", async () => (await app.focused()).role === "textbox");
  await app.type("EPA");
  await app.until(
    "both files with that column",
    async () => (await files(app)).join() === "Plant Additives,Immature Plant Additives",
  );
  expect(await shown(app)).toBe("Plant Additives");
  await app.read("Where AdditiveTypeName is Pesticide");
  expect(await app.texts(".guide-heading mark")).toEqual(["Epa"]);
  await bothLooks(app, "guide", "in the guide");

  await app.press("Enter");
  await app.until("the list to have the focus again", () => inList(app));
  await app.press("Tab");
  // The page of the file, then what can be done with it.
  await app.press("Tab");
  expect((await app.focused()).name).toBe("Save template");
  await app.press("Enter");
  await app.read("Saved as plant-additives-template.csv.");
  const template = await readFile(join(app.dataDir, "exports", "plant-additives-template.csv"), "utf8");
  expect(template).toBe(
    "PlantTag,AdditiveTypeName,ProductTradeName,EpaRegistrationNumber,ProductSupplier,ApplicationDevice," +
      "TotalAmountApplied,TotalAmountUnitOfMeasure,ActualDate,ActiveIngredientName,ActiveIngredientPercentage\r\n",
  );
  await app.screenshot("guide-saved");
  await app.click({ role: "button", name: "Dismiss" });

  // The system's dialog would wait for somebody; what it would print is looked at.
  await app.evaluate(() => {
    window.print = () => {
      const pages = document.querySelectorAll(".guide-paper .guide-file").length;
      document.documentElement.dataset.printed = String(pages);
      dispatchEvent(new Event("afterprint"));
    };
  });
  const printed = () => app.attribute("html", "data-printed");
  await app.click({ role: "button", name: "Print" });
  await app.click({ role: "menuitem", name: "This file" });
  await app.until("one file to be printed", async () => (await printed()) === "1");
  await app.press("Control+k");
  await app.type("print guide");
  await app.press("Enter");
  await app.until("all files to be printed", async () => (await printed()) === "20");

  // Half the room, which is what 200% leaves: nothing is wider than the window.
  await app.resize(680, 640);
  await app.until("the list above its page", () =>
    app.evaluate(() => {
      const [list, page] = [".side-tabs-list", ".side-tabs-page"].map((one) =>
        document.querySelector(one)?.getBoundingClientRect(),
      );
      return list !== undefined && page !== undefined && page.top >= list.bottom - 1;
    }),
  );
  expect(
    await app.evaluate(() => (document.querySelector(".side-tabs-page")?.scrollWidth ?? 0) - innerWidth),
  ).toBeLessThan(0);
  await app.screenshot("guide-narrow");
  await app.resize(1360, 860);

  await app.click({ role: "button", name: "Support" });
  await app.click({ role: "menuitemradio", name: "Español" });
  await app.see({ role: "button", name: /^Paquetes/, within: ".rail" });
  await openGuide(app);
  expect(await shown(app)).toBe("Aditivos de plantas");
  await app.read("Cuando AdditiveTypeName es Pesticide");
  await app.press("End");
  await app.until("the list of tags", async () => (await app.text(FILE)) === "Etiquetas para una transferencia");
  await app.read("El precio al por mayor de todo el paquete.");
  expect(await app.count({ role: "button", name: "Guardar plantilla" }), "it has no template").toBe(0);
  await bothLooks(app, "guide-spanish", "in the guide in Spanish");
});
