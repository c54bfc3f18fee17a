import type { IconName } from "../parts";
import type { Account, Environment, LicenceKind } from "../platform";

/** A whole number as it is read. */
export function count(number: number): string {
  return number.toLocaleString("en-US");
}

/** `1 licence`, `3 licences`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** What a licence's number says of it, with its symbol. */
export const KINDS: Record<LicenceKind, { icon: IconName; words: string }> = {
  laboratory: { icon: "flask", words: "Testing laboratory" },
  delivery_retailer: { icon: "van", words: "Delivery-only retailer" },
  retailer: { icon: "shop", words: "Retailer" },
  distributor: { icon: "truck", words: "Distributor" },
  microbusiness: { icon: "shops", words: "Microbusiness" },
  cultivator: { icon: "leaf", words: "Cultivator" },
  manufacturer: { icon: "factory", words: "Manufacturer" },
  other: { icon: "building", words: "Licence" },
};

const STATES: Record<string, string> = { CA: "California" };

/** A state's name; its letters where the name is not known. */
export function stateName(letters: string): string {
  return STATES[letters.toUpperCase()] ?? letters.toUpperCase();
}

/** What an account is called; where several of a person's accounts are of one system, with its place among them. */
export function accountName(account: Account, accounts: readonly Account[]): string {
  const name = systemName(account);
  const alike = accounts.filter((other) => systemName(other) === name);
  const at = alike.findIndex((other) => other.id === account.id);
  return alike.length > 1 && at >= 0 ? `${name}, account ${at + 1}` : name;
}

function systemName({ state, environment }: Account): string {
  if (environment === "demo") {
    return "Demo state";
  }
  return environment === "sandbox" ? `${stateName(state)} sandbox` : stateName(state);
}

/** The host that an account's calls go to. */
export function hostOf(state: string, environment: Exclude<Environment, "demo">): string {
  return `${environment === "sandbox" ? "sandbox-" : ""}api-${state.toLowerCase()}.metrc.com`;
}
