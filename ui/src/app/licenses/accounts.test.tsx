import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { newQueryClient } from "../../base/desk";
import { ALDER, account, FOOTHILL, ready, snapshot, syncStatus } from "../../base/test-licenses";
import type { AppSnapshot } from "../../platform";
import { deskError, testDesk } from "../../platform/testing";
import { App } from "../App";

vi.mock("../frame/places", () => ({
  placesFor: () => [{ id: "packages", title: "Packages", icon: "package", Page: () => null, isFor: () => true }],
}));

const REAL = account({ id: "real", environment: "production", licenses: [ALDER, FOOTHILL] });

type Answers = Parameters<typeof testDesk>[0];

/** The dialog of accounts, open. */
async function dialog(answers: Answers = {}, accounts = [REAL]) {
  const person = userEvent.setup();
  const desk = testDesk({ app_snapshot: () => snapshot({ accounts }), ...answers });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  await person.click(await screen.findByRole("button", { name: /Alder Street Dispensary/ }));
  await person.click(await screen.findByRole("button", { name: "Accounts and licenses…" }));
  const all = await screen.findByRole("dialog", { name: "Accounts and licenses" });
  return { person, desk, all };
}

const press = (within_: HTMLElement, name: string) => within(within_).getByRole("button", { name });

describe("the name of an account", () => {
  const named = (name: string): AppSnapshot => snapshot({ accounts: [{ ...REAL, name }], revision: 2 });

  it("is given in its place, and the account is called so everywhere", async () => {
    const { person, desk, all } = await dialog({ account_name: ({ name }) => named(name) });
    await person.click(press(all, "Rename California"));
    const field = within(all).getByRole("textbox", { name: "Name of the account" });
    expect(document.activeElement).toBe(field);
    await person.keyboard(" Alder Street {Enter}");
    await within(all).findByRole("heading", { name: "Alder Street" });
    expect(desk.requests("account_name")[0]).toMatchObject({ account: "real", name: "Alder Street" });
    expect(document.activeElement).toBe(press(all, "Rename Alder Street"));
    await person.click(press(all, "Remove…"));
    expect(await screen.findByRole("dialog", { name: "Remove Alder Street from this computer?" })).toBeTruthy();
  });

  it("is given up by Escape alone, and the dialog stays", async () => {
    const { person, desk, all } = await dialog();
    await person.click(press(all, "Rename California"));
    await person.keyboard("Alder{Escape}");
    expect(within(all).getByRole("heading", { name: "California" })).toBeTruthy();
    expect(desk.requests("account_name")).toEqual([]);
  });

  it("that was not kept stays in its field, with the reason", async () => {
    const { person, all } = await dialog({
      account_name: () => {
        throw deskError({ code: "disk_full", message: "The disk is full." });
      },
    });
    await person.click(press(all, "Rename California"));
    await person.keyboard("Alder{Enter}");
    expect((await within(all).findByRole("alert")).textContent).toContain("The disk is full.");
    expect(within(all).getByRole("textbox", { name: "Name of the account" })).toHaveProperty("value", "Alder");
  });
});

describe("keys that are tested", () => {
  it("answer in words in the account's own place, and the button keeps the focus", async () => {
    let answer = () => {};
    const { person, desk, all } = await dialog({
      account_test: async () => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return { licenses: [ALDER, FOOTHILL], missing: [] };
      },
    });
    const account = within(all).getByRole("region", { name: "California" });
    await person.click(press(account, "Test keys"));
    const busy = press(account, "Testing…");
    expect(busy.getAttribute("aria-disabled")).toBe("true");
    expect(document.activeElement).toBe(busy);
    await person.click(busy);
    answer();
    const said = await within(account).findByText(/Both keys work\. They open 2 licenses\./);
    expect(said.closest("[role='status']")).toBeTruthy();
    expect(desk.requests("account_test")).toEqual([{ account: "real" }]);
  });

  it("say which of the account's licenses they do not open", async () => {
    const { person, all } = await dialog({
      account_test: () => ({ licenses: [ALDER], missing: [FOOTHILL.number] }),
    });
    await person.click(press(all, "Test keys"));
    const said = await within(all).findByText(/Both keys work/);
    expect(said.textContent).toContain("They open 1 license. They do not open C8-0000012-LIC.");
  });

  it("that are refused say so there, and can be tested again", async () => {
    const { person, all } = await dialog({
      account_test: () => {
        throw deskError({ code: "wrong_key", message: "The state does not accept these keys." });
      },
    });
    await person.click(press(all, "Test keys"));
    const account = within(all).getByRole("region", { name: "California" });
    expect((await within(account).findByRole("alert")).textContent).toContain("does not accept these keys");
    expect(press(account, "Test keys").getAttribute("aria-disabled")).toBe("false");
    // It lies over the licenses, and goes once it is read.
    expect(within(account).getByRole("alert").closest(".account-refused")).toBeTruthy();
    await person.click(press(account, "OK"));
    expect(within(account).queryByRole("alert")).toBeNull();
    expect(document.activeElement).toBe(press(account, "Test keys"));
  });

  it("are not the demo's, whose name is the demo's too", async () => {
    const { all } = await dialog({}, [account(), REAL]);
    const demo = within(all).getByRole("region", { name: "Demo state" });
    expect(within(demo).queryByRole("button", { name: /keys|Rename/ })).toBeNull();
    expect(press(within(all).getByRole("region", { name: "California" }), "Change keys…")).toBeTruthy();
  });
});

