import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { accessible, journey } from "./drivers/journey";

/** Cells of the grid that show something; the header's are of another role. */
const CELLS = "[role='grid'] [role='gridcell']";
/** The symbol beside each tag in the grid. */
const TAGS = "[role='grid'] [role='gridcell'] [data-card-tag]";
/** That of the first row: in the page's own order another may come first, outside of what is seen. */
const FIRST_TAG = "[role='grid'] [row-index='0'] [role='gridcell'] [data-card-tag]";
const CARD = "[data-card]";

async function rowsAreThere(app: Driver): Promise<void> {
  await app.until("a packages grid with rows", async () => (await app.texts(TAGS)).filter(Boolean).length >= 5, 60_000);
}

journey("from the first window to who packaged a package", async (app) => {
  await app.see({ role: "button", name: "Try the demo state" });
  await app.see({ role: "button", name: "Connect my license" });
  await accessible(app, "in the first window");
  await app.screenshot("start");

  const pressed = performance.now();
  await app.click({ role: "button", name: "Try the demo state" });
  await rowsAreThere(app);
  console.log(`from the click to rows in the grid: ${Math.round(performance.now() - pressed)} ms`);
  expect(await app.count(CELLS), "the grid shows several columns of each row").toBeGreaterThan(20);
  await app.moveAway();
  await app.screenshot("packages");
  await accessible(app, "on Packages");

  // While the first load fills the grid, the row that is first now need not be the first a moment later.
  await app.read(/Up to date/, 120_000);
  const tag = await app.attribute(FIRST_TAG, "data-card-tag");
  await app.hover(FIRST_TAG);
  await app.see(CARD);
  await app.until("the card of the tag under the pointer to say who packaged it", async () => {
    const words = await app.text(CARD);
    return words.includes(tag ?? "no tag") && /Packaged By\s+\S+/.test(words);
  });
  await app.screenshot("card");
  await accessible(app, "with a card open");
  await app.moveAway();
  await app.gone(CARD);
});

journey("the demo is still there when the app is opened again", async (app) => {
  await app.click({ role: "button", name: "Try the demo state" });
  await rowsAreThere(app);
  await app.close();
  await app.open();
  await rowsAreThere(app);
  await app.kill();
  await app.open();
  await rowsAreThere(app);
});
