import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import { foremost, Message, MessageRoom, MessagesProvider, type Weight } from "./Messages";

interface Told {
  words: string;
  weight: Weight;
  now?: boolean;
  kept?: string;
}

/** Lets a test bring messages and take them away. */
let bring = (_: Told[]) => {};

function Page() {
  const [told, setTold] = useState<Told[]>([]);
  bring = setTold;
  return (
    <>
      {told.map(({ words, kept, ...how }) => (
        <Message key={words} {...how} kept={kept ? <button type="button">{kept}</button> : undefined}>
          <button type="button">{words}</button>
        </Message>
      ))}
      <MessageRoom />
      <button type="button">Elsewhere</button>
    </>
  );
}

const QUEUED: Told = { words: "Queued", weight: "queued", kept: "Undo" };
const REFUSED: Told = { words: "Refused", weight: "asks" };
const SUMMARY: Told = { words: "Summary", weight: "tells" };

function begin() {
  const person = userEvent.setup();
  render(
    <MessagesProvider>
      <Page />
    </MessagesProvider>,
  );
  const tell = (...told: Told[]) => act(() => bring(told));
  /** The buttons in the room, in order. */
  const room = () => {
    const found = screen.queryByRole("region", { name: "Messages" });
    return found
      ? within(found)
          .getAllByRole("button")
          .map((each) => each.textContent)
      : [];
  };
  return { person, tell, room };
}

it("puts what needs somebody before what was queued, that before what it only tells; of two alike the later", () => {
  const of = (...weights: Weight[]) => foremost(weights.map((weight, at) => ({ id: `${weight} ${at}`, weight })));
  expect(of("quiet", "tells", "asks", "queued")).toBe("asks 2");
  expect(of("tells", "queued", "quiet")).toBe("queued 1");
  expect(of("quiet", "tells")).toBe("tells 1");
  expect(of("asks", "asks", "queued")).toBe("asks 1");
  expect(of()).toBeNull();
});

it("shows one message at a time, and the others by a press; an undo stays at hand", async () => {
  const { person, tell, room } = begin();
  expect(room()).toEqual([]);
  tell(SUMMARY, QUEUED);
  expect(room()).toEqual(["Queued", "1 more message"]);
  tell(SUMMARY, QUEUED, REFUSED);
  expect(room()).toEqual(["Refused", "Undo", "2 more messages"]);
  await person.click(screen.getByRole("button", { name: "2 more messages" }));
  expect(room()).toEqual(["Queued", "2 more messages"]);
  await person.click(screen.getByRole("button", { name: "2 more messages" }));
  expect(room()).toEqual(["Summary", "Undo", "2 more messages"]);
  await person.click(screen.getByRole("button", { name: "2 more messages" }));
  expect(room()).toEqual(["Refused", "Undo", "2 more messages"]);
  tell(SUMMARY);
  expect(room()).toEqual(["Summary"]);
});

it("takes none away from under the pointer or the focus", async () => {
  const { person, tell, room } = begin();
  tell(QUEUED);
  await person.hover(screen.getByRole("button", { name: "Queued" }));
  tell(QUEUED, REFUSED);
  expect(room()).toEqual(["Queued", "1 more message"]);
  await person.hover(screen.getByRole("button", { name: "Elsewhere" }));
  expect(room()).toEqual(["Refused", "Undo", "1 more message"]);
});

it("shows at once what answers something that was just done", async () => {
  const { tell, room } = begin();
  tell(REFUSED, { ...SUMMARY, now: true });
  expect(room()).toEqual(["Summary", "1 more message"]);
});
