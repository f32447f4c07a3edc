// How large a card may be, and what is left out when it is larger. Teams refuses large messages as a whole, and a
// refused card is a lost alert.
import type { AdaptiveCard } from './adaptive-card';

/** Every card stays below this, in bytes of UTF-8 as sent. */
export const CARD_MAX_BYTES = 20_000;

export function cardBytes(card: AdaptiveCard): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf8');
}

/** The first drawing that is small enough, from the fullest to the barest; the barest is given whatever its size. */
export function firstThatFits(drawings: readonly [() => AdaptiveCard, ...(() => AdaptiveCard)[]]): AdaptiveCard {
  const [fullest, ...barer] = drawings;
  let card = fullest();
  for (const draw of barer) {
    if (cardBytes(card) < CARD_MAX_BYTES) return card;
    card = draw();
  }
  return card;
}
