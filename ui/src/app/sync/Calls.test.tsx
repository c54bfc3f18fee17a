import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { ALDER, FOOTHILL, ready, syncStatus } from "../../base/test-licenses";
import { Calls } from "./Calls";

function said(calls: Record<string, number>, limit = 50): string | null {
  const licenses = Object.entries(calls).map(([number, calls_last_minute]) => ready(number, { calls_last_minute }));
  const budget = { ...syncStatus().calls, last_minute: 2577, limit_per_second: limit };
  const { container } = render(<Calls calls={budget} licenses={licenses} now={new Date()} />);
  return container.textContent;
}

it("sets the limit of one license beside the calls of one: the one that is asked for most", () => {
  expect(said({ [FOOTHILL.number]: 98, [ALDER.number]: 412 })).toBe(
    "Calls for C10-0000123-LIC: 412 of 3,000 in the last minute, the most of 2 licenses",
  );
  expect(said({ [ALDER.number]: 412 })).toBe("Calls for C10-0000123-LIC: 412 of 3,000 in the last minute");
  expect(said({ [ALDER.number]: 412 }, 0)).toBe("Calls for C10-0000123-LIC: 412 in the last minute");
  expect(said({ [ALDER.number]: 0 })).toBe("No calls to the state in the last minute");
});
