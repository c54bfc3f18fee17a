import { type ReactElement, useEffect, useRef, useState } from "react";
import { Button, ErrorNotice } from "../../parts";
import type { DeskFailure, License, LicenseNumber } from "../../platform";
import { say } from "../../words";
import { LicenseTicks } from "../licenses/LicenseTicks";

/** Which of the licenses found are loaded: all, unless the person says otherwise; at least one. */
export function ChooseLicenses({
  licenses,
  wanted,
  busy,
  error,
  onBack,
  onChosen,
}: {
  licenses: License[];
  wanted?: readonly LicenseNumber[] | undefined;
  busy: boolean;
  error: DeskFailure | null;
  onBack: () => void;
  onChosen: (licenses: LicenseNumber[]) => void;
}): ReactElement {
  const [ticked, setTicked] = useState<readonly LicenseNumber[]>(() => {
    const all = licenses.map((license) => license.number);
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
        {say("start-keys-good", { count: licenses.length })}
      </p>
      <LicenseTicks licenses={licenses} ticked={ticked} onChange={setTicked} />
      {ticked.length === 0 ? (
        <p className="field-problem" role="alert">
          {say("start-choose-one")}
        </p>
      ) : null}
      <div className="form-actions">
        <Button onClick={onBack}>{say("start-back")}</Button>
        <Button look="main" disabled={busy || ticked.length === 0} onClick={() => onChosen([...ticked])}>
          {busy ? say("start-connecting") : say("start-load", { count: ticked.length })}
        </Button>
      </div>
    </div>
  );
}
