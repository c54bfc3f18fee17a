import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DialogsProvider, useDialogs } from "../base/dialogs-state";
import { outboxStatus } from "../base/test-licenses";
import { TagButton, TagLabel } from "../parts";
import type { OutboxLine, PackageCard, PackagedBy, PackagedByBasis, Party } from "../platform";
import { testDesk } from "../platform/testing";
import { CardLayer } from "./CardLayer";
import { cardSide } from "./card-at";
import { PackagedByBlock } from "./PackagedByBlock";
import { summonCard } from "./summon";
import { AWAY_MS, FOCUS_MS, REST_MS } from "./useCardPointer";

const RETAILER: Party = { license: "C10-0000123-LIC", name: "Sunset Dispensary" };
const CULTIVATOR: Party = { license: "CCL18-0000456", name: "Redwood Cultivation" };
const TAG = "1A4060300000001000000017";
const SOURCE = "1A4060300000001000000009";

function statement(basis: PackagedByBasis, party: Party | null, sentence: string) {
  return { basis, party, sentence };
}

const CASES: Record<string, PackagedBy> = {
  stated: {
    answer: statement("stated", CULTIVATOR, "The state names it."),
    agrees: [statement("item_origin", CULTIVATOR, "The item comes from there.")],
    disagrees: [],
  },
  never_received_here: {
    answer: statement("never_received_here", RETAILER, "No manifest brought it here."),
    agrees: [],
    disagrees: [statement("item_origin", CULTIVATOR, "The item comes from there.")],
  },
  never_received_there: {
    answer: statement("never_received_there", CULTIVATOR, "Your other license has it and never received it."),
    agrees: [],
    disagrees: [],
  },
  item_origin: {
    answer: statement("item_origin", CULTIVATOR, "The item comes from there."),
    agrees: [],
    disagrees: [],
  },
  not_stated: {
    answer: statement("not_stated", null, "Received from Golden Distribution; the packager is not stated."),
    agrees: [],
    disagrees: [],
  },
};

function card(tag: string, more: Partial<PackageCard> = {}): PackageCard {
  return {
    tag,
    held_by: RETAILER,
    package: { license: RETAILER.license, package_id: 1, tag },
    pending: [],
    actions: [],
    status: "Active",
    item: "Blue Dream 3.5 g jar",
    category: "Flower",
    strain: "Blue Dream",
    quantity: "1204.5",
    unit: "Grams",
    location: "Vault",
    lab_testing: "Test passed",
    lab_testing_date: "2026-08-02",
    expires: "2027-01-31",
    production_batch: "PB-17",
    flags: [{ words: "On hold", stops: true }],
    packaged_date: "2026-07-30",
    packaged_by: CASES.never_received_here as PackagedBy,
    received: null,
    source_harvests: ["Blue Dream 2026-06"],
    source_packages: [SOURCE],
    facts: [],
    as_of: "2026-11-23T05:00:00Z",
    ...more,
  };
}

describe("the side of a card", () => {
  const tag = (left: number, top: number) => ({ left, top, right: left + 190, bottom: top + 20 });

  it.each([
    ["under its tag where a whole card fits", tag(40, 120), { width: 1360, height: 860 }, "bottom"],
    ["over it where it fits only there", tag(40, 1200), { width: 1360, height: 1300 }, "top"],
    ["beside it where it fits neither under nor over it", tag(40, 330), { width: 1360, height: 700 }, "right"],
    ["at its left where the right is too narrow", tag(1000, 330), { width: 1360, height: 700 }, "left"],
    ["where there is more room, where it fits nowhere", tag(40, 90), { width: 600, height: 380 }, "bottom"],
    ["the same, low in a small window", tag(40, 300), { width: 600, height: 380 }, "top"],
  ] as const)("is %s", (_, at, view, side) => {
    expect(cardSide(at, view)).toBe(side);
  });
});

describe("Packaged By", () => {
  it.each(Object.entries(CASES))("says how it is known: %s", (_, by) => {
    render(<PackagedByBlock by={by} />);
    const line = screen.getByRole("button", { expanded: false });
    const words = () => screen.getByRole("region", { name: "Packaged By" }).textContent;
    expect(words(), "one line, until it is asked").toBe(line.textContent);
    fireEvent.click(line);
    expect(words()).toMatchSnapshot();
    fireEvent.click(screen.getByRole("button", { expanded: true }));
    expect(words()).toBe(line.textContent);
  });

  it.each([
    ["stated", "card-mark-check"],
    ["never_received_here", "card-mark-warning"],
    ["item_origin", "card-mark-info"],
    ["not_stated", "card-mark-help"],
  ])("has a mark for how sure it is: %s", (name, mark) => {
    render(<PackagedByBlock by={CASES[name] as PackagedBy} />);
    expect(document.querySelector(".card-mark")?.classList.contains(mark)).toBe(true);
  });
});

