import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DialogsProvider, useDialogs } from "../app/frame/dialogs-state";
import { outboxStatus } from "../app/test-licences";
import type { OutboxLine, PackageCard, PackagedBy, PackagedByBasis, Party } from "../platform";
import { testDesk } from "../platform/testing";
import { CardLayer } from "./CardLayer";
import { PackagedByBlock } from "./PackagedByBlock";
import { TagButton, TagLabel } from "./TagLabel";
import { FOCUS_MS, REST_MS } from "./useCardPointer";

const RETAILER: Party = { licence: "C10-0000123-LIC", name: "Sunset Dispensary" };
const CULTIVATOR: Party = { licence: "CCL18-0000456", name: "Redwood Cultivation" };
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
    answer: statement("never_received_there", CULTIVATOR, "Your other licence has it and never received it."),
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
    package: { licence: RETAILER.licence, package_id: 1, tag },
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
    production_batch: "PB-17",
    flags: ["On hold"],
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

describe("Packaged By", () => {
  it.each(Object.entries(CASES))("says how it is known: %s", (_, by) => {
    render(<PackagedByBlock by={by} />);
    const words = screen.getByRole("region", { name: "Packaged By" }).textContent;
    expect(words).toMatchSnapshot();
  });
});

/** Says which action's dialog is open. */
function OpenAction() {
  const { dialog } = useDialogs();
  return <output>{dialog?.is === "action" ? JSON.stringify(dialog.start) : ""}</output>;
}

const WAITING: OutboxLine = {
  intent: 7,
  licence: RETAILER.licence,
  kind: "adjust",
  title: "Adjust",
  sentence: "Take 1 g from the package, on Nov 23, 2026",
  package: { licence: RETAILER.licence, package_id: 1, tag: TAG },
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
          ? { tag, card: null, missing: "This tag is in none of your licences." }
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
            <TagLabel tag={TAG} licence={RETAILER.licence} />
          </p>
          <TagButton tag={TAG} licence={RETAILER.licence} />
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

  it("goes from a source package and back, and gives the focus back at the end", async () => {
    const { button } = page();
    button.focus();
    fireEvent.keyDown(button, { key: "Enter" });
    const dialog = await screen.findByRole("dialog");
    const source = await within(dialog).findByRole("button", { name: SOURCE });
    fireEvent.click(source);
    await within(dialog).findByText("This tag is in none of your licences.");
    fireEvent.keyDown(dialog, { key: "Backspace" });
    await within(dialog).findByText("Blue Dream 3.5 g jar");
    fireEvent.keyDown(dialog, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button));
    // Who closed it does not want to see it again, although its tag has the focus.
    await act(() => vi.advanceTimersByTimeAsync(2 * FOCUS_MS));
    expect(screen.queryByRole("dialog")).toBeNull();
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
    fireEvent.click(finish);
    expect(within(dialog).getAllByText(SAYS)).toHaveLength(2);
    expect(document.querySelector("output")?.textContent).toBe("");
    fireEvent.click(within(dialog).getByRole("button", { name: "Adjust…" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(JSON.parse(document.querySelector("output")?.textContent ?? "{}")).toMatchObject({
      form: "adjust",
      target: { target: "packages", packages: [{ licence: RETAILER.licence, package_id: 1, tag: TAG }] },
    });
  });
});
