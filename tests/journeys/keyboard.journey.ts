import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import { bothLooks, CARD, howMany, rowsAreThere, upToDate } from "./steps";

/** Presses Tab until what is looked for has the focus; gives the names passed on the way. */
async function tabTo(app: Driver, name: RegExp, atMost = 25): Promise<string[]> {
  const passed: string[] = [];
  for (let pressed = 0; pressed < atMost; pressed += 1) {
    await app.press("Tab");
    const focused = await app.focused();
    passed.push(`${focused.role} ${focused.name}`);
    if (name.test(focused.name)) return passed;
  }
  throw new Error(`Tab never came to ${name}; it came to ${passed.join(" | ")}`);
}

function inCard(app: Driver): Promise<boolean> {
  return app.evaluate(() => document.activeElement?.closest("[data-card]") !== null);
}

function outsideGrid(app: Driver): Promise<boolean> {
  return app.evaluate(() => {
    const here = document.activeElement;
    return here !== null && here !== document.body && here.closest(".grid-body") === null;
  });
}

function focusedCell(app: Driver): Promise<string> {
  return app.evaluate(() => {
    const cell = document.activeElement?.closest("[role='gridcell']");
    const row = cell?.closest("[row-index]")?.getAttribute("row-index");
    return cell ? `${cell.getAttribute("col-id")} ${row}` : "";
  });
}

journey("from the first window to who packaged a package, by keyboard alone", async (app) => {
  await app.see({ role: "button", name: "Try the demo state" });
  await tabTo(app, /^Try the demo state$/, 3);
  await app.press("Enter");
  await rowsAreThere(app);

  // In the order in which they are seen: tabs, columns, export, the grid.
  const passed = await tabTo(app, /^Export$/);
  expect(
    passed.some((each) => /^tab Active/.test(each)),
    `the tabs come first: ${passed.join(" | ")}`,
  ).toBe(true);
  await app.press("Tab");
  await app.until("then the first row's box", async () => (await focusedCell(app)) === "check 0");
  expect((await app.focused()).name, "which says what it is").toMatch(/^Not selected: …\w{6}$/);
  await app.press("ArrowUp");
  await app.until("over it the heads of the columns", async () => (await app.focused()).role === "columnheader");
  // The grid is one stop: Tab leaves it, from its head as from its rows, and comes back to where it was.
  await app.press("Tab");
  await app.until("what stands after the grid", () => outsideGrid(app));
  await app.press("Shift+Tab");
  await app.until("the row's box again", async () => (await focusedCell(app)) === "check 0");
  await app.press("Shift+Tab");
  await app.until("what stands before the grid", async () => (await app.focused()).name === "Export");
  await app.press("Tab");
  await app.until("the row's box once more", async () => (await focusedCell(app)) === "check 0");
  await app.press("ArrowRight", "ArrowRight");
  await app.until(
    "its tag to have it, beyond the mark of what waits",
    async () => (await focusedCell(app)) === "tag 0",
  );
  await app.press("ArrowDown", "ArrowDown", "ArrowRight");
  await app.until("the focus to follow the arrows", async () => (await focusedCell(app)) === "item 2");
  await app.press("Home");
  await app.until("the row's first cell", async () => (await focusedCell(app)) === "check 2");
  await app.press("ArrowRight", "ArrowRight");
  await app.until("the row's tag", async () => (await focusedCell(app)) === "tag 2");

  await app.press("Enter");
  await app.see(CARD);
  await app.until("the focus to be in the card", () => inCard(app));
  await app.until("who packaged it", async () => /Packaged By\s+\S+/.test(await app.text(CARD)));
  const own = await app.text(`${CARD} .card-tag`);
  const source = (await app.texts(`${CARD} .card-sources button`))[0] ?? "";
  await tabTo(app, new RegExp(source.slice(-6)));
  await app.press("Enter");
  await app.until("the source's own card", async () => (await app.text(`${CARD} .card-tag`)) !== own);
  await app.press("Escape");
  await app.until("the card before", async () => (await app.text(`${CARD} .card-tag`)) === own);
  await app.press("Escape");
  await app.gone(CARD);
  await app.until("the cell to have the focus again", async () => (await focusedCell(app)) === "tag 2");

  await app.press("Control+k");
  await app.see({ role: "dialog", name: "Commands" });
  await bothLooks(app, "palette", "with the palette open");
  await app.type("keyboard");
  await app.until("the palette to find it", async () => (await app.count(".palette-item")) === 1);
  await app.press("Enter");
  await app.see({ role: "dialog", name: "Keyboard shortcuts" });
  await app.press("Escape");
  await app.gone({ role: "dialog" });

  // The first load went on while the person was at work in the grid; its last rows come when they say so.
  await upToDate(app, 90_000);
  await app.press("Alt+n");
  await app.gone({ role: "button", name: /changed/ });
  const all = await app.until("how many there are", () => howMany(app));
  // The rows that are shown give the focus back to their cell a moment later; a key pressed before that is outrun by it.
  await app.until("the search to have the focus", async () => {
    if ((await app.focused()).name === "Search packages") return true;
    await app.press("/");
    return false;
  });
  await app.type("3.5g");
  await app.until("fewer rows", async () => ((await howMany(app)) ?? all) < all);
  await app.press("Escape");
  await app.until("all rows again", async () => (await howMany(app)) === all);
  await app.press("Enter");
  await app.until("the grid to have the focus", async () => (await focusedCell(app)) !== "");

  for (const key of ["F1", "?"]) {
    await app.press(key);
    await app.see({ role: "dialog", name: "Keyboard shortcuts" });
    if (key === "F1") await bothLooks(app, "keys", "with the keys sheet open");
    await app.press("Escape");
    await app.gone({ role: "dialog" });
  }

  await app.evaluate(() => document.querySelector<HTMLElement>(".skip")?.focus());
  await tabTo(app, /^Support$/, 6);
  await app.press("Enter");
  await app.see({ role: "menuitem", name: "Industry Bulletin Archive" });
  await bothLooks(app, "support", "with the Support menu open");
  await app.until("the archive to be the one chosen", async () => {
    if ((await app.focused()).name === "Industry Bulletin Archive") return true;
    await app.press("ArrowDown");
    return false;
  });
  await app.press("Enter");
  const links = join(app.dataDir, "opened-links.txt");
  const opened = await app.until("the link to be opened", () => readFile(links, "utf8"));
  expect(opened, "the state's page, and nothing else").toBe("https://www.metrc.com/partner/california/\n");
});
