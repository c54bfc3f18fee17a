import { expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import { bothLooks, CARD, connect, headings, loaded, practice, rows, search, switchTo } from "./steps";

/** Each kind of evidence: what the card says, in its own words. */
const KINDS = {
  "never received here": {
    basis: "Never received here",
    sentence: "This licence never received it on a manifest, so it was packaged here.",
  },
  "item origin": {
    basis: "By item origin",
    sentence: "The item comes from this licence; the state does not name the packager.",
  },
  "seen at your licence": {
    basis: "Seen at your licence",
    sentence: "The same tag is in this licence's books and was never received there.",
  },
  "not stated": { basis: "Not stated", sentence: "packager not stated." },
};

const PACKAGER = `${CARD} .card-packager`;
const LICENCE = /[A-Z]+\d*-\d{7}(-LIC)?|CCL\d\d-\d{7}/;

async function cardOf(app: Driver, row: number): Promise<string> {
  await app.hover({ css: `[role='grid'] [row-index='${row}'] [role='gridcell'][col-id='tag'] [data-card-tag]` });
  await app.see(PACKAGER);
  return app.text(PACKAGER);
}

async function nextCard(app: Driver): Promise<void> {
  await app.moveAway();
  await app.gone(CARD);
}

journey(
  "who packaged it, for each kind of evidence",
  (app) =>
    practice(app, { packages: 600 }, async ({ keys, licences: all }) => {
      await app.resize(1600, 900);
      await connect(app, keys);
      await loaded(app);

      // Each licence holds packages that came to it in its own way; a kind of evidence is looked for in all of them.
      const licences = all.slice(0, 6);
      const seen = new Set<string>();
      for (const licence of licences) {
        if (seen.size >= 3) break;
        if (licence !== all[0]) await switchTo(app, licence);
        for (const { index, cells } of (await rows(app)).slice(0, 12)) {
          if (!cells.tag) continue;
          const words = await cardOf(app, index);
          const kind = Object.entries(KINDS).find(
            ([, { basis, sentence }]) => words.includes(basis) && words.includes(sentence),
          );
          expect(kind, `a known kind of evidence in: ${words}`).toBeDefined();
          const [name] = kind ?? [""];
          if (name !== "not stated") expect(words, "the licence is named").toMatch(LICENCE);
          if (!seen.has(name)) await app.screenshot(`card-${name.replaceAll(" ", "-")}`);
          seen.add(name);
          await nextCard(app);
        }
        console.log(`${licence.name}: ${[...seen].join(", ")}`);
      }
      // A tag in two licences' books at once is rare: what is said of it is the card's own test, and none need be met here.
      for (const kind of ["item origin", "never received here", "not stated"]) expect(seen).toContain(kind);
    }),
  { opened: false },
);

journey(
  "a card by focus, its source packages, and one that is in none of the licences",
  (app) =>
    practice(app, { packages: 600 }, async ({ keys }) => {
      await connect(app, { ...keys, userKey: keys.retailerOnly });
      await loaded(app);
      const first = (await rows(app))[0]?.index ?? 0;
      const cell = `[role='grid'] [row-index='${first}'] [role='gridcell'][col-id='tag']`;
      const tag = await app.attribute(`${cell} [data-card-tag]`, "data-card-tag");
      await app.click({ css: `[role='grid'] [row-index='${first + 1}'] [role='gridcell'][col-id='tag']` });
      await app.press("ArrowUp");
      await app.until("the card of the focused tag", async () => (await app.text(CARD)).includes(tag ?? "no tag"));
      await app.press("Enter");
      await app.until("the focus to be in the card", () =>
        app.evaluate(() => document.activeElement?.closest("[data-card]") !== null),
      );
      await bothLooks(app, "card-focused", "with a card that has the focus");
      await app.press("Escape");
      await app.gone(CARD);
      await app.until("the columns", async () => (await headings(app)).includes("Source Packages"));

      // From source to source, until one that no licence of this person holds.
      await search(app, "");
      const end = await app.until(
        "a source package that is in none of the licences",
        async () => {
          for (const { index } of (await rows(app)).slice(0, 20)) {
            await app.click({ css: `[role='grid'] [row-index='${index}'] [role='gridcell'][col-id='tag']` });
            await app.press("Enter");
            await app.see(PACKAGER);
            for (let depth = 0; depth < 6; depth += 1) {
              const sources = await app.count(`${CARD} .card-sources button`);
              if (sources === 0) break;
              const source = await app.text({ css: `${CARD} .card-sources button` });
              await app.click({ css: `${CARD} .card-sources button` });
              await app.until("the source's card", async () => (await app.text(`${CARD} .card-tag`)).includes(source));
              await app.until(
                "what is known of it",
                async () => (await app.count(`${CARD} .card-body, ${CARD} .card-missing .icon`)) > 0,
              );
              if ((await app.count(`${CARD} .card-missing`)) > 0) return app.text(`${CARD} .card-missing`);
            }
            while ((await app.count(CARD)) > 0) await app.press("Escape");
          }
          return null;
        },
        120_000,
      );
      expect(end).toMatch(/licences/);
      await app.screenshot("card-missing");
    }),
  { opened: false },
);
