import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { WhenInput } from "./When";

it("says what it asks for while it is empty, and nothing beside a value", () => {
  const drawn = (type: "date" | "time", value: string) => {
    const { container } = render(<WhenInput type={type} value={value} onChange={() => {}} aria-label="Departure" />);
    return { empty: container.querySelector("[data-empty]") !== null, seen: container.textContent };
  };
  expect(drawn("date", "")).toEqual({ empty: true, seen: "mm/dd/yyyy" });
  expect(drawn("time", "")).toEqual({ empty: true, seen: "--:-- --" });
  expect(drawn("date", "2026-11-27")).toEqual({ empty: false, seen: "" });
});
