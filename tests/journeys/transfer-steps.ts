/** What journeys with transfers do alike. */

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import type { Keys, License, Simulator } from "./drivers/simulator";
import { atRest, connect, INDICATOR, upToDate } from "./steps";

/** The lines of the draft that is open. */
export const LINES = ".lines tbody .line";
/** Where the scanner reads into. */
export const SCANNER = "[data-field='scanner']";
/** What the last scan did. */
export const SAID = ".scan-said";
/** What was added and what was not. */
export const REFUSED = ".refusals";
/** Where the open draft is on its way. */
export const STAGE = ".draft-strip .chip";
/** The stages of the open draft that lie behind it. */
export const BEHIND = ".stages-list .way-done";

/** From where a journey sends, and to whom. */
export interface Yard {
  state: Simulator;
  keys: Keys;
  /** The distributor that sends. */
  sender: License;
  /** The shop to which it sends. */
  shop: License;
}

/** The state's keys and the two licenses between which things are moved. */
export async function yardOf(state: Simulator): Promise<Yard> {
  const [keys, licenses] = [await state.keys(), await state.licenses()];
  const [sender, shop] = [licenses[3], licenses[0]];
  if (!sender || !shop) throw new Error("the state has neither a distributor nor a shop");
  return { state, keys, sender, shop };
}

/** Packages of the sender that a shop may take, in the order in which they were made. */
export async function goods({ state, sender }: Yard, many: number): Promise<string[]> {
  const tags = await state.createPackages(sender.number, many);
  for (const tag of tags) await state.editPackage(sender.number, tag, { labState: "TestPassed", quantity: "12.5" });
  return tags;
}

/** Opens the app with one of the two licenses loaded, and its Transfers. */
export async function atTransfers(app: Driver, { state, keys }: Yard, whose: License): Promise<void> {
  await app.open({ api: state.address, keychain: true });
  await app.resize(1500, 900);
  await connect(app, keys, [whose.number]);
  await upToDate(app);
  await transfers(app);
}

/** Goes to a tab of Transfers. */
export async function transfers(app: Driver, tab = "Drafts"): Promise<void> {
  await app.click({ role: "button", name: /^Transfers/, within: ".rail" });
  await app.click({ role: "tab", name: new RegExp(`^${tab}`) });
}

/** Makes an empty draft, which opens. */
export async function newDraft(app: Driver): Promise<void> {
  await app.click({ role: "button", name: "New transfer" });
  await app.see(SCANNER);
}

/** Opens a draft from the list by its name. */
export async function openDraft(app: Driver, name: string): Promise<void> {
  await app.click({ role: "button", name });
  await app.see(".stages-list");
}

/** The field that holds this of a draft, as `head:route`. */
export function field(key: string): string {
  return `[data-field='${key}']`;
}

/** What a field holds. */
export function held(app: Driver, css: string): Promise<string> {
  return app.evaluate((place) => document.querySelector<HTMLInputElement>(place)?.value ?? "", css);
}

/** Gives a field the focus and types into it in place of what it holds. */
export async function typeInto(app: Driver, css: string, text: string): Promise<void> {
  await app.until(`${css} to have the focus`, () =>
    app.evaluate((place) => {
      const found = document.querySelector<HTMLElement>(place);
      found?.focus();
      return found !== null && document.activeElement === found;
    }, css),
  );
  await app.press("Control+a");
  await app.type(text);
  await app.until(`${css} to hold ${text}`, async () => (await held(app, css)) === text);
}

/** Chooses in a list, by the keyboard: one further down at a time. */
export async function chooseByArrow(app: Driver, css: string, value: string): Promise<void> {
  await app.until(`${value} to be offered`, () =>
    app.evaluate(
      (place, wanted) => {
        const list = document.querySelector<HTMLSelectElement>(place);
        list?.focus();
        return [...(list?.options ?? [])].some((each) => each.value === wanted) && document.activeElement === list;
      },
      css,
      value,
    ),
  );
  let now = await held(app, css);
  while (now !== value) {
    const before = now;
    await app.press("ArrowDown");
    await app.until(`the one after “${before}”`, async () => (await held(app, css)) !== before);
    now = await held(app, css);
  }
}

