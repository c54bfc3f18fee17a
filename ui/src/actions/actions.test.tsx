import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ActionStart } from "../base/actions";
import { ALDER, outboxStatus } from "../base/test-licenses";
import type { AppSnapshot, Review } from "../platform";
import { deskError } from "../platform/testing";
import { speak } from "../words";
import { begin, desk, holds, line, nothingSerious, packageAt, queue, review } from "./test-actions";

describe("finish", () => {
  it("goes straight to the review, dated today, with what is left out first and why", async () => {
    const its = desk();
    const { dialog } = await begin({ form: "finish" });
    await screen.findByText("2 packages will be finished, dated Nov 23, 2026.");
    expect(its.requests("action_review")[0]).toMatchObject({
      form: { action: "finish", date: "2026-11-23" },
      replaces: null,
    });
    const lines = within(dialog).getAllByRole("listitem");
    expect(lines[0]?.textContent).toContain("Left out");
    expect(lines[0]?.textContent).toContain("Package 2 still holds 3.5 g.");
    expect(within(dialog).getByText("1 package left out")).toBeTruthy();
    expect(within(dialog).getByRole("row", { name: "g 2 1,204.5 0" })).toBeTruthy();
    expect((await queue()).textContent).toContain("Queue 2 reports");
    await nothingSerious();
  });

  it("looks again when its date is changed, and not at a day in the future", async () => {
    const its = desk();
    const { person } = await begin({ form: "finish" });
    const date = await screen.findByLabelText("Date");
    await person.clear(date);
    await person.type(date, "2026-11-20");
    await waitFor(() =>
      expect(its.requests("action_review").at(-1)?.form).toEqual({ action: "finish", date: "2026-11-20" }),
    );
    await person.clear(date);
    await person.type(date, "2027-01-01");
    expect(await screen.findByText(/in the future/)).toBeTruthy();
    expect(await queue()).toHaveProperty("disabled", true);
  });

  it("queues once, says so, gives the focus back, and takes it back when the person says so", async () => {
    const its = desk();
    const back = vi.fn();
    const queued = vi.fn();
    const { person } = await begin({ form: "finish", back, onQueued: queued });
    await person.dblClick(await queue());
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(its.requests("action_queue")).toHaveLength(1);
    expect(back).toHaveBeenCalled();
    expect(queued).toHaveBeenCalledOnce();
    expect(screen.getByText("2 packages will be finished.")).toBeTruthy();
    await nothingSerious();
    await person.click(screen.getByRole("button", { name: /^Undo/ }));
    expect(await screen.findByText("2 reports undone. None of them was sent.")).toBeTruthy();
    expect(its.requests("outbox_withdraw")[0]?.intents).toEqual([11, 12]);
  });

  it("is known to wait when its dialog has closed, before any news of it", async () => {
    const waits = outboxStatus({ waiting: 2, done: 2, revision: 7 });
    const its = desk({ action_queue: () => ({ intents: [11, 12], sentence: "2 packages", outbox: waits }) });
    const { person, client } = await begin({ form: "finish" });
    await person.click(await queue());
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const known = () => client.getQueryData<AppSnapshot>(["snapshot"])?.outbox;
    expect(known()).toEqual(waits);
    const undone = outboxStatus({ done: 4, revision: 8 });
    its.answer({ outbox_withdraw: () => ({ changed: 2, refused: [], outbox: undone }) });
    await person.click(screen.getByRole("button", { name: /^Undo/ }));
    expect(await screen.findByText("2 reports undone. None of them was sent.")).toBeTruthy();
    expect(known(), "and so is an undo").toEqual(undone);
  });

  it("is queued by keys alone, and undone by them", async () => {
    const its = desk();
    const { person } = await begin({ form: "finish" });
    await queue();
    await person.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("2 packages will be finished.");
    await person.keyboard("{Control>}z{/Control}");
    await screen.findByText(/undone/);
    expect(its.requests("outbox_withdraw")).toHaveLength(1);
  });

  it("has nothing to queue where everything is left out", async () => {
    desk({ action_review: () => review([holds(1), holds(2)]) });
    await begin({ form: "finish" });
    expect(await screen.findByRole("button", { name: /^Nothing to queue/ })).toHaveProperty("disabled", true);
  });

  it("shows the first lines of many, and all when asked", async () => {
    const many = Array.from({ length: 120 }, (_, at) => line(at + 1));
    desk({ action_review: () => review(many) });
    const { person, dialog } = await begin({ form: "finish" });
    await person.click(await screen.findByRole("button", { name: "Show all 120" }));
    expect(within(dialog).getAllByRole("listitem")).toHaveLength(120);
  });
});

