import type { DraftLineField, TransferTypeChoice } from "../../../platform";
import type { LabelId } from "../../../words";

/** A column that a person types into. */
export interface TypedColumn {
  field: DraftLineField;
  title: LabelId;
}

const GROSS: TypedColumn[] = [
  { field: "gross_weight", title: "draft-column-gross-weight" },
  { field: "gross_unit", title: "draft-column-gross-unit" },
];
const PRICE: TypedColumn = { field: "price", title: "draft-column-price" };

/** The typed columns besides the tag: those that the type demands, and those in which something stands already. */
export function typedColumns(
  type: TransferTypeChoice | undefined,
  typed: { gross: boolean; price: boolean },
): TypedColumn[] {
  return [
    ...(type?.needs_gross_weight || typed.gross ? GROSS : []),
    ...(type?.needs_price || typed.price ? [PRICE] : []),
  ];
}