/** Types a civil time into the two fields of `departure` or `arrival`, part after part as the engines draw them. */
export async function typeTime(app: Driver, name: "departure" | "arrival", day: string, clock: string): Promise<void> {
  const focus = (css: string) => app.evaluate((place) => document.querySelector<HTMLElement>(place)?.focus(), css);
  const date = field(`head:${name}`);
  const [year, month, dayOfMonth] = day.split("-");
  // One engine goes on to the next part by itself, the other when told to.
  const [dash, colon, blank] = app.engine === "webkit" ? ["-", ":", " "] : ["", "", ""];
  await focus(date);
  await app.type([month, dayOfMonth, year].join(dash));
  await app.until(`the day ${day}`, async () => (await held(app, date)) === day);
  const time = `.when:has(> ${date}) + .when input`;
  const [hour, minute] = clock.split(":").map(Number) as [number, number];
  const twoDigits = (part: number) => String(part).padStart(2, "0");
  await focus(time);
  await app.type(`${twoDigits(hour % 12 || 12)}${colon}${twoDigits(minute)}${blank}${hour < 12 ? "a" : "p"}`);
  await app.until(`the time ${clock}`, async () => (await held(app, time)) === clock);
}

/** Tomorrow in California. */
export function tomorrow(): string {
  const day = new Date(Date.now() + 24 * 3_600_000);
  return new Intl.DateTimeFormat("en-CA", { timeZone: "America/Los_Angeles" }).format(day);
}

/** The head of a load, all but its destination and transporter. */
export const HEAD = {
  route: "Harbor Blvd to I-880 N, exit 41",
  driver_name: "Robin Reyes",
  driver_license: "D1234567",
  driver_employee_id: "EMP-77",
  vehicle_plate: "8ABC123",
  vehicle_make: "Ford",
  vehicle_model: "Transit",
  phone: "707-555-0100",
};

/** Fills the head of the open draft, so that it can be sent: tomorrow, by the sender itself. */
export async function fillHead(app: Driver, { sender, shop }: Yard, name: string): Promise<void> {
  await chooseByArrow(app, field("head:transfer_type"), "Transfer");
  const texts = { ...HEAD, recipient: shop.number, transporter: sender.number, name };
  for (const [key, text] of Object.entries(texts)) await typeInto(app, field(`head:${key}`), text);
  await typeTime(app, "departure", tomorrow(), "08:30");
  await typeTime(app, "arrival", tomorrow(), "10:15");
}

/** Pastes tags by the box. */
export async function pasteTags(app: Driver, tags: string[]): Promise<void> {
  const before = await app.count(LINES);
  await app.click({ role: "button", name: "Paste tags…" });
  await app.fill({ role: "textbox", name: "Tags" }, tags.join(" "));
  await app.click({ role: "button", name: "Add these packages" });
  await app.until(`${tags.length} lines more`, async () => (await app.count(LINES)) === before + tags.length);
}

/** Reads a tag as the scanner does: fast keys and Enter. */
export async function scan(app: Driver, tag: string): Promise<void> {
  await app.type(tag);
  await app.press("Enter");
}

/** Presses Send, reads what will be sent and confirms it. */
export async function send(app: Driver, words: "Send" | "Send again" = "Send"): Promise<void> {
  const button = { role: "button", name: words, within: ".draft-strip" };
  await app.until("the draft to be ready", async () => (await app.attribute(button, "aria-disabled")) === "false");
  await app.click(button);
  const asked = words === "Send" ? "Send this transfer?" : "Send this transfer again?";
  await app.see({ role: "dialog", name: asked });
  await app.click({ role: "button", name: words, within: "[role='dialog']" });
  await app.gone({ role: "dialog" });
}

/** The screen in light and in dark, where axe-core has looked at the same parts before. */
export async function pictures(app: Driver, name: string): Promise<void> {
  for (const [look, suffix] of [
    ["light", ""],
    ["dark", "-dark"],
  ] as const) {
    await app.evaluate((theme) => {
      document.documentElement.dataset.theme = theme;
    }, look);
    await atRest(app);
    await app.screenshot(`${name}${suffix}`);
  }
  await app.evaluate(() => {
    delete document.documentElement.dataset.theme;
  });
}

/** Waits until the open draft has this stage, looking for news whenever nothing is being read. */
export async function stage(app: Driver, words: RegExp, withinMs = 90_000): Promise<void> {
  await news(app, `the stage ${words}`, async () => words.test(await app.text(STAGE)), withinMs);
}

/** Asks the state for news until the page shows something. */
export async function news(app: Driver, what: string, look: () => Promise<boolean>, withinMs = 90_000): Promise<void> {
  let asked = 0;
  await app.until(
    what,
    async () => {
      if (await look()) return true;
      // What was just asked for needs a moment; asking again while it is read asks for nothing more.
      if (Date.now() - asked > 2_500 && /^(Up to date|Offline|Needs you)/.test(await app.text(INDICATOR))) {
        asked = Date.now();
        await app.press("F5");
      }
      return false;
    },
    withinMs,
  );
}

