import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, it } from "vitest";
import { refused, story } from "../base/test-outbox";
import { deskError, testDesk } from "../platform/testing";
import { scanInto } from "../scan/testing";
import { speak } from "../words";
import { newTransferWith } from ".";
import { forgetTransfersAt } from "./at";
import { expectAccessible, field, open, openDraft } from "./test-page";
import { FakeDrafts, tagOf } from "./testing";

afterEach(() => {
  forgetTransfersAt();
  speak("en-US");
});

const READY = {
  transfer_type: "Transfer",
  recipient: "C10-0000777-LIC",
  recipient_name: "Golden Poppy",
  driver_name: "Dana Ruiz",
};

describe("the drafts", () => {
  it("says what will be here and makes the first one", async () => {
    const fake = new FakeDrafts();
    const { person, desk } = await open(fake);
    expect(await screen.findByText("No drafts yet")).toBeTruthy();
    await expectAccessible();
    await person.click(screen.getByRole("button", { name: "New transfer" }));
    expect(await screen.findByText("No packages yet.", { exact: false })).toBeTruthy();
    expect(desk.requests("draft_new")[0]).toMatchObject({ copy_of: null, packages: null });
    await expectAccessible();
  });

  it("are listed, found, copied, and deleted once confirmed", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Tuesday run" }, [tagOf(1)]);
    fake.make({ name: "North coast" }, [], { stage: "template", stage_words: "Template in the state" });
    const { person, desk } = await open(fake);
    expect(await screen.findByText("Template in the state")).toBeTruthy();
    await expectAccessible();
    await person.click(screen.getByRole("button", { name: "Delete North coast" }));
    const sheet = await screen.findByRole("dialog", { name: "Delete North coast?" });
    await person.click(within(sheet).getByRole("radio", { name: /Leave the template/ }));
    await expectAccessible();
    await person.click(within(sheet).getByRole("button", { name: "Delete the draft" }));
    await waitFor(() => expect(screen.queryByRole("button", { name: "North coast" })).toBeNull());
    expect(desk.requests("draft_delete")[0]).toMatchObject({ draft: 2, template_too: false });
    await person.click(screen.getByRole("button", { name: "Copy Tuesday run" }));
    await screen.findByRole("heading", { name: "Stages" });
    expect(desk.requests("draft_new")[0]?.copy_of).toBe(1);
  });

  it("open with what could not be added when they are made from packages", async () => {
    const fake = new FakeDrafts();
    const desk = testDesk(fake.answers());
    const sentence = "It is on hold.";
    desk.answer({
      draft_new: () => ({
        draft: fake.make({}, [tagOf(1)]),
        refused: [{ file: "", line: 0, text: tagOf(2), reason: "on_hold", sentence }],
      }),
    });
    await newTransferWith({ target: "view", view: 3 }, "C10-0000123-LIC");
    await open(fake, desk);
    expect(await screen.findByText("1 package was added; 1 was not.")).toBeTruthy();
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Save…" })).toBeNull();
  });
});

