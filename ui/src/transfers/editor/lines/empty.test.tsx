import { screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { forgetTransfersAt } from "../../at";
import { expectAccessible, field, openDraft } from "../../test-page";
import { FakeDrafts, tagOf } from "../../testing";

afterEach(forgetTransfersAt);

it("the lines in which nothing stands go with one press, and no other", async () => {
  const fake = new FakeDrafts();
  fake.make({ name: "Run", transfer_type: "Return" }, [tagOf(1), "", tagOf(2), "", ""]);
  const { person, desk } = await openDraft(fake, "Run");
  await person.type(await field("Gross Weight, line 4"), "2");
  const button = await screen.findByRole("button", { name: "Remove 2 empty lines" });
  await expectAccessible(button.closest(".addbar") as Element);
  await person.click(button);
  expect(await screen.findByText("2 empty lines were removed.")).toBeTruthy();
  expect(fake.drafts.get(1)?.lines.map(({ tag, gross_weight }) => tag || gross_weight)).toEqual([
    tagOf(1),
    tagOf(2),
    "2",
  ]);
  expect(desk.requests("draft_lines_remove"), "at once").toHaveLength(1);
  expect(screen.queryByRole("button", { name: /empty line/ })).toBeNull();
  await waitFor(async () => expect(document.activeElement, "ready for the next").toBe(await field("Scan a tag")));
});

it("nothing is offered where no line is empty, or none may be taken out", async () => {
  const fake = new FakeDrafts();
  fake.make({ name: "Run" }, [tagOf(1)]);
  const sent = fake.make({ name: "Gone" }, [tagOf(2), ""]);
  fake.drafts.set(2, { ...sent, editable: false });
  const { person } = await openDraft(fake, "Run");
  expect(screen.queryByRole("button", { name: /empty line/ })).toBeNull();
  await person.click(screen.getByRole("button", { name: "Drafts" }));
  await person.click(await screen.findByRole("button", { name: "Gone" }));
  await screen.findByRole("heading", { name: "Stages" });
  expect(screen.queryByRole("button", { name: /empty line/ })).toBeNull();
});
