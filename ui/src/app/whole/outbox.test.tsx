import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { newQueryClient } from "../../base/desk";
import {
  done,
  line,
  type OutboxDesk,
  outboxDesk,
  refused,
  rowOf,
  rows,
  tagOf,
  undecided,
} from "../../base/test-outbox";
import { deskError } from "../../platform/testing";
import { speak } from "../../words";
import { App } from "../App";

// The grids have tests of their own.
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

afterEach(() => speak("en-US"));

async function open(desk: OutboxDesk) {
  const person = userEvent.setup();
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  await person.click(await screen.findByRole("button", { name: /^Outbox/ }));
  return { desk, person };
}

const tab = (name: RegExp) => screen.findByRole("tab", { name });

async function nothingSerious() {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.filter((each) => each.impact === "serious" || each.impact === "critical")).toEqual([]);
}

describe("the badge", () => {
  it("counts what is not over and says in words what that is", async () => {
    const { desk } = await open(outboxDesk([undecided(1), undecided(2), line(3), line(4), line(5), line(6), line(7)]));
    const entry = screen.getByRole("button", { name: "Outbox, 2 need you, 5 waiting" });
    expect(entry.textContent).toContain("7");
    desk.become([done(1)]);
    expect(await screen.findByRole("button", { name: "Outbox" })).toBeTruthy();
  });

  it("never goes back to an older word", async () => {
    const { desk } = await open(outboxDesk([line(1)]));
    desk.become([line(1), line(2)]);
    await screen.findByRole("button", { name: "Outbox, 2 waiting" });
    const old = (await desk.answered()).outbox;
    desk.tell({ event: "outbox", status: { ...old, waiting: 9, revision: 1 } });
    await screen.findByRole("tab", { name: "Waiting 2" });
    expect(screen.getByRole("button", { name: "Outbox, 2 waiting" })).toBeTruthy();
  });
});

