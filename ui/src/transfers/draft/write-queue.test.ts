import { describe, expect, it } from "vitest";
import { DeskFailure } from "../../platform";
import { deskError } from "../../platform/testing";
import { type Write, WriteQueue } from "./write-queue";

/** A queue whose clock and disk are in the test's hands. */
function bench() {
  const sent: string[] = [];
  const answers: ((failure?: DeskFailure) => void)[] = [];
  const timers: { act: () => void; ms: number }[] = [];
  const refused: string[] = [];
  const queue = new WriteQueue(
    () => {},
    (write) => refused.push(...write.keys),
    (act, ms) => {
      const entry = { act, ms };
      timers.push(entry);
      return () => timers.splice(timers.indexOf(entry), 1);
    },
  );
  const write = (key: string, value: string): Write & { value: string } => {
    const made = {
      keys: [key],
      value,
      send: () => {
        sent.push(`${key}=${made.value}`);
        return new Promise<void>((resolve, reject) => {
          answers.push((failure) => (failure ? reject(failure) : resolve()));
        });
      },
      absorb: (later: Write) => {
        if (later.keys[0] !== key || !("value" in later)) {
          return false;
        }
        made.value = String(later.value);
        return true;
      },
    };
    return made;
  };
  const answer = async (failure?: DeskFailure) => {
    answers.shift()?.(failure);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { queue, sent, refused, timers, write, answer };
}

const passing = new DeskFailure(deskError({ code: "disk_full", retry: true }));
const lasting = new DeskFailure(deskError({ code: "locked" }));

describe("the writes of a draft", () => {
  it("sends the first at once and makes one write of what is typed meanwhile", async () => {
    const { queue, sent, write, answer } = bench();
    for (const value of ["4", "45", "453", "453."]) {
      queue.push(write("gross", value));
    }
    expect(sent).toEqual(["gross=4"]);
    await answer();
    expect(sent).toEqual(["gross=4", "gross=453."]);
    await answer();
    expect(queue.state).toEqual({ waiting: 0, trouble: null, troubled: new Set() });
  });

  it("keeps the order of different places, and does not let a later value pass an earlier one", async () => {
    const { queue, sent, write, answer } = bench();
    queue.push(write("a", "1"));
    queue.push(write("b", "1"));
    queue.push(write("a", "2"));
    queue.push(write("a", "3"));
    queue.push(write("b", "2"));
    for (let turn = 0; turn < 4; turn += 1) {
      await answer();
    }
    expect(sent).toEqual(["a=1", "b=1", "a=3", "b=2"]);
  });

  it("tries again, slower each time, and loses nothing that was typed meanwhile", async () => {
    const { queue, sent, timers, write, answer } = bench();
    queue.push(write("note", "a"));
    await answer(passing);
    expect(queue.state.trouble?.code).toBe("disk_full");
    expect(queue.state.troubled).toEqual(new Set(["note"]));
    queue.push(write("note", "ab"));
    queue.push(write("note", "abc"));
    expect(sent).toEqual(["note=a"]);
    timers.shift()?.act();
    await answer(passing);
    expect(timers.map((timer) => timer.ms)).toEqual([1_000]);
    queue.tryNow();
    await answer();
    expect(queue.state.trouble).toBeNull();
    await answer();
    expect(sent).toEqual(["note=a", "note=a", "note=a", "note=abc"]);
    expect(queue.state.waiting).toBe(0);
  });

  it("tells what is refused for good and goes on with the rest", async () => {
    const { queue, sent, refused, write, answer } = bench();
    queue.push(write("a", "1"));
    queue.push(write("b", "1"));
    await answer(lasting);
    await answer();
    expect(refused).toEqual(["a"]);
    expect(sent).toEqual(["a=1", "b=1"]);
    expect(queue.state.trouble).toBeNull();
  });

  it("runs a command only behind what was typed before it", async () => {
    const { queue, sent, write, answer } = bench();
    queue.push(write("a", "1"));
    queue.push(write("b", "1"));
    const order: string[] = [];
    const done = queue.run(async () => {
      order.push(...sent);
      return 7;
    });
    queue.push(write("a", "2"));
    await answer();
    await answer();
    expect(await done).toBe(7);
    expect(order).toEqual(["a=1", "b=1"]);
    expect(sent).toEqual(["a=1", "b=1", "a=2"]);
  });

  it("gives a command's error to whoever ran it and goes on", async () => {
    const { queue, sent, write } = bench();
    const failed = queue.run(() => Promise.reject(lasting));
    queue.push(write("a", "1"));
    await expect(failed).rejects.toMatchObject({ code: "locked" });
    expect(sent).toEqual(["a=1"]);
  });

  it("is at rest once all is written", async () => {
    const { queue, write, answer } = bench();
    await queue.rest();
    queue.push(write("a", "1"));
    let rested = false;
    const resting = queue.rest().then(() => {
      rested = true;
    });
    expect(rested).toBe(false);
    await answer();
    await resting;
    expect(rested).toBe(true);
  });
});
