import type { Account, AccountCheck } from "../../platform";

/** The form of the keys with nothing typed yet, where an account is known for that one's system. */
export function blankKeys(where?: Pick<Account, "state" | "environment">): AccountCheck {
  const { state, environment } = where ?? { state: "CA", environment: "production" };
  return { state, environment, software_key: "", user_key: "" };
}

/** Keys as they are meant: a copied key often brings a space or a line end. */
export function trimmed(keys: AccountCheck): AccountCheck {
  return { ...keys, software_key: keys.software_key.trim(), user_key: keys.user_key.trim() };
}
