import { expect } from "vitest";
import { journey } from "./drivers/journey";
import {
  begin,
  findMade,
  has,
  outbox,
  PENDING,
  packages,
  QUEUED,
  queue,
  REPORTS,
  reporting,
  selectAll,
  sendNow,
} from "./report-steps";
import { bothLooks, INDICATOR, upToDate } from "./steps";

const FINISH = "/packages/v2/finish";

journey(
  "forty packages finished without a connection, the app closed and opened, and the state has each once",
  (app) =>
    reporting(app, { many: 40, quantity: "0" }, async ({ state, license, tags }) => {
      await findMade(app, 40);
      await state.goDark();
      await selectAll(app, 40);
      await app.screenshot("report-selected");
      await begin(app, /^Finish/);
      await app.read("Finish 40 packages");
      await app.read("40 packages will be finished");
      await bothLooks(app, "report-review", "on the review sheet");
      await queue(app, 40);
      expect(await app.text(QUEUED)).toContain("40 packages will be finished");
      await app.until("the rows to say what waits", async () => (await app.count(PENDING)) >= 10);
      await bothLooks(app, "report-rows", "with rows that wait");
      await app.until("the indicator to say it calmly", async () =>
        /^Offline, 40 waiting/.test(await app.text(INDICATOR)),
      );
      expect(await app.attribute(INDICATOR, "class"), "offline is normal, not red").toContain("indicator-calm");
      await app.close();

      await app.open({ api: state.address, keychain: true });
      await app.see({ role: "button", name: /^Outbox.*40 waiting/, within: ".rail" });
      await outbox(app, "Waiting");
      await has(app, "Waiting", 40);
      const clocks = await app.texts(`${REPORTS} .outbox-due`);
      for (const clock of clocks)
        expect(clock, "the clock of a report").toMatch(/^due ([A-Z][a-z]{2} \d+, )?\d+:\d\d [AP]M/);
      await bothLooks(app, "outbox-waiting", "in the Outbox with reports that wait");

      await app.see({ role: "button", name: "Send now" });
      await state.comeBack();
      await sendNow(app);
      await has(app, "Done", 40, 60_000);
      await app.read(/While there was no connection, 40 reports waited: 40 were recorded/);
      await bothLooks(app, "outbox-done", "in the Outbox after all was recorded");
      const sent = await state.writes();
      expect(sent.map(({ path, status }) => `${path} ${status}`)).toEqual(Array(4).fill(`${FINISH} 200`));
      for (const tag of tags) {
        const { FinishedDate } = await state.packageAt(license, tag);
        expect(FinishedDate, `${tag} is finished`).toBeTruthy();
      }
      await upToDate(app);
      await packages(app);
      await app.gone({ css: PENDING });
    }),
  { opened: false },
);

journey(
  "what was just queued is undone, and what waits in the Outbox is withdrawn: the state hears of neither",
  (app) =>
    reporting(app, { many: 3, quantity: "0" }, async ({ state, license, tags }) => {
      await state.goDark();
      await findMade(app, 3);
      await selectAll(app, 3);
      await begin(app, /^Finish/);
      await queue(app, 3);
      await app.until("three rows that wait", async () => (await app.count(PENDING)) === 3);
      await app.click({ role: "button", name: /^Undo/, within: QUEUED });
      await app.read("3 reports undone. None of them was sent.");
      await app.gone({ css: PENDING });
      await app.screenshot("report-undone");

      await selectAll(app, 3);
      await begin(app, /^Finish/);
      await queue(app, 3);
      await outbox(app, "Waiting");
      await has(app, "Waiting", 3);
      // Why nothing leaves is said above the list once it is known, and the list makes room for it.
      await app.see({ role: "button", name: "Send now" });
      await app.click({ css: `${REPORTS} input[type='checkbox']`, nth: 0 });
      await app.read("1 selected");
      await app.click({ css: `${REPORTS} input[type='checkbox']`, nth: 1 });
      await app.click({ role: "button", name: "Withdraw 2" });
      await app.read("Withdraw 2 reports?");
      await app.click({ role: "button", name: "Withdraw them" });
      await has(app, "Waiting", 1);
      await has(app, "Done", 5);
      await app.read("Withdrawn");

      await state.comeBack();
      await outbox(app, "Waiting");
      await sendNow(app);
      await has(app, "Waiting", 0, 60_000);
      await has(app, "Done", 6, 60_000);
      const sent = await state.writes();
      expect(
        sent.map(({ path, status }) => `${path} ${status}`),
        "one request, for the one that stayed",
      ).toEqual([`${FINISH} 200`]);
      const found = await Promise.all(tags.map((tag) => state.packageAt(license, tag)));
      expect(found.filter((one) => one.FinishedDate).length, "one is finished").toBe(1);
    }),
  { opened: false },
);
