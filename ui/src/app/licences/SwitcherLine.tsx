import type { ReactElement } from "react";
import { Button, CheckLine } from "../../parts";
import type { Account, Licence, LicenceSync } from "../../platform";
import { useSnapshot } from "../desk";
import { useSnapshotCommand } from "../desk-commands";
import { useFrame } from "../frame/frame-state";
import { clock, useNow } from "../time";
import { LicenceName } from "./LicenceName";

/** One licence of the switcher: shown or not, how it stands, and the way to see it alone or to load it. */
export function SwitcherLine({
  licence,
  account,
  onOnly,
}: {
  licence: Licence;
  account: Account;
  onOnly: () => void;
}): ReactElement {
  const { sync } = useSnapshot();
  const { shown, show } = useFrame();
  const choose = useSnapshotCommand("licences_choose");
  const now = useNow();
  const numbers = shown.map((each) => each.number);
  const on = numbers.includes(licence.number);

  if (!licence.chosen) {
    const loaded = account.licences.filter((each) => each.chosen).map((each) => each.number);
    return (
      <li className="switcher-line switcher-off">
        <LicenceName licence={licence} />
        <span className="switcher-state quiet">{choose.error ? choose.error.message : "Not loaded"}</span>
        <Button
          disabled={choose.busy}
          aria-label={`Load ${licence.name || licence.number}`}
          onClick={() => void choose.run({ account: account.id, licences: [...loaded, licence.number] })}
        >
          {choose.busy ? "Starting…" : "Load"}
        </Button>
      </li>
    );
  }
  const entry = sync.licences.find((each) => each.licence === licence.number);
  const alone = on && numbers.length === 1;
  return (
    <li className="switcher-line">
      <CheckLine
        checked={on}
        // One is always shown: the last tick cannot be taken away.
        disabled={alone}
        onChange={() => show(on ? numbers.filter((number) => number !== licence.number) : [...numbers, licence.number])}
      >
        <LicenceName licence={licence} />
      </CheckLine>
      <span className="switcher-state quiet">{standing(entry, now)}</span>
      <Button
        look={alone ? "quiet" : "plain"}
        disabled={alone}
        aria-label={`Show only ${licence.name || licence.number}`}
        onClick={() => {
          show([licence.number]);
          onOnly();
        }}
      >
        Only
      </Button>
    </li>
  );
}

/** How a licence stands, in two or three words. */
function standing(entry: LicenceSync | undefined, now: Date): string {
  if (!entry) {
    return "";
  }
  switch (entry.state) {
    case "never":
      return "Not loaded yet";
    case "loading":
      return `Loading${part(entry)}`;
    case "updating":
      return "Updating";
    case "failed":
      return entry.as_of ? `Data from ${clock(entry.as_of, now)}` : "Could not load";
    case "cancelled":
      return "Stopped";
    case "ready":
      return entry.as_of ? `Data from ${clock(entry.as_of, now)}` : "Ready";
  }
}

/** How far a first load is, where the state has said how much there is. */
function part(entry: LicenceSync): string {
  const known = entry.collections.filter((collection) => collection.skipped === null);
  const total = known.reduce((sum, collection) => sum + (collection.total ?? 0), 0);
  const done = known.reduce((sum, collection) => sum + collection.done, 0);
  return total > 0 && known.every((collection) => collection.total !== null)
    ? ` ${Math.min(100, Math.floor((100 * done) / total))}%`
    : "";
}
