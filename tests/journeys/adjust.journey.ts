import { journey } from "./drivers/journey";
import { begin, findMade, QUEUED, reason, reporting } from "./report-steps";
import { bothLooks } from "./steps";

journey(
  "one package is adjusted on one page, which says what it holds and what it will hold",
  (app) =>
    reporting(app, { many: 1, quantity: "10" }, async ({ state, license, tags }) => {
      const tag = tags[0] ?? "";
      await findMade(app, 1);
      await app.click({ css: "[role='grid'] [row-index='0'] [role='gridcell'][col-id='location']" });
      await app.until("the row to be selected", async () => /^1 selected/.test(await app.text(".selection")));
      await begin(app, /^Adjust/);
      await app.read(/Now 10 /);
      await app.fill({ role: "textbox", name: "Change by" }, "-1");
      await app.until("what it will hold", async () => /^9 /.test(await app.text(".action-now b")));
      await reason(app);
      await app.fill({ role: "textbox", name: /^Note/ }, "dropped at the counter");
      await bothLooks(app, "adjust-one", "in the form of an adjustment of one package");
      await app.press("Control+Enter");
      await app.gone({ role: "dialog" });
      await app.see(QUEUED);
      await app.until("the state to hold it", async () => (await state.packageAt(license, tag)).Quantity === 9, 60_000);
    }),
  { opened: false },
);
