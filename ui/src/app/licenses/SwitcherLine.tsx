import { type ReactElement, useId } from "react";
import { useSnapshot } from "../../base/desk";
import { useSnapshotCommand } from "../../base/desk-commands";
import { useFrame } from "../../base/frame-state";
import { clock, useNow } from "../../base/time";
import { Button } from "../../parts";
import type { Account, License, LicenseSync } from "../../platform";
import { say } from "../../words";
import { LicenseName } from "./LicenseName";

/**
 * One license of the switcher. Its row shows it alone, its box adds it to those shown or takes it away; Enter and Space
 * do the same on the box. One that is not loaded can be loaded instead.
 */
export function SwitcherLine({
  license,
  account,
  onSwitch,
}: {
  license: License;
  account: Account;
  /** It is shown alone now. */
  onSwitch: () => void;
}): ReactElement {
  const { sync } = useSnapshot();
  const { shown, show } = useFrame();
  const choose = useSnapshotCommand("licenses_choose");
  const now = useNow();
  const numbers = shown.map((each) => each.number);
  const on = numbers.includes(license.number);
  const content = useId();
  const named = { license: license.name || license.number };

  if (!license.chosen) {
    const loaded = account.licenses.filter((each) => each.chosen).map((each) => each.number);
    return (
      <li className="switcher-line switcher-off">
        <LicenseName license={license} />
        <span className="switcher-state quiet">{choose.error ? choose.error.message : say("licenses-not-loaded")}</span>
        <Button
          disabled={choose.busy}
          aria-label={say("licenses-load-named", named)}
          onClick={() => void choose.run({ account: account.id, licenses: [...loaded, license.number] })}
        >
          {say(choose.busy ? "licenses-starting" : "licenses-load")}
        </Button>
      </li>
    );
  }
  const entry = sync.licenses.find((each) => each.license === license.number);
  const alone = on && numbers.length === 1;
  const switchTo = () => {
    show([license.number]);
    onSwitch();
  };
  return (
    <li className="switcher-line">
      <label className="switcher-box">
        <input
          type="checkbox"
          className="check"
          aria-label={say("licenses-show-beside", named)}
          checked={on}
          // One is always shown: the last check mark cannot be taken away.
          disabled={alone}
          onChange={() =>
            show(on ? numbers.filter((number) => number !== license.number) : [...numbers, license.number])
          }
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              switchTo();
            }
          }}
        />
      </label>
      <button
        type="button"
        className="switcher-row"
        // Its name has what is seen, so that it can be spoken to as it is read.
        aria-labelledby={`${content}-alone ${content}`}
        aria-current={alone ? "true" : undefined}
        onClick={switchTo}
      >
        <span id={`${content}-alone`} hidden>
          {say("licenses-show-alone")}
        </span>
        <span id={content} className="switcher-content">
          <LicenseName license={license} />
          <span className="switcher-state quiet">{standing(entry, now)}</span>
        </span>
      </button>
    </li>
  );
}

/** How a license stands, in two or three words. */
function standing(entry: LicenseSync | undefined, now: Date): string {
  if (!entry) {
    return "";
  }
  switch (entry.state) {
    case "never":
      return say("licenses-never");
    case "loading": {
      const percent = part(entry);
      return percent === null ? say("licenses-loading") : say("licenses-loading-part", { percent });
    }
    case "updating":
      return say("licenses-updating");
    case "failed":
      return entry.as_of ? say("licenses-data-from", { time: clock(entry.as_of, now) }) : say("licenses-failed");
    case "cancelled":
      return say("licenses-stopped");
    case "ready":
      return entry.as_of ? say("licenses-data-from", { time: clock(entry.as_of, now) }) : say("licenses-ready");
  }
}

/** How far a first load is, in percent, where the state has said how much there is. */
function part(entry: LicenseSync): number | null {
  const known = entry.collections.filter((collection) => collection.skipped === null);
  const total = known.reduce((sum, collection) => sum + (collection.total ?? 0), 0);
  const done = known.reduce((sum, collection) => sum + collection.done, 0);
  return total > 0 && known.every((collection) => collection.total !== null)
    ? Math.min(100, Math.floor((100 * done) / total))
    : null;
}
