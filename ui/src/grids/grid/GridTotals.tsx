import { type ReactElement, useSyncExternalStore } from "react";
import { quantityWords } from "../../app/amount";
import { language, say } from "../../words";
import { rowsWords } from "./GridStrip";
import type { GridModel } from "./model";
import { NOUNS } from "./nouns";
import { narrows } from "./question";
import type { GridRow } from "./view-source";

/** More units than these would crowd out the rest of the bar; the others are counted. */
const SHOWN = 4;

/** How much there is in all rows of the view, by unit. Follows the rows; never holds them up. */
export function GridTotals<Row extends GridRow>({ model }: { model: GridModel<Row> }): ReactElement {
  const { opened, answered, totals } = useSyncExternalStore(model.subscribe, model.state);
  const counted = totals !== null && totals.view === opened?.view;
  const units = totals?.units ?? [];
  const hidden = units.slice(SHOWN);
  const { collection } = model.scope;
  return (
    <div className={counted ? "grid-totals" : "grid-totals grid-totals-old"}>
      {opened && answered ? <span>{rowsWords(opened.rows, opened.of, narrows(answered), collection)}</span> : null}
      <ul aria-label={say("grid-sums")} aria-busy={!counted}>
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
    </div>
  );
}
