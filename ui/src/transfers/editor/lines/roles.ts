/**
 * The roles of a table, said once more. The rows of the lines are laid out as grids, so that those out of sight cost
 * nothing while one types, and not every engine sees a table in what is not laid out as one.
 */
export const ROLES = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  cell: { role: "cell" },
  rowHead: { role: "rowheader" },
  columnHead: { role: "columnheader" },
} as const;