/** What people do on the state's own site. */
export type Deed =
  | { registerTemplate: { license: string; template: number } }
  | { depart: { license: string; manifest: string } }
  | { receive: { license: string; manifest: string; reject: string[] } }
  | { takeBack: { license: string; manifest: string } }
  | { voidManifest: { license: string; manifest: string } };

/** Does it, and gives what the state makes of it. */
export async function onTheSite(state: Simulator, deed: Deed): Promise<{ transfer: number; manifest: string }> {
  const answer = await fetch(`${state.address}/simulator/deeds`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(deed),
  });
  if (!answer.ok) throw new Error(`the state refuses ${JSON.stringify(deed)}: ${await answer.text()}`);
  return (await answer.json()) as { transfer: number; manifest: string };
}

/** Another program of another user, with keys of its own right. */
async function elsewhere<T>(yard: Yard, method: string, path: string, body?: unknown): Promise<T> {
  const { state, keys, sender } = yard;
  const pair = Buffer.from(`${keys.softwareKey}:${keys.userKey}`).toString("base64");
  const answer = await fetch(`${state.address}${path}?licenseNumber=${sender.number}`, {
    method,
    headers: { Authorization: `Basic ${pair}`, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the state refuses ${method} ${path}: ${answer.status} ${text}`);
  return (text ? JSON.parse(text) : null) as T;
}

const TEMPLATES = "/transfers/v2/templates/outgoing";

/** A template as the state lists it. */
export interface StateTemplate {
  Id: number;
  Name: string;
}

/** The sender's templates of the last day, the newest last. */
export async function templates(yard: Yard): Promise<StateTemplate[]> {
  const { Data } = await elsewhere<{ Data: StateTemplate[] }>(yard, "GET", TEMPLATES);
  return Data.sort((a, b) => a.Id - b.Id);
}

/** The template that was made last. */
export async function lastTemplate(yard: Yard): Promise<StateTemplate> {
  const last = (await templates(yard)).at(-1);
  if (!last) throw new Error("the state has no template of this license");
  return last;
}

/** A template as another program writes it. */
function written({ sender, shop }: Yard, name: string, tags: string[], route: string) {
  const times = {
    EstimatedDepartureDateTime: `${tomorrow()}T08:30:00.000`,
    EstimatedArrivalDateTime: `${tomorrow()}T10:15:00.000`,
  };
  const transporter = {
    TransporterFacilityLicenseNumber: sender.number,
    DriverOccupationalLicenseNumber: HEAD.driver_employee_id,
    DriverName: HEAD.driver_name,
    DriverLicenseNumber: HEAD.driver_license,
    PhoneNumberForQuestions: HEAD.phone,
    VehicleMake: HEAD.vehicle_make,
    VehicleModel: HEAD.vehicle_model,
    VehicleLicensePlateNumber: HEAD.vehicle_plate,
    IsLayover: false,
    ...times,
  };
  const destination = {
    RecipientLicenseNumber: shop.number,
    TransferTypeName: "Transfer",
    PlannedRoute: route,
    ...times,
    Transporters: [transporter],
    Packages: tags.map((PackageLabel) => ({ PackageLabel })),
  };
  return { Name: name, Destinations: [destination] };
}

/** Another user makes a template. */
export async function templateElsewhere(yard: Yard, name: string, tags: string[]): Promise<StateTemplate> {
  await elsewhere(yard, "POST", TEMPLATES, [written(yard, name, tags, HEAD.route)]);
  return lastTemplate(yard);
}

/** Another user changes the route and the packages of a template. */
export async function changedElsewhere(yard: Yard, of: StateTemplate, tags: string[], route: string): Promise<void> {
  await elsewhere(yard, "PUT", TEMPLATES, [{ TransferTemplateId: of.Id, ...written(yard, of.Name, tags, route) }]);
}

/** A load of another user's that has left; gives its manifest. */
export async function onTheRoad(yard: Yard, name: string, tags: string[]): Promise<string> {
  const { Id } = await templateElsewhere(yard, name, tags);
  const license = yard.sender.number;
  const { manifest } = await onTheSite(yard.state, { registerTemplate: { license, template: Id } });
  await onTheSite(yard.state, { depart: { license, manifest } });
  return manifest;
}

/** Lays a file beside the data folder, as one that the person has. */
export async function file(app: Driver, name: string, bytes: Buffer): Promise<string> {
  const folder = join(app.dataDir, "..", "desktop");
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** What the person will choose in the system's dialog. */
export async function willChoose(app: Driver, paths: string[]): Promise<void> {
  await writeFile(join(app.dataDir, "open-files.txt"), paths.map((path) => `${path}\n`).join(""));
}

/** A column of tags as a spreadsheet saves it: UTF-16, a header, CRLF. */
export function fromSpreadsheet(lines: string[]): Buffer {
  return Buffer.from(`\ufeff${["Package Tag", ...lines].join("\r\n")}\r\n`, "utf16le");
}

/** The file that was saved with such a name. */
export async function savedFile(app: Driver, name: RegExp): Promise<Buffer> {
  const folder = join(app.dataDir, "exports");
  const found = (await readdir(folder)).find((each) => name.test(each));
  if (!found) throw new Error(`no ${name} in the folder of exports`);
  return readFile(join(folder, found));
}

/** The files that the system was asked to open. */
export async function openedFiles(app: Driver): Promise<string[]> {
  const text = await readFile(join(app.dataDir, "opened-files.txt"), "utf8").catch(() => "");
  return text.split("\n").filter(Boolean);
}

interface Watched {
  painted?: number;
  checked?: number;
}

/** From now on the page writes down when so many filled lines stand on the screen, and when the check knows them. */
export async function watchLines(app: Driver, many: number): Promise<void> {
  await app.evaluate((wanted) => {
    const page = window as unknown as { linesWatched: Watched };
    const watched: Watched = {};
    page.linesWatched = watched;
    const look = () => {
      const filled = document.querySelectorAll(".lines tbody .line [data-card-tag]:is(td)").length;
      const totals = [...document.querySelectorAll(".check-totals th")].map((each) =>
        Number.parseInt(each.textContent ?? "", 10),
      );
      // What is there at the beginning of a frame was painted with the one before.
      if (filled === wanted) watched.painted ??= Date.now();
      if (totals.reduce((sum, each) => sum + each, 0) === wanted) watched.checked ??= Date.now();
      if (watched.checked === undefined) requestAnimationFrame(look);
    };
    look();
  }, many);
}

/** What `watchLines` found, in milliseconds since `begun`, for the record; no judgement hangs on it. */
export async function linesSince(app: Driver, what: string, begun: number): Promise<void> {
  const { painted, checked } = await app.until("the lines to be checked", async () => {
    const watched = await app.evaluate(() => (window as unknown as { linesWatched: Watched }).linesWatched);
    return watched.checked ? watched : null;
  });
  console.log(
    `${app.engine}: ${what}: filled lines after ${(painted ?? 0) - begun} ms, the check's word after ${(checked ?? 0) - begun} ms`,
  );
}

/** Types as a fast hand does, ten keys a second: what is said of the last key is said of people. */
export async function atHandsPace(app: Driver, text: string): Promise<void> {
  let turn = Date.now();
  for (const key of text) {
    await app.until("the next key's turn", async () => Date.now() >= turn);
    await app.type(key);
    turn = Date.now() + 100;
  }
}

/** Types and writes down how long each key took until its frame was painted, for the record. */
export async function keysToPaint(app: Driver, what: string, css: string, text: string): Promise<void> {
  await app.evaluate(() => {
    const page = window as unknown as { keysWatched: number[] | undefined };
    const heard = page.keysWatched !== undefined;
    page.keysWatched = [];
    if (heard) return;
    addEventListener(
      "keydown",
      (event) => {
        // The first frame draws what the key did; the message comes once that frame is out.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => page.keysWatched?.push(performance.now() - event.timeStamp);
          port2.postMessage(null);
        });
      },
      true,
    );
  });
  await app.evaluate((place) => document.querySelector<HTMLInputElement>(place)?.select(), css);
  await app.evaluate((place) => document.querySelector<HTMLElement>(place)?.focus(), css);
  await atHandsPace(app, text);
  const took = await app.until("every key to be painted", async () => {
    const all = await app.evaluate(() => (window as unknown as { keysWatched: number[] }).keysWatched);
    return all.length >= text.length ? all : null;
  });
  const sorted = [...took].sort((a, b) => a - b);
  expect(await held(app, css)).toBe(text);
  const [middle, worst] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
  console.log(
    `${app.engine}: ${what}: a key is painted after ${middle.toFixed(0)} ms, the slowest after ${worst.toFixed(0)} ms`,
  );
}

/** The tags on the lines of the open draft, in order. */
export async function tagsOnLines(app: Driver): Promise<string[]> {
  return app.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>(".lines tbody .line input[data-field$=':tag']")].map(
      (one) => one.value,
    ),
  );
}

/** What the state holds of the sender's packages is written once, whatever was cut. */
export async function oneTemplate(state: Simulator): Promise<void> {
  const posted = (await state.writes(TEMPLATES)).filter(({ method }) => method === "POST");
  expect(
    posted.map(({ status }) => status),
    "one template was made, once",
  ).toEqual([200]);
}
