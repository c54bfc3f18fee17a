import type { Collection } from "../../platform";
import type { MessageId } from "../../words";
import { LISTS, type ListId } from "../lists/lists";

const PACKAGES = {
  rows: "grid-rows-packages",
  some: "grid-some-packages",
  sum: "grid-sum-packages",
  noneFound: "grid-none-found-packages",
  nonePass: "grid-none-pass-packages",
  saving: "grid-export-saving-packages",
} as const;

const SAMPLES = {
  rows: "grid-rows-samples",
  some: "grid-some-samples",
  sum: "grid-sum-samples",
  noneFound: "grid-none-found-samples",
  nonePass: "grid-none-pass-samples",
  saving: "grid-export-saving-samples",
} as const;

const TRANSFERS = {
  rows: "grid-rows-transfers",
  some: "grid-some-transfers",
  sum: "grid-sum-transfers",
  noneFound: "grid-none-found-transfers",
  nonePass: "grid-none-pass-transfers",
  saving: "grid-export-saving-transfers",
} as const;

const TEMPLATES = {
  rows: "grid-rows-templates",
  some: "grid-some-templates",
  sum: "grid-sum-templates",
  noneFound: "grid-none-found-templates",
  nonePass: "grid-none-pass-templates",
  saving: "grid-export-saving-templates",
} as const;

const LISTED = {
  rows: "grid-rows-listed",
  some: "grid-some-listed",
  sum: "grid-sum-listed",
  noneFound: "grid-none-found-listed",
  nonePass: "grid-none-pass-listed",
  saving: "grid-export-saving-listed",
} as const;

const listed = Object.fromEntries(LISTS.map(({ id }) => [id, LISTED])) as Record<ListId, typeof LISTED>;

/** The messages that call the rows by what they are. */
export const NOUNS = {
  packages: PACKAGES,
  lab_samples: SAMPLES,
  incoming_transfers: TRANSFERS,
  outgoing_transfers: TRANSFERS,
  rejected_transfers: TRANSFERS,
  transfer_templates: TEMPLATES,
  ...listed,
} as const satisfies Record<Collection, Record<keyof typeof PACKAGES, MessageId>>;
