import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Driver } from "./drivers/driver";
import { journey } from "./drivers/journey";
import { type Keys, Simulator } from "./drivers/simulator";
import { bothLooks, connect, enterKeys, howMany, INDICATOR, load, rowsAreThere, rowsInAll, upToDate } from "./steps";

let state: Simulator;
let keys: Keys;

beforeAll(async () => {
  state = await Simulator.start({ packages: 600 });
  keys = await state.keys();
});
afterEach(() => state.clearFaults());
afterAll(() => state.stop());

/** Opens the app on the state of this file; its address is not known before that runs. */
function on(walk: (app: Driver) => Promise<void>): (app: Driver) => Promise<void> {
  return async (app) => {
    await app.open({ api: state.address });
    await walk(app);
  };
}

function typed(app: Driver, name: string): Promise<string> {
  return app.evaluate((field) => document.querySelector<HTMLInputElement>(`input[name='${field}']`)?.value ?? "", name);
}

journey(
  "a wrong key: what to look at is said and what was typed stays",
  on(async (app) => {
    await app.click({ role: "button", name: "Connect my license" });
    await app.click({ role: "button", name: "Check the keys" });
    await app.read("Enter the software key.");
    await app.read("Enter the user key.");
    await app.until(
      "the first key that is missing to have the focus",
      async () => (await app.focused()).name === "Software key",
    );

    const wrong = `${keys.softwareKey}-of-another-provider`;
    await app.fill({ css: "input[name='software_key']" }, wrong);
    await app.fill({ css: "input[name='user_key']" }, keys.userKey);
    await app.click({ role: "button", name: "Check the keys" });
    await app.read("The state does not accept these keys.");
    await app.read("the software key comes from whoever gave you Trackside, the user key from your user profile");
    expect(await typed(app, "software_key"), "the software key is still there").toBe(wrong);
    expect(await typed(app, "user_key"), "the user key is still there").toBe(keys.userKey);
    await bothLooks(app, "wrong-key", "where a key is wrong");

    // Only the wrong one is typed again.
    await app.fill({ css: "input[name='software_key']" }, keys.softwareKey);
    await app.click({ role: "button", name: "Check the keys" });
    await app.read("They open 6 licenses.");
    await bothLooks(app, "choose-licenses", "where licenses are chosen");
  }),
  { opened: false },
);

journey(
  "a key to which no license belongs",
  on(async (app) => {
    await enterKeys(app, keys.softwareKey, keys.withoutLicenses);
    await app.read("The keys are good, but no license belongs to them.");
    await app.read("have the license’s account manager add this user to the license");
    expect(await typed(app, "user_key"), "the key is still there").toBe(keys.withoutLicenses);
  }),
  { opened: false },
);

journey(
  "a key that may not read packages: the grid says why it is empty",
  on(async (app) => {
    const [retailer] = await state.licenses();
    await connect(app, { ...keys, userKey: keys.withoutPackages }, [retailer?.number ?? ""]);
    await app.read("These keys may not read this");
    await app.read("Then make a new user key");
    await bothLooks(app, "no-permission", "where packages may not be read");
  }),
  { opened: false },
);

journey(
  "a license without packages says what will be here",
  on(async (app) => {
    await connect(app, { ...keys, userKey: keys.emptyLicense });
    await app.read("No active packages");
    await app.read("Packages appear here once the state lists them");
    await upToDate(app);
    await bothLooks(app, "no-packages", "at a license without packages");
  }),
  { opened: false },
);

journey(
  "no connection at the first start, then it comes",
  on(async (app) => {
    await state.goDark();
    await enterKeys(app, keys.softwareKey, keys.retailerOnly);
    await app.read("The state cannot be reached");
    await app.read("Check the network.");
    expect(await typed(app, "user_key"), "the key is still there").toBe(keys.retailerOnly);
    await app.screenshot("no-connection");
    await state.comeBack();
    await app.click({ role: "button", name: "Check the keys" });

    // The keys are good, and the connection breaks before a single package was read.
    await app.read("The keys are good.");
    await state.addFault({ route: "/packages", fault: "refuseConnection" });
    await app.click({ role: "button", name: "Load 1 license" });
    await app.read("No connection yet", 60_000);
    await app.read("Your keys are kept.");
    await app.until("the indicator to be calm about it", async () =>
      (await app.text(INDICATOR)).includes("Offline, nothing loaded yet"),
    );
    await bothLooks(app, "nothing-loaded", "with nothing loaded and no connection");
    await state.clearFaults();
    await app.click({ role: "button", name: "Try now" });
    await rowsAreThere(app);
    await upToDate(app);
  }),
  { opened: false },
);

journey(
  "choosing licenses, the first load with its progress, stopped and gone on with",
  on(async (app) => {
    const licenses = await state.licenses();
    const [retailer, , , distributor] = licenses;
    if (!retailer || !distributor) throw new Error("the practice state has a retailer and a distributor");
    // What is active comes at once, so that the grid has rows; what is inactive comes byte by byte, so that the load
    // goes on until somebody stops it, however long the steps before that take here.
    await state.addFault({ route: "/packages/v2/inactive", fault: { slowBytes: { bytes: 1, millis: 1_000 } } });
    await enterKeys(app, keys.softwareKey, keys.userKey);
    await app.read("They open 6 licenses.");
    await app.click({ role: "button", name: "None" });
    await app.read("Choose at least one license.");
    await app.click({ role: "button", name: "All" });
    await load(app, [retailer.number, distributor.number]);

    await app.read(/Updating( \d+%)?/);
    await rowsAreThere(app, 5);
    await app.click({ css: INDICATOR });
    await app.see({ role: "progressbar", name: "All licenses" });
    await app.read("First load");
    await app.screenshot("first-load");
    // By key: the panel grows and shrinks with what is being read, and its button with it.
    await app.until("the focus on Stop", async () => {
      await app.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>(".sync button")].find((each) => each.innerText === "Stop")?.focus(),
      );
      return (await app.focused()).name === "Stop";
    });
    await app.press("Enter");
    await app.until("the sync to say that it stopped", async () => /^Stopped/.test(await app.text(INDICATOR)));
    await app.until("what was loaded until then to stay", async () => ((await howMany(app)) ?? 0) > 0);
    await app.until(
      "nobody to take it for everything",
      async () => (await app.text(".data-age")) === "First load not finished",
    );
    await app.screenshot("first-load-stopped");

    await state.clearFaults();
    await app.click({ role: "button", name: "Sync now" });
    await upToDate(app);
    await app.press("Escape");
    await app.click({ role: "tab", name: /^Inactive/ });
    await rowsInAll(app, retailer.packages[2]);
  }),
  { opened: false },
);

journey(
  "a first load fills the grid by itself",
  on(async (app) => {
    const [retailer] = await state.licenses();
    await connect(app, { ...keys, userKey: keys.retailerOnly });
    await upToDate(app);
    await rowsInAll(app, retailer?.packages[0] ?? 0);
    await app.gone({ role: "button", name: /changed/ });
  }),
  { opened: false },
);