describe("what changed meanwhile", () => {
  it("is looked at again by itself and named; nothing was queued", async () => {
    let turn = 0;
    const its = desk({
      action_review: () => {
        turn += 1;
        return turn === 1 ? review([line(1), line(2)]) : review([holds(2), line(1)]);
      },
      action_queue: () => {
        throw deskError({ code: "stale", message: "1 package has changed since. Nothing was queued." });
      },
    });
    const { person } = await begin({ form: "finish" });
    await person.click(await queue());
    const notice = await screen.findByRole("status");
    expect(notice.textContent).toContain("Nothing was queued");
    expect(notice.textContent).toContain("…000002 can no longer be queued.");
    expect((await queue()).textContent).toContain("Queue 1 report");
    its.answer({ action_queue: () => ({ intents: [1], sentence: "1 package.", outbox: outboxStatus() }) });
    await person.click(await queue());
    await screen.findByText("1 package.");
    const [first, second] = its.requests("action_queue");
    expect(second?.review).not.toBe(first?.review);
    expect(second?.request_id).not.toBe(first?.request_id);
  });

  it("keeps the request's name when the answer to the same review was lost", async () => {
    const its = desk({
      action_queue: () => {
        throw deskError({ code: "internal", message: "The answer was lost.", retry: true });
      },
    });
    const { person } = await begin({ form: "finish" });
    await person.click(await queue());
    await screen.findByText("The answer was lost.");
    await person.click(await queue());
    await waitFor(() => expect(its.requests("action_queue")).toHaveLength(2));
    const [first, second] = its.requests("action_queue");
    expect(second).toEqual(first);
  });
});

