import { type ReactElement, useSyncExternalStore } from "react";
import { quantityWords } from "../../base/amount";
import { useSnapshot } from "../../base/desk";
import { indicatorWords } from "../../base/headline";
import { Icon } from "../../parts";
import type { Collection, UnitTotal } from "../../platform";
import { language, nodes, say } from "../../words";
import { footWords } from "./foot";
import type { GridModel } from "./model";
import { NOUNS } from "./nouns";
import { readingOf } from "./reading";
import type { GridRow } from "./view-source";

/** More units than these would crowd out the rest of the bar; the others are counted. */
const SHOWN = 4;

/**
 * How much there is in all rows of the view: how many, and the sums by unit. They change together, once both are known:
 * until then those of the view before stand, as being counted.
 */
export function GridTotals<Row extends GridRow>({ model }: { model: GridModel<Row> }): ReactElement | null {
  const { opened, totals } = useSyncExternalStore(model.subscribe, model.state);
  const { sync, outbox } = useSnapshot();
  if (!totals) {
    return null;
  }
  const { collection } = model.scope;
  const old = totals.view !== opened?.view;
  const reading = readingOf(sync, model.scope);
  const { words, sums } = footWords(totals, reading, collection);
  const unknown = reading.unknown && totals.of === 0;
  const indicator = reading.first ? indicatorWords(sync.headline, outbox, new Date()) : null;
  const list = <Sums units={totals.units} collection={collection} />;
  return (
    <div
      className={`grid-totals ${old ? "grid-totals-old" : ""} ${indicator ? `grid-reading-${indicator.tone}` : ""}`}
      aria-busy={old}
    >
      {old ? (
        <span className="grid-counting">
          <Icon name="clock" size={12} label={say("grid-counting")} />
        </span>
      ) : null}
      {indicator ? <Icon name={indicator.icon} size={14} /> : null}
      {unknown ? (
        <span>
          <span aria-hidden="true">{words}</span>
          <span className="unseen">{say("grid-unknown-spoken")}</span>
        </span>
      ) : sums === "within" ? (
        <div className="grid-reading">{nodes("grid-reading-sums", { reading: words, sums: list })}</div>
      ) : (
        <>
          <span>{words}</span>
          {sums === "behind" ? list : null}
        </>
      )}
    </div>
  );
}

/** The sums by unit. */
function Sums({ units, collection }: { units: readonly UnitTotal[]; collection: Collection }): ReactElement {
  const hidden = units.slice(SHOWN);
  return (
    <ul aria-label={say("grid-sums")}>
      {units.slice(0, SHOWN).map(({ unit, quantity, rows }) => (
        <li key={unit} title={say(NOUNS[collection].sum, { rows, unit })}>
          <b>{quantityWords(quantity)}</b> {unit}
        </li>
      ))}
      {hidden.length > 0 ? (
        <li
          title={new Intl.ListFormat(language()).format(
            hidden.map(({ unit, quantity }) => `${quantityWords(quantity)} ${unit}`),
          )}
        >
          {say("grid-sums-more", { units: hidden.length })}
        </li>
      ) : null}
    </ul>
  );
}
