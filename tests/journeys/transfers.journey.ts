import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import { Simulator } from "./drivers/simulator";
import { findMade, selectAll } from "./report-steps";
import { bothLooks, rowsAreThere, search } from "./steps";
import {
  atTransfers,
  goods,
  held,
  newDraft,
  onTheRoad,
  onTheSite,
  openDraft,
  openedFiles,
  savedFile,
  scan,
  tagsOnLines,
  templateElsewhere,
  transfers,
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

/** Finds one transfer in the list that is shown, and opens it beside the list. */
async function openRow(app: Driver, words: string): Promise<void> {
  await search(app, words);
  const row = "[role='grid'] [row-index='0'] [role='gridcell']";
  await app.until(`the row of ${words}`, async () => (await app.texts(row)).some((text) => text.includes(words)));
  await app.click({ css: row, nth: 1 });
  await app.press("Enter");
  await app.see(".detail");
  await app.until("what is in it", async () => (await app.text(".detail")).includes(words));
}

journey(
  "what arrives is counted by scanner against the manifest: found, again, extra, missing",
  async (app) => {
    const tags = await goods(yard, 4);
    const manifest = await onTheRoad(yard, "Morning load", tags);
    await atTransfers(app, yard, yard.shop);
    await transfers(app, "Incoming");
    await rowsAreThere(app, 0);
    await openRow(app, manifest);
    await app.until("its packages", async () => (await app.count(".detail .detail-package")) === 4);
    await bothLooks(app, "transfers-incoming", "in the incoming transfers");
    await app.click({ role: "button", name: "Open manifest" });
    await app.until("the manifest to be opened", async () =>
      (await openedFiles(app)).some((path) => path.endsWith(".pdf")),
    );

    await app.click({ role: "button", name: "Receive with a check list" });
    await app.read(`Receiving manifest ${manifest}`);
    await app.until(
      "the scanner to be ready",
      async () => (await app.focused()).name === "Scan a tag, or paste several",
    );
    const last = async (words: RegExp) =>
      app.until(`the word ${words}`, async () => words.test(await app.text(".receive-last")));
    await scan(app, tags[0] ?? "");
    await last(/3 are still missing/);
    await scan(app, (tags[0] ?? "").toLowerCase());
    await last(/was scanned before/i);
    await scan(app, "1A4FF0000000000000000001");
    await last(/not on/i);
    await scan(app, tags[1] ?? "");
    // What people read aloud of a tag is enough; an ending that no package has stays, to be put right.
    await last(/2 are still missing/);
    const places = () =>
      app.evaluate(() =>
        [".receive-field", ".receive-counts", ".receive-lists"].map(
          (css) => document.querySelector(css)?.getBoundingClientRect().top,
        ),
      );
    const before = await places();
    await scan(app, "99ZZ99");
    await last(/99ZZ99/);
    expect(await places(), "what stands below the answer does not move").toEqual(before);
    await app.until("it to stay in the field", async () => (await held(app, ".receive-field")) === "99ZZ99");
    await scan(app, (tags[2] ?? "").slice(-6));
    await last(/1 is still missing/);
    expect(await places(), "nor at the next").toEqual(before);
    const counts = (await app.texts(".receive-count dd")).map(Number);
    expect(counts, "expected, found, missing, not on the manifest").toEqual([4, 3, 1, 1]);
    await bothLooks(app, "receiving", "on the check list");
    await app.click({ role: "button", name: `Undo ${tags[2]}` });
    await app.until("one undone", async () => (await app.texts(".receive-count dd"))[1] === "2");
    await app.click({ role: "button", name: "Save as CSV…" });
    await app.read(/Saved as \S+\.csv\./);
    const csv = (await savedFile(app, /\.csv$/)).toString("utf8");
    for (const tag of tags) expect(csv, `${tag} is in the list`).toContain(tag);
    expect(csv.match(/Missing/g)?.length, "two are missing").toBe(2);
    const [file] = await readdir(join(app.dataDir, "exports"));
    await app.click({ role: "button", name: "Show in folder" });
    await app.until("its folder to be shown", async () =>
      (await readFile(join(app.dataDir, "shown-files.txt"), "utf8").catch(() => "")).includes(file ?? "?"),
    );
    await app.click({ role: "button", name: "Dismiss", within: ".said-corner" });
    const question = { role: "dialog", name: "Close the list with 2 packages missing?" };
    await app.click({ role: "button", name: "Close the list" });
    await app.see(question);
    for (const tag of tags.slice(2)) expect(await app.text(question)).toContain(tag.slice(-6));
    await app.press("Escape");
    await app.gone(question);
    await app.see(".receive-field");
    await app.click({ role: "button", name: "Close the list" });
    await app.see(question);
    await app.until("the focus to be on closing", async () => /^Close with 2/.test((await app.focused()).name));
    await app.press("Enter");
    await app.read("The list was closed");
    const sum = await app.text(".receive-sum");
    for (const words of ["2 of 4 packages found", "2 missing:", "1 not on the manifest:", manifest])
      expect(sum, "what a closed list says").toContain(words);
    for (const tag of tags.slice(2)) expect(sum, "by its end").toContain(tag.slice(-6));
    await bothLooks(app, "receiving-closed", "on a closed check list");
    await app.click({ role: "button", name: "Open this license’s transfers on the state’s site" });
    const links = await app.until("the page to be opened", () =>
      readFile(join(app.dataDir, "opened-links.txt"), "utf8"),
    );
    expect(links).toBe(`https://ca.metrc.com/industry/${yard.shop.number}/transfers/licensed\n`);
    expect(await state.writes("/transfers"), "nothing was reported by it but what made the load").toHaveLength(1);
  },
  { opened: false },
);

journey(
  "the lists: drafts from selected packages, copied, printed and deleted; templates, outgoing and rejected with what is in them",
  async (app) => {
    const tags = await goods(yard, 5);
    for (const tag of tags.slice(0, 3)) await state.editPackage(yard.sender.number, tag, { note: "shelfcount" });
    const { Name } = await templateElsewhere(yard, "Weekly route", [tags[3] ?? ""]);
    const rejected = await onTheRoad(yard, "Sent back", [tags[4] ?? ""]);
    await onTheSite(state, { receive: { license: yard.shop.number, manifest: rejected, reject: [tags[4] ?? ""] } });
    await atTransfers(app, yard, yard.sender);

    // From the grid.
    await app.click({ role: "button", name: /^Packages/, within: ".rail" });
    await findMade(app, 3);
    await selectAll(app, 3);
    await app.click({ role: "button", name: "New transfer", within: ".selection" });
    await app.until("the three", async () => (await tagsOnLines(app)).length === 3);
    expect((await tagsOnLines(app)).sort()).toEqual(tags.slice(0, 3).sort());
    await app.click({ role: "button", name: /^Sheet/ });
    await app.click({ role: "menuitem", name: "Save the sheet as PDF…" });
    await app.read(/Saved as \S+\.pdf\./);
    expect((await savedFile(app, /\.pdf$/)).subarray(0, 5).toString()).toBe("%PDF-");
    await app.fill({ role: "textbox", name: "Name of this draft" }, "Friday");
    await app.click({ role: "button", name: "Drafts", within: ".draft-strip" });
    await app.see({ role: "button", name: "Friday" });
    await newDraft(app);
    await app.click({ role: "button", name: "Drafts", within: ".draft-strip" });
    await app.until("two drafts", async () => (await app.count(".drafts-row")) === 2);
    await bothLooks(app, "drafts", "in the list of drafts");
    await app.click({ role: "button", name: "Copy Friday" });
    await app.see(".stages-list");
    // A package stands in one draft: a copy says which it could not take.
    await app.click({ role: "button", name: "Drafts", within: ".draft-strip" });
    await app.until("three drafts", async () => (await app.count(".drafts-row")) === 3);
    await openDraft(app, "Friday");
    await app.click({ role: "button", name: "Drafts", within: ".draft-strip" });
    await app.click({ role: "button", name: "Delete Friday" });
    await app.read("It was never sent: the state does not know of it, and nothing changes there.");
    await app.click({ role: "button", name: "Delete the draft" });
    await app.until("two drafts again", async () => (await app.count(".drafts-row")) === 2);

    await app.click({ role: "tab", name: /^Templates/ });
    await openRow(app, Name);
    await app.until("its package", async () => (await app.count(".detail .detail-package")) === 1);
    await bothLooks(app, "transfers-templates", "in the templates");
    await app.click({ role: "tab", name: /^Outgoing/ });
    await openRow(app, rejected);
    await app.until("its package", async () => (await app.count(".detail .detail-package")) === 1);
    await bothLooks(app, "transfers-outgoing", "in the outgoing transfers");
    await app.click({ role: "tab", name: /^Rejected/ });
    await openRow(app, rejected);
    await app.until("its package", async () => (await app.count(".detail .detail-package")) === 1);
    await bothLooks(app, "transfers-rejected", "in the rejected transfers");
  },
  { opened: false },
);
