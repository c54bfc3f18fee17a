import type { Account, Environment, LicenseKind } from "../platform";
import { type LabelId, language, say } from "../words";
import type { IconName } from "./icons";

/** A whole number as it is read. */
export function count(number: number): string {
  return number.toLocaleString(language());
}

/** Names in a sentence: `Employees and Drivers`. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(language()).format(names);
}

/** Counts side by side: `2 need you, 1 refused, 5 waiting`. */
export function sideBySide(parts: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: "unit", style: "short" }).format(parts);
}

/** What a license's number says of it, with its symbol. */
export const KINDS: Record<LicenseKind, { icon: IconName; words: LabelId }> = {
  laboratory: { icon: "flask", words: "licenses-kind-laboratory" },
  delivery_retailer: { icon: "van", words: "licenses-kind-delivery-retailer" },
  retailer: { icon: "shop", words: "licenses-kind-retailer" },
  distributor: { icon: "truck", words: "licenses-kind-distributor" },
  microbusiness: { icon: "shops", words: "licenses-kind-microbusiness" },
  cultivator: { icon: "leaf", words: "licenses-kind-cultivator" },
  manufacturer: { icon: "factory", words: "licenses-kind-manufacturer" },
  other: { icon: "building", words: "licenses-kind-other" },
};

const STATES: Record<string, LabelId> = { CA: "licenses-california" };

/** A state's name; its letters where the name is not known. */
export function stateName(letters: string): string {
  const name = STATES[letters.toUpperCase()];
  return name ? say(name) : letters.toUpperCase();
}

/**
 * What an account is called: as the person named it, else by its system; where several are called alike, with its place
 * among them.
 */
export function accountName(account: Account, accounts: readonly Account[]): string {
  const name = ownName(account);
  const alike = accounts.filter((other) => ownName(other) === name);
  const at = alike.findIndex((other) => other.id === account.id);
  return alike.length > 1 && at >= 0 ? say("licenses-account-place", { account: name, place: at + 1 }) : name;
}

function ownName(account: Account): string {
  return account.name || systemName(account);
}

/** What an account is called while nobody gave it a name. */
export function systemName({ state, environment }: Account): string {
  if (environment === "demo") {
    return say("licenses-demo");
  }
  return environment === "sandbox" ? say("licenses-sandbox", { state: stateName(state) }) : stateName(state);
}

/** The host that an account's calls go to. */
export function hostOf(state: string, environment: Exclude<Environment, "demo">): string {
  return `${environment === "sandbox" ? "sandbox-" : ""}api-${state.toLowerCase()}.metrc.com`;
}
