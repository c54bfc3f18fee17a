import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { Tabs } from "./Tabs";

it("has a count in the name of its tab, as it is seen; where it is not known its room is kept", () => {
  const tabs = [
    { id: "active", title: "Active", count: 1204 },
    { id: "inactive", title: "Inactive", count: null },
  ];
  render(<Tabs label="Packages" value="active" tabs={tabs} onTab={vi.fn()} />);
  expect(screen.getByRole("tab", { name: "Active 1,204" }).textContent).toBe("Active 1,204");
  const unknown = screen.getByRole("tab", { name: "Inactive" });
  expect(unknown.textContent?.trim()).toBe("Inactive");
  expect(unknown.querySelector(".tab-count-room")).toBeTruthy();
});
