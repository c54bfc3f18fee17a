import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { newQueryClient } from "../../base/desk";
import { snapshot } from "../../base/test-licenses";
import { testDesk } from "../../platform/testing";
import { App } from "../App";

vi.mock("../frame/places", async () => {
  const { useShownLicenses } = await import("../../base/frame-state");
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

/** The switcher, open over the records of the retailer. */
async function switcher() {
  const person = userEvent.setup();
  testDesk({ app_snapshot: () => snapshot() });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  await person.click(await screen.findByRole("button", { name: /Alder Street Dispensary/ }));
  const box = (name: string) => screen.findByRole("checkbox", { name: `Show ${name} beside the others` });
  const row = (name: string) => screen.findByRole("button", { name: new RegExp(`^Show only ${name}`) });
  return { person, box, row };
}

const closed = () => waitFor(() => expect(screen.queryByRole("dialog", { name: "Licenses" })).toBeNull());

it("switches to a license by a press on its row, and tells its number and age with it", async () => {
  const { person, row } = await switcher();
  const line = await row("Foothill Analytics.*C8-0000012-LIC.*Data from");
  await person.click(line);
  await closed();
  expect(screen.getByText("Records of Foothill Analytics")).toBeTruthy();
});

it("adds and takes away by the box, and stays open for the next", async () => {
  const { person, box } = await switcher();
  await person.click(await box("Foothill Analytics"));
  expect(screen.getByText("Records of Alder Street Dispensary and Foothill Analytics")).toBeTruthy();
  await person.click(await box("Alder Street Dispensary"));
  expect(screen.getByText("Records of Foothill Analytics")).toBeTruthy();
});

it("does both by keyboard: Space on the box adds, Enter switches", async () => {
  const { person, box, row } = await switcher();
  (await box("Foothill Analytics")).focus();
  await person.keyboard(" ");
  expect(screen.getByText("Records of Alder Street Dispensary and Foothill Analytics")).toBeTruthy();
  await person.keyboard("{Enter}");
  await closed();
  expect(screen.getByText("Records of Foothill Analytics")).toBeTruthy();

  await person.click(screen.getByRole("button", { name: /Foothill Analytics/ }));
  (await row("Alder Street Dispensary")).focus();
  await person.keyboard("{Enter}");
  await closed();
  expect(screen.getByText("Records of Alder Street Dispensary")).toBeTruthy();
});

it("always shows one: the last check mark stays, and the row of the one shown leaves it so", async () => {
  const { person, box, row } = await switcher();
  const last = await box("Alder Street Dispensary");
  expect(last).toHaveProperty("disabled", true);
  await person.click(last);
  expect(screen.getByText("Records of Alder Street Dispensary")).toBeTruthy();
  const shown = await row("Alder Street Dispensary");
  expect(shown.getAttribute("aria-current")).toBe("true");
  await person.click(shown);
  await closed();
  expect(screen.getByText("Records of Alder Street Dispensary")).toBeTruthy();
});
