import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { describe, expect, it, vi } from "vitest";
import { commandsNow } from "../../base/commands";
import { newQueryClient } from "../../base/desk";
import { done, line, type OutboxDesk, outboxDesk, refused, rowOf, tagOf, undecided } from "../../base/test-outbox";
import type { OutboxAttempt, OutboxStory } from "../../platform";
import { App } from "../App";

vi.mock("../frame/places", async () => {
  const { OutboxPage } = await import("../../outbox/OutboxPage");
  const outbox = { id: "outbox", title: "Outbox", icon: "outbox", Page: OutboxPage, isFor: () => true };
  return { placesFor: () => [outbox] };
});

/** Opens the story of the first report of the group that is seen first, by key. */
async function open(_: OutboxDesk, intent: number) {
  const person = userEvent.setup();
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  (await rowOf(intent)).focus();
  await person.keyboard("{Enter}");
  const story = await screen.findByRole("region", { name: `Report ${intent}` });
  await within(story).findByText("From the beginning");
  return { person, story };
}

const ATTEMPT: OutboxAttempt = {
  attempt: 1,
  begun_at: "2026-11-23T08:00:00Z",
  ended_at: "2026-11-23T08:00:30Z",
  outcome: "The answer did not come.",
  status: null,
  said: "connection reset",
  carried: 10,
  hash: "ab12",
};

