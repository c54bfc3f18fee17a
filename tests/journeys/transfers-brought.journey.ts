import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { journey } from "./drivers/journey";
import { Simulator } from "./drivers/simulator";
import { bothLooks } from "./steps";
import {
  atTransfers,
  file,
  goods,
  newDraft,
  REFUSED,
  tagsOnLines,
  willChoose,
  type Yard,
  yardOf,
} from "./transfer-steps";
import { workbook } from "./workbook";

let state: Simulator;
let yard: Yard;

beforeAll(async () => {
  state = await Simulator.start({ packages: 600 });
  yard = await yardOf(state);
});
afterAll(() => state.stop());

/** The question which sheet or column is meant. */
const QUESTION = ".question";

/** A row as the state's grid gives it to the clipboard: its own tag first, its source's third. */
function gridRow(own: string, source: string): string {
  const rest = ["Vault A", "", "Poppy Pre-Roll 1g", "Pre-Roll Flower", "TestPassed", "24", "ea", "11/20/2026"];
  return [own, "", source, ...rest].join("\t");
}

journey(
  "rows of the state's grid bring their own packages alone, a workbook with two lists asks which one, and a drop without a file says so",
  async (app) => {
    const [one = "", two = "", three = "", four = "", five = "", six = ""] = await goods(yard, 6);
    await atTransfers(app, yard, yard.sender);
    await newDraft(app);
    await app.click({ role: "button", name: "Paste tags…" });
    await app.paste({ role: "textbox", name: "Tags" }, [gridRow(one, five), gridRow(two, six)].join("\n"));
    await app.click({ role: "button", name: "Add these packages" });
    await app.read("2 packages were added.");
    expect(await tagsOnLines(app), "the sources are active and free, and stay").toEqual([one, two]);
    expect(await app.text(REFUSED)).toContain("its source packages were not");

    const week = workbook([
      { name: "Last week", tags: [five, six], hidden: true },
      { name: "Mon", tags: [three] },
      { name: "Tue", tags: [four, five] },
    ]);
    await willChoose(app, [await file(app, "week.xlsx", week)]);
    await app.click({ role: "button", name: "Select Files" });
    await app.see(QUESTION);
    await bothLooks(app, "draft-question", "with the question which sheet is meant");
    expect(await tagsOnLines(app), "nothing before it is answered").toEqual([one, two]);
    // By the keyboard: the question has the focus, its second choice is two steps away.
    await app.press("Tab");
    await app.press("Tab");
    await app.press("Enter");
    await app.read("The sheet “Tue” was read, as you chose. 1 hidden sheet was not read.");
    await app.gone(QUESTION);
    expect(await tagsOnLines(app)).toEqual([one, two, four, five]);

    // What a mail program holds looks like a file until it is let go of.
    await app.holdFiles([await file(app, "attached.csv", Buffer.from(six))]);
    await app.read(/Drop 1 file of tags/);
    await writeFile(join(app.dataDir, "drop-files.txt"), "");
    await app.dropFiles();
    await app.read(/gave no file\./);
    await app.read(/Use Select Files, or save the attachment first\./);
    expect(await tagsOnLines(app)).toEqual([one, two, four, five]);
  },
  { opened: false },
);
