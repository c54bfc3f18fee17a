import { type ReactElement, useEffect, useRef, useState } from "react";
import { Button, ErrorNotice } from "../../parts";
import type { DeskFailure, Licence, LicenceNumber } from "../../platform";
import { LicenceTicks } from "../licences/LicenceTicks";
import { counted } from "../words";

/** Which of the licences found are loaded: all, unless the person says otherwise; at least one. */
export function ChooseLicences({
  licences,
  wanted,
  busy,
  error,
  onBack,
  onChosen,
}: {
  licences: Licence[];
  wanted?: readonly LicenceNumber[] | undefined;
  busy: boolean;
  error: DeskFailure | null;
  onBack: () => void;
  onChosen: (licences: LicenceNumber[]) => void;
}): ReactElement {
  const [ticked, setTicked] = useState<readonly LicenceNumber[]>(() => {
    const all = licences.map((licence) => licence.number);
    const kept = all.filter((number) => wanted?.includes(number));
    return kept.length > 0 ? kept : all;
  });
  const lead = useRef<HTMLParagraphElement>(null);
  // The step before had the focus and is gone.
  useEffect(() => lead.current?.focus(), []);
  return (
    <div className="form">
      {error ? <ErrorNotice error={error} /> : null}
      <p ref={lead} tabIndex={-1}>
        The keys are good. They open {counted(licences.length, "licence")}. Choose which to load and keep up to date;
        you can change this later.
      </p>
      <LicenceTicks licences={licences} ticked={ticked} onChange={setTicked} />
      {ticked.length === 0 ? (
        <p className="field-problem" role="alert">
          Choose at least one licence.
        </p>
      ) : null}
      <div className="form-actions">
        <Button onClick={onBack}>Back</Button>
        <Button look="main" disabled={busy || ticked.length === 0} onClick={() => onChosen([...ticked])}>
          {busy ? "Connecting…" : `Load ${counted(ticked.length, "licence")}`}
        </Button>
      </div>
    </div>
  );
}
