import "./licences.css";
import type { ReactElement } from "react";
import { Icon } from "../../parts";
import type { Licence } from "../../platform";
import { KINDS } from "../words";

/** A licence in a list: symbol, name, number and kind. */
export function LicenceName({ licence }: { licence: Licence }): ReactElement {
  const kind = KINDS[licence.kind];
  return (
    <span className="licence-name">
      <Icon name={kind.icon} />
      <span className="licence-words">
        <span className="licence-title">{licence.name || licence.number}</span>
        <span className="quiet">
          <span className="mono">{licence.number}</span> {licence.licence_type || kind.words}
        </span>
      </span>
    </span>
  );
}
