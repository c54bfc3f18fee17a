import type { CardAt } from "./card-at";

type Hear = (at: CardAt | null) => void;

let layer: Hear | undefined;

/** Opens the card of a tag beside it, without the focus; it stays until the person goes on. */
export function summonCard(at: CardAt): void {
  layer?.(at);
}

/** Closes the card that a scan opened: another scan has no package to show. */
export function dismissCard(): void {
  layer?.(null);
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
