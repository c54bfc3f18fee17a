import type { CardAt } from "./card-at";

/** Whether the focus goes into a card that opens, or stays where it is. */
export type Entry = "entered" | "beside";

type Hear = (at: CardAt | null, entry: Entry) => void;

let layer: Hear | undefined;

/** Opens the card of a tag beside it; without the focus it stays until the person goes on. */
export function summonCard(at: CardAt, entry: Entry = "beside"): void {
  layer?.(at, entry);
}

/** Closes the card that a scan opened: another scan has no package to show. */
export function dismissCard(): void {
  layer?.(null, "beside");
}

/** Hears of cards to open, and null for closing one, for the layer that draws them. Answers the way to stop. */
export function onSummon(hear: Hear): () => void {
  layer = hear;
  return () => {
    if (layer === hear) {
      layer = undefined;
    }
  };
}
