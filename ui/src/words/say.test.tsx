import { render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { nodes, say, speak } from "./say";

afterEach(() => speak("en-US"));

test("a message is said in the language spoken, by its plural rules and with its numbers", () => {
  expect(say("outbox-needs-you", { count: 1 })).toBe("1 needs you");
  expect(say("outbox-needs-you", { count: 12_345 })).toBe("12,345 need you");
  speak("es-US");
  expect(say("outbox-needs-you", { count: 1 })).toBe("1 requiere atención");
  expect(say("outbox-needs-you", { count: 12_345 })).toBe("12,345 requieren atención");
});

test("an element stands in a sentence where the language wants it", () => {
  speak("es-US");
  const { container } = render(<p>{nodes("outbox-next-try", { time: <b>2:05 PM</b> })}</p>);
  expect(container.innerHTML).toBe("<p>Próximo intento a las <b>2:05 PM</b></p>");
});
