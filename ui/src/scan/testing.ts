import { createEvent, fireEvent } from "@testing-library/react";

/** Milliseconds of the keys' clock; it only goes on, as a computer's does. */
let clock = 1_000_000;

/** The keys' clock goes on by so many milliseconds. */
export function pass(milliseconds: number): void {
  clock += milliseconds;
}

/** Presses one key on an element, at the time that the keys' clock shows. */
export function pressKey(element: Element, key: string): void {
  const event = createEvent.keyDown(element, { key });
  Object.defineProperty(event, "timeStamp", { value: clock });
  fireEvent(element, event);
}

/** Presses the keys of a scanner on an element, five milliseconds apart whatever the machine does. */
export function scanInto(element: Element, tag: string): void {
  // After every other key, whichever clock those have.
  clock = Math.max(clock, new Event("keydown").timeStamp);
  pass(1_000);
  for (const key of [...tag, "Enter"]) {
    pressKey(element, key);
    pass(5);
  }
}
