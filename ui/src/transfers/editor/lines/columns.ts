import type { DraftLineField, TransferTypeChoice } from "../../../platform";

/** A column that a person types into. */
export interface TypedColumn {
  field: DraftLineField;
  title: string;
}

const GROSS: TypedColumn[] = [
  { field: "gross_weight", title: "Gross Weight" },
  { field: "gross_unit", title: "Unit of Weight" },
];
const PRICE: TypedColumn = { field: "price", title: "Wholesale Price" };

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
