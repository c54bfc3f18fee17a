import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import { columnMenu, connect, headings, howMany, loaded, onlyColumns, type PaintedRow, practice, rows } from "./steps";

/** A column in sight and the text that stands at its head. */
const COLUMNS = { tag: "Tag", item: "Item", location: "Location", quantity: "Quantity", lab_testing: "Lab Testing" };
/** What stands behind a quantity in its cell has a column of its own in a file. */
const UNIT = "Unit";

journey(
  "what is shown is what is saved, as CSV and as a workbook",
  (app) =>
    practice(app, { packages: 1_500 }, async ({ keys }) => {
      await app.resize(1500, 900);
      await connect(app, { ...keys, userKey: keys.retailerOnly });
      await loaded(app);
      await onlyColumns(app, Object.values(COLUMNS));
      // Another order than the usual one: Quantity before Item.
      await app.click({ role: "button", name: "Columns" });
      await app.evaluate(() => document.querySelector<HTMLElement>("[data-column='quantity'] input")?.focus());
      await app.until("Quantity to stand before Item", async () => {
        await app.press("Alt+ArrowUp");
        const now = await headings(app);
        return now.indexOf("Quantity") < now.indexOf("Item");
      });
      await app.press("Escape");
      const all = await app.until("how many there are", () => howMany(app));
      await columnMenu(app, "Item", "Filter…");
      await app.fill({ role: "textbox", within: ".grid-filter" }, "3.5g");
      await app.press("Enter");
      await columnMenu(app, "Item", "Sort Z to A");
      const shown = await app.until("rows that the filter lets through, in order", async () => {
        const found = await rows(app);
        const items = found.map(({ cells }) => cells.item ?? "");
        const fit = items.every((item, at) => item.includes("3.5g") && (at === 0 || (items[at - 1] ?? "") >= item));
        return found.length > 10 && fit ? found : null;
      });
      const heads = await headings(app);
      const many = await app.until("how many the filter lets through", async () => {
        const now = await howMany(app);
        return now !== null && now < all ? now : null;
      });
      expect(many).toBeGreaterThan(10);

      await app.click({ role: "button", name: "Export" });
      await app.read(`Export all ${many.toLocaleString("en-US")} rows`);
      await app.click({ role: "menuitem", name: "CSV file" });
      await app.read(/Saved packages-active-\S+-20\d\d-\d\d-\d\d\.csv, [\d,]+ rows?\./);
      await app.screenshot("exported");
      for (const [press, list] of [
        ["Open", "opened-files.txt"],
        ["Show in folder", "shown-files.txt"],
      ] as const) {
        await app.click({ role: "button", name: press });
        await app.until(`${press}: the saved file`, async () =>
          /packages-active-.*\.csv\n$/.test(await readFile(join(app.dataDir, list), "utf8").catch(() => "")),
        );
      }
      await app.click({ role: "button", name: "Dismiss" });
      const csv = await saved(app, ".csv");
      expect(csv.subarray(0, 3), "Excel reads it as UTF-8").toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      same(fromCsv(csv.toString("utf8").slice(1)), heads, many, shown);

      await app.click({ role: "button", name: "Export" });
      await app.click({ role: "menuitem", name: "Excel workbook (XLSX)" });
      await app.read(/Saved \S+\.xlsx, [\d,]+ rows?\./);
      same(fromWorkbook(await saved(app, ".xlsx")), heads, many, shown);
      await app.click({ role: "button", name: "Dismiss" });

      // Selected rows alone, where that is what is wanted.
      for (const index of [0, 2]) {
        await app.click({ css: `[role='grid'] [row-index='${index}'] [role='gridcell'][col-id='check']` });
      }
      await app.read("2 selected");
      await app.click({ role: "button", name: "Export" });
      await app.read("Export 2 selected rows");
      await app.screenshot("export-menu");
      await app.click({ role: "menuitem", name: "CSV file" });
      await app.read(/Saved \S+\.csv, 2 rows\./);
    }),
  { opened: false },
);

/** The table that was saved is the one on the screen: columns, order, number of rows and every cell in sight. */
function same(table: string[][], heads: string[], many: number, shown: PaintedRow[]): void {
  const [head, ...lines] = table;
  const written = heads.flatMap((title) => (title === "Quantity" ? [title, UNIT] : [title]));
  expect(head, "the columns shown, in their order, and the unit").toEqual(written);
  expect(lines.length, "every row that the filter lets through").toBe(many);
  const ids = Object.fromEntries(Object.entries(COLUMNS).map(([id, title]) => [title, id]));
  for (const { index, cells } of shown) {
    const line = heads.map((title) => cells[ids[title] ?? ""] ?? "");
    // The screen groups thousands and says the unit with the number; a spreadsheet wants the number itself.
    const [amount = "", unit] = (cells.quantity ?? "").split(" ");
    const seen = heads.flatMap((title, at) => (title === "Quantity" ? [amount.replaceAll(",", ""), unit] : [line[at]]));
    expect(lines[index], `row ${index + 1}`).toEqual(seen);
  }
}

async function saved(app: Driver, ending: string): Promise<Buffer> {
  const folder = join(app.dataDir, "exports");
  const file = (await readdir(folder)).find((name) => name.endsWith(ending));
  if (!file) throw new Error(`no ${ending} in the folder of exports`);
  return readFile(join(folder, file));
}

function fromCsv(text: string): string[][] {
  const lines: string[][] = [];
  for (const line of text.split("\r\n").filter(Boolean)) {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
    lines.push(cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ""));
  }
  return lines;
}

/** The first sheet of a workbook, by what the format says of itself: a ZIP of XML. */
function fromWorkbook(file: Buffer): string[][] {
  const parts = unzip(file);
  const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
  const words = (xml: string) => [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text ?? "").join("");
  const strings = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml]) =>
    plain(words(xml ?? "")),
  );
  return [...sheet.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...(row ?? "").matchAll(/<c([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, marks = "", inside = ""]) => {
      const value = /<v>([^<]*)<\/v>/.exec(inside)?.[1] ?? "";
      if (/t="s"/.test(marks)) return strings[Number(value)] ?? "";
      return /t="inlineStr"/.test(marks) ? plain(words(inside)) : plain(value);
    }),
  );
}

function plain(xml: string): string {
  return xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

/** The files of a ZIP, by its directory at the end. */
function unzip(file: Buffer): Map<string, string> {
  const found = new Map<string, string>();
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength, extra, comment] = [20, 28, 30, 32].map((place) =>
      place === 20 ? file.readUInt32LE(at + place) : file.readUInt16LE(at + place),
    ) as [number, number, number, number];
    const name = file.toString("utf8", at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const bytes = file.subarray(begin, begin + packed);
    found.set(name, (file.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString("utf8"));
    at += 46 + nameLength + extra + comment;
  }
  return found;
}