describe("the groups", () => {
  it("are six with their counts, and the first seen is what wants a person most", async () => {
    await open(outboxDesk([line(1), line(2), refused(3), done(4)]));
    const names = (await screen.findAllByRole("tab")).map((each) => each.textContent);
    expect(names).toEqual(["Waiting 2", "Sending 0", "Checking 0", "Needs you 0", "Refused 1", "Done 1"]);
    expect((await tab(/Refused/)).getAttribute("aria-selected")).toBe("true");
    expect((await rowOf(3)).textContent).toContain("Package quantity must be zero.");
    await nothingSerious();
  });

  it("say of each report what is done to which item, its tag once, and when it is due", async () => {
    const soon = new Date(Date.now() - 150 * 60_000).toISOString();
    const of = `package ${tagOf(2)}`;
    const books = "Alder Street Dispensary";
    const known = { sentence: `Take 4 ea from ${of} (Drying)`, due: soon };
    const template = { kind: "template_create", title: "Make template", sentence: "Make template “Run”", item: "" };
    await open(
      outboxDesk([
        line(1, { due: "2030-11-28T08:00:00Z" }),
        line(2, known),
        line(3, { item: "" }),
        line(4, { ...template, package: null }),
      ]),
    );
    await rowOf(1);
    const cells = rows().map((row) =>
      [...row.querySelectorAll("p, .due")].slice(0, 2).concat(...row.querySelectorAll(".due")),
    );
    expect(cells.map((each) => each.map(({ textContent }) => textContent?.trim()))).toEqual([
      ["Finish package Blue Dream 3.5 g jar, on Nov 23, 2026", `${tagOf(1)} ${books}`, "due Nov 28, 12:00 AM"],
      ["Take 4 ea from package Blue Dream 3.5 g jar (Drying)", `${tagOf(2)} ${books}`, "overdue by 2 h"],
      [`Finish package ${tagOf(3)}, on Nov 23, 2026`, books, expect.stringMatching(/^overdue by/)],
      ["Make template “Run”", `Make template · ${books}`, expect.stringMatching(/^overdue by/)],
    ]);
    expect(screen.getByRole("columnheader", { name: "Due" })).toBeTruthy();
    expect(rows()[1]?.querySelector("b")?.textContent).toBe("Blue Dream 3.5 g jar");
    expect(rows()[1]?.querySelector(".outbox-one")?.getAttribute("title")).toBe(
      "Take 4 ea from package Blue Dream 3.5 g jar (Drying)",
    );
  });

  it("each say what will be in them when they are empty", async () => {
    const { person } = await open(outboxDesk([]));
    for (const [name, title] of [
      [/Waiting/, "Nothing is waiting to be sent"],
      [/Sending/, "Nothing is being sent"],
      [/Checking/, "Nothing is being checked"],
      [/Needs you/, "Nothing needs you"],
      [/Refused/, "Nothing was refused"],
      [/Done/, "Nothing done since you last cleared this list"],
    ] as const) {
      await person.click(await tab(name));
      expect(await screen.findByRole("heading", { name: title })).toBeTruthy();
    }
  });

  it("say of what is being checked that it is not to be entered again", async () => {
    await open(outboxDesk([line(1, { group: "checking", happened: "We do not know yet." })]));
    expect(await screen.findByText("We do not know yet whether the state recorded these.")).toBeTruthy();
    expect(screen.getByText("We are checking; please do not enter them again.")).toBeTruthy();
  });

  it("draw only the rows in sight of thousands, and reach the last by key", async () => {
    const many = Array.from({ length: 3000 }, (_, at) => line(at + 1));
    const { person } = await open(outboxDesk(many));
    await rowOf(1);
    expect(rows().length).toBeLessThan(60);
    expect(screen.getByRole("grid", { name: "Waiting reports" }).getAttribute("aria-rowcount")).toBe("3001");
    rows()[0]?.focus();
    await person.keyboard("{ArrowDown}");
    await waitFor(() => expect(document.activeElement?.textContent).toContain(tagOf(2)));
    await person.keyboard("{End}");
    await waitFor(() => expect(document.activeElement?.textContent).toContain(tagOf(3000)));
    await person.keyboard("{Home}");
    await waitFor(() => expect(document.activeElement?.textContent).toContain(tagOf(1)));
  });

  it("keep the focus with its report while others leave, and pass it on when it leaves itself", async () => {
    const { desk, person } = await open(outboxDesk([line(1), line(2), line(3), line(4)]));
    (await rowOf(3)).focus();
    desk.become([line(2), line(3), line(4)]);
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(document.activeElement?.textContent).toContain(tagOf(3));
    desk.become([line(2), line(4)]);
    await waitFor(() => expect(rows()).toHaveLength(2));
    await waitFor(() => expect(document.activeElement?.textContent).toContain(tagOf(4)));
    // Others above leave with it: the next is still the one that stood behind it.
    desk.become([line(4), line(5), line(6), line(7)]);
    await waitFor(() => expect(rows()).toHaveLength(4));
    (await rowOf(5)).focus();
    desk.become([line(6), line(7)]);
    await waitFor(() => expect(rows()).toHaveLength(2));
    await waitFor(() => expect(document.activeElement?.textContent).toContain(tagOf(6)));
    // And where the list is shorter then than its place was far down.
    desk.become([1, 2, 3, 4, 5, 6, 7, 8].map((at) => line(at)));
    await waitFor(() => expect(rows()).toHaveLength(8));
    (await rowOf(5)).focus();
    desk.become([6, 7, 8].map((at) => line(at)));
    await waitFor(() => expect(rows()).toHaveLength(3));
    await waitFor(() => expect(document.activeElement?.textContent).toContain(tagOf(6)));
    desk.become([]);
    await waitFor(async () => expect(document.activeElement).toBe(await tab(/Waiting/)));
    await person.keyboard("{ArrowRight}");
    expect(await screen.findByRole("heading", { name: "Nothing is being sent" })).toBeTruthy();
  });

  it("keep the one with the focus however far one scrolls, and come back to it by key", async () => {
    const { person } = await open(outboxDesk(Array.from({ length: 100_000 }, (_, at) => line(at + 1))));
    (await rowOf(2)).focus();
    const list = screen.getByRole("grid");
    list.scrollTop = 4_000_000;
    fireEvent.scroll(list);
    expect((await rowOf(80_002)).style.insetBlockStart).toBe(`${80_001 * 50}px`);
    expect(rows().length).toBeLessThan(60);
    expect(rows()[0]).toBe(document.activeElement);
    expect(document.activeElement?.getAttribute("aria-rowindex")).toBe("3");
    await person.keyboard("{ArrowDown}");
    await waitFor(() => expect(document.activeElement?.textContent).toContain(tagOf(3)));
    expect(list.scrollTop).toBe(100);
  });

  it("stay where they are in sight while others come in above", async () => {
    const { desk } = await open(outboxDesk(Array.from({ length: 200 }, (_, at) => done(at + 1))));
    await rowOf(1);
    const list = screen.getByRole("grid");
    list.scrollTop = 500;
    fireEvent.scroll(list);
    const seen = await rowOf(13);
    const at = Number.parseFloat(seen.style.insetBlockStart) - list.scrollTop;
    desk.become(Array.from({ length: 240 }, (_, index) => done(index - 39)));
    await waitFor(() => expect(list.getAttribute("aria-rowcount")).toBe("241"));
    expect(list.scrollTop).toBeGreaterThan(500);
    expect(Number.parseFloat((await rowOf(13)).style.insetBlockStart) - list.scrollTop).toBe(at);
  });

  it.each([
    { happened: "There is no connection to the state.", until: null, offline: true, blocked: false },
    { happened: "A web filter is in the way.", until: null, offline: false, blocked: true },
  ])("say why nothing leaves and try at once when asked: $happened", async (held) => {
    const { desk, person } = await open(outboxDesk([line(1)], { status: { held, overdue: 1 } }));
    expect(await screen.findByText(held.happened)).toBeTruthy();
    expect(screen.getByText("1 report is past the 24 hours in which the state wants it.")).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "Send now" }));
    await waitFor(() => expect(desk.requests("outbox_try")).toHaveLength(1));
  });

  it("say what went wrong when a list cannot be read", async () => {
    const desk = outboxDesk([line(1)]);
    const answer = { total: 1, lines: [line(1)] };
    let broken = true;
    desk.answer({
      outbox_list: () => {
        if (broken) {
          throw deskError({ code: "internal", message: "The file could not be read. Nothing is lost." });
        }
        return answer;
      },
    });
    const { person } = await open(desk);
    expect((await screen.findByRole("alert")).textContent).toContain("The file could not be read.");
    broken = false;
    await person.click(screen.getByRole("button", { name: "Try again" }));
    expect(await rowOf(1)).toBeTruthy();
  });
});