/** Says which action's dialog is open. */
function OpenAction() {
  const { dialog } = useDialogs();
  return <output>{dialog?.is === "action" ? JSON.stringify(dialog.start) : ""}</output>;
}

const WAITING: OutboxLine = {
  intent: 7,
  license: RETAILER.license,
  kind: "adjust",
  title: "Adjust",
  sentence: "Take 1 g from the package, on Nov 23, 2026",
  package: { license: RETAILER.license, package_id: 1, tag: TAG },
  item: "Blue Dream 3.5 g jar",
  who: "Maria",
  queued_at: "2026-11-23T05:00:00Z",
  since: "2026-11-23T05:00:00Z",
  group: "needs_you",
  outcome: "unknown",
  happened: "The line was cut.",
  safe: "",
  now: "",
  said: "",
  next_at: null,
  due: null,
  can_withdraw: false,
  can_edit: false,
  can_decide: true,
};

describe("the card", () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    testDesk({
      package_card: ({ tag }) =>
        tag === SOURCE
          ? { tag, card: null, missing: "This tag is in none of your licenses." }
          : { tag, card: card(tag), missing: "" },
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function page() {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    render(
      <QueryClientProvider client={client}>
        <DialogsProvider>
          <p>
            <TagLabel tag={TAG} license={RETAILER.license} />
          </p>
          <TagButton tag={TAG} license={RETAILER.license} />
          <CardLayer />
          <OpenAction />
        </DialogsProvider>
      </QueryClientProvider>,
    );
    return {
      label: document.querySelector<HTMLElement>("p [data-card-tag]") as HTMLElement,
      button: screen.getByRole("button"),
    };
  }

  it("opens when the pointer rests on a tag, not when it passes over", async () => {
    const { label } = page();
    fireEvent.pointerOver(label, { pointerType: "mouse" });
    await act(() => vi.advanceTimersByTimeAsync(REST_MS / 2));
    fireEvent.pointerOver(document.body, { pointerType: "mouse" });
    await act(() => vi.advanceTimersByTimeAsync(REST_MS));
    expect(screen.queryByRole("dialog")).toBeNull();
    fireEvent.pointerOver(label, { pointerType: "mouse" });
    await act(() => vi.advanceTimersByTimeAsync(REST_MS));
    const dialog = await screen.findByRole("dialog", { name: `Package ${TAG}` });
    await waitFor(() => expect(within(dialog).getByText("Blue Dream 3.5 g jar")).toBeDefined());
    expect(within(dialog).getByRole("region", { name: "Packaged By" }).textContent).toContain("Sunset Dispensary");
  });

  it("does not open for a tag that came under a pointer that rests", async () => {
    const { label } = page();
    const at = (x: number) => ({ pointerType: "mouse", screenX: x, screenY: 10 });
    fireEvent.pointerMove(document.body, at(40));
    fireEvent.keyDown(document.body, { key: "1" });
    // A list scrolled, or a card was closed: nobody moved the pointer.
    fireEvent.pointerOver(label, at(40));
    await act(() => vi.advanceTimersByTimeAsync(2 * REST_MS));
    expect(screen.queryByRole("dialog")).toBeNull();
    fireEvent.pointerMove(label, at(41));
    await act(() => vi.advanceTimersByTimeAsync(REST_MS));
    expect(await screen.findByRole("dialog", { name: `Package ${TAG}` })).toBeDefined();
  });

  it("opens although something scrolls, where its tag stays in its place; not where the tag goes away", async () => {
    const { label } = page();
    const moveTo = (y: number) => vi.spyOn(label, "getBoundingClientRect").mockReturnValue(new DOMRect(10, y, 200, 20));
    moveTo(40);
    fireEvent.pointerOver(label, { pointerType: "mouse" });
    moveTo(10);
    fireEvent.scroll(document.body);
    await act(() => vi.advanceTimersByTimeAsync(2 * REST_MS));
    expect(screen.queryByRole("dialog")).toBeNull();
    fireEvent.pointerOver(label, { pointerType: "mouse" });
    fireEvent.scroll(document.body);
    await act(() => vi.advanceTimersByTimeAsync(REST_MS));
    expect(await screen.findByRole("dialog", { name: `Package ${TAG}` })).toBeDefined();
  });

  it("goes from a source package and back, and gives the focus back at the end", async () => {
    const { button } = page();
    button.focus();
    fireEvent.keyDown(button, { key: "Enter" });
    const dialog = await screen.findByRole("dialog");
    const source = await within(dialog).findByRole("button", { name: SOURCE });
    fireEvent.click(source);
    await within(dialog).findByText("This tag is in none of your licenses.");
    fireEvent.keyDown(dialog, { key: "Backspace" });
    await within(dialog).findByText("Blue Dream 3.5 g jar");
    fireEvent.keyDown(dialog, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button));
    // Who closed it does not want to see it again, although its tag has the focus.
    await act(() => vi.advanceTimersByTimeAsync(2 * FOCUS_MS));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("opens where a key brought the focus, not where the focus went on or a dialog gave it back", async () => {
    const { button } = page();
    const dialog = document.createElement("div");
    dialog.setAttribute("role", "alertdialog");
    const inside = document.createElement("button");
    dialog.append(inside);
    document.body.append(dialog);
    fireEvent.keyDown(document.body, { key: "ArrowDown" });
    act(() => button.focus());
    await act(() => vi.advanceTimersByTimeAsync(FOCUS_MS / 2));
    // A dialog opens: the next Escape is for it.
    act(() => inside.focus());
    await act(() => vi.advanceTimersByTimeAsync(2 * FOCUS_MS));
    expect(screen.queryByRole("dialog")).toBeNull();
    fireEvent.keyDown(inside, { key: "Enter" });
    act(() => button.focus());
    await act(() => vi.advanceTimersByTimeAsync(2 * FOCUS_MS));
    expect(screen.queryByRole("dialog"), "given back by the dialog").toBeNull();
    act(() => button.blur());
    dialog.remove();
    fireEvent.keyDown(document.body, { key: "ArrowDown" });
    act(() => button.focus());
    await act(() => vi.advanceTimersByTimeAsync(FOCUS_MS));
    expect(await screen.findByRole("dialog", { name: `Package ${TAG}` })).toBeDefined();
  });

  it("stays where a scan opened it, until the focus goes on", async () => {
    const { label, button } = page();
    button.focus();
    fireEvent.pointerOver(label, { pointerType: "mouse" });
    act(() => summonCard({ anchor: button, tag: TAG, license: RETAILER.license }));
    const dialog = await screen.findByRole("dialog", { name: `Package ${TAG}` });
    expect(document.activeElement, "the row keeps the focus, for the next key").toBe(button);
    // What lay under the pointer, a list that scrolls, a pointer that goes away.
    await act(() => vi.advanceTimersByTimeAsync(2 * REST_MS));
    fireEvent.scroll(document.body);
    fireEvent.pointerOver(document.body, { pointerType: "mouse" });
    await act(() => vi.advanceTimersByTimeAsync(2 * AWAY_MS));
    expect(dialog.isConnected).toBe(true);
    act(() => summonCard({ anchor: button, tag: TAG, license: RETAILER.license }));
    expect(screen.getByRole("dialog"), "scanned again: the very same").toBe(dialog);
    const next = document.createElement("button");
    document.body.append(next);
    next.focus();
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    next.remove();
  });

  const SAYS = "Package 1A still holds 3.5 g. Adjust or sell it to zero before you finish it.";

  function desk(pending: OutboxLine[] = []) {
    return testDesk({
      package_card: ({ tag }) => ({
        tag,
        missing: "",
        card: card(tag, {
          pending,
          actions: [
            { action: "finish", title: "Finish", why_not: SAYS },
            { action: "unfinish", title: "Unfinish", why_not: "It is not finished." },
            { action: "adjust", title: "Adjust the quantity", why_not: "" },
            { action: "of_a_later_version", title: "?", why_not: "" },
          ],
        }),
      }),
    });
  }

  it("says first what it is and where, and keeps what can be done in sight below what scrolls", async () => {
    desk();
    const { button } = page();
    fireEvent.click(button);
    const dialog = await screen.findByRole("dialog");
    await within(dialog).findByText("Blue Dream 3.5 g jar");
    const body = dialog.querySelector(".card-body") as HTMLElement;
    const [first, more] = body.querySelectorAll("dl");
    const labels = (list?: Element) => [...(list?.querySelectorAll("dt") ?? [])].map((label) => label.textContent);
    expect(labels(first)).toEqual(["Location", "Lab Testing", "Expiration date", "Received"]);
    expect(labels(more)?.[0]).toBe("Held by");
    expect(first?.textContent).toContain("Jan 31, 2027");
    const packager = within(body).getByRole("region", { name: "Packaged By" });
    expect(packager.compareDocumentPosition(first as Element) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(body.contains(within(dialog).getByRole("region", { name: "Actions" }))).toBe(false);
    expect(within(body).getByRole("button", { name: /^Packaged By/ }), "keys scroll it from there").toBeDefined();
  });

  it("says of what was received when it came before from whom", async () => {
    const received = { from: CULTIVATOR, at: "2026-11-06T22:10:00Z", manifest: "0002840588" };
    testDesk({ package_card: ({ tag }) => ({ tag, missing: "", card: card(tag, { received }) }) });
    const { button } = page();
    fireEvent.click(button);
    const label = await within(await screen.findByRole("dialog")).findByText("Received");
    expect(label.nextElementSibling?.textContent).toMatch(/^Nov 6, 2026, 2:10 PM.*Redwood Cultivation.*0002840588$/);
  });

  it("is walked through by Tab, all of it and round", async () => {
    desk();
    const { button } = page();
    button.focus();
    fireEvent.keyDown(button, { key: "Enter" });
    const dialog = await screen.findByRole("dialog");
    const last = await within(dialog).findByRole("button", { name: "Adjust…" });
    await waitFor(() => expect(document.activeElement).toBe(dialog));
    const person = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    const stops: (Element | null)[] = [];
    do {
      await person.tab();
      stops.push(document.activeElement);
    } while (document.activeElement !== last && stops.length < 12);
    expect(stops).toEqual(within(dialog).getAllByRole("button"));
    await person.tab();
    expect(document.activeElement, "round").toBe(stops[0]);
    await person.tab({ shift: true });
    expect(document.activeElement).toBe(last);
  });

  it("says what waits in the outbox, and reads itself again when that changes", async () => {
    const its = desk();
    const { button } = page();
    fireEvent.click(button);
    const dialog = await screen.findByRole("dialog");
    await within(dialog).findByText("Blue Dream 3.5 g jar");
    expect(within(dialog).queryByRole("region", { name: "In the outbox" })).toBeNull();
    its.answer({ package_card: ({ tag }) => ({ tag, missing: "", card: card(tag, { pending: [WAITING] }) }) });
    its.tell({ event: "outbox", status: outboxStatus({ needs_you: 1 }) });
    const waits = await within(dialog).findByRole("region", { name: "In the outbox" });
    expect(waits.textContent).toContain("Needs you");
    expect(waits.textContent).toContain("The line was cut.");
  });

  it("offers what can be done, says why the rest cannot, and opens the action for this package alone", async () => {
    desk();
    const { button } = page();
    fireEvent.click(button);
    const dialog = await screen.findByRole("dialog");
    const finish = await within(dialog).findByRole("button", { name: /^Finish/ });
    expect(finish.getAttribute("aria-disabled")).toBe("true");
    expect(within(dialog).queryByRole("button", { name: /^Unfinish/ })).toBeNull();
    expect(document.getElementById(finish.getAttribute("aria-describedby") ?? "")?.textContent).toBe(SAYS);
    const actions = within(dialog).getByRole("region", { name: "Actions" });
    const reason = () => actions.querySelector(".card-why-not [data-asked]")?.textContent?.trim();
    const drawn = () => actions.querySelectorAll("*").length;
    const before = drawn();
    expect(reason()).toBeUndefined();
    fireEvent.pointerEnter(finish);
    expect(reason()).toBe(SAYS);
    expect(drawn(), "nothing is added under the pointer: the room was there").toBe(before);
    fireEvent.click(finish);
    expect(reason()).toBe(SAYS);
    expect(document.querySelector("output")?.textContent).toBe("");
    fireEvent.click(within(dialog).getByRole("button", { name: "Adjust…" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(JSON.parse(document.querySelector("output")?.textContent ?? "{}")).toMatchObject({
      form: "adjust",
      target: { target: "packages", packages: [{ license: RETAILER.license, package_id: 1, tag: TAG }] },
    });
  });
});
