import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { SCAN_GAP_MS } from "../../base/burst";
import { newQueryClient } from "../../base/desk";
import { forgetFinding } from "../../grids/packages/finding";
import { packagesDesk, tagOf } from "../../grids/packages/testing";
import { pass, pressKey, scanInto } from "../../scan/testing";
import { App } from "../App";

beforeAll(() => {
  // jsdom lays nothing out; the grid draws its first rows without.
  Element.prototype.getAnimations ??= () => [];
});
beforeEach(() => {
  forgetFinding();
});

async function open() {
  const its = packagesDesk();
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(rowElement(1)).toBeTruthy());
  return { its, person: userEvent.setup() };
}

const tagElement = (number: number) =>
  document.querySelector<HTMLElement>(`[role='grid'] [role='gridcell'] [data-card-tag='${tagOf(number)}']`);
const rowElement = (number: number) => tagElement(number)?.closest("[role='row']") ?? null;

/** The row is selected alone, has the focus, and its card is open. */
async function there(number: number) {
  await waitFor(() => {
    const row = rowElement(number);
    expect(row?.getAttribute("aria-selected")).toBe("true");
    expect(row?.contains(document.activeElement)).toBe(true);
    expect(screen.getByRole("dialog", { name: `Package ${tagOf(number)}` })).toBeTruthy();
  });
  expect(document.querySelectorAll("[role='row'][aria-selected='true']")).toHaveLength(1);
  expect(screen.queryByRole("menu")).toBeNull();
}

/** The tab that is open, by its name alone. */
const tab = () => screen.getByRole("tab", { selected: true }).firstChild?.textContent;

async function quiet() {
  await act(() => new Promise((done) => setTimeout(done, SCAN_GAP_MS * 3)));
}

it("opens the card of the package that was scanned and begins nothing, one scan after another", async () => {
  const { person } = await open();
  await person.click(tagElement(1) as HTMLElement);
  for (const number of [3, 2, 2, 4]) {
    scanInto(document.activeElement ?? document.body, tagOf(number));
    await there(number);
  }
});

it("hears the letter alone, and not in a scan", async () => {
  const { person } = await open();
  await person.click(tagElement(1) as HTMLElement);
  await person.keyboard("a");
  const menu = await screen.findByRole("menu", { name: "Actions" });
  await person.keyboard("{Escape}");
  await waitFor(() => expect(menu.isConnected).toBe(false));
  // A scanner whose Enter is switched off: still no letter of it is a person's.
  scanInto(document.activeElement ?? document.body, `${tagOf(2)}a`);
  await quiet();
  expect(screen.queryByRole("menu")).toBeNull();
});

it("finds the package in another tab, and in another license, and offers the way back", async () => {
  const { person } = await open();
  scanInto(document.body, tagOf(5).toLowerCase());
  await there(5);
  expect(tab()).toBe("Inactive");
  scanInto(document.activeElement ?? document.body, tagOf(6));
  await there(6);
  expect(tab()).toBe("Active");
  await person.click(await screen.findByRole("button", { name: "Back to Alder Street Dispensary" }));
  await waitFor(() => expect(rowElement(1)).toBeTruthy());
  expect(screen.queryByRole("region", { name: "Scan" })).toBeNull();
});

it("is heard in every place of the app", async () => {
  const { person } = await open();
  await person.click(screen.getByRole("button", { name: /^Outbox/ }));
  await waitFor(() => expect(screen.queryByRole("grid", { name: "Active packages" })).toBeNull());
  scanInto(document.activeElement ?? document.body, tagOf(3));
  await there(3);
});

/** A scanner's keys in a field, with what they write there behind the words before; no key waits for the machine. */
function scanTyped(box: HTMLInputElement, before: string, tag: string) {
  act(() => box.focus());
  for (const key of tag) {
    pressKey(box, key);
    pass(5);
  }
  fireEvent.change(box, { target: { value: before + tag } });
  pressKey(box, "Enter");
}

it("takes a scan into the search for a scan: the search stays as it was, and the next is one as well", async () => {
  const { person } = await open();
  const box = screen.getByRole<HTMLInputElement>("textbox", { name: "Search packages" });
  scanTyped(box, "", tagOf(2));
  await there(2);
  scanInto(document.activeElement ?? document.body, tagOf(3));
  await there(3);
  expect(box.value).toBe("");
  // Behind words that stood there: they stay what is searched for, as long as they have the package.
  await person.click(box);
  await person.keyboard("1A4FF");
  scanTyped(box, "1A4FF", tagOf(4));
  await there(4);
  expect(box.value).toBe("1A4FF");
});

it("takes a search away that leaves the package out", async () => {
  const { person } = await open();
  const box = screen.getByRole<HTMLInputElement>("textbox", { name: "Search packages" });
  await person.type(box, "000001");
  await waitFor(() => expect(rowElement(3)).toBeNull());
  await person.keyboard("{Enter}");
  await waitFor(() => expect(rowElement(1)?.contains(document.activeElement)).toBe(true));
  scanInto(document.activeElement ?? document.body, tagOf(3));
  await there(3);
  expect(box.value).toBe("");
});

it("says of a tag that it is elsewhere, and Enter goes there", async () => {
  const { person, its } = await open();
  const box = screen.getByRole("textbox", { name: "Search packages" });
  await person.type(box, "000005");
  const heading = await screen.findByRole("heading", { name: "Not among Active packages" });
  expect(heading.parentElement?.textContent).toContain("Tags ending in “000005”: 1 in Inactive.");
  await person.keyboard("{Enter}");
  await there(5);
  expect(tab()).toBe("Inactive");
  // And what nobody has is said as ever.
  await person.clear(box);
  await person.type(box, "999999");
  await screen.findByRole("heading", { name: "No packages match “999999”" });
  expect(its.requests("tag_find").map(({ text }) => text)).not.toContain("000");
});

it("shows nothing of the scan before once a tag is unknown", async () => {
  await open();
  scanInto(document.body, tagOf(2));
  await there(2);
  scanInto(document.activeElement ?? document.body, tagOf(77));
  await screen.findByText(`${tagOf(77)} is in none of your licenses`);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(rowElement(2)?.getAttribute("aria-selected")).toBe("false");
  scanInto(document.activeElement ?? document.body, tagOf(2));
  await there(2);
  expect(screen.queryByRole("region", { name: "Scan" })).toBeNull();
});

it("asks before it lets go of a selection, and only then", async () => {
  const { person } = await open();
  await person.click(tagElement(1) as HTMLElement);
  await person.keyboard("{Shift>}{ArrowDown}{/Shift}");
  await screen.findByText("2 selected");
  scanInto(document.activeElement ?? document.body, tagOf(5));
  const question = await screen.findByRole("region", { name: "Scan" });
  expect(question.textContent).toContain("2 packages are selected.");
  expect(screen.getByText("2 selected")).toBeTruthy();
  await person.click(within(question).getByRole("button", { name: "Show it" }));
  await there(5);
  scanInto(document.activeElement ?? document.body, tagOf(1));
  await there(1);
});
