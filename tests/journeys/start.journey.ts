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
/** The line that names the demo as one. */
const RIBBON = ".ribbon";

async function rowsAreThere(app: Driver): Promise<void> {
  await app.until("a packages grid with rows", async () => (await app.texts(TAGS)).filter(Boolean).length >= 5, 60_000);
}

/** How the picture of the first window is seen: whole, or with something of it or the window cut. */
function picture(app: Driver): Promise<"whole" | "cut" | "gone"> {
  return app.evaluate(() => {
    const [start, shown] = [document.querySelector(".start"), document.querySelector<HTMLElement>(".picture")];
    if (!start || !shown || shown.offsetHeight === 0) return "gone";
    const cut = (element: Element) =>
      element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    return cut(start) || [...shown.querySelectorAll(".picture-row > span")].some(cut) ? "cut" : "whole";
  });
}

journey("from the first window to who packaged a package", async (app) => {
  await app.see({ role: "button", name: "Try the demo state" });
  await app.see({ role: "button", name: "Connect my license" });
  await accessible(app, "in the first window");
  await app.screenshot("start");
  expect(await picture(app), "the first window shows what the app looks like").not.toBe("gone");
  await app.resize(1024, 700);
  expect(await picture(app), "whole, in the smallest window that people work in").toBe("whole");
  await app.screenshot("start-small");
  await app.resize(800, 700);
  expect(await picture(app), "where there is no room it goes, and the choices stay").toBe("gone");
  await app.resize(1280, 800);

  const pressed = performance.now();
  await app.click({ role: "button", name: "Try the demo state" });
  await rowsAreThere(app);
  console.log(`from the click to rows in the grid: ${Math.round(performance.now() - pressed)} ms`);
  expect(await app.count(CELLS), "the grid shows several columns of each row").toBeGreaterThan(20);
  await app.see(RIBBON);
  expect(await app.text(RIBBON)).toContain("nothing here reaches the State of California");
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
