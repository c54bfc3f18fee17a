import { ALDER, FOOTHILL, snapshot } from "../../base/test-licenses";
import type { Column, PackageCard, PackageRow, PackageTab, TagPlace, ViewSpec } from "../../platform";
import { type TestDesk, testDesk } from "../../platform/testing";

const COLUMNS: Column[] = [
  { id: "tag", title: "Tag", kind: "tag", shown: true, width: 240 },
  { id: "item", title: "Item", kind: "text", shown: true, width: 240 },
];

/** The tag of a package, by its number. */
export const tagOf = (number: number) => `1A4FF03000051DE${String(number).padStart(9, "0")}`;

/** Where each package is: the shop's, by number, and one of the laboratory. */
const HELD: { number: number; license: string; tab: PackageTab }[] = [
  ...[1, 2, 3, 4].map((number) => ({ number, license: ALDER.number, tab: "active" as const })),
  { number: 5, license: ALDER.number, tab: "inactive" },
  { number: 6, license: FOOTHILL.number, tab: "active" },
];

function rowOf({ number, license }: (typeof HELD)[number]): PackageRow {
  return {
    row: number,
    license,
    package_id: number,
    tag: tagOf(number),
    item: "Blue Dream",
    quantity: "1",
    unit: "ea",
  } as PackageRow;
}

/** The packages of a view, as the desk would search and filter them: by the tag, and by nothing that passes a filter. */
function rowsOf(spec: ViewSpec): PackageRow[] {
  const inTab = HELD.filter((one) => one.tab === spec.tab && spec.licenses.includes(one.license));
  return inTab
    .filter((one) => tagOf(one.number).includes(spec.search) && spec.filters.length === 0)
    .map((one) => rowOf(one));
}

/** A desk with the packages of two licenses. */
export function packagesDesk(): TestDesk {
  const views: ViewSpec[] = [];
  return testDesk({
    app_snapshot: () => snapshot(),
    columns: () => ({ columns: COLUMNS, states_order: COLUMNS.map((column) => column.id) }),
    layout_get: () => ({ body: null }) as never,
    layout_put: () => ({ before: [] }),
    view_open: (spec) => {
      views.push(spec);
      return { view: views.length, rows: rowsOf(spec).length, of: 4, revision: 1 };
    },
    view_close: () => ({ changed: true }),
    view_totals: () => ({ totals: [] }),
    package_rows: ({ view, from, to }) => ({
      rows: rowsOf(views[view - 1] as ViewSpec).slice(from, to),
      pending: [],
    }),
    view_position: ({ view, row }) => {
      const at = rowsOf(views[view - 1] as ViewSpec).findIndex((one) => one.row === row);
      return { position: at < 0 ? null : at };
    },
    tag_find: ({ text }) => {
      const places: TagPlace[] = HELD.filter((one) => tagOf(one.number).endsWith(text.toUpperCase())).map((one) => ({
        license: one.license,
        tab: one.tab,
        packages: 1,
        row: one.number,
        tag: tagOf(one.number),
        item: "Blue Dream",
      }));
      return { text: text.toUpperCase(), places, coming: [], looked: [], why: "" };
    },
    package_card: ({ tag }) => ({ tag, card: null as PackageCard | null, missing: "Nothing more is known of it." }),
  });
}
