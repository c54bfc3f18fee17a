import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Lines } from "./lines";
import type { Sight } from "./sight";

/** What is read or pointed at stays where it is when others come or leave above it. */
export function useStill(
  list: RefObject<HTMLElement | null>,
  lines: Lines,
  sight: Sight,
  inside: RefObject<boolean>,
): void {
  // The report at the top, and its position when it was last looked for.
  const anchor = useRef({ intent: -1, index: 0 });
  useLayoutEffect(() => {
    const index = lines.indexOf(anchor.current.intent);
    const reads = sight.top() > 0 || inside.current || list.current?.matches(":hover");
    if (reads && index >= 0 && index !== anchor.current.index) {
      sight.pass(index - anchor.current.index);
    }
    const top = sight.top();
    anchor.current = { intent: lines.at(top)?.intent ?? -1, index: top };
  });
}
