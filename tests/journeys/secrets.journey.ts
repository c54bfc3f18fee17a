import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { journey } from "./drivers/journey";
import { Simulator } from "./drivers/simulator";
import { connect, enterKeys, rowsAreThere, upToDate } from "./steps";

const WRONG = "marker-of-a-wrong-software-key-7f31";

journey(
  "no file holds a key",
  async (app) => {
    const state = await Simulator.start({ packages: 600 });
    try {
      const keys = await state.keys();
      await app.open({ api: state.address });
      // Also what was refused, and what was said when the connection failed.
      await enterKeys(app, WRONG, keys.retailerOnly);
      await app.read("The state does not accept these keys.");
      await app.click({ role: "button", name: "Back" });
      await connect(app, { ...keys, userKey: keys.retailerOnly });
      await rowsAreThere(app);
      await upToDate(app);
      await state.goDark();
      await app.press("F5");
      await app.until("offline to be said", async () => /^Offline/.test(await app.text(".indicator")), 60_000);
      expect(await app.words(), "nor does the page").not.toContain(keys.retailerOnly);
      await app.close();

      const pairs = [`${keys.softwareKey}:${keys.retailerOnly}`, `${WRONG}:${keys.retailerOnly}`];
      const secret = [
        ...[keys.softwareKey, keys.retailerOnly, WRONG],
        // Wherever the pair begins in a longer text, one of three spellings of its inside stands there.
        ...pairs.flatMap((pair) => [0, 1, 2].map((shift) => inside(pair, shift))),
      ];
      const files = await app.until("the folder to be at rest", async () => {
        const all = await readdir(app.dataDir, { recursive: true, withFileTypes: true });
        return all.filter((each) => each.isFile());
      });
      const names = files.map((file) => file.name);
      expect(names, "the copy of the state's records is among them").toContain("mirror.db");
      expect(names, "and the person's own work").toContain("ledger.db");
      if (app.engine === "webkit")
        expect(
          names.some((name) => name.endsWith(".log")),
          "and the logs",
        ).toBe(true);
      for (const file of files) {
        // What the web view tidies away as it ends holds nothing any more.
        const bytes = await readFile(join(file.parentPath, file.name)).catch((error) => {
          if (error.code === "ENOENT") return Buffer.alloc(0);
          throw error;
        });
        for (const word of secret) {
          for (const form of [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le")]) {
            expect(bytes.includes(form), `${file.name} holds a key`).toBe(false);
          }
        }
      }
    } finally {
      await state.stop();
    }
    await app.open();
  },
  { opened: false },
);

/** The base64 of what does not depend on the bytes around it, for a text that begins `shift` bytes into a group. */
function inside(text: string, shift: number): string {
  const whole = Buffer.from(text).subarray((3 - shift) % 3);
  return whole.subarray(0, whole.length - (whole.length % 3)).toString("base64");
}
