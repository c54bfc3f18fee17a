import "./Layer.css";
import "./Popover.css";
import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";

/** A panel that does not fit scrolls; it never jumps to another side of its button. */
const SAME_AXIS = { side: "flip", align: "shift", fallbackAxisSide: "none" } as const;

/** A panel beside its button, for reading and acting; Escape closes it and gives the focus back. */
export function Popover({
  trigger,
  label,
  children,
  align = "start",
  side = "bottom",
  open,
  onOpenChange,
  className = "",
}: {
  trigger: ReactElement;
  /** The panel's name for screen readers. */
  label: string;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "bottom" | "top" | "right";
  /** Controlled where given. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
}): ReactElement {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          className="layer"
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          collisionAvoidance={SAME_AXIS}
        >
          <Base.Popup className={`panel ${className}`} aria-label={label}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
