import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { LabSampleRow, LabTestRow } from "../../platform";
import { testDesk } from "../../platform/testing";
import { TestsPanel, testsFound } from "./TestsPanel";

const test = (name: string, passed = true, comment = ""): LabTestRow => ({
  test: name,
  passed,
  level: "0.0123",
  comment,
  informational: false,
});
const SAMPLE: LabSampleRow = {
  row: 1,
  license: "C8-0000456-LIC",
  package_id: 7,
  tag: "1A4060300000001000000017",
  source_packages: "",
  item: "Blue Dream",
  category: "Flower",
  item_strain: "",
  quantity: "5",
  unit: "g",
  lab_testing: "Test failed",
  tested: "2026-08-02",
  tests: 2,
  failed: 1,
  result: "Failed",
  released: "",
  packaged_date: "",
  packaged_by: "",
  received_from: "",
  production_batch: "",
  note: "",
};

function open(tests: LabTestRow[], onClose = vi.fn()) {
  testDesk({ lab_sample_tests: () => ({ tests }) });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TestsPanel sample={SAMPLE} onClose={onClose} onLeave={vi.fn()} />
    </QueryClientProvider>,
  );
  return onClose;
}

it("shows the tests in the desk's order, each with its outcome in words", async () => {
  open([test("Cadmium (ug/g)", false, "Above the action level"), test("THC (%)")]);
  const rows = await screen.findAllByRole("row");
  expect(rows.map((row) => row.textContent)).toEqual([
    "TestLevelResult",
    "Cadmium (ug/g)Above the action level0.0123Failed",
    "THC (%)0.0123Passed",
  ]);
  expect(screen.getByText("1 of 2 tests did not pass", { exact: false })).toBeDefined();
  expect(screen.queryByLabelText("Find a test")).toBeNull();
});

it("offers a search where there are many", async () => {
  open(Array.from({ length: 21 }, (_, at) => test(at === 20 ? "Pesticides: Myclobutanil" : `THC ${at}`)));
  fireEvent.change(await screen.findByLabelText("Find a test"), { target: { value: "myclo" } });
  expect(screen.getAllByRole("row")).toHaveLength(2);
});

it("is left by Escape, which empties its search first", async () => {
  const closed = open(Array.from({ length: 21 }, (_, at) => test(`THC ${at}`)));
  const search = await screen.findByLabelText("Find a test");
  fireEvent.change(search, { target: { value: "20" } });
  fireEvent.keyDown(search, { key: "Escape" });
  expect(closed).not.toHaveBeenCalled();
  fireEvent.keyDown(search, { key: "Escape" });
  expect(closed).toHaveBeenCalledOnce();
});

it("finds by name, comment and outcome", () => {
  const tests = [test("Cadmium", false, "high"), test("THC")];
  expect(testsFound(tests, "failed").map((found) => found.test)).toEqual(["Cadmium"]);
  expect(testsFound(tests, "cad high").map((found) => found.test)).toEqual(["Cadmium"]);
  expect(testsFound(tests, "").length).toBe(2);
});
