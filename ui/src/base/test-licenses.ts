import type { Account, AppSnapshot, License, LicenseSync, OutboxStatus, SyncStatus } from "../platform";

function license(number: string, name: string, more: Partial<License> = {}): License {
  return {
    number,
    name,
    license_type: "Retailer",
    kind: "retailer",
    chosen: true,
    can_test: false,
    can_grow: false,
    can_sell: false,
    ...more,
  };
}

/** A retailer, a laboratory, and a cultivator that is not loaded. */
export const ALDER = license("C10-0000123-LIC", "Alder Street Dispensary", { can_sell: true });
export const FOOTHILL = license("C8-0000012-LIC", "Foothill Analytics", {
  license_type: "Testing Laboratory",
  kind: "laboratory",
  can_test: true,
});
export const EEL = license("CCL19-0000301", "Eel River Farms", { kind: "cultivator", chosen: false, can_grow: true });

/** An account with the three. */
export function account(more: Partial<Account> = {}): Account {
  return {
    id: "demo",
    state: "CA",
    environment: "demo",
    name: "",
    has_keys: true,
    shut: null,
    licenses: [ALDER, FOOTHILL, EEL],
    ...more,
  };
}

/** A license that was read whole. */
export function ready(number: string, more: Partial<LicenseSync> = {}): LicenseSync {
  return {
    license: number,
    state: "ready",
    as_of: "2026-03-02T14:02:00Z",
    collections: [],
    error: null,
    calls_last_minute: 0,
    ...more,
  };
}

/** A sync at rest. */
export function syncStatus(more: Partial<SyncStatus> = {}): SyncStatus {
  return {
    revision: 1,
    headline: { is: "up_to_date", at: "2026-03-02T14:02:00Z", except: [], refused: [] },
    licenses: [ready(ALDER.number), ready(FOOTHILL.number)],
    seconds_left: null,
    next_at: null,
    calls: { last_minute: 12, limit_per_second: 50, waiting: 0, refused: 0, frozen_until: null },
    ...more,
  };
}

/** An outbox with nothing in it. */
export function outboxStatus(more: Partial<OutboxStatus> = {}): OutboxStatus {
  return {
    waiting: 0,
    sending: 0,
    checking: 0,
    needs_you: 0,
    refused: 0,
    done: 0,
    due: null,
    overdue: 0,
    held: null,
    summary: null,
    revision: 1,
    ...more,
  };
}

/** A snapshot with one account, at rest. */
export function snapshot(more: Partial<AppSnapshot> = {}): AppSnapshot {
  return {
    version: "0.1.0",
    platform: "linux",
    accounts: [account()],
    notices: [],
    keychain: "system",
    sync: syncStatus(),
    outbox: outboxStatus(),
    revision: 1,
    ...more,
  };
}
