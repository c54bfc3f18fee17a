import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, expect, it } from "vitest";
import { newQueryClient } from "../../base/desk";
import { LAB_STATES } from "../../base/states";
import { snapshot, syncStatus } from "../../base/test-licenses";
import { testDesk } from "../../platform/testing";
import { speak } from "../../words";
import { App } from "../App";
import { SAMPLES } from "./sample";

afterEach(() => speak("en-US"));

async function open() {
  const nothing = syncStatus({ headline: { is: "nothing" }, licenses: [] });
  testDesk({ app_snapshot: () => snapshot({ accounts: [], sync: nothing }) });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  await screen.findByRole("heading", { name: "Trackside" });
}

const picture = () => document.querySelector<HTMLElement>(".picture");

it("shows beside the choices what the app looks like, drawn by its own parts, for the eyes alone", async () => {
  await open();
  const shown = picture();
  expect(shown?.getAttribute("aria-hidden")).toBe("true");
  expect(shown?.querySelectorAll("a, button, input, [tabindex], img"), "nothing in it can be reached").toHaveLength(0);
  expect(shown?.textContent).toContain("Lab Testing");
  expect(shown?.querySelectorAll(".tag-text b")).toHaveLength(SAMPLES.length);
  expect(shown?.querySelector(".chip-bad")?.textContent).toBe("Test failed");
  expect(shown?.querySelector(".grid-nothing")?.textContent).toBe("0");
  expect(shown?.querySelector(".grid-was + .grid-will")?.textContent, "one is not recorded yet").toBe("9");
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((each) => each.id)).toEqual([]);
});

it("says in three sentences what it does", async () => {
  await open();
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
    "Works without a connection: look things up and prepare work; what you report waits and goes out by itself.",
    "Says what is wrong row by row, before anything is sent.",
    "Never reports anything twice by itself, and shows when the state recorded it.",
  ]);
});

it("speaks the person's language in the picture too, and makes room for the keys", async () => {
  speak("es-US");
  await open();
  expect(picture()?.textContent).toContain("Prueba reprobada");
  expect(picture()?.textContent).toContain("Etiqueta");
  cleanup();
  speak("en-US");
  await open();
  await userEvent.click(screen.getByRole("button", { name: "Connect my license" }));
  expect(picture()).toBeNull();
});

it("shows packages as the state lists them", () => {
  for (const { tag, lab } of SAMPLES) {
    expect(tag).toMatch(/^1A4[0-9A-F]{12}\d{9}$/);
    expect(LAB_STATES).toContain(lab);
  }
  expect(new Set(SAMPLES.map(({ tag }) => tag)).size).toBe(SAMPLES.length);
});
