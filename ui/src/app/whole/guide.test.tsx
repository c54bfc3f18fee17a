import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import { newQueryClient } from "../../base/desk";
import { ALDER, account, snapshot } from "../../base/test-licenses";
import type { GuideFile } from "../../platform";
import { testDesk } from "../../platform/testing";
import { App } from "../App";

beforeAll(() => {
  // jsdom lays nothing out.
  Element.prototype.getAnimations ??= () => [];
});

function file(title: string): GuideFile {
  const words = { purpose: "For plants.", rows: "Each row is one record.", way: "To the state.", notes: [] };
  return { kind: "plant-locations", title, licenses: ["cultivator"], columns: [], example: "Label\r\n", ...words };
}

/** The app on an account without a license that is loaded. */
async function open() {
  const bare = snapshot({ accounts: [account({ licenses: [{ ...ALDER, chosen: false }] })] });
  const desk = testDesk({
    app_snapshot: () => bare,
    import_guide: () => ({ files: [file("Plant Locations"), { ...file("Tags for a Transfer"), kind: null }] }),
  });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  await screen.findByText("No license is loaded");
  return { desk, person: userEvent.setup() };
}

const rail = () => screen.getByRole("navigation", { name: "Places" });
const chosen = () => screen.findByRole("tab", { name: "Plant Locations", selected: true });

it("the guide is there without a license, from the menu, beside the places of the rail", async () => {
  const { person } = await open();
  const places = within(rail()).getAllByRole("listitem").length;
  await person.click(screen.getByRole("button", { name: "Support" }));
  await person.click(await screen.findByRole("menuitem", { name: "CSV Formatting Guide" }));
  await waitFor(async () => expect(document.activeElement).toBe(await chosen()));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("CSV Formatting Guide");
  expect(within(rail()).getAllByRole("listitem")).toHaveLength(places);
  expect(within(rail()).queryAllByRole("button", { current: "page" })).toEqual([]);

  await person.click(within(rail()).getByRole("button", { name: "Packages" }));
  expect(await screen.findByText("No license is loaded")).toBeTruthy();
});

it("the guide is found in the commands by what it is about, and its list has the focus then", async () => {
  const { person, desk } = await open();
  await person.keyboard("{Control>}k{/Control}");
  await person.type(await screen.findByRole("combobox", { name: "Commands" }), "columns guide");
  await person.keyboard("{Enter}");
  await waitFor(async () => expect(document.activeElement).toBe(await chosen()));
  desk.answer({ import_template: () => ({ file: "plant-locations-template.csv", rows: 0 }) });
  await person.keyboard("{Control>}k{/Control}");
  await person.type(await screen.findByRole("combobox", { name: "Commands" }), "save template");
  await person.keyboard("{Enter}");
  expect(await screen.findByText("Saved as plant-locations-template.csv.")).toBeTruthy();
});