describe("keys that change", () => {
  it("are one or both: what is left empty stays, and the account says that the new ones work", async () => {
    const { person, desk, all } = await dialog({ account_keys: () => snapshot({ accounts: [REAL], revision: 2 }) });
    await person.click(press(all, "Change keys…"));
    const form = await screen.findByRole("dialog", { name: "Keys for California" });
    const user = within(form).getByLabelText("User key");
    await waitFor(() => expect(document.activeElement).toBe(user));
    expect(user).toHaveProperty("placeholder", "Stays as it is");
    await person.click(press(form, "Change the keys"));
    expect(within(form).getByText("Enter the key that changes.")).toBeTruthy();
    expect(desk.requests("account_keys")).toEqual([]);
    await person.type(user, " new-user-key{Enter}");
    const after = await screen.findByRole("dialog", { name: "Accounts and licenses" });
    expect(within(after).getByText("The new keys work and are in use now.")).toBeTruthy();
    expect(desk.requests("account_keys")).toMatchObject([
      { account: "real", software_key: "", user_key: "new-user-key" },
    ]);
  });

  it("and are refused leave the old ones, which is said, and what was typed", async () => {
    const { person, all } = await dialog({
      account_keys: () => {
        throw deskError({ code: "wrong_key", message: "The state does not accept these keys." });
      },
    });
    await person.click(press(all, "Change keys…"));
    const form = await screen.findByRole("dialog", { name: "Keys for California" });
    await person.type(within(form).getByLabelText("User key"), "wrong{Enter}");
    await within(form).findByText("Nothing was changed: the account keeps the keys it had.");
    const refusal = within(form).getByRole("alert");
    expect(refusal.textContent).toContain("does not accept these keys");
    // Below the buttons: no field and no button moved away for it.
    const below = press(form, "Change the keys").compareDocumentPosition(refusal);
    expect(below & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(within(form).getByLabelText("User key")).toHaveProperty("value", "wrong");
    await person.click(press(form, "Back"));
    expect(await screen.findByRole("dialog", { name: "Accounts and licenses" })).toBeTruthy();
  });

  it("are what is offered where the state refuses those that an account has", async () => {
    const error = deskError({ code: "wrong_key", message: "The state does not accept these keys." });
    const person = userEvent.setup();
    const sync = syncStatus({
      headline: { is: "needs_you", reason: "The keys are refused." },
      licenses: [ready(ALDER.number, { state: "failed", error })],
    });
    testDesk({ app_snapshot: () => snapshot({ accounts: [REAL], sync }) });
    render(
      <QueryClientProvider client={newQueryClient()}>
        <App />
      </QueryClientProvider>,
    );
    await person.click(await screen.findByRole("button", { name: /Needs you/ }));
    await person.click(await screen.findByRole("button", { name: "Change keys…" }));
    expect(await screen.findByRole("dialog", { name: "Keys for California" })).toBeTruthy();
  });
});

describe("where a key comes from", () => {
  it("is said under each field and opens to its steps", async () => {
    const { person, all } = await dialog();
    await person.click(press(all, "Change keys…"));
    const form = await screen.findByRole("dialog", { name: "Keys for California" });
    const software = within(form).getByLabelText("Software key");
    const hint = document.getElementById(software.getAttribute("aria-describedby") ?? "");
    expect(hint?.textContent).toContain("Whoever gives you Trackside gives you this key.");
    const [first, second] = within(form).getAllByText("Where do I find this?");
    expect(first?.getAttribute("aria-label")).toBe("Where do I find this? Software key");
    const steps = second?.closest("details");
    expect(steps?.open).toBe(false);
    if (second) await person.click(second);
    expect(steps?.open).toBe(true);
    const told = [...(steps?.querySelectorAll("ol li") ?? [])].map((step) => step.textContent);
    expect(told).toHaveLength(4);
    expect(told[1]).toBe("Press your name at the top right.");
    expect(
      within(form).getByRole("img", { name: /your name at the top right opens a menu with API Keys/ }),
    ).toBeTruthy();
  });
});
