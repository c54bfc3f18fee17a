import type { Account, License, LicenseNumber } from "../platform";

const KEY = "trackside.shown";

/** The licenses shown when the page was last open; anything unreadable is none. */
export function readShown(): LicenseNumber[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((number): number is string => typeof number === "string") : [];
  } catch {
    return [];
  }
}

/** Remembers the licenses shown. */
export function writeShown(licenses: readonly LicenseNumber[]): void {
  localStorage.setItem(KEY, JSON.stringify(licenses));
}

/** The licenses that are loaded, of every account, each once, in the accounts' order. */
export function chosenLicenses(accounts: readonly Account[]): License[] {
  const byNumber = new Map<LicenseNumber, License>();
  for (const account of accounts) {
    for (const license of account.licenses) {
      if (license.chosen && !byNumber.has(license.number)) {
        byNumber.set(license.number, license);
      }
    }
  }
  return [...byNumber.values()];
}

/** Of the licenses loaded those wished for; where none of these is loaded any more, the first that is. */
export function keepShown(loaded: readonly License[], wish: readonly LicenseNumber[]): License[] {
  const wanted = new Set(wish);
  const kept = loaded.filter((license) => wanted.has(license.number));
  return kept.length > 0 ? kept : loaded.slice(0, 1);
}
