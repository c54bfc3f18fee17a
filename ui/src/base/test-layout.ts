import { fireEvent } from "@testing-library/react";
import { vi } from "vitest";

/** How much of a list is in sight, CSS pixels. */
const IN_SIGHT_PX = 600;
/** The heads of a list, CSS pixels. */
const HEADS_PX = 30;

/** What jsdom lacks, for a list that draws only the rows in sight: it has a height, holds what it says, and scrolls. */
export function layOut(list: string): void {
  const rowsOf = (element: Element) => element.querySelector<HTMLElement>("[role='rowgroup'][style]");
  const measured = (name: "clientHeight" | "scrollHeight", tall: (element: Element) => number) =>
    vi.spyOn(Element.prototype, name, "get").mockImplementation(function (this: Element) {
      return this.matches(list) ? tall(this) : 0;
    });
  measured("clientHeight", () => IN_SIGHT_PX);
  measured("scrollHeight", (element) => HEADS_PX + Number.parseFloat(rowsOf(element)?.style.blockSize ?? "0"));
  Element.prototype.scrollTo = function (this: Element, to?: ScrollToOptions | number) {
    if (typeof to === "object") {
      this.scrollTop = to.top ?? this.scrollTop;
      // As in a browser, it is told of it later.
      setTimeout(() => fireEvent.scroll(this));
    }
  };
}
