/** Workbooks as a person brings them. */

import { crc32 } from "node:zlib";

/** A sheet: its name, the tags in its first column below a heading, and whether a person sees it. */
export interface Sheet {
  name: string;
  tags: string[];
  hidden?: boolean;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OF = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The least workbook that holds these sheets. */
export function workbook(sheets: Sheet[]): Buffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OF}/${type}" Target="${target}"/>`;
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
  );
  const links = sheets.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`));
  const parts: [string, string][] = [
    [
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ],
    ["xl/workbook.xml", `<workbook xmlns="${MAIN}" xmlns:r="${OF}"><sheets>${listed.join("")}</sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", `<Relationships xmlns="${PACKAGE}">${links.join("")}</Relationships>`],
    ...sheets.map(({ tags }, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, rows(["Tag", ...tags])]),
  ];
  return archive(parts);
}

function rows(cells: string[]): string {
  const row = (text: string, at: number) =>
    `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t>${text}</t></is></c></row>`;
  return `<worksheet xmlns="${MAIN}"><sheetData>${cells.map(row).join("")}</sheetData></worksheet>`;
}

/** A ZIP archive whose files are stored as they are. */
function archive(files: [string, string][]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, text] of files) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(text)];
    // Version, flags, method, time and day; then the sum and the sizes, and the length of the name.
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x21, 8);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(bytes.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, title, bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), head, place, title]));
    locals.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(Buffer.concat(central).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, ...central, Buffer.from("PK\x05\x06"), end]);
}
