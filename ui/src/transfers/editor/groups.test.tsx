import { screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { DraftFinding } from "../../platform";
import { testDesk } from "../../platform/testing";
import { speak } from "../../words";
import { forgetTransfersAt } from "../at";
import { expectAccessible, field, open, openDraft } from "../test-page";
import { FakeDrafts, tagOf } from "../testing";

afterEach(() => {
  forgetTransfersAt();
  speak("en-US");
});

const COMPLETE = {
  name: "Run",
  transfer_type: "Transfer",
  recipient: "C10-0000777-LIC",
  recipient_name: "Golden Poppy",
  route: "US-101 north, exit 705",
  departure: "2026-11-24T08:30",
  arrival: "2026-11-24T10:15",
  transporter: "C11-0000301-LIC",
  driver_name: "Dana Ruiz",
  driver_license: "D1234567",
  vehicle_make: "Ford",
  vehicle_model: "Transit",
  vehicle_plate: "8ABC123",
  phone: "707-555-0142",
  note: "gate code 4417",
};

const head = (name: RegExp) => screen.getByRole("button", { name });
const expanded = () =>
  [/^Where/, /^When/, /^Who drives/].map((name) => head(name).getAttribute("aria-expanded") === "true");

/** A desk whose check finds this beside what is missing. */
function finding(fake: FakeDrafts, found: () => DraftFinding[]) {
  const { draft_check } = fake.answers();
  return testDesk({
    ...fake.answers(),
    draft_check: async (request) => {
      const check = await draft_check(request);
      const findings = [...check.findings, ...found()];
      return { ...check, findings, ready: findings.every((each) => each.weight !== "stop") };
    },
  });
}

const departure = (weight: DraftFinding["weight"]): DraftFinding => ({
  weight,
  sentence: "Look at the departure.",
  source: "",
  spot: { at: "field", field: "departure" },
});

describe("the form's groups", () => {
  it("say in one line each what they hold once they are complete, and open by a press", async () => {
    const fake = new FakeDrafts();
    fake.make(COMPLETE, [tagOf(1)]);
    const { person } = await openDraft(fake, "Run");
    expect(expanded()).toEqual([false, false, false]);
    expect(head(/^Where/).textContent).toBe(
      "Where Transfer to Golden Poppy C10-0000777-LIC US-101 north, exit 705 gate code 4417",
    );
    expect(head(/^When/).textContent).toMatch(/^When Leaves Nov 24, 2026, 8:30 AM( PT)?, arrives 10:15 AM( PT)?$/);
    expect(head(/^Who drives/).textContent).toBe(
      "Who drives Dana Ruiz Ford Transit, plate 8ABC123 707-555-0142 Redwood Distribution",
    );
    expect(screen.queryByRole("textbox", { name: "Note" })).toBeNull();
    await screen.findByText(/^Ready to send/);
    await expectAccessible();

    head(/^Where/).focus();
    await person.keyboard("{Enter}");
    expect(expanded()).toEqual([true, false, false]);
    expect(document.activeElement, "the focus stays").toBe(head(/^Where/));
    await person.tab();
    expect(document.activeElement).toBe(await field("Type"));
    expect(screen.getByRole("textbox", { name: "Note" })).toBeTruthy();
    await expectAccessible();
    await person.click(head(/^Where/));
    expect(expanded()).toEqual([false, false, false]);
  });

  it("are open in a new draft, do not fold under the hand, and can be folded once they are complete", async () => {
    const fake = new FakeDrafts();
    fake.make({ ...COMPLETE, vehicle_make: "", arrival: "2026-11-24T" }, [tagOf(1)]);
    const { person } = await openDraft(fake, "Run");
    expect(expanded(), "what is complete is folded").toEqual([false, true, true]);
    const drives = head(/^Who drives/);
    expect(drives.getAttribute("aria-disabled"), "nothing to fold yet").toBe("true");
    expect(drives.tabIndex, "nor a stop").toBe(-1);
    await person.click(drives);
    expect(expanded()).toEqual([false, true, true]);
    await person.type(await field("Vehicle’s make"), "Ford");
    await screen.findByText("Saved");
    expect(expanded(), "it is complete now, and stays").toEqual([false, true, true]);
    await waitFor(() => expect(drives.getAttribute("aria-disabled")).toBeNull());
    expect(drives.title).toBe("Fold to one line");
    await person.click(drives);
    expect(expanded()).toEqual([false, true, false]);
  });

  it("hold departure and arrival side by side", async () => {
    const fake = new FakeDrafts();
    fake.make({ name: "Run" });
    await openDraft(fake, "Run");
    const [leaves, arrives] = [await field("Departure"), await field("Arrival")].map((each) => each.closest(".field"));
    expect(leaves?.nextElementSibling).toBe(arrives);
    expect(leaves?.parentElement?.children).toHaveLength(2);
  });

  it("open where the check leads, with the focus in the field", async () => {
    const fake = new FakeDrafts();
    fake.make(COMPLETE, [tagOf(1)]);
    const { person } = await openDraft(
      fake,
      "Run",
      finding(fake, () => [departure("warning")]),
    );
    const found = await screen.findByRole("button", { name: /Look at the departure/ });
    expect(expanded(), "a warning opens nothing by itself").toEqual([false, false, false]);
    await person.click(found);
    expect(expanded()).toEqual([false, true, false]);
    expect(document.activeElement).toBe(await field("Departure"));
  });

  it("are open while something in them must be fixed, and stay open when it is", async () => {
    const fake = new FakeDrafts();
    fake.make(COMPLETE, [tagOf(1)]);
    let wrong = [departure("stop")];
    const { person } = await openDraft(
      fake,
      "Run",
      finding(fake, () => wrong),
    );
    await waitFor(() => expect(expanded()).toEqual([false, true, false]));
    expect((await field("Departure")).getAttribute("aria-invalid")).toBe("true");
    await person.click(head(/^When/));
    expect(expanded(), "not to be folded away").toEqual([false, true, false]);
    wrong = [];
    await person.click(screen.getByRole("button", { name: "Check now" }));
    await waitFor(() => expect(head(/^When/).getAttribute("aria-disabled")).toBeNull());
    expect(expanded()).toEqual([false, true, false]);
  });

  it("say in Spanish what they hold", async () => {
    speak("es-US");
    const fake = new FakeDrafts();
    fake.make(COMPLETE, [tagOf(1)]);
    const { person } = await open(fake);
    await person.click(await screen.findByRole("button", { name: "Run" }));
    expect(await screen.findByRole("button", { name: /^Adónde Transfer a Golden Poppy/ })).toBeTruthy();
    await person.click(screen.getByRole("button", { name: /^Quién conduce Dana Ruiz Ford Transit, placa 8ABC123/ }));
    expect(screen.getByRole("combobox", { name: "Placa del vehículo" })).toBeTruthy();
  });
});

it("a field says what is wrong in place of its hint, which is still read out", async () => {
  const fake = new FakeDrafts();
  fake.make({ name: "Run" });
  const { person } = await openDraft(fake, "Run");
  const told = () =>
    [...document.querySelectorAll(".draft-form .field")].map((each) => each.querySelector(".field-told"));
  expect(told().every(Boolean), "each field has its room").toBe(true);
  const hint = screen.getByText("Choose one seen before, or type its license number.");
  expect(hint.className).toBe("field-hint");
  await screen.findByText("4 to fill in");
  await person.click(screen.getByRole("button", { name: "Send" }));
  const destination = await field("Destination license");
  await waitFor(() => expect(destination.getAttribute("aria-invalid")).toBe("true"));
  expect(hint.className, "not seen beside it").toBe("unseen");
  expect(destination.getAttribute("aria-describedby")?.split(" ")).toContain(hint.id);
});
