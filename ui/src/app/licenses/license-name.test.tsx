import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { ALDER } from "../../base/test-licenses";
import { LicenseName } from "./LicenseName";

it("a license’s number does not break in a license in a list", () => {
  const number = "C10-0000123-LIC";
  const { baseElement } = render(<LicenseName license={{ ...ALDER, number, name: "Alder" }} />);
  expect([...baseElement.querySelectorAll(".unbroken")].map((one) => one.textContent)).toEqual([number]);
});
