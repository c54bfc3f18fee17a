import type { Collection, ColumnFilter, LicenseNumber, PackageTab, SortKey, ViewSpec } from "../../platform";

/** Where a grid looks: fixed while it is open. */
export interface Scope {
  collection: Collection;
  tab: PackageTab | null;
  licenses: LicenseNumber[];
}

/** What a person asks of a grid. */
export interface Question {
  search: string;
  filters: ColumnFilter[];
  sort: SortKey[];
}

/** Nothing asked: everything, newest first. */
export const EVERYTHING: Question = { search: "", filters: [], sort: [] };

/** The desk's form of a question. */
export function viewSpec(scope: Scope, question: Question): ViewSpec {
  return { ...scope, search: question.search.trim(), filters: question.filters, sort: question.sort };
}

/** Whether two questions have the same answer. */
export function sameQuestion(a: Question, b: Question): boolean {
  return (
    a.search.trim() === b.search.trim() && JSON.stringify([a.filters, a.sort]) === JSON.stringify([b.filters, b.sort])
  );
}

/** Whether rows are left out by this question. */
export function narrows(question: Question): boolean {
  return question.search.trim() !== "" || question.filters.length > 0;
}

/**
 * The sort after one more press on a header: least first, greatest first, not at all. With `add` (Shift) the other keys
 * stay; without, this is the only one.
 */
export function pressSort(sort: SortKey[], column: string, add: boolean): SortKey[] {
  const key = sort.find((candidate) => candidate.column === column);
  const next = !key ? { column, descending: false } : key.descending ? undefined : { column, descending: true };
  if (!add) {
    return next ? [next] : [];
  }
  if (!key) {
    return next ? [...sort, next] : sort;
  }
  return sort.flatMap((candidate) => (candidate !== key ? [candidate] : next ? [next] : []));
}

/** The sort with one column set, or taken out when `descending` is undefined, and all others gone. */
export function onlySort(column: string, descending: boolean | undefined): SortKey[] {
  return descending === undefined ? [] : [{ column, descending }];
}
