import { type KeyboardEvent, type ReactElement, type ReactNode, useRef } from "react";
import { IconButton } from "./Button";
import { useBesideGrid } from "./beside-grid";
import { SidePanel } from "./SidePanel";

/** About the row that is opened, beside its grid. F6 goes to and fro, Escape closes it from either. */
export function RowPanel({
  title,
  label,
  close,
  className,
  onClose,
  onLeave,
  children,
}: {
  /** What the row is called; empty while that is being read. */
  title: string;
  /** The panel's name until then. */
  label: string;
  /** What closing it is called. */
  close: string;
  className?: string;
  onClose: () => void;
  /** Back to the grid. */
  onLeave: () => void;
  children: ReactNode;
}): ReactElement {
  const panel = useRef<HTMLElement>(null);
  useBesideGrid(panel, { onClose, onLeave });
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <SidePanel
      ref={panel}
      className={className}
      label={title || label}
      onKeyDown={onKey}
      head={
        <>
          <h2 className="side-panel-title">{title}</h2>
          <IconButton icon="close" label={close} onClick={onClose} />
        </>
      }
    >
      {children}
    </SidePanel>
  );
}
