import type { ReactElement } from "react";
import { Button, CheckLine } from "../../parts";
import type { License, LicenseNumber } from "../../platform";
import { say } from "../../words";
import { LicenseName } from "./LicenseName";

/** Licenses to tick, with all and none where there are several. */
export function LicenseTicks({
  licenses,
  ticked,
  onChange,
}: {
  licenses: readonly License[];
  ticked: readonly LicenseNumber[];
  onChange: (ticked: LicenseNumber[]) => void;
}): ReactElement {
  const wanted = new Set(ticked);
  const keep = (number: LicenseNumber, on: boolean) =>
    licenses.map((license) => license.number).filter((each) => (each === number ? on : wanted.has(each)));
  return (
    <fieldset className="ticks">
      <legend className="unseen">{say("licenses-licenses")}</legend>
      {licenses.length > 2 ? (
        <div className="ticks-all">
          <Button look="quiet" onClick={() => onChange(licenses.map((license) => license.number))}>
            {say("licenses-all")}
          </Button>
          <Button look="quiet" onClick={() => onChange([])}>
            {say("licenses-none")}
          </Button>
        </div>
      ) : null}
      <ul>
        {licenses.map((license) => (
          <li key={license.number}>
            <CheckLine
              checked={wanted.has(license.number)}
              onChange={(event) => onChange(keep(license.number, event.target.checked))}
            >
              <LicenseName license={license} />
            </CheckLine>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
