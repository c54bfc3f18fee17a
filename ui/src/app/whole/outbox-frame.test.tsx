import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { newQueryClient } from "../../base/desk";
import { line, type OutboxDesk, outboxDesk, refused, undecided } from "../../base/test-outbox";
import { californiaDay } from "../../base/time";
import { daysBefore } from "../../outbox/words";
import { App } from "../App";

vi.mock("../frame/places", async () => {
  const { OutboxPage } = await import("../../outbox/OutboxPage");
  const outbox = { id: "outbox", title: "Outbox", icon: "outbox", Page: OutboxPage, isFor: () => true };
  const packages = {
    id: "packages",
    title: "Packages",
    icon: "package",
    Page: () => <p>Packages</p>,
    isFor: () => true,
  };
  return { placesFor: () => [packages, outbox] };
});

async function open(desk: OutboxDesk) {
  const person = userEvent.setup();
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  await screen.findByText("Packages", { selector: "p" });
  return { desk, person };
}

describe("after working without a connection", () => {
  const summary = { offline_since: "2026-11-23T08:00:00Z", recorded: 38, refused: 1, needs_you: 0 };

  it("says what became of the reports and leads to what wants a person", async () => {
    const { desk, person } = await open(outboxDesk([refused(1)], { status: { summary } }));
    const notice = await screen.findByRole("region", { name: "After working without a connection" });
    expect(notice.textContent).toContain("39 reports waited: 38 were recorded, 1 was refused.");
    await person.click(within(notice).getByRole("button", { name: "Show" }));
    expect((await screen.findByRole("tab", { name: /Refused/ })).getAttribute("aria-selected")).toBe("true");
    await waitFor(() => expect(desk.requests("outbox_summary_seen")).toHaveLength(1));
  });

  it("goes away once it was read", async () => {
    const { person } = await open(outboxDesk([], { status: { summary } }));
    await person.click(await screen.findByRole("button", { name: "Dismiss" }));
    await waitFor(() => expect(screen.queryByText(/reports waited/)).toBeNull());
  });
});

describe("going there by key", () => {
  it("gives the focus to the list, whose arrows and Enter work at once", async () => {
    const { person } = await open(outboxDesk([line(1), line(2)]));
    for (const keys of ["{Control>}{Shift>}o{/Shift}{/Control}", "{Control>}2{/Control}"]) {
      await person.keyboard(keys);
      await screen.findByRole("grid");
      await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("row"));
      await person.keyboard("{Control>}1{/Control}");
      await screen.findByText("Packages", { selector: "p" });
      expect(document.activeElement?.id, "a place without a list has the focus itself").toBe("place");
    }
  });

  it("gives the focus to the group in sight where it holds nothing", async () => {
    const { person } = await open(outboxDesk([]));
    await person.keyboard("{Control>}2{/Control}");
    await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("tab"));
  });
});

describe("closing while reports wait", () => {
  it("says that they are safe; Enter stays", async () => {
    const { desk, person } = await open(outboxDesk([line(1)]));
    desk.tell({ event: "quit_asked", waiting: 5 });
    const question = await screen.findByRole("dialog", { name: "Close Trackside?" });
    expect(question.textContent).toContain(
      "5 reports are waiting to be sent. They are saved on this computer and will be sent when Trackside starts again.",
    );
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Stay"));
    await person.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(desk.requests("app_quit")).toEqual([]);
  });

  it("closes when asked to", async () => {
    const { desk, person } = await open(outboxDesk([line(1)]));
    desk.answer({ app_quit: () => ({ changed: true }) });
    desk.tell({ event: "quit_asked", waiting: 1 });
    expect(
      await screen.findByText(/^1 report is waiting to be sent. It is saved on this computer and will be sent/),
    ).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "Close anyway" }));
    await waitFor(() => expect(desk.requests("app_quit")).toHaveLength(1));
  });

  it("leaves what else is open as it was", async () => {
    const { desk, person } = await open(outboxDesk([line(1)]));
    await person.keyboard("{Control>}k{/Control}");
    await person.type(await screen.findByRole("combobox"), "half");
    desk.tell({ event: "quit_asked", waiting: 1 });
    await person.click(await screen.findByRole("button", { name: "Stay" }));
    await waitFor(() => expect(screen.queryByRole("dialog", { name: "Close Trackside?" })).toBeNull());
    expect(screen.getByRole("combobox")).toHaveProperty("value", "half");
  });
});

describe("the ways to the Outbox", () => {
  it("are its keys, the palette and the indicator", async () => {
    const { person } = await open(outboxDesk([undecided(1), undecided(2)]));
    await person.keyboard("{Control>}{Shift>}o{/Shift}{/Control}");
    expect(await screen.findByRole("tab", { name: /Needs you/ })).toBeTruthy();
    await person.keyboard("{Control>}1{/Control}");
    await screen.findByText("Packages", { selector: "p" });
    await person.keyboard("{Control>}k{/Control}");
    await person.type(await screen.findByRole("combobox"), "outbox{Enter}");
    expect(await screen.findByRole("tab", { name: /Needs you/ })).toBeTruthy();
    await person.keyboard("{Control>}1{/Control}");
    await person.click(await screen.findByRole("button", { name: "Needs you (2)" }));
    const panel = await screen.findByRole("dialog", { name: "Sync" });
    expect(panel.textContent).toContain("2 need you");
    await person.click(within(panel).getByRole("button", { name: "Open the Outbox" }));
    expect(await screen.findByRole("tab", { name: /Needs you/ })).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole("dialog", { name: "Sync" })).toBeNull());
  });
});

describe("a report that the state refused", () => {
  it("is counted at the foot, where nothing is green, and a press there leads to it", async () => {
    const { person } = await open(outboxDesk([refused(1), line(2, { group: "done" })]));
    const foot = await screen.findByRole("button", { name: "1 refused" });
    expect(foot.className).toContain("indicator-warn");
    expect(document.querySelector(".indicator-good")).toBeNull();
    await person.click(foot);
    expect((await screen.findByRole("tab", { name: /Refused/ })).getAttribute("aria-selected")).toBe("true");
  });
});

describe("the audit's export", () => {
  it("covers the last 30 days unless told otherwise, and says what it saved", async () => {
    const { desk, person } = await open(outboxDesk([]));
    desk.answer({ audit_export: () => ({ file: "trackside-audit.csv", rows: 1204 }) });
    await person.keyboard("{Control>}k{/Control}");
    await person.type(await screen.findByRole("combobox"), "audit{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Export the audit" });
    await person.click(within(dialog).getByRole("button", { name: "Save the file…" }));
    expect(await within(dialog).findByText("Saved trackside-audit.csv, 1,204 lines.")).toBeTruthy();
    const today = californiaDay(new Date());
    expect(desk.requests("audit_export")[0]).toMatchObject({ from: daysBefore(today, 29), to: today });
  });

  it("says which day is wrong before anything is asked", async () => {
    const { desk, person } = await open(outboxDesk([]));
    await person.keyboard("{Control>}k{/Control}");
    await person.type(await screen.findByRole("combobox"), "audit{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Export the audit" });
    await person.clear(within(dialog).getByLabelText("From"));
    await person.click(within(dialog).getByRole("button", { name: "Save the file…" }));
    expect(await within(dialog).findByText(/^Enter a day/)).toBeTruthy();
    expect(desk.requests("audit_export")).toEqual([]);
  });
});
