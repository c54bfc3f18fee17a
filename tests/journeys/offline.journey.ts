import { afterAll, beforeAll, expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import { type Keys, Simulator } from "./drivers/simulator";
import {
  bothLooks,
  CARD,
  column,
  connect,
  firstTag,
  howMany,
  INDICATOR,
  load,
  rowsAreThere,
  rowsInAll,
  search,
  upToDate,
} from "./steps";

let state: Simulator;
let keys: Keys;
let packages: number;

beforeAll(async () => {
  state = await Simulator.start({ packages: 600 });
  keys = await state.keys();
  packages = (await state.licenses())[0]?.packages[0] ?? 0;
});
afterAll(() => state.stop());

const TAG = "[role='grid'] [row-index='0'] [role='gridcell'] [data-card-tag]";

/** Grid, search and card, from what is on this computer. */
async function everythingWorks(app: Driver): Promise<void> {
  await rowsAreThere(app);
  await rowsInAll(app, packages);
  const tag = await firstTag(app);
  await search(app, tag.slice(-6));
  await app.until("the search to leave its rows only", async () => ((await howMany(app)) ?? packages) < packages);
  await app.until("what was searched for", async () => (await column(app, "tag")).join(" ").includes(tag));
  await app.hover(TAG);
  await app.see(CARD);
  await app.until("the card to say who packaged it", async () => /Packaged By\s+\S+/.test(await app.text(CARD)));
  await app.moveAway();
  await app.gone(CARD);
  await search(app, "");
  await rowsInAll(app, packages);
}

journey(
  "started with the state gone: what was loaded works, and it comes back by itself or when asked",
  async (app) => {
    await app.open({ api: state.address, keychain: true });
    await connect(app, { ...keys, userKey: keys.retailerOnly });
    await upToDate(app);
    await rowsInAll(app, packages);
    await app.close();

    await state.goDark();
    await app.open({ api: state.address, keychain: true });
    await everythingWorks(app);
    await app.until("the indicator to say that it is offline, and from when the data is", async () =>
      /^Offline, data from \w/.test(await app.text(INDICATOR)),
    );
    expect(await app.attribute(INDICATOR, "class"), "offline is normal, not red").toContain("indicator-calm");
    expect((await app.texts(".data-age")).join(""), "no age that speaks against it").toBe("");
    await bothLooks(app, "offline", "offline");
    await app.click({ css: INDICATOR });
    await app.see({ role: "button", name: "Sync now" });
    await app.screenshot("offline-panel");
    await app.press("Escape");

    await state.comeBack();
    await app.press("F5");
    await upToDate(app);
    await everythingWorks(app);
  },
  { opened: false },
);

journey(
  "the connection goes and comes while the app is open",
  async (app) => {
    // A journey before this one may have failed while the state was gone.
    await state.comeBack();
    await app.open({ api: state.address });
    await connect(app, { ...keys, userKey: keys.retailerOnly });
    await upToDate(app);
    await state.goDark();
    await app.press("F5");
    await app.until("offline to be said", async () => /^Offline, data from/.test(await app.text(INDICATOR)), 60_000);
    await everythingWorks(app);
    await state.comeBack();
    await app.click({ css: INDICATOR });
    await app.click({ role: "button", name: "Sync now" });
    await upToDate(app);
  },
  { opened: false },
);

journey(
  "without a keychain: the keys are asked for again, and what was loaded stays usable",
  async (app) => {
    // A journey before this one may have failed while the state was gone.
    await state.comeBack();
    await app.open({ api: state.address });
    await app.click({ role: "button", name: "Connect my license" });
    await app.read("Your keys will be kept in memory only and last until Trackside closes.");
    await app.click({ role: "button", name: "Back" });
    await connect(app, { ...keys, userKey: keys.retailerOnly });
    await upToDate(app);
    await app.close();

    await app.open({ api: state.address });
    await app.until("the keys to be asked for", async () => /^Needs you/.test(await app.text(INDICATOR)));
    await everythingWorks(app);
    await app.click({ css: INDICATOR });
    await app.read("It is not kept up to date until the keys are entered.");
    await app.screenshot("keys-again");
    await app.click({ role: "button", name: "Enter the keys again" });
    await app.read("What was loaded with these keys is still here.");
    await app.fill({ css: "input[name='software_key']" }, keys.softwareKey);
    await app.fill({ css: "input[name='user_key']" }, keys.retailerOnly);
    await app.click({ role: "button", name: "Check the keys" });
    await load(app);
    await upToDate(app);
    await rowsInAll(app, packages);
  },
  { opened: false },
);
