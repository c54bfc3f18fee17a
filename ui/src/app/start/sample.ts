import packages from "./sample.json";

/** A package of the first window’s picture: what the state would list, of the kind that the demo is made of. */
export interface Sample {
  tag: string;
  item: string;
  /** As it is read, without its unit. */
  quantity: string;
  /** What it will be once what waits is recorded. */
  will?: string;
  unit: string;
  location: string;
  lab: string;
  packager: string;
}

/** Few enough to be drawn at once, and one of each kind that a person should see. */
export const SAMPLES: readonly Sample[] = packages;
