import type { ReactElement } from "react";

/** Line drawings on a 16 by 16 field. A symbol never stands for a state alone: words stand beside it or name it. */
const DRAWINGS = {
  package: "M2.5 5 8 2l5.5 3v6L8 14l-5.5-3zM2.5 5 8 8l5.5-3M8 8v6M5.2 3.5l5.5 3",
  flask: "M6 2h4M6.7 2v4L3 12.4A1.1 1.1 0 0 0 4 14h8a1.1 1.1 0 0 0 1-1.6L9.3 6V2M4.8 9.5h6.4",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14",
  check: "m3 8.5 3.2 3.2L13 4.6",
  close: "m4 4 8 8m0-8-8 8",
  chevronDown: "m4 6 4 4 4-4",
  chevronUp: "m4 10 4-4 4 4",
  chevronRight: "m6 4 4 4-4 4",
  chevronLeft: "m10 4-4 4 4 4",
  refresh: "M13 8a5 5 0 0 1-9 3M3 8a5 5 0 0 1 9-3M12 2v3H9M4 14v-3h3",
  offline:
    "M2 2l12 12M5 5.2A6.9 6.9 0 0 0 1.8 7M8.3 4.3A7 7 0 0 1 14.2 7M4.2 9.4a4.7 4.7 0 0 1 3-1.6M10.6 8.7l1.2.8M8 12.6v.1",
  clock: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.7V8l2.3 1.6",
  pause: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.6 6v4m2.8-4v4",
  warning: "M8 2.2 14.5 13.5h-13zM8 6.4v3.4M8 11.6v.1",
  error: "M5.3 2h5.4L14 5.3v5.4L10.7 14H5.3L2 10.7V5.3zM8 5v3.6M8 10.8v.1",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.3v3.4M8 5.2v.1",
  help: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.2M8 11.1v.1",
  sync: "M13.5 6.5A5.8 5.8 0 0 0 3 5M2.5 9.5A5.8 5.8 0 0 0 13 11M3 2.2V5h2.8M13 13.8V11h-2.8",
  key: "M10.3 9.4a3.7 3.7 0 1 0-3.7-3.7c0 .4 0 .7.2 1L2.4 11v2.6H5V12h1.6v-1.6l1.9-1.6c.5.4 1.1.6 1.8.6ZM11.2 4.8v.1",
  eye: "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z",
  eyeOff:
    "M2 2l12 12M6.2 4.1A6 6 0 0 1 8 3.8c4 0 6.5 4.2 6.5 4.2a11 11 0 0 1-2 2.3M9.9 11.9A6 6 0 0 1 8 12.2C4 12.2 1.5 8 1.5 8a11 11 0 0 1 2.6-2.8",
  file: "M4 2h5l3 3v9H4zM9 2v3h3M6 8.5h4M6 11h4",
  copy: "M6 6h7v7.5H6zM10 6V2.5H3V10h3",
  columns: "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10",
  download: "M8 2v8m0 0L4.8 6.8M8 10l3.2-3.2M2.5 11v2.5h11V11",
  external: "M9 2.5h4.5V7M13.5 2.5 7.5 8.5M11.5 9.5v4h-9v-9h4",
  menu: "M2.5 4h11m-11 4h11m-11 4h11",
  undo: "M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M3 6.5 6 3.5M3 6.5l3 3",
  scale: "M8 2.5v11M4.5 13.5h7M3 4.5h10M3 4.5 1.5 9a1.6 1.6 0 0 0 3 0zM13 4.5 11.5 9a1.6 1.6 0 0 0 3 0z",
  place: "M8 14s4.5-4.2 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14ZM8 8a1.6 1.6 0 1 0 0-3.2A1.6 1.6 0 0 0 8 8Z",
  tag: "M2.5 3v4.5l6 6 5-5-6-6H3a.5.5 0 0 0-.5.5ZM5.3 5.3h.1",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  filter: "M2 3h12L9.4 8.4V13l-2.8-1.4V8.4z",
  pin: "M6 2h4l-.5 4L12 8.5H4L6.5 6zM8 8.5V14",
  trash: "M3 4.5h10M6 4.5V2.5h4v2M4.2 4.5 5 13.5h6l.8-9M6.8 7v4m2.4-4v4",
  arrowLeft: "M13 8H3m0 0 4-4M3 8l4 4",
  arrowRight: "M3 8h10m0 0L9 4m4 4L9 12",
  more: "M3.5 8h.1M8 8h.1M12.5 8h.1",
  sun: "M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M3.6 12.4l1-1M11.4 4.6l1-1",
  globe:
    "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2 8h12M8 2c1.9 1.8 2.6 3.8 2.6 6S9.9 12.2 8 14M8 2C6.1 3.8 5.4 5.8 5.4 8s.7 4.2 2.6 6",
  outbox: "M2.5 9v4.5h11V9M2.5 9h3l1 1.8h3l1-1.8h3M8 7.5v-5M5.4 4.8 8 2.2l2.6 2.6",
  edit: "M3 13l.7-3L11 2.7l2.3 2.3L6 12.3zM9.6 4.1l2.3 2.3",
  play: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.6 5.6 10.4 8l-3.8 2.4z",
  command:
    "M5.5 5.5h5v5h-5zM5.5 5.5H4A1.7 1.7 0 1 1 5.5 4zM10.5 5.5V4A1.7 1.7 0 1 1 12 5.5zM5.5 10.5V12A1.7 1.7 0 1 1 4 10.5zM10.5 10.5H12a1.7 1.7 0 1 1-1.5 1.5z",
  hand: "M5 8.5V4a1 1 0 0 1 2 0v3.5V2.8a1 1 0 0 1 2 0v4.7V3.8a1 1 0 0 1 2 0V9a5 5 0 0 1-9 3L1.8 9.4a1 1 0 0 1 1.6-1.1L5 10",
  gift: "M2.5 5.5h11v3h-11zM3.5 8.5v5h9v-5M8 5.5v8M8 5.5C5.6 5.5 4.6 2.4 6.5 2.4 7.7 2.4 8 4.2 8 5.5c0-1.3.3-3.1 1.5-3.1 1.9 0 .9 3.1-1.5 3.1Z",
  shop: "M2.5 6.5 3.5 3h9l1 3.5M3.2 7v6.5h9.6V7M2.5 6.5c0 1.6 2.7 1.6 2.7 0 0 1.6 2.8 1.6 2.8 0 0 1.6 2.8 1.6 2.8 0 0 1.6 2.7 1.6 2.7 0M6.5 13.5V10h3v3.5",
  van: "M1.5 4h8v7h-8zM9.5 6.5h2.8l2.2 2.3V11h-5M4.3 12.6a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6ZM11.7 12.6a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6Z",
  truck:
    "M1.5 3.5h8.2V11H1.5zM9.7 6h2.7l2.1 2.4V11H9.7M4.3 12.8a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8ZM11.7 12.8a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8ZM3.6 5.6h4",
  leaf: "M8 14V7.5M8 9.5C4 9.5 3 6.6 3 4c3.2 0 5 1.6 5 4.5M8 7.5C8 4.4 9.6 2.5 13 2.5c0 3-1.3 5.6-5 5.6",
  factory: "M2 13.5V7l3.7 2.3V7l3.7 2.3V3h3.2l1.4 10.5zM5 11.4h.1M8 11.4h.1M11 11.4h.1",
  shops: "M2 7V3h5v4M2 7h5v6.5H2zM7 13.5h7V8.5l-3.5-2.3L7 8.5M10 13.5V11h1.6v2.5M3.8 9.2h1.4",
  building: "M3.5 13.5v-11h9v11M2 13.5h12M6 5.2h.1M10 5.2h.1M6 7.9h.1M10 7.9h.1M7 13.5v-2.7h2v2.7",
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof DRAWINGS;

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