describe("in Spanish", () => {
  it("the list, its columns and what can be done with it are said so", async () => {
    speak("es-US");
    const desk = outboxDesk([line(1), line(2), refused(3)], { status: { overdue: 2 } });
    const person = userEvent.setup();
    render(
      <QueryClientProvider client={newQueryClient()}>
        <App />
      </QueryClientProvider>,
    );
    await screen.findByText("Packages", { selector: "p" });
    await person.keyboard("{Control>}{Shift>}o{/Shift}{/Control}");
    await person.click(await screen.findByRole("tab", { name: "En espera 2" }));
    const list = await screen.findByRole("grid", { name: "Informes en espera" });
    expect(
      within(list)
        .getAllByRole("columnheader")
        .slice(1)
        .map((each) => each.textContent),
    ).toEqual(["Informe", "En qué está", "Vence", "En la bandeja"]);
    expect(screen.getByText("2 informes pasaron de las 24 horas en que el estado los pide.")).toBeTruthy();
    (await rowOf(1)).focus();
    await person.keyboard(" {Shift>}{ArrowDown}{/Shift}");
    await person.click(await screen.findByRole("button", { name: "Retirar 2" }));
    const question = await screen.findByRole("dialog", { name: "¿Retirar 2 informes?" });
    await person.click(within(question).getByRole("button", { name: "Retirarlos" }));
    expect(await screen.findByText("2 informes retirados. No se envió nada de ellos al estado.")).toBeTruthy();
    await waitFor(() => expect(desk.requests("outbox_withdraw")[0]?.intents).toEqual([1, 2]));
  });
});

