import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newQueryClient } from "../../base/desk";
import { writeShown } from "../../base/shown";
import { ALDER, FOOTHILL, outboxStatus } from "../../base/test-licenses";
import { forgetFinding } from "../../grids/packages/finding";
import { packagesDesk, tagOf } from "../../grids/packages/testing";
import type { KnownFound } from "../../platform";
import { deskError } from "../../platform/testing";
import { forgetTransfersAt } from "../../transfers/at";
import { say, speak } from "../../words";
import { App } from "../App";

const NOTHING: KnownFound = { items: [], manifests: [], locations: [] };
const EIGHTH = { name: "Blue Dream Eighth", category: "Flower", packages: 23 };

beforeAll(() => {
  // jsdom lays nothing out; the grid draws its first rows without.
  Element.prototype.getAnimations ??= () => [];
});
beforeEach(() => {
  localStorage.clear();
  forgetFinding();
  forgetTransfersAt();
});
afterEach(() => speak("en-US"));

async function open(known: (text: string) => KnownFound | Promise<KnownFound> = () => NOTHING) {
  const desk = packagesDesk();
  desk.answer({ known_find: ({ text }) => known(text) });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(rowOf(1)).toBeTruthy());
  return { desk, person: userEvent.setup() };
}

const rowOf = (number: number) =>
  document.querySelector(`[role='grid'] [data-card-tag='${tagOf(number)}']`)?.closest("[role='row']") ?? null;
const box = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Commands" });
const lines = () => screen.queryAllByRole("option");
const wordsOf = (line: Element | undefined | null) => line?.textContent?.replace(/\s+/g, " ").trim() ?? "";
/** The line that Enter is for. */
const meant = () => document.getElementById(box().getAttribute("aria-activedescendant") ?? "");
const settled = () => screen.findByText(/^\d+ results?$/);

/** A local copy that answers when it is told to, however long the test takes for its keys. */
class Late {
  readonly #asked = new Map<string, (found: KnownFound) => void>();

