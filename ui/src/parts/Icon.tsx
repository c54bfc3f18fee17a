import "./Icon.css";
import type { ReactElement } from "react";
import { DRAWINGS, type IconName } from "../base/icons";

/** A symbol beside words; `label` only where it stands without them. */
export function Icon({ name, label, size = 16 }: { name: IconName; label?: string; size?: number }): ReactElement {
  const drawing = (
    <path
      d={DRAWINGS[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
  const shape = { className: "icon", viewBox: "0 0 16 16", width: size, height: size };
  return label ? (
    <svg {...shape} role="img" aria-label={label}>
      {drawing}
    </svg>
  ) : (
    <svg {...shape} aria-hidden="true">
      {drawing}
    </svg>
  );
}
