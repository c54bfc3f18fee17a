import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import type { Simulator } from "./drivers/simulator";
import {
  begin,
  findMade,
  has,
  notifications,
  openStory,
  outbox,
  queue,
  reason,
  reporting,
  STORY,
  selectAll,
} from "./report-steps";
import { bothLooks, INDICATOR, readAgain } from "./steps";

const FINISH = "/packages/v2/finish";
const NOTE = "/packages/v2/note";
const ADJUST = "/packages/v2/adjust";

/** From its first reading on, the state does not tell of these packages until faults are cleared. */
async function readableOnce(state: Simulator, tags: string[]): Promise<void> {
  for (const tag of tags) {
    await state.addFault({ method: "GET", route: `/packages/v2/${tag}`, skip: 1, fault: "errorBefore" });
  }
}

async function written(app: Driver, state: Simulator, path: string, times = 1): Promise<void> {
  await app.until(`${times} requests to ${path}`, async () => (await state.writes(path)).length === times, 60_000);
}

journey(
  "the state records a report and the line is cut before it answers: it is checked, and not sent again",
  (app) =>
    reporting(app, { many: 1, quantity: "0" }, async ({ state, license, tags }) => {
      const tag = tags[0] ?? "";
      await state.addFault({ method: "PUT", route: FINISH, count: 1, fault: "cutAfterApplying" });
      await readableOnce(state, tags);
      await findMade(app, 1);
      await selectAll(app, 1);
      await begin(app, /^Finish/);
      await queue(app, 1);
      await outbox(app, "Checking");
      await has(app, "Checking", 1, 60_000);
      await openStory(app, tag);
      await app.read("We do not know yet whether the state recorded this.");
      await app.read("We are checking; please do not enter it again.");
      await bothLooks(app, "outbox-checking", "in the Outbox with a report that is checked");

      await state.clearFaults();
      expect((await state.packageAt(license, tag)).FinishedDate, "the state did record it").toBeTruthy();
      await has(app, "Done", 1, 90_000);
      await app.read("The state recorded this, and we read it back.");
      const sent = await state.writes();
      expect(
        sent.map(({ path, status }) => `${path} ${status}`),
        "one write, cut",
      ).toEqual([`${FINISH} 0`]);
    }),
  { opened: false },
);

journey(
  "the state refuses a report: its words are shown, the report is edited and sent again",
  (app) =>
    reporting(app, { many: 1, quantity: "10" }, async ({ state, license, tags }) => {
      const tag = tags[0] ?? "";
      await findMade(app, 1);
      // After the sync, so that nothing on this computer tells it.
      await state.editPackage(license, tag, { quantity: "4" });
      await selectAll(app, 1);
      await begin(app, /^Adjust/);
      await app.fill({ role: "textbox", name: "Change by" }, "-6");
      await reason(app);
      await app.fill({ role: "textbox", name: /^Note/ }, "dropped in the back room");
      await bothLooks(app, "report-adjust", "in the form of an adjustment");
      await app.click({ role: "button", name: "Review" });
      await queue(app, 1);
      await outbox(app, "Needs you");
      await has(app, "Needs you", 1, 60_000);
      await openStory(app, tag);
      await app.click({ role: "button", name: "Send −6 as it was meant", within: STORY });
      await has(app, "Refused", 1, 60_000);
      await app.see({ role: "button", name: "1 refused", within: ".bottom" });
      await openStory(app, tag);
      await app.read("The state refused this.");
      await app.read("The state recorded nothing. Your entry is kept here.");
      await bothLooks(app, "outbox-refused", "in the Outbox with a refused report");
      expect((await state.packageAt(license, tag)).Quantity, "nothing was taken").toBe(4);

      await readAgain(app, state);
      await app.click({ role: "button", name: /^Edit and resend/ });
      await app.see({ role: "dialog" });
      await app.read("Now 4 ");
      await app.fill({ role: "textbox", name: "Change by" }, "-3");
      // That it takes the place of another report is more than the form said: then there is a second page.
      await app.click({ role: "button", name: /^Queue 1 report/ });
      await app.read("This takes the place of the report that you are editing.");
      await app.see({ role: "button", name: "Back" });
      await queue(app, 1);
      await outbox(app, "Done");
      await app.until(
        "the edited report to be recorded",
        async () => (await state.packageAt(license, tag)).Quantity === 1,
      );
      await has(app, "Refused", 0, 60_000);
      await app.until("both in Done", async () => {
        await app.click({ role: "tab", name: /^Done/ });
        return /We read it back|we read it back/.test(await app.words());
      });
      const sent = await state.writes(ADJUST);
      expect(
        sent.map(({ status }) => status),
        "one refused, one recorded",
      ).toEqual([400, 200]);
      expect((await notifications(app)).length, "a question rings, a refusal does not").toBe(1);
    }),
  { opened: false },
);

journey(
  "what cannot be known is decided by the person: one was recorded, the other is sent again",
  (app) =>
    reporting(app, { many: 2, quantity: "10" }, async ({ state, license, tags }) => {
      const [seen = "", again = ""] = tags;
      await state.addFault({ method: "PUT", route: NOTE, count: 1, fault: "cutBeforeReading" });
      await readableOnce(state, tags);
      await findMade(app, 2);
      await selectAll(app, 2);
      await begin(app, /^Note/);
      await app.fill({ role: "textbox", name: "Note" }, "for the front shelf");
      await app.click({ role: "button", name: "Review" });
      await queue(app, 2);
      await written(app, state, NOTE);
      // Somebody else is at work on the same packages, so that neither reading proves anything.
      for (const tag of tags) await state.editPackage(license, tag, { note: "moved by another user" });
      await state.clearFaults();

      await outbox(app, "Needs you");
      await has(app, "Needs you", 2, 120_000);
      await app.until("the system to be asked to notify", async () => (await notifications(app)).length > 0);
      expect((await notifications(app)).join(), "no key and no tag in it").not.toMatch(/1A4|Basic/);
      await app.until("the indicator to say so", async () => /^Needs you \(2\)/.test(await app.text(INDICATOR)));
      await openStory(app, seen);
      await app.read("The facts side by side");
      await app.read("moved by another user");
      await bothLooks(app, "outbox-needs-you", "in the Outbox with a report that needs the person");
      await app.click({ role: "button", name: "It was recorded", within: STORY });
      await has(app, "Needs you", 1);

      await openStory(app, again);
      await app.click({ role: "button", name: /^Send again/, within: STORY });
      await app.read("Send it again?");
      await bothLooks(app, "outbox-send-again", "where sending again is asked once more");
      await app.click({ role: "button", name: "Send again", within: "[role='dialog']" });
      await has(app, "Needs you", 0);
      await has(app, "Done", 2, 60_000);
      await app.read("Settled by you");
      expect((await state.packageAt(license, again)).Note, "sent again and recorded").toBe("for the front shelf");
      expect((await state.packageAt(license, seen)).Note, "not sent again").toBe("moved by another user");
      expect((await state.writes(NOTE)).map(({ status }) => status)).toEqual([0, 200]);
    }),
  { opened: false },
);