describe("adjust", () => {
  it("asks for what is missing, and for the note that the reason needs", async () => {
    const its = desk();
    const { person, dialog } = await begin({ form: "adjust" });
    await nothingSerious();
    await person.click(screen.getByRole("button", { name: "Review" }));
    await screen.findByText("Enter an amount.");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Change by" })));
    await person.type(screen.getByRole("textbox", { name: "Change by" }), "−2.5 g");
    await person.selectOptions(screen.getByLabelText("Reason"), "Spoilage");
    await person.click(screen.getByRole("button", { name: "Review" }));
    expect(await screen.findByText("This reason needs a note.")).toBeTruthy();
    await person.type(screen.getByLabelText("Note (required)"), "mould");
    expect(within(dialog).getByText("15 characters left")).toBeTruthy();
    await person.keyboard("{Control>}{Enter}{/Control}");
    await queue();
    expect(its.requests("action_review")[0]?.form).toEqual({
      action: "adjust",
      mode: "by",
      amount: "−2.5 g",
      reason: "Spoilage",
      note: "mould",
      date: "2026-11-23",
    });
    await person.click(screen.getByRole("button", { name: "Back" }));
    expect(await screen.findByLabelText("Note (required)")).toHaveProperty("value", "mould");
  });

  const NOW = { item: "Blue Dream 3.5 g jar", quantity: "10", unit: "ea", words: "10 ea" };
  const one: Pick<ActionStart, "form" | "target"> = {
    form: "adjust",
    target: { target: "packages", packages: [packageAt(7)] },
  };
  const choices = () => ({
    reasons: [{ name: "Drying", requires_note: false }],
    locations: [],
    items: [],
    today: "2026-11-23",
    note_room: 20,
    now: NOW,
  });
  const plain = (more: Partial<Review> = {}) => review([line(7, { before: "10 ea", after: "9 ea" })], more);

  it("of one package says what it is and holds, what it will hold while one types, and needs no second page", async () => {
    const its = desk({ action_choices: choices, action_review: () => plain() });
    const { person, dialog } = await begin(one);
    expect(its.requests("action_choices")[0]).toMatchObject({ package: packageAt(7), replaces: null });
    expect(within(dialog).getByText("Blue Dream 3.5 g jar")).toBeTruthy();
    const now = within(dialog).getByRole("status");
    expect(now.textContent?.trim()).toBe("Now 10 ea");
    await nothingSerious();
    await person.type(screen.getByRole("textbox", { name: "Change by" }), "-1");
    expect(within(now).getByText("9 ea")).toBeTruthy();
    expect(within(dialog).getByText(/you are asked before anything is sent/)).toBeTruthy();
    await person.selectOptions(screen.getByLabelText("Reason"), "Drying");
    await person.type(screen.getByLabelText("Note (optional)"), "counted");
    await person.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("2 packages will be finished.")).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(its.requests("action_review").map(({ form }) => form)).toMatchObject([{ amount: "-1", note: "counted" }]);
    expect(its.requests("action_queue")).toHaveLength(1);
  });

  it.each([
    ["something waits before it", { more: true }],
    ["it is warned of", { lines: [line(7, { before: "10 ea", after: "9 ea" })], warned: 1, more: true }],
    ["it holds something else by now", { lines: [line(7, { before: "8 ea", after: "7 ea" })] }],
    ["the desk understood another amount", { lines: [line(7, { before: "10 ea", after: "8 ea" })] }],
    ["it is another item by now", { lines: [line(7, { item: "Kush", before: "10 ea", after: "9 ea" })] }],
    ["it is left out", { lines: [line(7, { ready: false })], ready: 0, refused: 1, more: true }],
  ] satisfies [string, Partial<Review>][])(
    "of one package shows the review where %s, and queues nothing",
    async (_, more) => {
      const its = desk({ action_choices: choices, action_review: () => plain(more) });
      const { person } = await begin(one);
      await person.type(screen.getByRole("textbox", { name: "Change by" }), "-1");
      await person.selectOptions(screen.getByLabelText("Reason"), "Drying");
      await person.click(screen.getByRole("button", { name: /^Queue 1 report/ }));
      expect(await screen.findByRole("button", { name: "Back" })).toBeTruthy();
      expect(its.requests("action_queue")).toEqual([]);
    },
  );

  it("of one package is one request, also when the answer to it was lost", async () => {
    const its = desk({
      action_choices: choices,
      action_review: () => plain(),
      action_queue: () => {
        throw deskError({ code: "internal", message: "The answer was lost.", retry: true });
      },
    });
    const { person } = await begin(one);
    await person.type(screen.getByRole("textbox", { name: "Change by" }), "-1");
    await person.selectOptions(screen.getByLabelText("Reason"), "Drying");
    await person.click(screen.getByRole("button", { name: /^Queue 1 report/ }));
    await screen.findByText("The answer was lost.");
    expect(screen.getByRole("button", { name: "Back" }), "what was asked for stands there").toBeTruthy();
    await person.click(await queue());
    await waitFor(() => expect(its.requests("action_queue")).toHaveLength(2));
    const [first, second] = its.requests("action_queue");
    expect(second).toEqual(first);
    expect(its.requests("action_review")).toHaveLength(1);
  });

  it("begins an edit with what was reported, in place of that report", async () => {
    const its = desk();
    const form = { action: "adjust", mode: "to", amount: "3", reason: "Drying", note: "", date: "2026-11-20" } as const;
    const { person } = await begin({
      form,
      target: { target: "packages", packages: [packageAt(7)] },
      replaces: 40,
    });
    expect(screen.getByRole("dialog", { name: "Adjust the quantity of package …000007" })).toBeTruthy();
    expect(screen.getByLabelText("New quantity")).toHaveProperty("value", "3");
    await person.click(screen.getByRole("button", { name: "Review" }));
    await queue();
    expect(its.requests("action_review")[0]).toMatchObject({ form, replaces: 40 });
  });
});

