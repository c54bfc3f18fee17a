import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { accessible, journey } from "./drivers/journey";
import { Simulator } from "./drivers/simulator";
import { has, outbox, sendNow } from "./report-steps";
import { bothLooks, INDICATOR, staysPut } from "./steps";
import {
  atHandsPace,
  atTransfers,
  BEHIND,
  chooseByArrow,
  field,
  file,
  fromSpreadsheet,
  goods,
  HEAD,
  held,
  keysToPaint,
  LINES,
  lastTemplate,
  linesSince,
  newDraft,
  oneTemplate,
  onTheSite,
  openDraft,
  pictures,
  REFUSED,
  SAID,
  SCANNER,
  savedFile,
  scan,
  send,
  stage,
  tagsOnLines,
  tomorrow,
  transfers,
  typeInto,
  typeTime,
  watchLines,
  willChoose,
  yardOf,
} from "./transfer-steps";

const NAME = "Tomorrow, south";

/** Presses Tab until a field has the focus. */
async function tabTo(app: Driver, key: string): Promise<void> {
  const there = () => app.evaluate((css) => document.activeElement?.matches(css) === true, field(key));
  for (let press = 0; press < 12; press += 1) {
    if (await there()) return;
    await app.press("Tab");
  }
  throw new Error(`Tab never came to ${key}`);
}

/** Types the beginning of something used before and takes what is offered: by Enter, or by what leads to it. */
async function offered(
  app: Driver,
  key: string,
  beginning: string,
  whole: string,
  keys: string[] = ["Enter"],
): Promise<void> {
  await tabTo(app, key);
  await app.type(beginning);
  await app.see({ role: "option", name: new RegExp(whole) });
  await app.press(...keys);
  await app.until(
    `${whole} to be taken`,
    async () => whole.includes(await held(app, field(key))) && !(await app.count({ role: "option" })),
  );
}

