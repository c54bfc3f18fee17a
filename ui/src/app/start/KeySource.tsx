import type { ReactElement, ReactNode } from "react";
import { say } from "../../words";

/** Who gives a business the software key. */
export function SoftwareKeySource(): ReactElement {
  return (
    <Source of={say("start-software-key")}>
      <ul>
        <li>{say("start-software-key-metrc")}</li>
        <li>{say("start-software-key-ask")}</li>
        <li>{say("start-software-key-own")}</li>
        <li>{say("start-software-key-systems")}</li>
      </ul>
    </Source>
  );
}

/** Where the state's site makes the user key. */
export function UserKeySource(): ReactElement {
  return (
    <Source of={say("start-user-key")}>
      <ol>
        <li>{say("start-user-key-sign-in")}</li>
        <li>{say("start-user-key-name")}</li>
        <li>{say("start-user-key-menu")}</li>
        <li>{say("start-user-key-generate")}</li>
      </ol>
      <Drawing />
      <ul>
        <li>{say("start-user-key-permission")}</li>
        <li>{say("start-user-key-rights")}</li>
        <li>{say("start-user-key-ends")}</li>
      </ul>
    </Source>
  );
}

/** Folded away below its field: who has done it once does not read it again. */
function Source({ of, children }: { of: string; children: ReactNode }): ReactElement {
  return (
    <details className="key-source">
      <summary aria-label={say("start-key-where-named", { key: of })}>{say("start-key-where")}</summary>
      {children}
    </details>
  );
}

/** Steps 2 to 4 where they are on the state's site: drawn, since its looks are the state's and change. */
function Drawing(): ReactElement {
  return (
    <figure className="key-drawing">
      <svg viewBox="0 0 440 150" role="img" aria-label={say("start-user-key-drawing")}>
        <g className="key-drawing-frame">
          <rect x="0.5" y="0.5" width="439" height="149" rx="6" />
          <path d="M0.5 30.5h439M10 15h60M82 15h40M134 15h40" />
          <rect x="300.5" y="36.5" width="128" height="78" rx="4" />
          <path d="M314 52h60M314 100h48" />
          <rect x="40.5" y="84.5" width="96" height="28" rx="4" />
          <path d="M40 56h110M40 68h80" />
        </g>
        <rect className="key-drawing-chosen" x="304" y="64" width="121" height="24" rx="3" />
        <text x="330" y="20">
          {say("start-user-key-drawing-name")}
        </text>
        <text x="314" y="81">
          {say("start-user-key-drawing-menu")}
        </text>
        <text x="54" y="103">
          {say("start-user-key-drawing-generate")}
        </text>
        <Mark step={2} x={314} y={15} />
        <Mark step={3} x={404} y={76} />
        <Mark step={4} x={152} y={98} />
      </svg>
      <figcaption className="quiet">{say("start-user-key-drawing-caption")}</figcaption>
    </figure>
  );
}

function Mark({ step, x, y }: { step: number; x: number; y: number }): ReactElement {
  return (
    <g className="key-drawing-mark">
      <circle cx={x} cy={y} r="9" />
      <text x={x} y={y + 4}>
        {step}
      </text>
    </g>
  );
}