describe("selecting", () => {
  it("withdraws many at once, once confirmed", async () => {
    const { desk, person } = await open(outboxDesk([line(1), line(2), line(3)]));
    (await rowOf(1)).focus();
    await person.keyboard(" {Shift>}{ArrowDown}{/Shift}");
    await person.click(await screen.findByRole("button", { name: "Withdraw 2" }));
    const question = await screen.findByRole("dialog", { name: "Withdraw 2 reports?" });
    expect(desk.requests("outbox_withdraw")).toEqual([]);
    await person.click(within(question).getByRole("button", { name: "Withdraw them" }));
    await waitFor(() => expect(desk.requests("outbox_withdraw")[0]?.intents).toEqual([1, 2]));
    expect(await screen.findByText("2 reports withdrawn. None of them was sent to the state.")).toBeTruthy();
    await waitFor(() => expect(rows()).toHaveLength(1));
    await waitFor(() => expect(document.activeElement?.textContent).toContain(tagOf(3)));
  });

  it("takes the whole group by key, always as numbers", async () => {
    const many = Array.from({ length: 1200 }, (_, at) => line(at + 1));
    const { desk, person } = await open(outboxDesk(many));
    (await rowOf(1)).focus();
    await person.keyboard("{Control>}a{/Control}");
    await person.click(await screen.findByRole("button", { name: "Withdraw 1,200" }));
    await person.click(await screen.findByRole("button", { name: "Withdraw them" }));
    await waitFor(() => expect(desk.requests("outbox_withdraw")[0]?.intents).toHaveLength(1200));
  });

  it("is dropped by Escape and by going to another group", async () => {
    const { person } = await open(outboxDesk([line(1), done(2)]));
    (await rowOf(1)).focus();
    await person.keyboard(" ");
    expect((await rowOf(1)).getAttribute("aria-selected")).toBe("true");
    await person.keyboard("{Escape}");
    expect((await rowOf(1)).getAttribute("aria-selected")).toBe("false");
    await person.keyboard(" ");
    await person.click(await tab(/Done/));
    await person.click(await tab(/Waiting/));
    expect((await rowOf(1)).getAttribute("aria-selected")).toBe("false");
  });

  it("says which could not be taken back, and why", async () => {
    const desk = outboxDesk([line(1)]);
    desk.answer({
      outbox_withdraw: async () => ({
        changed: 0,
        refused: [{ intent: 1, sentence: "It is on its way to the state." }],
        outbox: (await desk.answered()).outbox,
      }),
    });
    const { person } = await open(desk);
    (await rowOf(1)).focus();
    await person.keyboard(" ");
    await person.click(await screen.findByRole("button", { name: "Withdraw 1" }));
    expect(await screen.findByText("Nothing was changed.")).toBeTruthy();
    expect(screen.getByText("It is on its way to the state.")).toBeTruthy();
  });

  it("is not needed to clear everything that is done", async () => {
    const { desk, person } = await open(outboxDesk([done(1), done(2)]));
    await person.click(await screen.findByRole("button", { name: "Clear all done" }));
    await waitFor(() => expect(desk.requests("outbox_clear")[0]?.intents).toEqual([]));
    expect(await screen.findByRole("heading", { name: "Nothing done since you last cleared this list" })).toBeTruthy();
  });
});
