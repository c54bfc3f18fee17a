import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { cell, openPackages, packageOf } from "./testing";

beforeEach(async () => {
  let view = 0;
  await openPackages(3, packageOf, {
    // Every search finds the same rows: nothing of them is another than before. One is never answered.
    view_open: ({ search }) => {
      view += 1;
      return search.startsWith("dream") ? (new Promise(() => {}) as never) : { view, rows: 3, of: 3, revision: 1 };
    },
  });
});

/** What is marked in a cell, of its own words: here nothing is laid out, and so no column is in sight but its own. */
const marks = (column: string) =>
  [...cell(2, column).querySelectorAll("mark:not(.grid-found mark)")].map((mark) => mark.textContent);
const search = (value: string) => fireEvent.change(screen.getByLabelText("Search packages"), { target: { value } });

it("marks the search in rows that stay as they are, and no mark of an older search stays", async () => {
  expect(document.querySelector("mark")).toBeNull();
  search("dream 000002");
  await waitFor(() => expect(marks("item")).toEqual(["Dream"]));
  expect(marks("tag").join("")).toBe("000002");
  search("blue vault");
  await waitFor(() => expect(marks("item")).toEqual(["Blue"]));
  expect(marks("location")).toEqual(["Vault"]);
  expect(marks("tag")).toEqual([]);
  search("");
  await waitFor(() => expect(document.querySelector("mark")).toBeNull());
  expect(cell(2).textContent).toBe("Blue Dream");
});
