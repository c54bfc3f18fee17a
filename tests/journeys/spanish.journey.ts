import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import { findMade, openStory, QUEUED, reporting, STORY } from "./report-steps";
import { bothLooks, CARD } from "./steps";
import { SAID, SCANNER, scan } from "./transfer-steps";

const WORDS = join(import.meta.dirname, "../../words");

/** The sentences of a catalogue that stand in one line and want to know nothing, by their name. */
function sentences(language: string): Map<string, string> {
  const files = readdirSync(join(WORDS, language)).map((file) => readFileSync(join(WORDS, language, file), "utf8"));
  const lines = files.flatMap((text) => [...text.matchAll(/^([a-z][\w-]*) = ([^{}\n]+)$/gm)]);
  return new Map(lines.map(([, id = "", words = ""]) => [id, words.trim()]));
}

/** English sentences that no Spanish one has within itself. */
function english(): string[] {
  const [theirs, ours] = [sentences("en-US"), [...sentences("es-US").values()].join("\n")];
  return [...theirs.values()].filter((words) => / /.test(words) && words.length >= 8 && !ours.includes(words));
}

/** What a person reads on the page, and what a screen reader says of it. */
async function everyWord(app: Driver): Promise<string> {
  return app.evaluate(() => {
    const named = [...document.querySelectorAll("[aria-label], [title], [placeholder]")];
    const names = named.flatMap((one) => ["aria-label", "title", "placeholder"].map((name) => one.getAttribute(name)));
    return [document.body.innerText, ...names.filter(Boolean)].join("\n");
  });
}

/** Holds the page to Spanish: none of the English catalogue's sentences stands on it. */
async function inSpanish(app: Driver, where: string): Promise<void> {
  const shown = await everyWord(app);
  const left = english().filter((words) => shown.includes(words));
  expect(left, `English ${where}`).toEqual([]);
  expect(await app.evaluate(() => document.documentElement.lang)).toBe("es-US");
}

journey(
  "a person who reads Spanish: chosen from the menu, reported, looked at in the Outbox, drafted, and back to English",
  (app) =>
    reporting(app, { many: 2, quantity: "0" }, async ({ tags }) => {
      expect(english().length, "the catalogues were found").toBeGreaterThan(500);

      await app.click({ role: "button", name: "Support" });
      await app.click({ role: "menuitemradio", name: "Español" });
      await app.see({ role: "button", name: /^Paquetes/, within: ".rail" });
      await findMade(app, 2);
      await app.read(/Al día: \d{1,2}:\d\d [ap]\.\sm\./);
      await inSpanish(app, "on the packages");
      await bothLooks(app, "spanish-packages", "on the packages in Spanish");

      const row = "[role='grid'] [row-index='0'] [role='gridcell']";
      await app.hover(`${row} [data-card-tag]`);
      await app.see(CARD);
      await app.until("who packaged it", async () => /Empacado por\s+\S+/i.test(await app.text(CARD)));
      await inSpanish(app, "on a package’s card");
      await app.screenshot("spanish-card");
      await app.moveAway();
      await app.gone(CARD);

      await app.click({ css: `${row}[col-id='location']` });
      await app.until("the row to be selected", async () => /^1 seleccionado/.test(await app.text(".selection")));
      await app.press("Control+a");
      await app.until("both to be selected", async () => / 2 .*seleccionad/.test(await app.text(".selection")));
      await app.click({ role: "button", name: /^Finalizar/, within: ".selection" });
      const queue = { role: "button", name: /^Poner en cola 2 informes/ };
      await app.see(queue);
      await inSpanish(app, "in the review");
      await bothLooks(app, "spanish-review", "in the review in Spanish");
      await app.click(queue);
      await app.gone({ role: "dialog" });
      await app.see(QUEUED);
      await inSpanish(app, "with what was queued");

      await app.click({ role: "button", name: /^Bandeja de salida/, within: ".rail" });
      await app.until("both to be recorded", async () => {
        await app.click({ role: "tab", name: /^Hecho/ });
        return /2$/.test(await app.text({ role: "tab", name: /^Hecho/ }));
      });
      await openStory(app, tags[0] ?? "");
      await app.until("how it ended", async () => (await app.text(STORY)).includes("Registrado"));
      await inSpanish(app, "in a report’s story");
      await bothLooks(app, "spanish-story", "in a report’s story in Spanish");

      await app.click({ role: "button", name: /^Transferencias/, within: ".rail" });
      await app.click({ role: "button", name: /^Nueva transferencia/ });
      await app.see(SCANNER);
      await app.click(SCANNER);
      await scan(app, "1A4FF0300005");
      await app.until("what the scan did", async () => (await app.text(SAID)) !== "");
      await inSpanish(app, "in a draft");
      await bothLooks(app, "spanish-draft", "in a draft in Spanish");

      // A word is found without its accents.
      await app.press("Escape");
      await app.press("Control+k");
      await app.see({ role: "dialog", name: "Comandos" });
      await app.type("ingles");
      await app.screenshot("spanish-commands");
      await app.press("Enter");
      await app.see({ role: "button", name: /^Transfers/, within: ".rail" });
      expect(await app.evaluate(() => document.documentElement.lang)).toBe("en-US");
    }),
  { opened: false },
);
