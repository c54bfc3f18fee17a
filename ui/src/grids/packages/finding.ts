import { useSyncExternalStore } from "react";
import type { LicenseNumber, PackageTab, TagFound, TagPlace } from "../../platform";

/** What the person would lose by going to a package. */
export interface Losing {
  /** Packages that are selected, more than one. */
  selected: number;
  /** Filters that leave the package out. */
  filters: number;
}

/** How a package that was asked for by its tag is come to. */
export type Finding =
  | { is: "nothing" }
  /** On the way; `agreed`: the person knows what they lose. `ready`: its tab and license are chosen. */
  | { is: "going"; place: TagPlace; agreed: boolean; ready: boolean }
  /** Something would be lost: the person decides. */
  | { is: "asking"; place: TagPlace; losing: Losing }
  /** It is there; `from` are the licenses that were in sight before, where these are others now. */
  | { is: "there"; place: TagPlace; from: readonly LicenseNumber[] | null }
  /** Its row was not there any more when its tab was. */
  | { is: "moved"; place: TagPlace }
  | { is: "unknown"; found: TagFound; tag: boolean }
  /** Read while a dialog was open. */
  | { is: "in_dialog"; text: string };

/** The last of them, with another number for each, so that the same words are read aloud again. */
export interface Found {
  turn: number;
  finding: Finding;
}

let now: Found = { turn: 0, finding: { is: "nothing" } };
const listeners = new Set<() => void>();

function set(next: Found): void {
  now = next;
  for (const listener of [...listeners]) {
    listener();
  }
}

/** Something new is looked for: what was under way comes to nothing. Answers its number. */
export function beginFinding(): number {
  set({ turn: now.turn + 1, finding: { is: "nothing" } });
  return now.turn;
}

/** How far it is; false where something else is looked for by now. */
export function setFinding(turn: number, finding: Finding): boolean {
  const current = turn === now.turn;
  if (current) {
    set({ turn, finding });
  }
  return current;
}

/** Puts what is said of it away. */
export function forgetFinding(): void {
  set({ turn: now.turn, finding: { is: "nothing" } });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How the package that was asked for last is come to. */
export function useFinding(): Found {
  return useSyncExternalStore(subscribe, () => now);
}

/** Tabs by what they say of a package: it is here, it was here, it left. */
const HERE: readonly (readonly PackageTab[])[] = [["active", "on_hold", "in_transit"], ["inactive"], ["transferred"]];

/** The place to go to: where the package is before where it was, and among these one of the licenses in sight. */
export function bestPlace(places: readonly TagPlace[], shown: readonly LicenseNumber[]): TagPlace | undefined {
  const alike = HERE.map((tabs) => places.filter((place) => tabs.includes(place.tab))).find((some) => some.length > 0);
  return alike?.find((place) => shown.includes(place.license)) ?? alike?.[0];
}

/** The licenses in sight once one of them has to be: where there are several, it joins them. */
export function withLicense(shown: readonly LicenseNumber[], license: LicenseNumber): LicenseNumber[] {
  if (shown.includes(license)) {
    return [...shown];
  }
  return shown.length > 1 ? [...shown, license] : [license];
}

/** What would be lost, of what is selected and filtered now; `inSight`: whether the list as it is has the package. */
export function losing(selected: number, filters: number, inSight: boolean): Losing | null {
  const lost = { selected: selected > 1 ? selected : 0, filters: inSight ? 0 : filters };
  return lost.selected > 0 || lost.filters > 0 ? lost : null;
}

/** An ending that may be a tag's, or a whole tag: one word of letters and digits, a digit among them. */
export function mayBeTag(search: string): boolean {
  return /^(?=.*\d)[0-9A-Z]{4,24}$/i.test(search.trim());
}
