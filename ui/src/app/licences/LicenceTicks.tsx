import type { ReactElement } from "react";
import { Button, CheckLine } from "../../parts";
import type { Licence, LicenceNumber } from "../../platform";
import { LicenceName } from "./LicenceName";

/** Licences to tick, with all and none where there are several. */
export function LicenceTicks({
  licences,
  ticked,
  onChange,
}: {
  licences: readonly Licence[];
  ticked: readonly LicenceNumber[];
  onChange: (ticked: LicenceNumber[]) => void;
}): ReactElement {
  const wanted = new Set(ticked);
  const keep = (number: LicenceNumber, on: boolean) =>
    licences.map((licence) => licence.number).filter((each) => (each === number ? on : wanted.has(each)));
  return (
    <fieldset className="ticks">
      <legend className="unseen">Licences</legend>
      {licences.length > 2 ? (
        <div className="ticks-all">
          <Button look="quiet" onClick={() => onChange(licences.map((licence) => licence.number))}>
            All
          </Button>
          <Button look="quiet" onClick={() => onChange([])}>
            None
          </Button>
        </div>
      ) : null}
      <ul>
        {licences.map((licence) => (
          <li key={licence.number}>
            <CheckLine
              checked={wanted.has(licence.number)}
              onChange={(event) => onChange(keep(licence.number, event.target.checked))}
            >
              <LicenceName licence={licence} />
            </CheckLine>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
