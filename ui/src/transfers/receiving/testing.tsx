/** The check list of an incoming transfer in tests, over a list in memory. */
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { newQueryClient } from "../../base/desk";
import { DialogsProvider } from "../../base/dialogs-state";
import { FrameProvider } from "../../base/frame-state";
import { snapshot } from "../../base/test-licenses";
import { Trouble } from "../../parts";
import type { Receiving } from "../../platform";
import { testDesk } from "../../platform/testing";
import { columnsAsked, tagOf } from "../testing";
import { ReceivingPage } from "./ReceivingPage";

const AT = "2026-11-24T13:05:00Z";

/** A check list, of three packages unless said otherwise, that behaves as the desk's. */
export function listDesk(numbers = [1, 2, 3]) {
  let list: Receiving = {
    receiving: 5,
    manifest: "0000120034",
    sender: "Eel River Farms",
    lines: numbers.map((number) => ({
      tag: tagOf(number),
      item: "Blue Dream 1 g",
      quantity: "24 ea",
      number: "24",
      unit: "ea",
      found_at: null,
    })),
    extra: [],
    expected: numbers.length,
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
      const read = text.trim().split("\t")[column] ?? "";
      const ending = read.length >= 4 ? list.lines.filter((line) => line.tag.endsWith(read)) : [];
      if (ending.length > 1) {
        const sentence = `“${read}” fits ${ending.length} packages of this manifest. Type more of its characters.`;
        return { receiving: list, outcome: "several", sentence, question: null };
      }
      if (ending.length === 0 && read.length < 20) {
        const sentence = `“${read}” was not counted. No package here ends so.`;
        return { receiving: list, outcome: "not_a_tag", sentence, question: null };
      }
      const tag = ending[0]?.tag ?? read;
      const known = ending.length > 0;
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
    saved_show: () => ({ changed: false }),
    link_open: () => ({ changed: false }),
  });
}

/** Opens it, with what else is to be on the page. */
export function open(desk = listDesk(), beside: ReactNode = null) {
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot());
  render(
    <QueryClientProvider client={client}>
      <FrameProvider>
        <DialogsProvider>
          <main>
            <h1>Transfers</h1>
            <Trouble />
            {beside}
            <ReceivingPage license="C10-0000123-LIC" transfer={34} />
          </main>
        </DialogsProvider>
      </FrameProvider>
    </QueryClientProvider>,
  );
  return { desk, person: userEvent.setup() };
}

/** The counts as they are read: expected, found, missing, not on the manifest. */
export const counts = () =>
  [...document.querySelectorAll(".receive-count dd")].map((each) => each.textContent).join(" ");
