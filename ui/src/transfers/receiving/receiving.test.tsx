import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, expect, it } from "vitest";
import { newQueryClient } from "../../app/desk";
import { DialogsProvider } from "../../app/frame/dialogs-state";
import { FrameProvider } from "../../app/frame/frame-state";
import { Trouble } from "../../app/frame/Trouble";
import { snapshot } from "../../app/test-licenses";
import type { Receiving } from "../../platform";
import { testDesk } from "../../platform/testing";
import { scanInto } from "../../scan/testing";
import { forgetTransfersAt } from "../at";
import { columnsAsked, tagOf } from "../testing";
import { ReceivingPage } from "./ReceivingPage";

afterEach(forgetTransfersAt);

const AT = "2026-11-24T13:05:00Z";

/** A check list of three packages that behaves as the desk's. */
function listDesk() {
  let list: Receiving = {
    receiving: 5,
    manifest: "0000120034",
    sender: "Eel River Farms",
    lines: [1, 2, 3].map((number) => ({
      tag: tagOf(number),
      item: "Blue Dream 1 g",
      quantity: "24 ea",
      found_at: null,
    })),
    extra: [],
    expected: 3,
    found: 0,
    who: "Ana",
    started_at: AT,
    closed_at: null,
  };
  return testDesk({
    app_snapshot: () => snapshot(),
    receiving_open: () => list,
    receiving_scan: ({ text, undo, answer }) => {
      if (text.includes("\t") && !answer) {
        const sentence = "2 columns here hold tags. Which one is meant?";
        return { receiving: list, outcome: "asked", sentence, question: columnsAsked(text) };
      }
      const column = answer?.column?.which === "one" ? answer.column.column : 0;
      const tag = text.trim().split("\t")[column] ?? "";
      const known = list.lines.some((line) => line.tag === tag);
      const lines = list.lines.map((line) => (line.tag === tag ? { ...line, found_at: undo ? null : AT } : line));
      const extra = known || undo ? list.extra : [...list.extra, { text: tag, words: "", at: AT }];
      list = { ...list, lines, extra, found: lines.filter((line) => line.found_at).length };
      const outcome = undo ? "taken_back" : known ? "found" : "extra";
      const sentence = undo ? "Taken back." : known ? "Found: Blue Dream 1 g." : "Not on this manifest.";
      return { receiving: list, outcome, sentence, question: null };
    },
    receiving_close: ({ reopen }) => {
      list = { ...list, closed_at: reopen ? null : AT };
      return list;
    },
    receiving_save: () => ({ file: "receiving.csv", rows: 3 }),
  });
}

function open(desk = listDesk()) {
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot());
  render(
    <QueryClientProvider client={client}>
      <FrameProvider>
        <DialogsProvider>
          <main>
            <h1>Transfers</h1>
            <Trouble />
            <ReceivingPage license="C10-0000123-LIC" transfer={34} />
          </main>
        </DialogsProvider>
      </FrameProvider>
    </QueryClientProvider>,
  );
  return { desk, person: userEvent.setup() };
}

/** The counts as they are read: expected, found, missing, not on the manifest. */
const counts = () => [...document.querySelectorAll(".receive-count dd")].map((each) => each.textContent).join(" ");

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

it("is saved, closed, and opened again", async () => {
  const { desk, person } = open();
  await person.click(await screen.findByRole("button", { name: "Save as CSV…" }));
  expect(await screen.findByText("Saved as receiving.csv.")).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Close the list" }));
  await waitFor(() => expect(screen.queryByLabelText("Scan a tag, or paste several")).toBeNull());
  await person.click(await screen.findByRole("button", { name: "Open the list again" }));
  expect(await screen.findByLabelText("Scan a tag, or paste several")).toBeTruthy();
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
