import { expect } from "vitest";
import { journey } from "./drivers/journey";
import { begin, findMade, has, outbox, queue, reporting, selectAll } from "./report-steps";
import { bothLooks } from "./steps";

/** The shell takes a second press within this for one that wants no question. */
const TWICE_MS = 5_000;

journey(
  "closing while a report waits asks first: stay, then close anyway, and the report is still there",
  (app) =>
    reporting(app, { many: 1, quantity: "0" }, async ({ state }) => {
      await findMade(app, 1);
      await state.goDark();
      await selectAll(app, 1);
      await begin(app, /^Finish/);
      await queue(app, 1);

      await app.pressClose();
      const asked = Date.now();
      await app.read("1 report is waiting to be sent.");
      await bothLooks(app, "quit", "when asked before closing");
      await app.until("that Enter stays", async () => (await app.focused()).name.startsWith("Stay"));
      await app.press("Enter");
      await app.gone({ role: "dialog" });
      await outbox(app, "Waiting");
      await has(app, "Waiting", 1);

      await app.until("a press that asks again", async () => Date.now() - asked > TWICE_MS);
      await app.pressClose();
      await app.read("1 report is waiting to be sent.");
      if (app.engine === "webkit") {
        // A second press closes the real window whatever the page does: it may not answer any more.
        await app.pressClose();
        await app.closed();
        await app.open({ api: state.address, keychain: true });
        await outbox(app, "Waiting");
        await has(app, "Waiting", 1);
        await app.pressClose();
        await app.read("1 report is waiting to be sent.");
      }
      await app.click({ role: "button", name: "Close anyway" });
      await app.closed();

      await app.open({ api: state.address, keychain: true });
      await outbox(app, "Waiting");
      await has(app, "Waiting", 1);
      expect(await state.comeBack().then(() => state.writes()), "closing sent nothing").toEqual([]);
      await has(app, "Done", 1, 90_000);
    }),
  { opened: false },
);

journey("closing with nothing waiting closes", async (app) => {
  await app.see({ role: "button", name: "Try the demo state" });
  await app.pressClose();
  await app.closed();
  await app.open();
});
