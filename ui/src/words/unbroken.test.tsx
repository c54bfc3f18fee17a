import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { nodes } from "./say";
import { unbroken } from "./unbroken";

/** What does not end a line within itself. */
function kept(container: HTMLElement): (string | null)[] {
  return [...container.querySelectorAll(".unbroken")].map((one) => one.textContent);
}

it.each([
  ["C10-0000123-LIC"],
  ["C8-0000012-LIC"],
  ["CCL19-0000301"],
  ["CDPH-10001234"],
  ["A10-17-0000001-TEMP"],
  ["SF-SBX-CA-21-8002"],
])("keeps %s whole within a sentence, and its text as it was", (number) => {
  const sentence = `Send 3 packages to ${number}, or leave (${number}).`;
  const { container } = render(<p>{unbroken(sentence)}</p>);
  expect(kept(container)).toEqual([number, number]);
  expect(container.textContent).toBe(sentence);
});

it("leaves everything else to its line: tags, dates, items, words, the names of files, elements", () => {
  const words =
    "1A4FF0300004F52000014438, 2026-11-27, Gold Hour - Zkittlez 3.5g, state-run, CA-IB, X-1, packages-C10-0000123-LIC-2026-11-27.csv";
  expect(unbroken(words)).toBe(words);
  const element = <b>C10-0000123-LIC</b>;
  expect(unbroken(element)).toBe(element);
});

it("keeps the numbers that a message of the catalogues is told", () => {
  const { container } = render(<p>{nodes("draft-register-sign-in", { license: "C10-0000123-LIC" })}</p>);
  expect(container.textContent).toBe("Sign in as C10-0000123-LIC.");
  expect(kept(container)).toEqual(["C10-0000123-LIC"]);
});
