import { afterAll, beforeAll, expect } from "vitest";
import { journey } from "./drivers/journey";
import { Simulator } from "./drivers/simulator";
import { bothLooks } from "./steps";
import {
  atTransfers,
  changedElsewhere,
  field,
  fillHead,
  goods,
  HEAD,
  held,
  lastTemplate,
  newDraft,
  news,
  openDraft,
  pasteTags,
  send,
  stage,
  tagsOnLines,
  type Yard,
  yardOf,
} from "./transfer-steps";

let state: Simulator;
let yard: Yard;

beforeAll(async () => {
  state = await Simulator.start({ packages: 600 });
  yard = await yardOf(state);
});
afterAll(() => state.stop());

/** What was written to the state's templates since the log was emptied. */
async function written(): Promise<string[]> {
  const sent = await state.writes("/transfers/v2/templates/outgoing");
  return sent.map(({ method, status }) => `${method} ${status}`);
}

journey(
  "the state refuses a template: the draft is mended and sent again, then changed by another user, twice",
  async (app) => {
    const tags = await goods(yard, 3);
    await atTransfers(app, yard, yard.sender);
    await state.clearRequests();
    await newDraft(app);
    await fillHead(app, yard, "North run");
    await pasteTags(app, tags);
    await app.read(/Ready to send: 3 packages to/);
    // Complete, it is opened with its packages in sight.
    await app.click({ role: "button", name: "Drafts", within: ".draft-strip" });
    await openDraft(app, "North run");
    expect(await app.count(".draft-group-head[aria-expanded='false']"), "a line for each group").toBe(3);
    expect(await app.evaluate(() => document.querySelector(".draft-top")?.clientHeight ?? 0)).toBeLessThan(200);
    await app.read(/Ready to send: 3 packages to/);
    await bothLooks(app, "draft-complete", "in a complete draft");
    // After the last look, somebody puts one on hold.
    await state.editPackage(yard.sender.number, tags[1] ?? "", { onHold: true });
    await send(app);
    await stage(app, /was refused by the state/);
    await bothLooks(app, "draft-refused-by-state", "in a draft that the state refused");
    await news(app, "the line to say why", async () => /hold/i.test((await app.texts(".line-problem")).join()));
    await app.click({ role: "button", name: "Remove line 2" });
    await app.until("two lines", async () => (await tagsOnLines(app)).length === 2);
    await send(app, "Send again");
    await stage(app, /Template in the state/);
    expect(await written(), "one refused, one recorded").toEqual(["POST 400", "POST 200"]);

    // Another user takes a package out and drives another way.
    const template = await lastTemplate(yard);
    await changedElsewhere(yard, template, [tags[2] ?? ""], "Hwy 1 N, exit Reservation Rd");
    const changed = "The template was changed on the state’s site since you sent it.";
    await news(app, "the change to be told", async () => (await app.words()).includes(changed));
    await app.click({ role: "button", name: "Compare…" });
    await app.see({ role: "dialog", name: "The template was changed on the state’s site" });
    await app.until("both versions", async () => {
      const words = await app.text("[role='dialog']");
      return words.includes(HEAD.route) && words.includes("Reservation Rd") && words.includes("Only here");
    });
    await bothLooks(app, "draft-compare", "where both versions stand side by side");
    await app.click({ role: "button", name: "Take the state’s version" });
    await app.gone({ role: "dialog" });
    await app.until("the state's route", async () => (await held(app, field("head:route"))).startsWith("Hwy 1 N"));
    await app.until("the state's packages", async () => (await tagsOnLines(app)).join() === tags[2]);
    await app.until("the change to be settled", async () => !(await app.words()).includes(changed));
    expect(await written(), "taking theirs sends nothing").toEqual(["POST 400", "POST 200", "PUT 200"]);

    // Once more; this time mine counts.
    await changedElsewhere(yard, template, [tags[2] ?? ""], "Cannery Row");
    await news(app, "the second change to be told", async () => (await app.words()).includes(changed));
    await app.click({ role: "button", name: "Compare…" });
    await app.until("both routes", async () => {
      const words = await app.text("[role='dialog']");
      return words.includes("Cannery Row") && words.includes("Reservation Rd");
    });
    await app.click({ role: "button", name: "Keep mine and send it again" });
    await app.gone({ role: "dialog" });
    await app.until("ours to be sent", async () => (await written()).length === 5, 60_000);
    await stage(app, /Template in the state/);
    await news(app, "the change to be settled", async () => !(await app.words()).includes(changed));
    await app.until("our route", async () => (await held(app, field("head:route"))).startsWith("Hwy 1 N"));
    expect(await written(), "one PUT of ours").toEqual(["POST 400", "POST 200", "PUT 200", "PUT 200", "PUT 200"]);
    expect((await lastTemplate(yard)).Id, "still the same template").toBe(template.Id);
  },
  { opened: false },
);
