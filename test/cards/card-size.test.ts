import type { AdaptiveCard } from '../../src/cards/adaptive-card';
import { cardBytes, CARD_MAX_BYTES, firstThatFits } from '../../src/cards/card-size';

const card = (text: string): AdaptiveCard => ({
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: '',
  body: [{ type: 'TextBlock', text }],
});
const EMPTY = cardBytes(card(''));
const ofBytes = (bytes: number) => card('x'.repeat(bytes - EMPTY));

test('a card is measured in bytes as sent', () => {
  expect(cardBytes(card('é')) - EMPTY).toBe(2);
  expect(cardBytes(card('"')) - EMPTY).toBe(2);
  expect(cardBytes(ofBytes(5000))).toBe(5000);
});

test('the limit is 20 KB', () => {
  expect(CARD_MAX_BYTES).toBe(20_000);
});

test('the first card below the limit is taken, and nothing after it is drawn', () => {
  const fits = ofBytes(CARD_MAX_BYTES - 1);
  const undrawn = () => {
    throw new Error('drawn in vain');
  };
  expect(firstThatFits([() => ofBytes(CARD_MAX_BYTES), () => fits, undrawn])).toBe(fits);
});

test('when none fits the barest is given', () => {
  const barest = ofBytes(CARD_MAX_BYTES + 1);
  expect(firstThatFits([() => ofBytes(CARD_MAX_BYTES * 2), () => barest])).toBe(barest);
});
