import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import { has, PENDING, QUEUED, REPORTS, reporting, STORY } from "./report-steps";
import { rowsInAll } from "./steps";

/** Presses a key until something has the focus. */
async function pressTo(app: Driver, key: string, name: RegExp, atMost = 30): Promise<void> {
  const passed: string[] = [];
  for (let pressed = 0; pressed < atMost; pressed += 1) {
    const { role, name: now } = await app.focused();
    if (name.test(now)) return;
    passed.push(`${role} ${now.slice(0, 40)}`);
    await app.press(key);
  }
  throw new Error(`${key} never came to ${name}; it came to ${passed.join(" | ")}`);
}

async function inGrid(app: Driver): Promise<void> {
  await app.until("a cell of the grid to have the focus", () =>
    app.evaluate(() => document.activeElement?.closest("[role='grid'] [role='gridcell']") !== null),
  );
}

journey(
  "finished, undone, finished again, looked at in the Outbox and withdrawn there, by keyboard alone",
  (app) =>
    reporting(app, { many: 3, quantity: "0" }, async ({ state }) => {
      await state.goDark();
      await app.press("/");
      await app.type("shelfcount");
      await rowsInAll(app, 3);
      await app.press("Enter");
      await inGrid(app);
      await app.press("Space", "ArrowDown", "Space");
      await app.read("2 selected");
      await app.press("a");
      await app.see({ role: "menu", name: "Actions" });
      await pressTo(app, "ArrowDown", /^Finish$/);
      await app.press("Enter");
      await app.read("Finish 2 packages");
      await app.see({ role: "button", name: /^Queue 2 reports/ });
      await app.press("Control+Enter");
      await app.gone({ role: "dialog" });
      await app.see(QUEUED);
      await inGrid(app);
      await app.until("two rows that wait", async () => (await app.count(PENDING)) === 2);

      await app.press("Control+z");
      await app.read("2 reports undone.");
      await app.until("no row that waits", async () => (await app.count(PENDING)) === 0);

      // Again, from the commands.
      await inGrid(app);
      await app.press("Space", "ArrowUp", "Space");
      await app.read("2 selected");
      await app.press("Control+k");
      await app.see({ role: "dialog", name: "Commands" });
      await app.type("finish");
      await app.press("Enter");
      await app.read("Finish 2 packages");
      await app.see({ role: "button", name: /^Queue 2 reports/ });
      await app.press("Control+Enter");
      await app.gone({ role: "dialog" });

      await app.press("Control+Shift+o");
      await app.see({ role: "tab", name: /^Waiting/ });
      await app.until("two reports that wait", async () => (await app.count(REPORTS)) === 2);
      await app.until("the first report to have the focus, without a Tab", async () =>
        /^Finish .*on [A-Z][a-z]{2} \d{1,2}, 20/.test((await app.focused()).name),
      );
      await app.press("ArrowDown", "Enter");
      await app.see(STORY);
      await app.read("This is waiting for a connection.");
      await app.press("F6");
      await pressTo(app, "Tab", /^Withdraw$/);
      await app.press("Enter");
      await app.until("one report that waits", async () => (await app.count(REPORTS)) === 1);
      await app.press("Escape");
      await app.gone(STORY);
      expect(await app.until("the badge", async () => (await app.text(".rail")).includes("1"))).toBe(true);
      await has(app, "Done", 3);
    }),
  { opened: false },
);