  readonly known = (text: string) => new Promise<KnownFound>((answer) => this.#asked.set(text, answer));

  async asked(text: string): Promise<void> {
    await waitFor(() => expect(this.#asked.has(text)).toBe(true));
  }

  async answer(text: string, found = NOTHING): Promise<void> {
    await this.asked(text);
    await act(async () => this.#asked.get(text)?.(found));
  }
}

async function type(person: ReturnType<typeof userEvent.setup>, text: string) {
  await person.keyboard("{Control>}k{/Control}");
  await person.type(await screen.findByRole("combobox"), text);
}

describe("a package", () => {
  it("is found by the end of its tag, and Enter lands on its row, in whichever tab it is", async () => {
    const { person, desk } = await open();
    await type(person, "000005");
    await settled();
    expect(wordsOf(meant())).toBe(`${tagOf(5)} Blue Dream Inactive`);
    expect(desk.requests("tag_find").map(({ text }) => text)).toEqual(["000005"]);
    await person.keyboard("{Enter}");
    await waitFor(() => {
      expect(rowOf(5)?.getAttribute("aria-selected")).toBe("true");
      expect(rowOf(5)?.contains(document.activeElement)).toBe(true);
    });
    expect(screen.getByRole("tab", { selected: true, name: /^Inactive/ })).toBeTruthy();
    expect(screen.queryByRole("combobox", { name: "Commands" })).toBeNull();
  });

  it("of another license says whose it is", async () => {
    const { person } = await open();
    await type(person, "000006");
    await settled();
    expect(wordsOf(meant())).toBe(`${tagOf(6)} Blue Dream Active, Foothill Analytics`);
  });

  it("is gone to by an Enter that came before the answer; no line below is meant meanwhile", async () => {
    const late = new Late();
    const { person } = await open(late.known);
    // A part of a license's number as well.
    await type(person, "0000012");
    expect(meant()).toBeNull();
    await late.answer("0000012");
    await waitFor(() => expect(meant()).toBeTruthy());
    expect(wordsOf(meant())).toContain("Foothill Analytics");
    await person.clear(box());
    await person.type(box(), "000003{Enter}");
    expect(box().value, "still open").toBe("000003");
    await late.answer("000003");
    await waitFor(() => expect(rowOf(3)?.contains(document.activeElement)).toBe(true));
  });

  it("that nobody has is said so in its room; a whole tag is looked for as a scanned one is", async () => {
    const late = new Late();
    const { person } = await open(late.known);
    await type(person, "000077");
    expect(screen.getByText("Looking for “000077”…")).toBeTruthy();
    await late.answer("000077");
    await waitFor(() => {
      const said = screen.getAllByText("No package has a tag that ends in “000077”");
      expect(
        said.some((each) => each.role === "status"),
        "and read out",
      ).toBe(true);
      expect(said.some((each) => each.classList.contains("palette-told"))).toBe(true);
    });
    await person.clear(box());
    await person.type(box(), `${tagOf(77)}{Enter}`);
    await screen.findByText(`${tagOf(77)} is in none of your licenses`);
    expect(screen.queryByRole("combobox", { name: "Commands" })).toBeNull();
  });
});

describe("what cannot be done now", () => {
  it("is found with its reason, is reached by arrows, and pressing it does nothing", async () => {
    const { person } = await open();
    await type(person, "finish");
    await settled();
    expect(wordsOf(meant())).toBe("Finish Select packages first");
    expect(meant()?.getAttribute("aria-disabled")).toBe("true");
    await person.keyboard("{Enter}");
    await person.click(meant() as Element);
    expect(box().value, "still open").toBe("finish");
    await person.keyboard("{ArrowDown}");
    expect(wordsOf(meant())).toBe("Unfinish Only finished packages can be unfinished");
    await person.keyboard("{ArrowUp}{ArrowUp}");
    expect(meant()).toBe(lines().at(-1));
    await person.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("combobox", { name: "Commands" })).toBeNull());
  });

  it("can be done once packages are selected, and not from where they are not in sight", async () => {
    const { person } = await open();
    await person.click(rowOf(2)?.querySelector("[col-id='item']") as Element);
    await type(person, "finish");
    expect(await screen.findByText("Selected: 1 package")).toBeTruthy();
    expect(meant()?.getAttribute("aria-disabled")).toBeNull();
    await person.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Finish package …000002" });
    // It takes the focus a moment after it is drawn; until then an Escape is the grid's.
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    await person.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await person.keyboard("{Control>}{Shift>}o{/Shift}{/Control}");
    await screen.findByRole("tab", { name: /^Waiting/ });
    await type(person, "adjust");
    expect(wordsOf(meant())).toBe("Adjust… Packages are not in sight");
  });

  it.each([
    ["hold", "Packages: On Hold", null],
    ["receive", "Receive a transfer with a check list", "Open an incoming transfer first"],
    ["close the check", "Close the check list", "Open a check list first"],
    ["send again", "Decide a report: send again…", "Open a report that needs you in the Outbox first"],
    ["recorded", "Decide a report: it was recorded", "Open a report that needs you in the Outbox first"],
    ["look again", "Decide a report: look again", "Open a report that needs you in the Outbox first"],
    ["resend", "Edit and resend a report…", "Open a refused or waiting report in the Outbox first"],
    ["undo", "Undo what was just queued", "Nothing was queued just now"],
    ["move", "Location…", "Select packages first"],
    ["print", "Print a drafted transfer’s tags", "Open a drafted transfer first"],
    ["plants", "Plants", "Still to come"],
    ["sales", "Sales", "Still to come"],
    ["new transfer", "New transfer", null],
  ])("by “%s” is “%s”: %s", async (text, words, why) => {
    const { person } = await open();
    await type(person, text);
    await settled();
    expect(wordsOf(meant())).toBe(why ? `${words} ${why}` : words);
    expect(meant()?.getAttribute("aria-disabled")).toBe(why ? "true" : null);
  });

  it.each(["en-US", "es-US"] as const)("says why without a period, in every tab and place: %s", async (tongue) => {
    speak(tongue);
    const { person } = await open();
    const reasons = new Set<string>();
    for (const place of [1, 2, 3]) {
      await person.keyboard(`{Control>}${place}{/Control}`);
      for (let nth = 0; nth < screen.queryAllByRole("tab").length; nth += 1) {
        await person.click(screen.getAllByRole("tab")[nth] as Element);
        await person.keyboard("{Control>}k{/Control}");
        const field = await screen.findByRole("combobox");
        for (const why of document.querySelectorAll(".palette-why")) {
          reasons.add(wordsOf(why));
        }
        await person.keyboard("{Escape}");
        await waitFor(() => expect(field.isConnected).toBe(false));
      }
    }
    expect(reasons).toContain(say("palette-transferred"));
    expect(reasons).toContain(say("palette-is-finished"));
    expect([...reasons].filter((why) => why.endsWith("."))).toEqual([]);
  });

  it("says which rows an export has, and exports these", async () => {
    const { person, desk } = await open();
    desk.answer({
      view_export: () => {
        throw deskError({ code: "cancelled" });
      },
    });
    await person.click(rowOf(2)?.querySelector("[col-id='item']") as Element);
    await type(person, "csv");
    expect(wordsOf(meant())).toBe("Export to a CSV file the selected row");
    await person.keyboard("{Enter}");
    await waitFor(() => expect(desk.requests("view_export")[0]).toMatchObject({ format: "csv", rows: [2] }));
  });
});

it("goes to a tab of the place in sight, and the focus to the rows that come", async () => {
  const { person } = await open();
  await person.click(rowOf(2)?.querySelector("[col-id='item']") as Element);
  await type(person, "inactive");
  await person.keyboard("{Enter}");
  await waitFor(() => expect(rowOf(5)?.contains(document.activeElement)).toBe(true));
  expect(screen.getByRole("tab", { selected: true, name: /^Inactive/ })).toBeTruthy();
});

describe("what the local copy has", () => {
  it("is asked for once the person rests, over the licenses in sight", async () => {
    writeShown([ALDER.number, FOOTHILL.number]);
    const { person, desk } = await open();
    await type(person, "blue");
    await settled();
    expect(desk.requests("known_find")).toEqual([{ text: "blue", licenses: [ALDER.number, FOOTHILL.number] }]);
    expect(desk.requests("tag_find")).toEqual([]);
  });

  it("goes to an item: Packages, active, searched for by its name", async () => {
    const { person } = await open(() => ({ ...NOTHING, items: [EIGHTH, { ...EIGHTH, name: "Gone", packages: 0 }] }));
    await person.keyboard("{Control>}{Shift>}o{/Shift}{/Control}");
    await screen.findByRole("tab", { name: /^Waiting/ });
    await type(person, "blue dr");
    await settled();
    expect(lines().map(wordsOf)).toEqual(["Blue Dream Eighth Flower 23 packages", "Gone Flower No active packages"]);
    await person.keyboard("{Enter}");
    const search = await screen.findByRole<HTMLInputElement>("textbox", { name: "Search packages" });
    await waitFor(() => expect(search.value).toBe("Blue Dream Eighth"));
    expect(screen.getByRole("tab", { selected: true, name: /^Active/ })).toBeTruthy();
  });

  it("goes to a location: of its license alone", async () => {
    writeShown([ALDER.number, FOOTHILL.number]);
    const { person } = await open(() => ({
      ...NOTHING,
      locations: [{ name: "Vault", license: FOOTHILL.number, packages: 5 }],
    }));
    await type(person, "vault");
    await settled();
    expect(wordsOf(meant())).toBe("Vault Foothill Analytics 5 packages");
    await person.keyboard("{Enter}");
    await waitFor(() => expect(document.querySelector(".switcher strong")?.textContent).toBe(FOOTHILL.name));
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Search packages" }).value).toBe("Vault");
  });

  it("goes to a manifest: its list with the transfer open", async () => {
    const manifest = { license: ALDER.number, list: "incoming", id: 7, number: "0000312204" } as const;
    const { person, desk } = await open(() => ({
      ...NOTHING,
      manifests: [{ ...manifest, other: "Redwood Distribution", state: "In transit" }],
    }));
    await type(person, "redwood");
    await settled();
    expect(wordsOf(meant())).toBe("0000312204 Redwood Distribution Incoming, In transit");
    await person.keyboard("{Enter}");
    await waitFor(() => {
      expect(desk.requests("transfer_detail")[0]).toEqual({ license: ALDER.number, list: "incoming", id: 7 });
    });
    expect(screen.getByRole("tab", { selected: true, name: /^Incoming/ })).toBeTruthy();
  });

  it("is of the text as it is now: an answer that comes late for an older one is dropped", async () => {
    const late = new Late();
    const { person } = await open(late.known);
    await type(person, "blue");
    await late.asked("blue");
    await person.type(box(), " dr");
    await late.asked("blue dr");
    await late.answer("blue", { ...NOTHING, items: [{ ...EIGHTH, name: "Old" }] });
    expect(screen.queryByText("Old")).toBeNull();
    await late.answer("blue dr", { ...NOTHING, items: [{ ...EIGHTH, name: "New" }] });
    expect(screen.getByText("New")).toBeTruthy();
    // While the next is waited for it stands, and is no line that can be pressed.
    await person.type(box(), "e");
    expect(screen.getByText("New")).toBeTruthy();
    expect(lines()).toEqual([]);
  });

  it("comes below what is known at once: the line that is meant stays where it is", async () => {
    const late = new Late();
    const { person } = await open(late.known);
    await type(person, "outbox");
    await person.keyboard("{ArrowDown}");
    const before = wordsOf(meant());
    const at = lines().indexOf(meant() as HTMLElement);
    await late.answer("outbox", { ...NOTHING, items: [{ ...EIGHTH, name: "Outbox OG" }] });
    expect(wordsOf(lines().at(-1))).toContain("Outbox OG");
    expect(wordsOf(meant())).toBe(before);
    expect(lines().indexOf(meant() as HTMLElement)).toBe(at);
  });

  it("says why where it cannot be searched", async () => {
    const { person } = await open(() => {
      throw deskError({ code: "damaged", message: "The local copy cannot be read." } as never);
    });
    await type(person, "zzz");
    expect(await screen.findByText("The local copy cannot be read.")).toBeTruthy();
  });
});

describe("the rail", () => {
  const rail = () => screen.getByRole("navigation", { name: "Places" });

  it("counts what wants somebody and nothing else, and names what is still to come", async () => {
    const { desk } = await open();
    expect(rail().textContent).not.toMatch(/\d/);
    const coming = within(rail()).getByRole("region", { name: "Still to come" });
    expect(within(coming).getAllByRole("listitem").map(wordsOf)).toEqual([
      "Today",
      "Plants",
      "Sales",
      "Data Import",
      "Housekeeping",
    ]);
    expect(within(coming).queryByRole("button")).toBeNull();
    desk.tell({ event: "outbox", status: outboxStatus({ revision: 2, waiting: 2, refused: 1 }) });
    await waitFor(() => expect(within(rail()).getByRole("button", { name: /^Outbox/ }).textContent).toMatch(/3/));
    expect(within(rail()).getByRole("button", { name: /^Packages/ }).textContent).toBe("Packages");
  });
});
