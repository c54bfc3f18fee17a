import "./licenses.css";
import type { ReactElement } from "react";
import { KINDS } from "../../base/words";
import { Icon, LicenseText } from "../../parts";
import type { License } from "../../platform";
import { say } from "../../words";

/** A license in a list: symbol, name, number and kind. */
export function LicenseName({ license }: { license: License }): ReactElement {
  const kind = KINDS[license.kind];
  return (
    <span className="license-name">
      <Icon name={kind.icon} />
      <span className="license-words">
        <span className="license-title">{license.name || license.number}</span>
        <span className="quiet">
          <LicenseText number={license.number} /> {license.license_type || say(kind.words)}
        </span>
      </span>
    </span>
  );
}