describe("the editor", () => {
  it("has everything typed on the disk, and a driver brings the license along", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run" });
    const { person, desk } = await openDraft(fake, "Run");
    await person.selectOptions(await field("Type"), "Wholesale Manifest");
    expect(await field("Invoice number")).toBeTruthy();
    await person.type(await field("Planned route"), "US-101");
    fireEvent.change(await field("Departure"), { target: { value: "2026-11-24" } });
    fireEvent.change(await field("Departure, time"), { target: { value: "08:30" } });
    await person.type(await field("Driver"), "dana");
    await person.click(await screen.findByRole("option", { name: /Dana Ruiz/ }));
    await person.type(await field("Destination license"), "golden");
    await person.keyboard("{Enter}");
    await waitFor(() =>
      expect(fake.drafts.get(1)?.form).toMatchObject({
        transfer_type: "Wholesale Manifest",
        route: "US-101",
        departure: "2026-11-24T08:30",
        driver_name: "Dana Ruiz",
        driver_license: "D1234567",
        driver_employee_id: "E-17",
        recipient: "C10-0000777-LIC",
        recipient_name: "Golden Poppy",
      }),
    );
    expect(await screen.findByText("Saved")).toBeTruthy();
    expect(new Set(desk.requests("draft_set").map((request) => request.request_id)).size).toBe(
      desk.requests("draft_set").length,
    );
  });

  it("keeps what a field with suggestions holds at Escape, open or not", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run", driver_name: "Dana Ruiz", driver_license: "D1234567", phone: "707-555-0142" });
    const { person, desk } = await openDraft(fake, "Run");
    for (const [name, value] of [
      ["Driver", "Dana Ruiz"],
      ["Phone for questions", "707-555-0142"],
    ] as const) {
      const suggesting = await field(name);
      await person.click(suggesting);
      await person.keyboard("{Escape}{Escape}{Escape}");
      expect(suggesting.value, name).toBe(value);
    }
    expect(desk.requests("draft_set")).toEqual([]);
    expect(fake.drafts.get(1)?.form.driver_name).toBe("Dana Ruiz");
  });

  it("says that a field is not saved, tries again, and loses nothing", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run" });
    const { person, desk } = await openDraft(fake, "Run");
    const { draft_set } = fake.answers();
    desk.answer({
      draft_set: () => {
        throw deskError({ code: "disk_full", message: "The disk is full.", retry: true });
      },
    });
    await person.type(await field("Note"), "mind the dog");
    expect(await screen.findByText("Not saved yet. Trying again.")).toBeTruthy();
    expect((await screen.findByRole("alert")).textContent).toContain("The disk is full.");
    desk.answer({ draft_set });
    await person.click(screen.getByRole("button", { name: "Try now" }));
    expect(await screen.findByText("Saved")).toBeTruthy();
    expect(fake.drafts.get(1)?.form.note).toBe("mind the dog");
  });

  it("goes from line to line by keys, fills down, and takes a pasted column", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run", transfer_type: "Return" }, [tagOf(1), tagOf(2), tagOf(3)]);
    const { person } = await openDraft(fake, "Run");
    await person.click(await field("Gross Weight, line 1"));
    await person.keyboard("4.5{Enter}");
    expect(document.activeElement).toBe(await field("Gross Weight, line 2"));
    await expectAccessible();
    await person.paste("7\n8\n9");
    await person.keyboard("{ArrowUp}{Control>}d{/Control}");
    expect(await screen.findByText("No line below is empty.")).toBeTruthy();
    await person.selectOptions(await field("Unit of Weight, line 1"), "Grams");
    await person.keyboard("{Control>}d{/Control}");
    await waitFor(() =>
      expect(fake.drafts.get(1)?.lines.map((line) => [line.gross_weight, line.gross_unit])).toEqual([
        ["4.5", "Grams"],
        ["7", "Grams"],
        ["8", "Grams"],
      ]),
    );
    await person.keyboard("{Control>}{Shift>}{Delete}{/Shift}{/Control}");
    await waitFor(() => expect(fake.drafts.get(1)?.lines).toHaveLength(2));
    await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toBe("Unit of Weight, line 1"));
    await person.click(await field("Gross Weight, line 2"));
    await person.keyboard("{Enter}");
    expect(await field("Tag, line 3")).toBeTruthy();
  });

  it("adds scanned tags one by one, from the field and from anywhere, and says so", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run" }, [tagOf(1)]);
    const { person } = await openDraft(fake, "Run");
    const scanner = await field("Scan a tag");
    await person.type(scanner, `${tagOf(3)}{Enter}`);
    expect(await screen.findByText("2: added, Blue Dream 1 g, 6 ea")).toBeTruthy();
    expect(document.activeElement).toBe(scanner);
    expect(scanner.value).toBe("");
    await person.type(scanner, `${tagOf(50)}{Enter}`);
    expect(await screen.findByText(/^Refused: This package was finished/)).toBeTruthy();
    scanner.blur();
    const before = screen.getByRole("button", { name: "Delete this draft…" });
    before.focus();
    scanInto(before, tagOf(6));
    expect(await screen.findByText("3: added, Blue Dream 1 g, 12 ea")).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(fake.drafts.get(1)?.lines).toHaveLength(3);
  });

  it("adds a file, lists what it refused with line and reason, and saves the list", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run" });
    const { person, desk } = await openDraft(fake, "Run");
    await person.click(screen.getByRole("button", { name: "Select Files" }));
    expect(await screen.findByText("180 packages were added; 3 were not.")).toBeTruthy();
    const list = screen.getByRole("region", { name: "3 tags not added" });
    expect(within(list).getAllByRole("row")[1]?.textContent).toContain("tags.csv50");
    // The 180 lines are alike; the whole is looked at where there are few.
    await expectAccessible(screen.getByRole("region", { name: "What was added" }));
    await person.click(screen.getByRole("button", { name: "Save…" }));
    expect(await screen.findByText("Saved as not-added.csv.")).toBeTruthy();
    expect(desk.requests("refusals_save")[0]?.session).toBe(7);
    await person.click(screen.getByRole("button", { name: "Show in folder" }));
    const saved = desk.requests("refusals_save")[0]?.request_id;
    expect(desk.requests("saved_show")).toEqual([{ saved, by: "folder" }]);
    expect(screen.getByText("180 of 200")).toBeTruthy();
  });

  it("saves its sheet and leads to it; one that is open needs no way to it", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run" }, [tagOf(1)]);
    const { person, desk } = await openDraft(fake, "Run");
    await person.click(screen.getByRole("button", { name: "Sheet" }));
    await person.click(await screen.findByRole("menuitem", { name: "Open the sheet, to print it" }));
    await waitFor(() => expect(desk.requests("draft_sheet")).toHaveLength(1));
    expect(screen.queryByText(/^Saved as/)).toBeNull();
    await person.click(screen.getByRole("button", { name: "Sheet" }));
    await person.click(await screen.findByRole("menuitem", { name: "Save the sheet as PDF…" }));
    expect(await screen.findByText("Saved as sheet.pdf.")).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "Open" }));
    const saved = desk.requests("draft_sheet")[1]?.request_id;
    expect(desk.requests("saved_show")).toEqual([{ saved, by: "program" }]);
  });

  it("shows where to drop files while they are held over the window, and adds them", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run" });
    const { desk } = await openDraft(fake, "Run");
    desk.tell({ event: "files_over", count: 1 });
    expect(await screen.findByText(/Drop 1 file of tags/)).toBeTruthy();
    desk.tell({ event: "files_dropped", files: [{ handle: "d1", name: "tags.csv", size: 10 }] });
    expect(await screen.findByText("180 packages were added; 3 were not.")).toBeTruthy();
    expect(screen.queryByText(/Drop 1 file/)).toBeNull();
    expect(desk.requests("draft_tags_add")[0]?.source).toEqual({ source: "files", handles: ["d1"] });
  });

  it("says so when a drop brings no file", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run" });
    const { desk } = await openDraft(fake, "Run");
    desk.tell({ event: "files_over", count: 1 });
    expect(await screen.findByText(/Drop 1 file of tags/)).toBeTruthy();
    const fault = deskError({
      code: "file",
      message: "Windows gave no file. Nothing was added.",
      next: "Use Select Files, or save the attachment first.",
    });
    desk.tell({ event: "no_file_dropped", fault });
    expect(await screen.findByText(/Windows gave no file/)).toBeTruthy();
    expect(screen.getByText(/Use Select Files, or save the attachment first/)).toBeTruthy();
    expect(screen.queryByText(/Drop 1 file/)).toBeNull();
    expect(desk.requests("draft_tags_add")).toEqual([]);
  });

  it("asks which column of pasted rows is meant, and adds nothing before", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run" });
    const { person, desk } = await openDraft(fake, "Run");
    const rows = [1, 2].map((row) => `${tagOf(100 + row)}\t${tagOf(row)}`).join("\n");
    // Into the field of one line, where the rows would run into each other.
    await person.click(await screen.findByLabelText("Scan a tag"));
    await person.paste(rows);
    const asked = await screen.findByRole("region", { name: /Which one is meant/ });
    expect(document.activeElement).toBe(asked);
    expect(
      within(asked)
        .getAllByRole("button")
        .map((each) => each.textContent),
    ).toEqual([
      `Column 1 2 tags${tagOf(101)}, ${tagOf(102)}`,
      `Column 2 2 tags${tagOf(1)}, ${tagOf(2)}`,
      "Take nothing",
    ]);
    const { violations } = await axe.run(asked, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map((each) => each.id)).toEqual([]);
    expect(fake.drafts.get(1)?.lines).toEqual([]);
    await person.keyboard("{Tab}{Tab}{Enter}");
    expect(await screen.findByText("2 packages were added; 0 were not.")).toBeTruthy();
    expect(screen.getByText("Column 2 was read, as you chose.")).toBeTruthy();
    expect(fake.drafts.get(1)?.lines.map((line) => line.tag)).toEqual([tagOf(1), tagOf(2)]);
    expect(desk.requests("draft_tags_add")[1]?.answers).toEqual([
      { source: 0, sheet: null, column: { which: "one", column: 1 } },
    ]);
    // Put away, the next one takes nothing.
    await person.click(await screen.findByLabelText("Scan a tag"));
    await person.paste(`${tagOf(3)}\t${tagOf(4)}`);
    await person.click(await screen.findByRole("button", { name: "Take nothing" }));
    expect(screen.queryByRole("region", { name: /Which one is meant/ })).toBeNull();
    expect(fake.drafts.get(1)?.lines.length).toBe(2);
  });

  it("adds N lines, and pasted tags by the box", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run" });
    const { person } = await openDraft(fake, "Run");
    const number = await field("How many lines to add");
    await person.clear(number);
    await person.type(number, "3{Enter}");
    await waitFor(async () => expect(document.activeElement).toBe(await field("Tag, line 1")));
    await person.click(screen.getByRole("button", { name: "Paste tags…" }));
    await person.click(await screen.findByLabelText("Tags"));
    await person.paste(`${tagOf(1)}\n${tagOf(2)}\nnonsense`);
    await person.click(screen.getByRole("button", { name: "Add these packages" }));
    expect(await screen.findByText("2 packages were added; 1 were not.")).toBeTruthy();
    expect(fake.drafts.get(1)?.lines.map((line) => line.tag)).toEqual([tagOf(1), tagOf(2), ""]);
  });

  it("greets nobody with errors: what is to be filled in is counted, and red only once it was to be sent", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run" });
    const { person } = await openDraft(fake, "Run");
    expect(await screen.findByText("4 to fill in")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "To fill in 4" })).toBeTruthy();
    expect(screen.queryByRole("heading", { name: /Must be fixed/ })).toBeNull();
    expect(document.querySelectorAll("[aria-invalid], .field-problem, .finding-stop")).toHaveLength(0);
    // A package more is no reason to be told off for the driver.
    await person.type(await field("Scan a tag"), `${tagOf(1)}{Enter}`);
    expect(await screen.findByText("3 to fill in")).toBeTruthy();
    expect(document.querySelectorAll("[aria-invalid], .field-problem")).toHaveLength(0);
    await person.click(screen.getByRole("button", { name: "Send" }));
    expect(await screen.findByRole("heading", { name: "Must be fixed 3" })).toBeTruthy();
    expect(screen.getByText("3 things must be fixed first.")).toBeTruthy();
    expect((await field("Driver")).getAttribute("aria-invalid")).toBe("true");
    await expectAccessible();
  });

  it("shows what to do on the state's site once it was sent, before everything else", async () => {
    const fake = new FakeDrafts();
    fake.make({ ...READY, name: "Run" }, [tagOf(1)]);
    const { person, desk } = await openDraft(fake, "Run");
    await waitFor(() =>
      expect(screen.getByRole("button", { name: "Send" }).getAttribute("aria-disabled")).toBe("false"),
    );
    await person.click(screen.getByRole("button", { name: "Send" }));
    const sheet = await screen.findByRole("dialog", { name: "Send this transfer?" });
    await person.click(within(sheet).getByRole("button", { name: "Send" }));
    const steps = await screen.findByRole("region", { name: "Register it on the state’s site" });
    await waitFor(() => expect(document.activeElement).toBe(steps));
    expect(screen.queryByRole("heading", { name: "Check" })).toBeNull();
    expect(screen.queryByText(/Ready to send/)).toBeNull();
    const form = (await field("Driver")).closest(".draft-form") as Element;
    expect(steps.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    const site = within(steps).getByRole("button", {
      name: "Open this license’s templates on the state’s site",
    });
    expect(site.className, "it is on its way still").not.toContain("button-main");
    const draft = fake.drafts.get(1);
    if (draft) {
      fake.drafts.set(1, {
        ...draft,
        head: { ...draft.head, stage: "template", stage_words: "Template in the state" },
      });
    }
    desk.tell({ event: "drafts" });
    await waitFor(() => expect(site.className, "now it is the main thing to do").toContain("button-main"), {
      timeout: 5_000,
    });
    expect(document.activeElement, "what one reads stays").toBe(steps);
    await person.click(site);
    expect(desk.requests("link_open")).toEqual([
      { link: "state_templates", license: fake.drafts.get(1)?.head.license ?? "" },
    ]);
    await expectAccessible();
  });

  it("checks by itself, goes to the field, and sends once confirmed", async () => {
    const fake = new FakeDrafts();
    fake.make({ ...READY, name: "Run", driver_name: "" }, [tagOf(1)]);
    const { person, desk } = await openDraft(fake, "Run");
    await person.click(await screen.findByRole("button", { name: /Name the driver/ }));
    const driver = await field("Driver");
    expect(document.activeElement).toBe(driver);
    expect(screen.getByRole("button", { name: "Send" }).getAttribute("aria-disabled")).toBe("true");
    await person.type(driver, "Lee");
    await screen.findByText("Ready to send: 1 packages to Golden Poppy.");
    await waitFor(() =>
      expect(screen.getByRole("button", { name: "Send" }).getAttribute("aria-disabled")).toBe("false"),
    );
    await person.click(screen.getByRole("button", { name: "Send" }));
    const sheet = await screen.findByRole("dialog", { name: "Send this transfer?" });
    expect(desk.requests("draft_send")).toEqual([]);
    await expectAccessible();
    await person.click(within(sheet).getByRole("button", { name: "Send" }));
    expect((await screen.findAllByText("Waiting to be sent")).length).toBeGreaterThan(0);
    expect(screen.queryByRole("button", { name: "Send" })).toBeNull();
    expect(screen.getByRole("button", { name: "Report in the Outbox" })).toBeTruthy();
  });

  it("loses nothing when it is left by Escape or by the way back", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run" });
    const { person } = await openDraft(fake, "Run");
    await person.type(await field("Note"), "mind the dog");
    await person.keyboard("{Escape}");
    expect(await field("Note")).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "Drafts" }));
    await screen.findByRole("button", { name: "Delete Run" });
    expect(fake.drafts.get(1)?.form.note).toBe("mind the dog");
  });

  it("is listed as it was left, also when its last write took longer than the way back", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run" });
    const { person, desk } = await openDraft(fake, "Run");
    let written = () => {};
    const disk = new Promise<void>((resolve) => {
      written = resolve;
    });
    const { draft_set } = fake.answers();
    desk.answer({
      draft_set: async (request) => {
        await disk;
        return draft_set(request);
      },
    });
    await person.type(screen.getByRole("textbox", { name: "Name of this draft" }), "away");
    await person.click(screen.getByRole("button", { name: "Drafts" }));
    await screen.findByRole("button", { name: "Run" });
    written();
    expect(await screen.findByRole("button", { name: "Runaway" })).toBeTruthy();
  });

  it("says why the state refused the template, and is sent again once fixed", async () => {
    const fake = new FakeDrafts();
    const draft = fake.make({ ...READY, name: "Run" }, [tagOf(1)], {
      stage: "trouble",
      stage_words: "The template was refused by the state",
    });
    fake.drafts.set(1, { ...draft, intent: 5 });
    const happened = "The state says that a package is on hold.";
    const desk = testDesk({ ...fake.answers(), outbox_story: () => story(refused(5, { happened })) });
    const { person } = await open(fake, desk);
    await person.click(await screen.findByRole("button", { name: "Run" }));
    expect(await screen.findByText(happened, { exact: false })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Show its report" })).toBeTruthy();
    await screen.findByText("Ready to send: 1 packages to Golden Poppy.");
    await person.click(await screen.findByRole("button", { name: "Send again" }));
    expect(await screen.findByRole("dialog", { name: "Send this transfer again?" })).toBeTruthy();
  });

  it("shows both versions side by side when the template was changed there", async () => {
    const fake = new FakeDrafts();
    const draft = fake.make({ ...READY, name: "Run" }, [tagOf(1)], {
      stage: "template",
      stage_words: "Template in the state",
    });
    fake.drafts.set(1, { ...draft, changed_there: true, intent: 5, template: 9 });
    const desk = testDesk(fake.answers());
    desk.answer({
      draft_compare: () => ({
        fields: [{ what: "Driver", here: "Dana Ruiz", there: "Sam Okafor" }],
        only_here: [tagOf(1)],
        only_there: [],
        changed_at: "2026-11-23T17:20:00Z",
      }),
      draft_settle: () => ({ ...draft, changed_there: false }),
    });
    const { person } = await open(fake, desk);
    await person.click(await screen.findByRole("button", { name: "Run" }));
    expect(await screen.findByText("Register it on the state’s site")).toBeTruthy();
    await person.click(await screen.findByRole("button", { name: "Compare…" }));
    const sheet = await screen.findByRole("dialog", { name: "The template was changed on the state’s site" });
    expect((await within(sheet).findByRole("row", { name: /Driver/ })).textContent).toBe("DriverDana RuizSam Okafor");
    await expectAccessible();
    await person.click(within(sheet).getByRole("button", { name: "Take the state’s version" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(desk.requests("draft_settle")[0]).toMatchObject({ draft: 1, take_theirs: true });
    expect(screen.queryByText(/was changed on the state’s site since/)).toBeNull();
  });
});

describe("in Spanish", () => {
  it("a draft's check, its fields and what its lines heard are said so", async () => {
    speak("es-US");
    const fake = new FakeDrafts();
    fake.make({ ...READY, name: "Run", driver_name: "", transfer_type: "Wholesale Manifest" }, [tagOf(1), tagOf(2)]);
    const { person } = await open(fake);
    await person.click(await screen.findByRole("button", { name: "Run" }));
    const check = await screen.findByRole("region", { name: "Revisión" });
    expect(await within(check).findByRole("heading", { name: "Por llenar 1" })).toBeTruthy();
    expect(within(check).getByRole("rowheader", { name: "2 paquetes" })).toBeTruthy();
    expect(screen.getByText("Pide precios al por mayor, pesos brutos y un número de factura.")).toBeTruthy();
    await person.click(within(check).getByRole("button", { name: /Name the driver/ }));
    expect(document.activeElement).toBe(await field("Conductor"));
    await person.click(await field("Precio al por mayor, línea 1"));
    await person.keyboard("7");
    await person.click(screen.getByRole("button", { name: "Llenar hacia abajo: Precio al por mayor" }));
    await person.click(await screen.findByRole("menuitem", { name: /Llenar las líneas vacías de abajo/ }));
    expect(await screen.findByText("Se llenó 1 línea con 7.")).toBeTruthy();
    await person.type(await field("Escanee una etiqueta"), `${tagOf(3)}{Enter}`);
    expect(await screen.findByText("3: agregado, Blue Dream 1 g, 6 ea")).toBeTruthy();
    await expectAccessible();
    await person.click(screen.getByRole("button", { name: "Borradores" }));
    await person.click(await screen.findByRole("button", { name: "Eliminar Run" }));
    expect(await screen.findByRole("dialog", { name: "¿Eliminar Run?" })).toBeTruthy();
  });
});
