import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { commandsNow } from "../base/commands";
import { outboxStatus, snapshot } from "../base/test-licenses";
import { done, refused, undecided } from "../base/test-outbox";
import { UNDO_MS } from "./QueuedNotice";
import { begin, desk, queue } from "./test-actions";

describe("the notice of what was queued", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("goes after a while, but not while it has the focus", async () => {
    desk();
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { person } = await begin({ form: "finish" }, { advanceTimers: vi.advanceTimersByTime });
    await person.click(await queue());
    const undo = await screen.findByRole("button", { name: /^Undo/ });
    act(() => undo.focus());
    await act(() => vi.advanceTimersByTimeAsync(2 * UNDO_MS));
    expect(screen.getByText("2 packages will be finished.")).toBeTruthy();
    act(() => undo.blur());
    await act(() => vi.advanceTimersByTimeAsync(UNDO_MS));
    expect(screen.queryByText("2 packages will be finished.")).toBeNull();
  });

  it("says that it is queued, with a clock and nothing green, until the state has recorded it", async () => {
    const its = desk();
    const { person, client } = await begin({ form: "finish" });
    await person.click(await queue());
    await screen.findByText("2 packages will be finished.");
    const notice = () => document.querySelector(".queued-notice");
    expect(notice()?.textContent).toContain("Queued: 2 packages will be finished.");
    expect(notice()?.querySelector(".notice-good")).toBeNull();
    const lines = [11, 12].map((intent) => done(intent));
    its.answer({ outbox_list: () => ({ total: 2, lines }) });
    act(() => client.setQueryData(["snapshot"], snapshot({ outbox: outboxStatus({ revision: 2, done: 2 }) })));
    expect(await screen.findByText("The state recorded 2 reports.")).toBeTruthy();
    expect(notice()?.querySelector(".notice-good")).not.toBeNull();
    expect(screen.queryByRole("button", { name: /^Undo/ })).toBeNull();
  });

  it("becomes the state’s refusal, which leads to its story", async () => {
    const its = desk({
      action_queue: () => ({ intents: [11], sentence: "1 package loses 2 ea.", outbox: outboxStatus() }),
    });
    const { person, client } = await begin({ form: "finish" });
    await person.click(await queue());
    await screen.findByText("1 package loses 2 ea.");
    const said = "Quantity would be below zero. Please check.";
    its.answer({ outbox_list: () => ({ total: 2, lines: [refused(11, { said }), refused(3)] }) });
    act(() => client.setQueryData(["snapshot"], snapshot({ outbox: outboxStatus({ revision: 2, refused: 2 }) })));
    expect((await screen.findByRole("alert")).textContent).toContain(
      "The state refused it: Quantity would be below zero.",
    );
    expect(screen.queryByText("1 package loses 2 ea.")).toBeNull();
    expect(document.querySelector(".notice-good")).toBeNull();
    await person.click(screen.getByRole("button", { name: "Edit and resend…" }));
    expect(screen.getByTestId("at").textContent).toBe("outbox refused 11");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("says that a person has to decide", async () => {
    const its = desk();
    const { person, client } = await begin({ form: "finish" });
    await person.click(await queue());
    await screen.findByText("2 packages will be finished.");
    its.answer({ outbox_list: () => ({ total: 1, lines: [undecided(12)] }) });
    act(() => client.setQueryData(["snapshot"], snapshot({ outbox: outboxStatus({ revision: 2, needs_you: 1 }) })));
    expect(await screen.findByText("A report needs you.")).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "Show" }));
    expect(screen.getByTestId("at").textContent).toBe("outbox needs_you 12");
  });

  it("tells of a refusal that comes after it has gone", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const its = desk();
    const { person, client } = await begin({ form: "finish" }, { advanceTimers: vi.advanceTimersByTime });
    await person.click(await queue());
    await screen.findByText("2 packages will be finished.");
    await act(() => vi.advanceTimersByTimeAsync(UNDO_MS));
    expect(screen.queryByText("2 packages will be finished.")).toBeNull();
    its.answer({ outbox_list: () => ({ total: 1, lines: [refused(12)] }) });
    act(() => client.setQueryData(["snapshot"], snapshot({ outbox: outboxStatus({ revision: 2, refused: 1 }) })));
    expect((await screen.findByRole("alert")).textContent).toContain(
      "The state refused it: Package quantity must be zero.",
    );
  });

  it("keeps each undo at hand when more is queued; the keys take back the last", async () => {
    let first = 10;
    const its = desk({
      action_queue: () => {
        first += 10;
        return { intents: [first], sentence: `Report ${first}.`, outbox: outboxStatus() };
      },
    });
    const { person } = await begin({ form: "finish" });
    await person.click(await queue());
    await screen.findByText("Report 20.");
    await person.click(screen.getByRole("button", { name: "Act" }));
    await person.click(await queue());
    await screen.findByText("Report 30.");
    expect(screen.getAllByRole("button", { name: /^Undo/ })).toHaveLength(2);
    await person.keyboard("{Control>}z{/Control}");
    await screen.findByText("1 report undone. It was not sent.");
    await person.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(its.requests("outbox_withdraw").map(({ intents }) => intents)).toEqual([[30], [20]]));
  });

  it("offers no undo any more once everything has left, and says where to look", async () => {
    const its = desk();
    const { person, client } = await begin({ form: "finish" });
    await person.click(await queue());
    const undo = await screen.findByRole("button", { name: /^Undo/ });
    act(() => client.setQueryData(["snapshot"], snapshot({ outbox: outboxStatus({ revision: 2, checking: 2 }) })));
    expect(await screen.findByText(/All have left for the state\. The Outbox shows/)).toBeTruthy();
    expect(undo.getAttribute("aria-disabled")).toBe("true");
    await person.click(undo);
    expect(its.requests("outbox_withdraw")).toEqual([]);
    expect(commandsNow().undo).toBe("All have left for the state");
  });

  it("says which reports had left already, and stays", async () => {
    desk({
      outbox_withdraw: () => ({
        changed: 1,
        refused: [{ intent: 12, sentence: "It is on its way." }],
        outbox: outboxStatus(),
      }),
    });
    const { person } = await begin({ form: "finish" });
    await person.click(await queue());
    await person.click(await screen.findByRole("button", { name: /^Undo/ }));
    expect(await screen.findByText(/1 report could not be undone\. It is on its way\./)).toBeTruthy();
  });
});
