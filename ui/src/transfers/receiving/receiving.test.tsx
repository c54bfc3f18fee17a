import { readFileSync } from "node:fs";
import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, expect, it } from "vitest";
import { scanInto } from "../../scan/testing";
import { forgetTransfersAt } from "../at";
import { tagOf } from "../testing";
import { counts, listDesk, open } from "./testing";

afterEach(forgetTransfersAt);

it("counts what was scanned, says each outcome, and undoes one", async () => {
  const { person } = open();
  const field = await screen.findByLabelText("Scan a tag, or paste several");
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(counts()).toBe("3 0 3 0");
  await person.keyboard(`${tagOf(1)}{Enter}`);
  expect(await screen.findByText("Found: Blue Dream 1 g.")).toBeTruthy();
  await person.keyboard(`${tagOf(9)}{Enter}`);
  expect(await screen.findByText("Not on this manifest.")).toBeTruthy();
  expect(counts()).toBe("3 1 2 1");
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((each) => each.id)).toEqual([]);
  const found = screen.getByRole("region", { name: "Found" });
  await person.click(within(found).getByRole("button", { name: `Undo ${tagOf(1)}` }));
  expect(await screen.findByText("Taken back.")).toBeTruthy();
  expect(counts()).toBe("3 0 3 1");
});

it("hears the scanner while no field has the focus", async () => {
  open();
  const field = await screen.findByLabelText("Scan a tag, or paste several");
  await waitFor(() => expect(document.activeElement).toBe(field));
  const button = screen.getByRole("button", { name: "Close the list" });
  button.focus();
  scanInto(button, tagOf(2));
  expect(await screen.findByText("Found: Blue Dream 1 g.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Close the list" })).toBeTruthy();
});

it("takes a unique ending; one that fits several stays, to be completed", async () => {
  const { person } = open(listDesk([100_012, 200_012, 3]));
  const field = await screen.findByLabelText<HTMLTextAreaElement>("Scan a tag, or paste several");
  expect(field.getAttribute("aria-describedby")).toBe(screen.getByText(/^A unique ending is enough/).id);
  await waitFor(() => expect(document.activeElement).toBe(field));
  await person.keyboard("000003{Enter}");
  expect(await screen.findByText("Found: Blue Dream 1 g.")).toBeTruthy();
  expect(field.value).toBe("");
  await person.keyboard("0012{Enter}");
  const told = await screen.findByText(/fits 2 packages of this manifest/);
  expect(told.closest("[role='status']")?.className).toContain("receive-bad");
  expect(counts()).toBe("3 1 2 0");
  await waitFor(() => expect(field.value).toBe("0012"));
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 4]);
  await person.keyboard("{Home}10{Enter}");
  await screen.findByText("Found: Blue Dream 1 g.");
  expect(counts()).toBe("3 2 1 0");
  expect(field.value).toBe("");
});

it("gives nothing back to a field in which one types on", async () => {
  const desk = listDesk([100_012, 200_012, 3]);
  const { person } = open(desk);
  const field = await screen.findByLabelText<HTMLTextAreaElement>("Scan a tag, or paste several");
  await waitFor(() => expect(document.activeElement).toBe(field));
  await person.keyboard("0012{Enter}00");
  await screen.findByText(/fits 2 packages of this manifest/);
  expect(field.value).toBe("00");
});

it("keeps room for two lines of what a scan was, so that nothing below it moves", async () => {
  const { person } = open();
  const field = await screen.findByLabelText("Scan a tag, or paste several");
  const place = screen.getByText("Nothing scanned yet.").closest("[role='status']");
  expect(place?.className).toContain("receive-last");
  await waitFor(() => expect(document.activeElement).toBe(field));
  await person.keyboard(`${tagOf(1)}{Enter}`);
  expect((await screen.findByText("Found: Blue Dream 1 g.")).closest(".receive-last")).toBe(place);
  const [, rule = ""] =
    /\.receive-last \{([^}]*)\}/.exec(readFileSync("src/transfers/receiving/receiving.css", "utf8")) ?? [];
  const lineHeight = /line-height: ([\d.]+rem)/.exec(rule)?.[1];
  expect(rule).toContain(`min-height: calc(2 * ${lineHeight} + 2 * var(--s2))`);
  expect(rule).toMatch(/padding: var\(--s[12]\) /);
});