describe("a report's story", () => {
  it("says what happened, whether the work is safe and what now, with everything that was tried", async () => {
    const desk = outboxDesk([undecided(1)], {
      stories: {
        1: {
          facts: [
            { what: "Quantity", before: "12.5 g", wanted: "10 g", now: "11 g" },
            { what: "Finished", before: "2025-11-22", wanted: "2026-11-22", now: "2026-11-23T02:30:05Z" },
          ],
          attempts: [ATTEMPT],
        },
      },
    });
    const { story } = await open(desk, 1);
    const answers = within(story).getAllByRole("definition");
    expect(answers.map((each) => each.textContent)).toEqual([
      "The state accepted this, but its record does not show it. Somebody may have changed it since.",
      "Your entry is kept here. Nothing is sent until you decide.",
      "Compare the facts, then choose “It was recorded” or “Send again”.",
    ]);
    const facts = within(story).getByRole("table", { name: "The facts side by side" });
    expect(
      within(facts)
        .getAllByRole("cell")
        .map((each) => each.textContent),
    ).toEqual(["12.5 g", "10 g", "11 g", "Nov 22, 2025", "Nov 22, 2026", "Nov 22, 2026, 6:30:05 PM"]);
    const tried = within(story).getByRole("region", { name: "Requests to the state" });
    expect(tried.textContent).toContain("30.0 s · with 9 other reports");
    expect(tried.textContent, "the year and the second of each request").toContain("Nov 23, 2026, 12:00:00 AM");
    expect(story.textContent, "the day and the year, also of what is queued today").toContain(
      "Queued Nov 23, 2026, 12:00 AM by",
    );
    expect(tried.textContent).toContain("connection reset");
    expect(tried.textContent).toContain("ab12");
    expect(story.textContent).toContain(`"Label":"${tagOf(1)}"`);
    const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.filter((each) => each.impact === "serious" || each.impact === "critical")).toEqual([]);
  });

  it("settles what was recorded and what is to be looked at again at one press", async () => {
    const desk = outboxDesk([undecided(1), undecided(2)]);
    const { person, story } = await open(desk, 1);
    await person.click(within(story).getByRole("button", { name: "It was recorded" }));
    await waitFor(() => expect(desk.requests("outbox_decide")[0]).toMatchObject({ intent: 1, decision: "recorded" }));
    await within(story).findByText("Settled by you");
    expect(document.activeElement).toBe(story);
  });

  it("asks what to send where the state moved since the review, and offers no other answer", async () => {
    const moved = undecided(1, {
      happened: "You counted 10 at 9:05 AM, when the copy said 12. The state now holds 9.",
      can_withdraw: true,
    });
    const choices: OutboxStory["choices"] = [
      {
        decision: "send_as_meant",
        words: "Send −2 as it was meant",
        does: "Sends the change as you reviewed it. The package then holds 7.",
      },
      { decision: "set_anew", words: "Make it 10 now", does: "Sends +1 instead, in place of this report." },
    ];
    const facts = [{ what: "Quantity", before: "12 Each", wanted: "10 Each", now: "9 Each" }];
    const desk = outboxDesk([moved], { stories: { 1: { choices, facts } } });
    const { person, story } = await open(desk, 1);
    within(story).getByText("You counted 10 at 9:05 AM, when the copy said 12. The state now holds 9.");
    const answers = within(story).getByRole("region", { name: "What you can do" });
    expect(
      within(answers)
        .getAllByRole("button")
        .map((each) => each.textContent),
    ).toEqual(["Send −2 as it was meant", "Make it 10 now", "Withdraw"]);
    const anew = within(answers).getByRole("button", { name: "Make it 10 now" });
    const describes = document.getElementById(anew.getAttribute("aria-describedby") ?? "");
    expect(describes?.textContent).toBe("Sends +1 instead, in place of this report.");
    await person.click(anew);
    await waitFor(() => expect(desk.requests("outbox_decide")[0]).toMatchObject({ intent: 1, decision: "set_anew" }));
    expect(desk.requests("outbox_decide")).toHaveLength(1);
  });

  it("sends again only once asked, because it may be recorded twice", async () => {
    const desk = outboxDesk([undecided(1)]);
    const { person, story } = await open(desk, 1);
    await person.click(within(story).getByRole("button", { name: "Send again…" }));
    const question = await screen.findByRole("dialog", { name: "Send it again?" });
    expect(question.textContent).toContain("recorded twice");
    await person.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(desk.requests("outbox_decide")).toEqual([]);
    await person.click(within(story).getByRole("button", { name: "Send again…" }));
    await person.click(await screen.findByRole("button", { name: "Send again" }));
    await waitFor(() => expect(desk.requests("outbox_decide")[0]).toMatchObject({ decision: "send_again" }));
  });

  it("is decided from the palette as well, where sending again is asked about too", async () => {
    const desk = outboxDesk([undecided(1), undecided(2)]);
    const { person } = await open(desk, 1);
    const choose = async (text: string) => {
      await person.keyboard("{Control>}k{/Control}");
      await person.type(await screen.findByRole("combobox", { name: "Commands" }), text);
      const [line] = await screen.findAllByRole("option");
      const words = line?.textContent?.trim();
      await person.keyboard("{Enter}");
      return words;
    };
    expect(await choose("resend"), "and not where it cannot be edited").toContain(
      "The report that is open cannot be edited",
    );
    await person.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("combobox")).toBeNull());
    expect(await choose("send again")).toBe("Decide a report: send again…");
    await person.click(await screen.findByRole("button", { name: "Do not send" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(desk.requests("outbox_decide")).toEqual([]);
    await choose("look again");
    await waitFor(() =>
      expect(desk.requests("outbox_decide")[0]).toMatchObject({ intent: 1, decision: "check_again" }),
    );
    await screen.findByText("Settled by you");
    expect(await choose("it was recorded"), "there is nothing more to decide").toContain(
      "The report that is open waits for no decision",
    );
    expect(desk.requests("outbox_decide")).toHaveLength(1);
  });

  it("says in the palette that other answers are asked for where the state moved", async () => {
    const choices: OutboxStory["choices"] = [{ decision: "set_anew", words: "Make it 10 now", does: "Sends +1." }];
    await open(outboxDesk([undecided(1)], { stories: { 1: { choices } } }), 1);
    const why = "The answers to this report stand in its story";
    expect(commandsNow()).toMatchObject({ recorded: why, send_again: why, look_again: why });
  });

  it("offers a refused one to be edited, with what was reported, in its place", async () => {
    const desk = outboxDesk([refused(1)]);
    desk.answer({
      action_choices: () => ({ reasons: [], locations: [], items: [], today: "2026-11-23", note_room: 200, now: null }),
      action_review: () => ({
        review: 1,
        title: "Finish 1 package",
        sentences: [],
        totals: [],
        lines: [],
        ready: 1,
        refused: 0,
        warned: 0,
        more: false,
      }),
    });
    const { person, story } = await open(desk, 1);
    expect(story.textContent).toContain("Package quantity must be zero.");
    expect(commandsNow().resend, "and in the palette").toMatchObject({ act: expect.any(Function) });
    await person.click(within(story).getByRole("button", { name: "Edit and resend…" }));
    await waitFor(() => expect(desk.requests("action_review")[0]).toMatchObject({ replaces: 1 }));
    expect(desk.requests("action_review")[0]?.target).toEqual({
      target: "packages",
      packages: [{ license: "C10-0000123-LIC", package_id: 1, tag: tagOf(1) }],
    });
  });

  it("follows the report from group to group while it is open", async () => {
    const desk = outboxDesk([line(1), line(2)]);
    const { person, story } = await open(desk, 1);
    await person.keyboard("{F6}");
    expect(document.activeElement).toBe(story);
    desk.become([line(1, { group: "sending", can_withdraw: false }), line(2)]);
    await within(story).findByText("Sending");
    expect(within(story).queryByRole("button", { name: "Withdraw" })).toBeNull();
    desk.become([line(2), done(1)]);
    await within(story).findByText("Recorded");
    await person.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("region", { name: "Report 1" })).toBeNull());
    expect(document.activeElement?.textContent).toContain(tagOf(2));
  });

  it("goes along with the arrow keys", async () => {
    const { person } = await open(outboxDesk([line(1), line(2)]), 1);
    await person.keyboard("{ArrowDown}");
    expect(await screen.findByRole("region", { name: "Report 2" })).toBeTruthy();
  });

  it("leads to the reports that it has to do with", async () => {
    const desk = outboxDesk([line(1)], { stories: { 1: { waits_for: [7], supersedes: 5 } } });
    const { person, story } = await open(desk, 1);
    expect(within(story).getByRole("list", { name: "Other reports" }).textContent).toBe(
      "Waits for report 7Took the place of report 5",
    );
    await person.click(within(story).getByRole("button", { name: "report 7" }));
    expect(await screen.findByRole("region", { name: "Report 7" })).toBeTruthy();
  });

  it("withdraws one at once", async () => {
    const desk = outboxDesk([line(1)]);
    const { person, story } = await open(desk, 1);
    await person.click(within(story).getByRole("button", { name: "Withdraw" }));
    await waitFor(() => expect(desk.requests("outbox_withdraw")[0]?.intents).toEqual([1]));
    await within(story).findByText("Withdrawn");
  });
});
