import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { newQueryClient } from "../base/desk";
import { ALDER, account, EEL, FOOTHILL, ready, snapshot, syncStatus } from "../base/test-licenses";
import { deskError, type TestDesk, testDesk } from "../platform/testing";
import { App } from "./App";

// The grids have tests of their own; here a place says which licenses it was given.
vi.mock("./frame/places", async () => {
  const { useShownLicenses } = await import("../base/frame-state");
  const Page = () => (
    <p>
      Records of{" "}
      {useShownLicenses()
        .map((license) => license.name)
        .join(" and ")}
    </p>
  );
  return { placesFor: () => [{ id: "packages", title: "Packages", icon: "package", Page, isFor: () => true }] };
});

function open(desk: TestDesk) {
  const person = userEvent.setup();
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  return { desk, person };
}

const nobody = () => snapshot({ accounts: [], sync: syncStatus({ headline: { is: "nothing" }, licenses: [] }) });

describe("the first window", () => {
  it("starts the demo state with one press", async () => {
    const { desk, person } = open(testDesk({ app_snapshot: nobody, demo_start: () => snapshot() }));
    await person.click(await screen.findByRole("button", { name: "Try the demo state" }));
    expect(await screen.findByText("Records of Alder Street Dispensary")).toBeTruthy();
    expect(desk.requests("demo_start")[0]?.request_id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("says what went wrong with the demo state and lets the person try again", async () => {
    const { person } = open(
      testDesk({
        app_snapshot: nobody,
        demo_start: () => {
          throw deskError({ code: "disk_full", message: "The disk is full.", next: "Make room." });
        },
      }),
    );
    await person.click(await screen.findByRole("button", { name: "Try the demo state" }));
    expect((await screen.findByRole("alert")).textContent).toContain("The disk is full.Make room.");
    expect(screen.getByRole("button", { name: "Try the demo state" })).toHaveProperty("disabled", false);
  });

  it("checks keys, offers the licenses with all checked, and connects those that stay checked", async () => {
    const { desk, person } = open(
      testDesk({
        app_snapshot: nobody,
        account_check: () => ({ licenses: [ALDER, FOOTHILL, EEL] }),
        account_connect: () => snapshot(),
      }),
    );
    await person.click(await screen.findByRole("button", { name: "Connect my license" }));
    await person.click(screen.getByRole("radio", { name: /Sandbox/ }));
    expect(screen.getByText("https://sandbox-api-ca.metrc.com")).toBeTruthy();
    await person.type(screen.getByLabelText("Software key"), " vendor-key ");
    await person.type(screen.getByLabelText("User key"), "user-key{Enter}");
    const ticks = await screen.findAllByRole("checkbox");
    expect(ticks.map((tick) => (tick as HTMLInputElement).checked)).toEqual([true, true, true]);
    await person.click(screen.getByRole("checkbox", { name: /Foothill/ }));
    await person.click(screen.getByRole("button", { name: "Load 2 licenses" }));
    await screen.findByText("Records of Alder Street Dispensary");
    expect(desk.requests("account_connect")[0]).toMatchObject({
      keys: { state: "CA", environment: "sandbox", software_key: "vendor-key", user_key: "user-key" },
      licenses: [ALDER.number, EEL.number],
    });
  });

  it("does not connect without a license", async () => {
    const { person } = open(testDesk({ app_snapshot: nobody, account_check: () => ({ licenses: [ALDER] }) }));
    await person.click(await screen.findByRole("button", { name: "Connect my license" }));
    await person.type(screen.getByLabelText("Software key"), "a");
    await person.type(screen.getByLabelText("User key"), "b{Enter}");
    await person.click(await screen.findByRole("checkbox"));
    expect(screen.getByRole("alert").textContent).toContain("Choose at least one license.");
    expect(screen.getByRole("button", { name: "Load 0 licenses" })).toHaveProperty("disabled", true);
  });

  it.each(["wrong_key", "offline", "filtered", "sign_in", "clock", "no_permission", "no_licenses"] as const)(
    "shows what the desk says of %s and keeps what was typed",
    async (code) => {
      const { person } = open(
        testDesk({
          app_snapshot: nobody,
          account_check: () => {
            throw deskError({ code, message: `What happened: ${code}.`, next: `What to do about ${code}.` });
          },
        }),
      );
      await person.click(await screen.findByRole("button", { name: "Connect my license" }));
      await person.type(screen.getByLabelText("Software key"), "vendor-key");
      await person.type(screen.getByLabelText("User key"), "user-key");
      await person.click(screen.getByRole("button", { name: "Check the keys" }));
      const alert = await screen.findByRole("alert");
      expect(alert.textContent).toContain(`What happened: ${code}.`);
      expect(alert.textContent).toContain(`What to do about ${code}.`);
      expect(screen.getByLabelText("Software key")).toHaveProperty("value", "vendor-key");
      expect(screen.getByLabelText("User key")).toHaveProperty("value", "user-key");
    },
  );

  it("asks for a missing key before it asks the state, and puts the person there", async () => {
    const { desk, person } = open(testDesk({ app_snapshot: nobody }));
    await person.click(await screen.findByRole("button", { name: "Connect my license" }));
    await person.type(screen.getByLabelText("Software key"), "vendor-key{Enter}");
    expect(screen.getByText("Enter the user key.")).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText("User key"));
    expect(desk.requests("account_check")).toEqual([]);
  });

  it("hides keys until the person asks to see them", async () => {
    const { person } = open(testDesk({ app_snapshot: nobody }));
    await person.click(await screen.findByRole("button", { name: "Connect my license" }));
    const key = screen.getByLabelText("User key");
    expect(key).toHaveProperty("type", "password");
    await person.click(screen.getByRole("button", { name: "Show user key" }));
    expect(key).toHaveProperty("type", "text");
  });

  it("says before any key is entered that keys last only until the app closes", async () => {
    const { person } = open(testDesk({ app_snapshot: () => ({ ...nobody(), keychain: "session_only" }) }));
    await person.click(await screen.findByRole("button", { name: "Connect my license" }));
    expect(screen.getByText(/last until Trackside closes/)).toBeTruthy();
  });
});

describe("a start that fails", () => {
  it("says why in words and can be tried again", async () => {
    let inUse = true;
    const { person } = open(
      testDesk({
        app_snapshot: () => {
          if (inUse) {
            throw deskError({
              code: "folder_in_use",
              message: "Another Trackside uses this folder.",
              next: "Close it.",
            });
          }
          return snapshot();
        },
      }),
    );
    expect((await screen.findByRole("alert")).textContent).toContain("Another Trackside uses this folder.");
    expect(screen.getByRole("heading", { name: "Trackside is already open" })).toBeTruthy();
    inUse = false;
    await person.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Records of Alder Street Dispensary")).toBeTruthy();
  });
});

describe("the frame", () => {
  it("shows several licenses side by side and one alone", async () => {
    const { person } = open(testDesk({ app_snapshot: () => snapshot() }));
    await person.click(await screen.findByRole("button", { name: /Alder Street Dispensary/ }));
    await person.click(await screen.findByRole("checkbox", { name: /Foothill/ }));
    expect(screen.getByText("Records of Alder Street Dispensary and Foothill Analytics")).toBeTruthy();
    await person.click(screen.getByRole("button", { name: /^Show only Foothill Analytics/ }));
    expect(await screen.findByText("Records of Foothill Analytics")).toBeTruthy();
  });

  it("loads a further license from the switcher, with those that are loaded", async () => {
    const { desk, person } = open(testDesk({ app_snapshot: () => snapshot(), licenses_choose: () => snapshot() }));
    await person.click(await screen.findByRole("button", { name: /Alder Street Dispensary/ }));
    await person.click(await screen.findByRole("button", { name: "Load Eel River Farms" }));
    await waitFor(() =>
      expect(desk.requests("licenses_choose")[0]).toMatchObject({
        account: "demo",
        licenses: [ALDER.number, FOOTHILL.number, EEL.number],
      }),
    );
  });

  it("follows the desk: a sync event moves the indicator, a snapshot event is asked again", async () => {
    let notices = snapshot().notices;
    const { desk } = open(testDesk({ app_snapshot: () => snapshot({ notices }) }));
    await screen.findByRole("button", { name: /Up to date/ });
    desk.tell({ event: "sync", status: syncStatus({ headline: { is: "updating", percent: 62 } }) });
    expect(await screen.findByRole("button", { name: /Updating 62%/ })).toBeTruthy();
    notices = [{ kind: "warning", message: "The local copy was damaged.", next: "It is being read again." }];
    desk.tell({ event: "snapshot" });
    expect(await screen.findByText("The local copy was damaged.")).toBeTruthy();
  });

  it("does not show the desk as it looks in the middle of a reset", async () => {
    let accounts = [account()];
    let finish = (_: unknown) => {};
    const { desk, person } = open(
      testDesk({
        app_snapshot: () => snapshot({ accounts }),
        demo_reset: async () => {
          accounts = [];
          desk.tell({ event: "snapshot" });
          await new Promise((resolve) => {
            finish = resolve;
          });
          accounts = [account()];
          return snapshot({ accounts });
        },
      }),
    );
    await screen.findByText("Records of Alder Street Dispensary");
    await person.keyboard("{Control>}k{/Control}");
    await person.type(await screen.findByRole("combobox"), "reset{Enter}");
    const question = await screen.findByRole("dialog", { name: "Reset the demo state?" });
    await person.click(within(question).getByRole("button", { name: "Reset the demo state" }));
    await within(question).findByRole("button", { name: "Resetting…" });
    expect(screen.queryByRole("button", { name: "Try the demo state" })).toBeNull();
    expect(desk.requests("app_snapshot")).toHaveLength(1);
    finish(null);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(screen.getByText("Records of Alder Street Dispensary")).toBeTruthy();
  });

  it("keeps what it heard of the sync while a snapshot was on its way", async () => {
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const updating = syncStatus({ headline: { is: "updating", percent: 99 } });
    const { desk } = open(
      testDesk({
        app_snapshot: async () => {
          await late;
          return snapshot({ sync: updating });
        },
      }),
    );
    await waitFor(() => expect(desk.requests("app_snapshot")).toHaveLength(1));
    desk.tell({ event: "sync", status: syncStatus({ revision: 2 }) });
    answer();
    expect(await screen.findByRole("button", { name: /Up to date/ })).toBeTruthy();
  });

  it("does not take an answer that comes late for how the sync stands", async () => {
    const updating = { headline: { is: "updating", percent: 25 } } as const;
    const { desk, person } = open(
      testDesk({
        app_snapshot: () => snapshot({ sync: syncStatus(updating) }),
        sync_cancel: async () => {
          // The run ends at once, and its word is faster than the answer of the command that ended it.
          desk.tell({ event: "sync", status: syncStatus({ revision: 3, headline: { is: "cancelled" } }) });
          return syncStatus({ revision: 2, ...updating });
        },
      }),
    );
    await person.click(await screen.findByRole("button", { name: /Updating 25%/ }));
    await person.click(await screen.findByRole("button", { name: "Stop" }));
    expect(await screen.findByRole("button", { name: /Stopped/ })).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole("button", { name: "Stop" })).toBeNull());
    expect(screen.getByRole("button", { name: "Sync now" })).toBeTruthy();
  });

  it("dismisses notices", async () => {
    const notices = [{ kind: "info" as const, message: "One.", next: "" }];
    const { person } = open(
      testDesk({ app_snapshot: () => snapshot({ notices }), notices_clear: () => snapshot({ notices: [] }) }),
    );
    await person.click(await screen.findByRole("button", { name: "Dismiss" }));
    await waitFor(() => expect(screen.queryByText("One.")).toBeNull());
  });

  it("shows how far each kind of record is, what is left out, and stops when asked", async () => {
    const loading = ready(ALDER.number, {
      state: "loading",
      as_of: null,
      calls_last_minute: 12,
      collections: [
        {
          collection: "packages_active",
          title: "Active packages",
          done: 842,
          total: 2031,
          by_days: false,
          finished: false,
          skipped: null,
          failed: false,
        },
        {
          collection: "x",
          title: "Lab results",
          done: 0,
          total: null,
          by_days: false,
          finished: false,
          skipped: "The keys may not.",
          failed: false,
        },
      ],
    });
    const status = syncStatus({ headline: { is: "updating", percent: 41 }, licenses: [loading], seconds_left: 95 });
    const { desk, person } = open(
      testDesk({ app_snapshot: () => snapshot({ sync: status }), sync_cancel: () => syncStatus() }),
    );
    await person.click(await screen.findByRole("button", { name: /Updating 41%/ }));
    const panel = await screen.findByRole("dialog", { name: "Sync" });
    expect(panel.textContent).toMatch(/Active packages\s*842 of 2,031/);
    expect(panel.textContent).toContain("The keys may not.");
    expect(panel.textContent).toContain("About 2 min left");
    expect(panel.textContent).toContain(`Calls for ${ALDER.number}: 12 of 3,000 in the last minute`);
    await person.click(within(panel).getByRole("button", { name: "Stop" }));
    await waitFor(() => expect(desk.requests("sync_cancel")).toHaveLength(1));
  });

  it("resets the demo state only once confirmed", async () => {
    const { desk, person } = open(testDesk({ app_snapshot: () => snapshot(), demo_reset: () => snapshot() }));
    await screen.findByText("Records of Alder Street Dispensary");
    await person.keyboard("{Control>}k{/Control}");
    await person.type(await screen.findByRole("combobox"), "reset{Enter}");
    const question = await screen.findByRole("dialog", { name: "Reset the demo state?" });
    expect(desk.requests("demo_reset")).toEqual([]);
    await person.click(within(question).getByRole("button", { name: "Reset the demo state" }));
    await waitFor(() => expect(desk.requests("demo_reset")).toHaveLength(1));
  });

  it("says when the keys are missing and asks for them where the account is", async () => {
    const without = account({ id: "real", environment: "production", has_keys: false });
    const { person } = open(testDesk({ app_snapshot: () => snapshot({ accounts: [without] }) }));
    await person.click(await screen.findByRole("button", { name: /Alder Street Dispensary/ }));
    await person.click(await screen.findByRole("button", { name: "Enter the keys again" }));
    const dialog = await screen.findByRole("dialog", { name: "Keys for California" });
    expect(within(dialog).getByLabelText("User key")).toBeTruthy();
    expect(within(dialog).queryByRole("radio")).toBeNull();
  });

  it("says that the keychain refused an entry, and asks it again without a restart", async () => {
    const shut = deskError({
      code: "keychain",
      message: "The keychain did not let Trackside read the keys of Alder. Nothing is lost.",
      next: "Allow it, or delete the entry “Trackside” in Keychain Access, then choose Try again.",
    });
    const refused = account({ id: "real", environment: "production", has_keys: false, shut });
    const allowed = { ...refused, has_keys: true, shut: null };
    let allow = false;
    const { desk, person } = open(
      testDesk({
        app_snapshot: () => snapshot({ accounts: [refused] }),
        account_again: () => {
          if (!allow) {
            throw shut;
          }
          return snapshot({ accounts: [allowed], revision: 2 });
        },
      }),
    );
    await person.click(await screen.findByRole("button", { name: /Alder Street Dispensary/ }));
    await person.click(await screen.findByRole("button", { name: "Accounts and licenses…" }));
    const dialog = await screen.findByRole("dialog", { name: "Accounts and licenses" });
    expect(dialog.textContent).toContain("did not let Trackside read the keys of Alder");
    expect(dialog.textContent).toContain("delete the entry “Trackside” in Keychain Access");
    expect(within(dialog).queryByRole("button", { name: "Enter the keys again" })).toBeNull();
    await person.click(within(dialog).getByRole("button", { name: "Try again" }));
    await within(dialog).findByText("Refused again.");
    allow = true;
    await person.click(within(dialog).getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(within(dialog).queryByRole("button", { name: "Try again" })).toBeNull());
    expect(desk.requests("account_again").map((request) => request.account)).toEqual(["real", "real"]);
  });

  it("removes an account only once confirmed, and says that the state is not touched", async () => {
    const { desk, person } = open(testDesk({ app_snapshot: () => snapshot(), account_remove: nobody }));
    await person.click(await screen.findByRole("button", { name: /Alder Street Dispensary/ }));
    await person.click(await screen.findByRole("button", { name: "Accounts and licenses…" }));
    await person.click(await screen.findByRole("button", { name: "Remove…" }));
    const question = await screen.findByRole("dialog", { name: "Remove Demo state from this computer?" });
    expect(question.textContent).toContain("Nothing changes at the state.");
    await person.click(within(question).getByRole("button", { name: "Remove from this computer" }));
    expect(await screen.findByRole("button", { name: "Try the demo state" })).toBeTruthy();
    expect(desk.requests("account_remove")[0]).toMatchObject({ account: "demo" });
  });

  it("shows the address of the bulletins where no browser opens", async () => {
    const { person } = open(
      testDesk({
        app_snapshot: () => snapshot(),
        link_open: () => {
          throw deskError({ code: "not_found", message: "No browser could be opened." });
        },
      }),
    );
    await person.click(await screen.findByRole("button", { name: "Support" }));
    await person.click(await screen.findByRole("menuitem", { name: "Industry Bulletin Archive" }));
    const dialog = await screen.findByRole("dialog", { name: "Industry Bulletin Archive" });
    expect(dialog.textContent).toContain("https://www.metrc.com/partner/california/");
  });
});