it("is saved, and what was saved is opened or shown in its folder", async () => {
  const { desk, person } = open();
  await person.click(await screen.findByRole("button", { name: "Save as CSV…" }));
  expect(await screen.findByText("Saved as receiving.csv.")).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Open" }));
  await person.click(screen.getByRole("button", { name: "Show in folder" }));
  const saved = desk.requests("receiving_save")[0]?.request_id;
  expect(desk.requests("saved_show")).toEqual([
    { saved, by: "program" },
    { saved, by: "folder" },
  ]);
  await person.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByText("Saved as receiving.csv.")).toBeNull();
});

it("asks once before it is closed with packages missing, and says then what is short and what is next", async () => {
  const { desk, person } = open(listDesk([1, 2, 3, 4, 5, 6, 7, 8]));
  const field = await screen.findByLabelText("Scan a tag, or paste several");
  await waitFor(() => expect(document.activeElement).toBe(field));
  await person.keyboard(`${tagOf(1)}{Enter}${tagOf(900)}{Enter}`);
  await waitFor(() => expect(counts()).toBe("8 1 7 1"));

  const close = screen.getByRole("button", { name: "Close the list" });
  close.focus();
  await person.keyboard("{Enter}");
  const asked = await screen.findByRole("dialog", { name: "Close the list with 7 packages missing?" });
  expect(
    within(asked)
      .getAllByRole("listitem")
      .map((each) => each.textContent),
  ).toEqual([...[2, 3, 4, 5, 6].map((number) => `…00000${number} Blue Dream 1 g, 24 ea`), "and 2 more"]);
  await person.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(close));
  expect(desk.requests("receiving_close")).toEqual([]);

  await person.keyboard("{Enter}");
  await screen.findByRole("dialog", { name: /7 packages missing/ });
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Close with 7 missing"));
  await person.keyboard("{Enter}");
  const sum = await screen.findByRole("region", { name: /^1 of 8 packages found/ });
  await waitFor(() => expect(document.activeElement).toBe(sum));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(sum.textContent).toContain("7 missing:…000002 Blue Dream 1 g, 24 ea");
  expect(sum.textContent).toContain("1 not on the manifest:…000900");
  const next = within(within(sum).getAllByRole("list").at(-1) as HTMLElement).getAllByRole("listitem");
  expect(next.map((each) => each.textContent)).toEqual([
    "Sign in as C10-0000123-LIC, open Transfers, and under Incoming find manifest 0000120034.",
    "Receive the package that is here.",
    "Reject the 7 packages that are missing, or note them there, and tell the sender.",
    "Put aside what is not on the manifest: it cannot be received with it. Ask the sender.",
  ]);
  await person.click(within(sum).getByRole("button", { name: "Copy the manifest number" }));
  expect(await navigator.clipboard.readText()).toBe("0000120034");
  await person.click(within(sum).getByRole("button", { name: "Open this license’s transfers on the state’s site" }));
  expect(desk.requests("link_open")).toEqual([{ link: "state_incoming", license: "C10-0000123-LIC" }]);
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((each) => each.id)).toEqual([]);

  await person.click(screen.getByRole("button", { name: "Open the list again" }));
  expect(await screen.findByLabelText("Scan a tag, or paste several")).toBeTruthy();
  expect(screen.queryByRole("region", { name: /packages found/ })).toBeNull();
  expect(desk.requests("receiving_close").map((request) => request.reopen)).toEqual([false, true]);
});

it("asks which of two pasted columns came off the truck, and counts nothing before", async () => {
  const { desk, person } = open();
  const field = await screen.findByLabelText("Scan a tag, or paste several");
  await person.click(field);
  await person.paste(`${tagOf(9)}\t${tagOf(3)}`);
  await person.keyboard("{Enter}");
  const asked = await screen.findByRole("region", { name: /Which one is meant/ });
  await waitFor(() => expect(document.activeElement).toBe(asked));
  expect(counts()).toBe("3 0 3 0");
  await person.keyboard("{Tab}{Tab}{Enter}");
  await waitFor(() => expect(counts()).toBe("3 1 2 0"));
  expect(screen.queryByRole("region", { name: /Which one is meant/ })).toBeNull();
  expect(desk.requests("receiving_scan").map((request) => request.answer?.column)).toEqual([
    undefined,
    { which: "one", column: 1 },
  ]);
});
