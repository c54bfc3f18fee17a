import { type ReactNode, useEffect, useState } from "react";

/** Nothing that is over in less is worth a sign that it goes on. */
export const PATIENCE_MS = 200;

/** Shows its children only when it has been there for 200 ms. */
export function Later({ children, after = PATIENCE_MS }: { children: ReactNode; after?: number }): ReactNode {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return due ? children : null;
}