journey(
  "the clerk's morning: drafted offline from a file and by scanner, killed, sent, registered, driven and received",
  async (app) => {
    const state = await Simulator.start({ packages: 600 });
    try {
      const yard = await yardOf(state);
      const tags = await goods(yard, 192);
      await atTransfers(app, yard, yard.sender);
      await app.read("No drafts yet");
      await state.goDark();
      await newDraft(app);
      await bothLooks(app, "draft-empty", "in an empty draft");

      // Thirteen things are told at their fields, and nothing stands elsewhere for it.
      const packagesAt = () => app.evaluate(() => document.querySelector(".addbar")?.getBoundingClientRect().top);
      const before = await packagesAt();
      await app.evaluate(() => document.querySelector<HTMLElement>(".draft-strip .button-main")?.click());
      await app.until(
        "what is wrong at the fields",
        async () => (await app.count(".draft-form .field-problem")) === 12,
      );
      expect(await packagesAt(), "the packages stay where they are").toBe(before);

      // The head, by keyboard. What was used before offers itself.
      await chooseByArrow(app, field("head:transfer_type"), "Wholesale Manifest");
      await app.read("Asks for wholesale prices.");
      await offered(app, "head:recipient", yard.shop.name.slice(0, 6), yard.shop.number);
      await app.until("the shop", async () => (await held(app, field("head:recipient"))) === yard.shop.number);
      await tabTo(app, "head:route");
      await app.type(HEAD.route);
      await typeTime(app, "departure", tomorrow(), "08:30");
      await typeTime(app, "arrival", tomorrow(), "10:15");
      await offered(app, "head:transporter", yard.sender.number.slice(0, 8), yard.sender.number);
      await offered(app, "head:driver_name", "Solomon", "Solomon Pike", ["ArrowDown", "Enter"]);
      await app.until("what comes with the driver", async () =>
        [await held(app, field("head:driver_license")), await held(app, field("head:driver_employee_id"))].every(
          Boolean,
        ),
      );
      await tabTo(app, "head:phone");
      await app.type(HEAD.phone);
      await typeInto(app, field("head:name"), NAME);

      // The file as a spreadsheet saved it, with three lines that are no tags of ours.
      const wrong = ["1.2E+23", tags[0] ?? "", "1A4FF0000000000000000001"];
      const path = await file(
        app,
        "tomorrow.csv",
        fromSpreadsheet([...tags.slice(0, 180).map((tag) => tag.toLowerCase()), ...wrong]),
      );
      await willChoose(app, [path]);
      await watchLines(app, 180);
      const begun = Date.now();
      await app.click({ role: "button", name: "Select Files" });
      await app.read("180 packages were added; 3 lines were not.");
      await linesSince(app, "180 tags of a chosen file", begun);
      const refused = await app.texts(`${REFUSED} tbody tr`);
      expect(refused.map((line) => line.split(" ")[1])).toEqual(["182", "183", "184"]);
      expect(refused[0], "what a spreadsheet made of it").toContain("1.2E+23");
      await app.click({ role: "button", name: "Copy", within: REFUSED });
      await app.until("the list to be on the clipboard", async () => /Copied/.test(await app.text(REFUSED)));
      await app.click({ role: "button", name: "Save…", within: REFUSED });
      await app.read(/Saved as \S+\.csv\./);
      const saved = (await savedFile(app, /\.csv$/)).toString("utf8");
      expect(saved.split("\r\n").slice(0, 2).join(), "the saved list says line and reason").toMatch(
        /Tag,Line or row,Reason,1\.2E\+23,182,/,
      );
      await bothLooks(app, "draft-refused", "with the list of what was not added");
      await app.click({ role: "button", name: "Dismiss", within: REFUSED });
      await app.gone(REFUSED);

      // Twelve more by scanner, one after another without waiting, and one that is wrong.
      await app.click(SCANNER);
      for (const tag of tags.slice(180)) await scan(app, tag);
      await app.read("192 of 200");
      await app.until("the last scan's word", async () => /^192: added, /.test(await app.text(SAID)));
      await scan(app, tags[20] ?? "");
      await app.until("the wrong tag to be told at once", async () => /^Refused: .*already/.test(await app.text(SAID)));
      await app.until(
        "the scanner to be ready for the next",
        async () => (await held(app, SCANNER)) === "" && (await app.focused()).name === "Scan a tag",
      );
      expect(await tagsOnLines(app), "all, in order").toEqual(tags);

      // A price on the first line goes down the column.
      const first = await app.evaluate(
        () => document.querySelector<HTMLElement>("[data-field^='line:'][data-field$=':price']")?.dataset.field ?? "",
      );
      await typeInto(app, field(first), "12.50");
      await app.press("Control+d");
      await app.until("a price on every line", () =>
        app.evaluate(() =>
          [...document.querySelectorAll<HTMLInputElement>("[data-field$=':price']")].every(
            ({ value }) => value === "12.50",
          ),
        ),
      );
      await app.read("Saved");

      // In the middle of typing the power goes.
      const note = "gate code 4417, ask for Ines";
      await app.evaluate(() => document.querySelector<HTMLElement>("[data-field='head:note']")?.focus());
      await atHandsPace(app, note.slice(0, 23));
      await app.gone({ css: ".saving-trouble" });
      // A write that is under way says so after 200 ms: until then the word of the one before it stands.
      await app.evaluate(() => new Promise((rest) => setTimeout(rest, 400)));
      await app.until("nothing to wait for the disk", async () => /Saved/.test(await app.text(".saving")));
      await app.type(note.slice(23, 24));
      const seen = await held(app, field("head:note"));
      await app.kill();
      await app.open({ api: state.address, keychain: true });
      await app.resize(1500, 900);
      await transfers(app);
      await openDraft(app, NAME);
      await app.until("all lines", async () => (await tagsOnLines(app)).length === 192);
      expect(await tagsOnLines(app), "every line is still there").toEqual(tags);
      const kept = await held(app, field("head:note"));
      expect(note.startsWith(kept) && kept.length >= seen.length - 1, `“${seen}” was typed, “${kept}” is kept`).toBe(
        true,
      );

      // What is missing leads to its field.
      const finding = { role: "button", name: /plate/, within: ".draft-side" };
      await app.see(finding);
      await bothLooks(app, "draft-check", "in a draft with things to be mended");
      // What was complete says so in one line each, and is opened by a press.
      expect(await app.count(".draft-group-head[aria-expanded='false']"), "where and when").toBe(2);
      await app.click({ role: "button", name: /^Where/ });
      await staysPut(app, ".finding", "Checking again…", async () => {
        await app.evaluate(() => document.querySelector<HTMLElement>("[data-field='head:note']")?.focus());
        await app.press("Control+a");
        await atHandsPace(app, note);
      });
      await app.click(finding);
      await app.until("the field to have the focus", () =>
        app.evaluate((css) => document.activeElement?.matches(css) === true, field("head:vehicle_plate")),
      );
      await app.type(HEAD.vehicle_plate);
      await typeInto(app, field("head:vehicle_make"), HEAD.vehicle_make);
      await typeInto(app, field("head:vehicle_model"), HEAD.vehicle_model);
      await app.read(/Ready to send: 192 packages to/);
      await send(app);
      await stage(app, /waits in the outbox/);
      await pictures(app, "draft-queued");
      await outbox(app, "Waiting");
      await has(app, "Waiting", 1);
      await app.until("offline to be said calmly", async () => /^Offline, 1 waiting/.test(await app.text(INDICATOR)));
      expect(await state.comeBack().then(() => state.writes())).toEqual([]);
      await sendNow(app);
      await has(app, "Done", 1, 60_000);

      // The state's side.
      await app.click({ role: "button", name: /^Transfers/, within: ".rail" });
      await stage(app, /Template in the state/);
      await app.read("Register it on the state’s site");
      const main = () => app.text(".draft .button-main");
      await app.until("the one main button to lead to the state's site", async () => /state’s site/.test(await main()));
      expect(await app.count("#draft-check"), "nothing is checked for sending any more").toBe(0);
      await pictures(app, "draft-template");
      await oneTemplate(state);
      const { Id, Name } = await lastTemplate(yard);
      expect(Name, "our mark").toMatch(/^Tomorrow, south \[TS-/);
      const license = yard.sender.number;
      const { manifest } = await onTheSite(state, { registerTemplate: { license, template: Id } });
      await stage(app, /Registered/);
      await app.read(manifest);
      await onTheSite(state, { depart: { license, manifest } });
      await stage(app, /In transit/i);
      await onTheSite(state, { receive: { license: yard.shop.number, manifest, reject: [] } });
      await stage(app, /Received/);
      // That they went is no fault of the lines.
      await app.gone(".line-stop");
      await app.until("every stage to say when", async () => (await app.count(BEHIND)) === 6);
      await pictures(app, "draft-received");
      await oneTemplate(state);
    } finally {
      await state.stop();
    }
  },
  { opened: false, withinMs: 240_000 },
);

journey(
  "two hundred tags dropped on a draft are there at once, and typing among them does not wait",
  async (app) => {
    const state = await Simulator.start({ packages: 600 });
    try {
      const yard = await yardOf(state);
      const tags = await goods(yard, 201);
      await atTransfers(app, yard, yard.sender);
      await newDraft(app);
      await typeInto(app, field("head:recipient"), yard.shop.number);
      await app.press("Escape");
      await keysToPaint(app, "in the head of an empty draft", field("head:note"), "pack my boxes");
      const path = await file(app, "load.txt", Buffer.from(`${tags.join("\r\n")}\r\n`));
      await app.holdFiles([path]);
      await app.read("Drop 1 file of tags to add the packages to this transfer");
      await app.screenshot("draft-drop");
      await watchLines(app, 200);
      const begun = Date.now();
      await app.dropFiles();
      await app.read("200 packages were added; 1 line was not.");
      await linesSince(app, "200 tags dropped", begun);
      expect(await app.text(REFUSED), "past the most that a transfer carries").toMatch(/201 .*200/);
      await app.until("the lines", async () => (await app.count(LINES)) > 0);
      await accessible(app, "in a draft of 200 lines");
      await keysToPaint(app, "in the head of a draft of 200 lines", field("head:note"), "five dozen jugs");
      const middle =
        (await app.evaluate(
          () => document.querySelectorAll<HTMLElement>(".lines input[data-field$=':tag']")[99]?.dataset.field,
        )) ?? "";
      await keysToPaint(app, "in line 100 of 200", field(middle), tags[200] ?? "");
      await app.read("200 of 200");
      await app.screenshot("draft-200");
    } finally {
      await state.stop();
    }
  },
  { opened: false },
);
