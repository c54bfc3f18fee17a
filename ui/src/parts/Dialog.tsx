import "./Dialog.css";
import { Dialog as Base } from "@base-ui/react/dialog";
import {
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { say, unbroken } from "../words";
import { Button, IconButton } from "./Button";

/** What every dialog has: a title, a way out, focus kept inside and given back. */
export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  children: ReactNode;
  /** The buttons at the end, the one that acts last. */
  actions?: ReactNode;
  wide?: boolean;
  /** Nothing in its body takes the focus: the body itself does, so that keys can scroll it. */
  reading?: boolean;
  /** What has the focus first; without it, the first control. */
  focusFirst?: RefObject<HTMLElement | null> | undefined;
  /** Puts the focus back at the end; without it, to what had it before. */
  backTo?: (() => void) | undefined;
  /** True at the end: what was chosen in it gives the focus to something itself. */
  leads?: RefObject<boolean>;
  /** Keys of its own. */
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** A modal dialog. */
export function Dialog({ open, onClose, ...rest }: DialogProps): ReactElement {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Opened {...rest} />
      </Base.Portal>
    </Base.Root>
  );
}

/** What is there only while the dialog is open. */
function Opened({
  title,
  lead,
  children,
  actions,
  wide,
  reading,
  focusFirst,
  backTo,
  leads,
  onKeyDown,
}: Omit<DialogProps, "open" | "onClose">): ReactElement {
  // Read before anything in here takes the focus: a field of its own that does so would be what is remembered.
  const [before] = useState(() => document.activeElement);
  const own = useRef<HTMLDivElement>(null);
  // A dialog whose place this one takes gives the focus back a moment later, over what took it in here by itself.
  useLayoutEffect(() => {
    const first = document.activeElement;
    if (first instanceof HTMLElement && own.current?.contains(first)) {
      const frame = requestAnimationFrame(() => {
        if (!own.current?.contains(document.activeElement)) {
          first.focus();
        }
      });
      return () => cancelAnimationFrame(frame);
    }
    return undefined;
  }, []);
  return (
    <Base.Popup
      ref={own}
      className={wide ? "dialog dialog-wide" : "dialog"}
      initialFocus={focusFirst}
      finalFocus={() => {
        if (leads?.current) {
          return false;
        }
        if (backTo) {
          backTo();
          return false;
        }
        return before instanceof HTMLElement && before.isConnected && before !== document.body ? before : true;
      }}
      onKeyDown={onKeyDown}
    >
      <header className="dialog-head">
        <Base.Title className="dialog-title">{unbroken(title)}</Base.Title>
        <Base.Close render={<IconButton label={say("common-close")} icon="close" />} />
      </header>
      {/* What scrolls must be reachable by keyboard. */}
      <div className="dialog-body" {...(reading ? { tabIndex: 0 } : {})}>
        {lead ? <Base.Description className="dialog-lead">{unbroken(lead)}</Base.Description> : null}
        {children}
      </div>
      {actions ? <footer className="dialog-actions">{actions}</footer> : null}
    </Base.Popup>
  );
}

/** Asks before something that cannot be undone, or that takes a while to undo. The button says what it does. */
export function Confirm({
  onClose,
  title,
  children,
  act,
  keep = say("parts-keep"),
  onAct,
  busy = false,
}: {
  onClose: () => void;
  title: string;
  children: ReactNode;
  act: string;
  keep?: string;
  onAct: () => void;
  busy?: boolean;
}): ReactElement {
  return (
    <Dialog
      open
      reading
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            {keep}
          </Button>
          <Button look="danger" onClick={onAct} disabled={busy}>
            {act}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
