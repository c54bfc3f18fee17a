import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect, it, vi } from "vitest";
import { newQueryClient } from "../../base/desk";
import type { ListedFound } from "../../platform";
import { deskError, testDesk } from "../../platform/testing";
import { ListedPanel } from "./ListedPanel";

const FIND = { license: "C10-0000123-LIC", collection: "items", key: "7" } as const;

const FOUND: ListedFound = {
  record: {
    title: "Blue Dream 3.5 g",
    facts: [
      { label: "Category", value: "Flower", instant: false },
      { label: "Last Modified", value: "2026-11-23T18:00:00Z", instant: true },
    ],
  },
};

function open(answer: () => ListedFound) {
  const desk = testDesk({ listed_record: answer });
  const [onClose, onLeave] = [vi.fn(), vi.fn()];
  render(
    <QueryClientProvider client={newQueryClient()}>
      <main>
        <h1>Lists</h1>
        <div className="grid-body">
          <button type="button">A row</button>
        </div>
        <ListedPanel find={FIND} onClose={onClose} onLeave={onLeave} />
      </main>
    </QueryClientProvider>,
  );
  return { desk, person: userEvent.setup(), onClose, onLeave };
}

it("tells what the state sent of a record, by names and values", async () => {
  const { desk } = open(() => FOUND);
  const panel = await screen.findByRole("region", { name: "Blue Dream 3.5 g" });
  const told = [...panel.querySelectorAll("dt, dd")].map((each) => each.textContent);
  expect(told).toEqual(["Category", "Flower", "Last Modified", "Nov 23, 2026, 10:00 AM"]);
  expect(desk.requests("listed_record")).toEqual([FIND]);
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((each) => each.id)).toEqual([]);
});

it("is come to and left with F6, and closed by Escape from either side", async () => {
  const { person, onClose, onLeave } = open(() => FOUND);
  const panel = await screen.findByRole("region", { name: "Blue Dream 3.5 g" });
  await person.click(screen.getByRole("button", { name: "A row" }));
  await person.keyboard("{F6}");
  expect(document.activeElement).toBe(panel);
  await person.keyboard("{F6}");
  expect(onLeave).toHaveBeenCalledOnce();
  await person.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledTimes(1);
  await person.click(screen.getByRole("button", { name: "A row" }));
  await person.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledTimes(2);
  await person.click(screen.getByRole("button", { name: "Close the details (Escape)" }));
  expect(onClose).toHaveBeenCalledTimes(3);
});

it("says that a record left its list, and what went wrong", async () => {
  let answer = () => ({ record: null }) as ListedFound;
  const { desk } = open(() => answer());
  expect(await screen.findByText("This is not on the list any more.")).toBeTruthy();
  // The list changes: it is asked again.
  answer = () => {
    throw deskError({ code: "internal", message: "The file could not be read. Nothing is lost." });
  };
  const { license, collection } = FIND;
  desk.tell({ event: "changes", revision: 2, changes: [{ license, collection, tab: null, records: 1 }] });
  expect((await screen.findByRole("alert")).textContent).toContain("The file could not be read.");
});
