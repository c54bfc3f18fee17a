import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { useCallback } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { commandsNow, doCommand } from "../base/commands";
import { newQueryClient } from "../base/desk";
import { FrameProvider, useFrame } from "../base/frame-state";
import { snapshot } from "../base/test-licenses";
import type { GuideColumn, GuideFile } from "../platform";
import { deskError, testDesk } from "../platform/testing";
import { GuidePage } from ".";
import { filesFor, marksIn } from "./files";

function column(heading: string, more: Partial<GuideColumn> = {}): GuideColumn {
  const plain = { also: [], holds: "Text", needed: "Always", always: true, limit: "", example: "x" };
  return { heading, meaning: `The ${heading}.`, ...plain, ...more };
}

const ADDITIVES: GuideFile = {
  kind: "plant-additives",
  title: "Plant Additives",
  purpose: "Records what was applied to plants.",
  licenses: ["cultivator", "microbusiness"],
  rows: "Rows that differ only in the ingredient are one record.",
  way: "The state’s API takes each record as POST /plants/v2/additives.",
  columns: [
    column("PlantTag", { holds: "Plant tag, 24 characters", also: ["plantlabel"] }),
    column("EpaRegistrationNumber", {
      needed: "Where AdditiveTypeName is Pesticide",
      always: false,
      limit: "",
      example: "",
    }),
  ],
  example: "PlantTag,EpaRegistrationNumber\r\n1A4FF0100000022000000101,\r\n",
  notes: ["A row’s amount is that plant’s alone."],
};

const LOCATIONS: GuideFile = {
  ...ADDITIVES,
  kind: "plant-locations",
  title: "Plant Locations",
  purpose: "Moves plants; two rows stay separate.",
  columns: [column("Label"), column("Location", { limit: "200 characters at most" })],
  example: "Label,Location\r\n1A4FF0100000022000000101,Flower Room 2\r\n",
  notes: [],
};

const TAGS: GuideFile = { ...LOCATIONS, kind: null, title: "Tags for a Transfer", columns: [column("Tag")] };

const FILES = [ADDITIVES, LOCATIONS, TAGS];

function Search() {
  const { setSlot, visit } = useFrame();
  const room = useCallback((element: HTMLElement | null) => setSlot("search", element), [setSlot]);
  return (
    <>
      <div ref={room} />
      <button type="button" onClick={() => visit("guide")}>
        By key
      </button>
    </>
  );
}

async function open() {
  const desk = testDesk({ import_guide: () => ({ files: FILES }) });
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot());
  render(
    <QueryClientProvider client={client}>
      <FrameProvider>
        <Search />
        <main id="place" tabIndex={-1}>
          <h1>Guide</h1>
          <GuidePage />
        </main>
      </FrameProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole("tablist", { name: "Files" });
  return { desk, person: userEvent.setup() };
}

const shown = () => screen.getByRole("heading", { level: 2 }).textContent;

afterEach(() => vi.unstubAllGlobals());

it("a file is found by a heading's word, and only where no word begins so, by what stands within one", () => {
  const titles = (typed: string) => filesFor(FILES, typed).map((file) => file.title);
  expect(titles("EPA")).toEqual(["Plant Additives"]);
  expect(titles("registration")).toEqual(["Plant Additives"]);
  expect(titles("plantlabel")).toEqual(["Plant Additives"]);
  expect(titles("200 characters")).toEqual(["Plant Locations"]);
  expect(titles("para")).toEqual(["Plant Locations", "Tags for a Transfer"]);
  expect(titles("  ")).toHaveLength(3);
  expect(titles("nothing so")).toEqual([]);
});

it("what was typed is marked, in order and apart", () => {
  expect(marksIn("EpaRegistrationNumber", "number EPA")).toEqual([
    [0, 3],
    [15, 21],
  ]);
  expect(marksIn("aaa", "aa a")).toEqual([
    [0, 2],
    [2, 3],
  ]);
  expect(marksIn("Ubicación", "ubicacion")).toEqual([[0, 9]]);
  expect(marksIn("Plant", " ")).toEqual([]);
});

it("tells a file whole, with nothing for axe to find", async () => {
  await open();
  const table = screen.getByRole("table");
  expect(within(table).getAllByRole("row")).toHaveLength(3);
  expect(within(table).getByRole("rowheader", { name: /EpaRegistrationNumber/ })).toBeTruthy();
  expect(screen.getByText("For: Cultivator and Microbusiness")).toBeTruthy();
  expect(screen.getByRole("region", { name: "Example file" }).textContent).toContain("1A4FF0100000022000000101,");
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join("\n")}`)).toEqual([]);
});

it("goes by key: into the list, from file to file, from the search and back", async () => {
  const { person } = await open();
  await person.click(screen.getByRole("button", { name: "By key" }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Plant Additives"));
  await person.keyboard("{ArrowDown}");
  await waitFor(() => expect(shown()).toBe("Plant Locations"));

  await person.click(screen.getByRole("textbox", { name: "Search files and columns" }));
  await person.keyboard("epa");
  expect(shown()).toBe("Plant Additives");
  expect(screen.getAllByRole("tab")).toHaveLength(1);
  expect(screen.getByText("1 file")).toBeTruthy();
  expect([...document.querySelectorAll("mark")].map((mark) => mark.textContent)).toContain("Epa");
  await person.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(screen.getByRole("tab", { name: "Plant Additives" }));

  await person.click(screen.getByRole("textbox"));
  await person.keyboard(" nothing");
  expect(screen.getByText("No file fits “epa nothing”")).toBeTruthy();
  await person.click(within(screen.getByRole("main")).getByRole("button", { name: "Clear search" }));
  // The one that was chosen before.
  expect(shown()).toBe("Plant Locations");
});

it("saves the template, and says why there is none", async () => {
  const { desk, person } = await open();
  await person.click(screen.getByRole("tab", { name: "Plant Additives" }));
  desk.answer({ import_template: () => ({ file: "plant-additives-template.csv", rows: 0 }) });
  await person.click(screen.getByRole("button", { name: "Save template" }));
  await screen.findByText("Saved as plant-additives-template.csv.");
  expect(desk.requests("import_template").map(({ kind }) => kind)).toEqual(["plant-additives"]);

  desk.answer({
    import_template: () => {
      throw deskError({ code: "disk_full" });
    },
  });
  doCommand("template");
  await screen.findByText("It failed: disk_full.");
  await person.click(screen.getByRole("tab", { name: "Tags for a Transfer" }));
  expect(screen.queryByRole("button", { name: "Save template" })).toBeNull();
  expect(commandsNow().template).toBe("A list of tags has no template");
});

it("prints one file or all of them, and leaves nothing behind", async () => {
  const { person } = await open();
  await person.click(screen.getByRole("tab", { name: "Plant Additives" }));
  const printed: number[] = [];
  const papers = () => document.querySelectorAll(".guide-paper .guide-file").length;
  vi.stubGlobal("print", () => {
    printed.push(papers());
    dispatchEvent(new Event("afterprint"));
  });
  await person.click(screen.getByRole("button", { name: "Print" }));
  await person.click(await screen.findByRole("menuitem", { name: "This file" }));
  await waitFor(() => expect(printed).toEqual([1]));
  doCommand("print");
  await waitFor(() => expect(printed).toEqual([1, 3]));
  await waitFor(() => expect(papers()).toBe(0));

  // By the engine's own key: what is in sight.
  dispatchEvent(new Event("beforeprint"));
  expect(papers()).toBe(1);
  dispatchEvent(new Event("afterprint"));
  await waitFor(() => expect(papers()).toBe(0));
});
