import { expect } from "vitest";
import { journey } from "./drivers/journey";
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
import { bothLooks } from "./steps";

const ADJUST = "/packages/v2/adjust";

journey(
  "the shelf is counted while another till sells: both figures are shown, and the count is made true",
  (app) =>
    reporting(app, { many: 1, quantity: "12" }, async ({ state, license, tags }) => {
      const tag = tags[0] ?? "";
      await findMade(app, 1);
      // After the sync, so that nothing on this computer tells it.
      await state.editPackage(license, tag, { quantity: "9" });
      await selectAll(app, 1);
      await begin(app, /^Adjust/);
      await app.click({ role: "radio", name: "Set to" });
      await app.fill({ role: "textbox", name: "New quantity" }, "10");
      await reason(app);
      await app.fill({ role: "textbox", name: /^Note/ }, "counted on the shelf");
      await app.click({ role: "button", name: "Review" });
      await app.read("you are asked before anything is sent");
      await queue(app, 1);

      await outbox(app, "Needs you");
      await has(app, "Needs you", 1, 60_000);
      await app.until("the system to be asked to notify", async () => (await notifications(app)).length > 0);
      await openStory(app, tag);
      await app.until("both figures in one sentence", async () =>
        /You counted 10 at .+, when the copy said 12\. The state now holds 9\./.test(await app.text(STORY)),
      );
      await bothLooks(app, "outbox-moved", "in the Outbox with a count that the state has moved away from");
      expect(await state.writes(ADJUST), "nothing was sent").toEqual([]);

      await app.click({ role: "button", name: "Make it 10 now", within: STORY });
      await has(app, "Needs you", 0);
      await app.until("the count to be true", async () => (await state.packageAt(license, tag)).Quantity === 10);
      await has(app, "Done", 2, 60_000);
      expect(
        (await state.writes(ADJUST)).map(({ status }) => status),
        "one request, by one piece",
      ).toEqual([200]);
    }),
  { opened: false },
);
