import { type ReactElement, useSyncExternalStore } from "react";
import { quantityWords } from "../../app/amount";
import { count } from "../../app/words";
import { type Noun, rowsWords } from "./GridStrip";
import type { GridModel } from "./model";
import { narrows } from "./question";
import type { GridRow } from "./view-source";

/** More units than these would crowd out the rest of the bar; the others are counted. */
const SHOWN = 4;

/** How much there is in all rows of the view, by unit. Follows the rows; never holds them up. */
export function GridTotals<Row extends GridRow>({ model, noun }: { model: GridModel<Row>; noun: Noun }): ReactElement {
  const { opened, answered, totals } = useSyncExternalStore(model.subscribe, model.state);
  const counted = totals !== null && totals.view === opened?.view;
  const units = totals?.units ?? [];
  const hidden = units.slice(SHOWN);
  return (
    <div className={counted ? "grid-totals" : "grid-totals grid-totals-old"}>
      {opened && answered ? <span>{rowsWords(opened.rows, opened.of, narrows(answered), noun)}</span> : null}
      <ul aria-label="Quantity by unit" aria-busy={!counted}>
        {units.slice(0, SHOWN).map(({ unit, quantity, rows }) => (
          <li key={unit} title={`${count(rows)} ${rows === 1 ? noun.one : noun.many} in ${unit}`}>
            <b>{quantityWords(quantity)}</b> {unit}
          </li>
        ))}
        {hidden.length > 0 ? (
          <li title={hidden.map(({ unit, quantity }) => `${quantityWords(quantity)} ${unit}`).join(", ")}>
            and {hidden.length} more
          </li>
        ) : null}
      </ul>
    </div>
  );
}
