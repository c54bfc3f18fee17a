import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { Tabs } from "./Tabs";

it("tells a count of its tab and leaves it out of its name; where it is not known its room is kept", () => {
  const tabs = [
    { id: "active", title: "Active", count: 1204 },
    { id: "inactive", title: "Inactive", count: null },
  ];
  render(<Tabs label="Packages" value="active" tabs={tabs} onTab={vi.fn()} />);
  expect(screen.getByRole("tab", { name: "Active", description: "1,204" }).textContent).toBe("Active 1,204");
  const unknown = screen.getByRole("tab", { name: "Inactive" });
  expect(unknown.textContent?.trim()).toBe("Inactive");
  expect(unknown.getAttribute("aria-describedby")).toBeNull();
  expect(unknown.querySelector(".tab-count-room")).toBeTruthy();
});
