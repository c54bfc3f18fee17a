import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, expect, it, vi } from "vitest";
import { newQueryClient } from "../../base/desk";
import { writeShown } from "../../base/shown";
import { ALDER, account, FOOTHILL, snapshot } from "../../base/test-licenses";
import type { Account } from "../../platform";
import { testDesk } from "../../platform/testing";
import { App } from "../App";

vi.mock("./places", () => {
  const Page = () => null;
  return { placesFor: () => [{ id: "packages", title: "Packages", icon: "package", Page, isFor: () => true }] };
});

afterEach(() => localStorage.clear());

const POPPY = { ...ALDER, number: "C10-0000777-LIC", name: "Golden Poppy" };
const DEMO = account({ licenses: [ALDER, FOOTHILL] });
const OWN = account({ id: "own", environment: "production", licenses: [POPPY] });

async function open(accounts: Account[], shown: string[]) {
  writeShown(shown);
  const desk = testDesk({ app_snapshot: () => snapshot({ accounts }), demo_reset: () => snapshot({ accounts }) });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  await screen.findByRole("heading", { level: 1 });
  return desk;
}

const ribbon = () => screen.queryByRole("region", { name: "Demo state" });
const words = () => ribbon()?.querySelector("p")?.textContent;

it("says of the demo that nothing reaches the state, from the first drawing on", async () => {
  await open([DEMO], [ALDER.number]);
  expect(words()).toBe("Demo state: nothing here reaches the State of California.");
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((each) => each.id)).toEqual([]);
});

it("resets the demo once confirmed, and leads to one's own license", async () => {
  const desk = await open([DEMO], [ALDER.number]);
  await userEvent.click(screen.getByRole("button", { name: "Reset…" }));
  const sheet = await screen.findByRole("dialog", { name: "Reset the demo state?" });
  expect(desk.requests("demo_reset")).toEqual([]);
  await userEvent.click(within(sheet).getByRole("button", { name: "Reset the demo state" }));
  expect(desk.requests("demo_reset")).toHaveLength(1);
  await userEvent.click(await screen.findByRole("button", { name: "Connect a license…" }));
  expect(await screen.findByLabelText("User key")).toBeTruthy();
});

it("never shows for a license of one's own", async () => {
  await open([DEMO, OWN], [POPPY.number]);
  expect(ribbon()).toBeNull();
});

it("says which licenses are made up where both kinds are in sight, and leads nobody to what they have", async () => {
  await open([DEMO, OWN], [ALDER.number, FOOTHILL.number, POPPY.number]);
  expect(words()).toBe(
    "Partly demo state: nothing reaches the State of California from Alder Street Dispensary and Foothill Analytics.",
  );
  expect(screen.getByRole("button", { name: "Reset…" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Connect a license…" })).toBeNull();
});