describe("location", () => {
  it("is found by typing a part of its name", async () => {
    const its = desk();
    const { person } = await begin({ form: "location" });
    await person.type(screen.getByRole("combobox", { name: "Location" }), "ann");
    await person.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByRole("combobox")).toHaveProperty("value", "Vault Annex"));
    await person.click(screen.getByRole("button", { name: "Review" }));
    await queue();
    expect(its.requests("action_review")[0]?.form).toMatchObject({ location: "Vault Annex", sublocation: "" });
  });
});

describe("Ctrl+Enter in a field with a list", () => {
  it("takes what is lit and goes on", async () => {
    const its = desk();
    const { person } = await begin({ form: "location" });
    await person.type(screen.getByRole("combobox", { name: "Location" }), "ann");
    await screen.findByRole("option", { name: "Vault Annex" });
    await person.keyboard("{Control>}{Enter}{/Control}");
    await queue();
    expect(its.requests("action_review")[0]?.form).toMatchObject({ location: "Vault Annex" });
  });
});

describe("Escape in a field with a list", () => {
  it("closes the list, then the dialog, and gives up no choice", async () => {
    desk();
    const { person } = await begin({
      form: { action: "location", location: "Vault", sublocation: "", date: "2026-11-23" },
    });
    const place = screen.getByRole("combobox", { name: "Location" });
    await person.click(place);
    await screen.findByRole("listbox");
    await person.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
    expect(place).toHaveProperty("value", "Vault");
    await person.keyboard("{Escape}");
    expect(place).toHaveProperty("value", "Vault");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});

describe("all that match", () => {
  it("is one view to the desk", async () => {
    const its = desk();
    await begin({ form: "note", target: { target: "view", view: 8 }, packages: 1204, licenses: [ALDER.number] });
    expect(screen.getByRole("dialog", { name: "Change the note of 1,204 packages" })).toBeTruthy();
    expect(its.requests("action_choices")[0]?.licenses).toEqual([ALDER.number]);
  });

  it("says what the desk says of too many", async () => {
    desk({
      action_review: () => {
        throw deskError({ code: "too_many", message: "These are 9,000 packages.", next: "Choose at most 5,000." });
      },
    });
    await begin({ form: "finish", target: { target: "view", view: 8 }, packages: 9000, licenses: [ALDER.number] });
    expect((await screen.findByRole("alert")).textContent).toContain("Choose at most 5,000.");
  });
});

describe("in Spanish", () => {
  afterEach(() => speak("en-US"));

  it("a package is finished, from the sheet to the notice and back", async () => {
    desk();
    speak("es-US");
    const { person, dialog } = await begin({ form: "finish" });
    await person.click(await screen.findByRole("button", { name: /^Poner en cola 2 informes/ }));
    expect(dialog.textContent).toContain("1 paquete queda fuera");
    await person.click(await screen.findByRole("button", { name: /^Deshacer/ }));
    expect(await screen.findByText("2 informes deshechos. No se envió ninguno.")).toBeTruthy();
  });

  it("a form is called by its package and asks in words", async () => {
    desk();
    speak("es-US");
    const target = { target: "packages" as const, packages: [packageAt(7)] };
    const { person } = await begin({ form: "adjust", target });
    expect(screen.getByRole("dialog", { name: "Ajustar la cantidad del paquete …000007" })).toBeTruthy();
    await person.click(screen.getByRole("radio", { name: "Fijar en" }));
    await person.type(screen.getByRole("textbox", { name: "Cantidad nueva" }), "-1");
    await person.click(screen.getByRole("button", { name: "Revisar" }));
    expect(await screen.findByText("La cantidad nueva no puede ser menor que cero.")).toBeTruthy();
  });
});
