import { describe, expect, it } from "vitest";
import type { DraftHead } from "../../platform";
import { deskError, testDesk } from "../../platform/testing";
import { FakeDrafts, tagOf } from "../testing";
import { DraftStore, leaveDraft, openDraft } from "./draft-store";

function open(tags: string[] = [tagOf(1), tagOf(2), tagOf(3)]) {
  const fake = new FakeDrafts();
  const desk = testDesk(fake.answers());
  const draft = fake.make({ phone: "1" }, tags);
  const store = new DraftStore(draft);
  const kept = () => fake.drafts.get(draft.head.draft);
  return { fake, desk, store, kept, number: draft.head.draft };
}

describe("an open draft", () => {
  it("shows what is typed at once and has it on the disk, to the last key, in order", async () => {
    const { store, desk, kept } = open();
    for (const phone of ["7", "70", "707", "707-"]) {
      store.setHead({ phone });
      expect(store.view().form.phone).toBe(phone);
    }
    await store.queue.rest();
    expect(kept()?.form.phone).toBe("707-");
    expect(desk.requests("draft_set").map((request) => request.fields[0]?.value)).toEqual(["7", "707-"]);
    expect(store.view().form.phone).toBe("707-");
  });

  it("keeps what was typed on the screen while an older answer comes in", async () => {
    const { store, desk, kept } = open();
    let answer: () => void = () => {};
    const head = kept()?.head as DraftHead;
    desk.answer({
      draft_line_set: async ({ lines, value }) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        const line = kept()?.lines.find((each) => each.line === lines[0]);
        return { lines: line ? [{ ...line, gross_weight: value }] : [], head };
      },
    });
    const [line = 0] = store.view().order;
    store.setLines([line], "gross_weight", "4");
    store.setLines([line], "gross_weight", "45");
    store.setLines([line], "gross_weight", "453");
    await Promise.resolve();
    answer();
    await new Promise((resolve) => setTimeout(resolve));
    expect(store.line(line)?.gross_weight).toBe("453");
    answer();
    await store.queue.rest();
    expect(desk.requests("draft_line_set").map((request) => request.value)).toEqual(["4", "453"]);
    expect(store.line(line)?.gross_weight).toBe("453");
  });

  it("draws only the line that is typed in", async () => {
    const { store } = open();
    const [first = 0, second = 0] = store.view().order;
    const before = store.line(second);
    const { order } = store.view();
    store.setLines([first], "price", "12");
    await store.queue.rest();
    expect(store.line(second)).toBe(before);
    expect(store.view().order).toBe(order);
    expect(store.line(first)?.price).toBe("12");
  });

  it("puts tags behind what was typed before them and keeps the numbers of lines", async () => {
    const { store, desk } = open();
    const { order } = store.view();
    store.setHead({ note: "first" });
    const added = await store.addTags({ source: "pasted", text: `${tagOf(4)} ${tagOf(50)}` });
    expect(desk.calls.map((made) => made.name)).toEqual(["draft_set", "draft_tags_add"]);
    expect(added.added).toBe(1);
    expect(added.refused[0]?.reason).toBe("finished");
    expect(store.view().order.slice(0, 3)).toEqual([...order]);
    expect(store.view().order).toHaveLength(4);
    expect(store.view().form.note).toBe("first");
  });

  it("fills a value into many lines with one write", async () => {
    const { store, desk, kept } = open();
    store.setLines(store.view().order, "gross_unit", "Grams");
    await store.queue.rest();
    expect(desk.requests("draft_line_set")).toHaveLength(1);
    expect(kept()?.lines.map((line) => line.gross_unit)).toEqual(["Grams", "Grams", "Grams"]);
  });

  it("says what was refused for good, and shows the draft as it is", async () => {
    const { store, desk } = open();
    desk.answer({
      draft_set: () => {
        throw deskError({ code: "locked", message: "It was registered." });
      },
    });
    store.setHead({ phone: "2" });
    await store.queue.rest();
    expect(store.view().refused?.message).toBe("It was registered.");
    expect(store.view().form.phone).toBe("1");
    expect(desk.requests("draft_open")).toHaveLength(1);
  });

  it("keeps what does not fit as it was typed, saves the rest, and says that it is not saved", async () => {
    const { fake, store, desk, kept, number } = open();
    const long = "n".repeat(2001);
    const { draft_set } = fake.answers();
    desk.answer({
      draft_set: (request) => {
        if (request.fields.some(({ value }) => value.length > 2000)) {
          throw deskError({ code: "bad_request", message: "The note has 2001 characters; at most 2000 fit." });
        }
        return draft_set?.(request) as DraftHead;
      },
    });
    store.setHead({ note: long, route: "I-5" });
    await store.queue.rest();
    expect(store.view().form).toMatchObject({ note: long, route: "I-5" });
    expect(kept()?.form).toMatchObject({ note: "", route: "I-5" });
    expect(store.view()).toMatchObject({ unsaved: true, refused: { code: "bad_request" } });
    // Left and opened again, it is still there.
    leaveDraft(store);
    expect((await openDraft(number)).view().form.note).toBe(long);
    await store.refresh();
    expect(store.view().form.note).toBe(long);
    store.setHead({ note: "short" });
    await store.queue.rest();
    expect(kept()?.form.note).toBe("short");
    expect(store.view()).toMatchObject({ unsaved: false, refused: null });
    leaveDraft(store);
    expect(await openDraft(number)).not.toBe(store);
  });

  it("is gone on with where it was left before everything was on the disk", async () => {
    const { store, desk, number, kept } = open();
    const set = desk.requests("draft_set").length;
    store.setHead({ phone: "2" });
    leaveDraft(store);
    expect(await openDraft(number)).toBe(store);
    await store.queue.rest();
    expect(desk.requests("draft_set")).toHaveLength(set + 1);
    expect(kept()?.form.phone).toBe("2");
    const again = await openDraft(number);
    expect(again).not.toBe(store);
    expect(again.view().form.phone).toBe("2");
  });
});
