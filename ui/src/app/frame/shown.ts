import type { Account, Licence, LicenceNumber } from "../../platform";

const KEY = "trackside.shown";

/** The licences shown when the page was last open; anything unreadable is none. */
export function readShown(): LicenceNumber[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((number): number is string => typeof number === "string") : [];
  } catch {
    return [];
  }
}

/** Remembers the licences shown. */
export function writeShown(licences: readonly LicenceNumber[]): void {
  localStorage.setItem(KEY, JSON.stringify(licences));
}

/** The licences that are loaded, of every account, each once, in the accounts' order. */
export function chosenLicences(accounts: readonly Account[]): Licence[] {
  const byNumber = new Map<LicenceNumber, Licence>();
  for (const account of accounts) {
    for (const licence of account.licences) {
      if (licence.chosen && !byNumber.has(licence.number)) {
        byNumber.set(licence.number, licence);
      }
    }
  }
  return [...byNumber.values()];
}

/** Of the licences loaded those wished for; where none of these is loaded any more, the first that is. */
export function keepShown(loaded: readonly Licence[], wish: readonly LicenceNumber[]): Licence[] {
  const wanted = new Set(wish);
  const kept = loaded.filter((licence) => wanted.has(licence.number));
  return kept.length > 0 ? kept : loaded.slice(0, 1);
}
