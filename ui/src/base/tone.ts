/** How something stands: as it should, wrong, going on, to be looked at, or nothing of these. */
export type Tone = "good" | "bad" | "busy" | "warn" | "plain";
