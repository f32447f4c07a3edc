import { drawHuntingFailure, drawHuntingLooking } from '../../src/cards/hunting-note';
import { everyFailure } from '../domain/wording/failures';
import { wordsOf } from './card-walk';

const WINDOW = { from: '2026-03-04T10:00:00Z', to: '2026-03-11T10:00:00Z' };

test('while the search runs the card says where it looks and how long that may take', () => {
  expect(wordsOf(drawHuntingLooking({ window: WINDOW, timeZone: 'UTC', defaultWindow: true })).split('\n')).toEqual([
    'Hunting answer',
    'Looking at the last 7 days: 4 Mar 2026 10:00 – 11 Mar 2026 10:00 UTC.',
    'This can take up to 3 minutes.',
  ]);
});

test('a window that was named is said as it was read', () => {
  const card = drawHuntingLooking({ window: WINDOW, timeZone: 'Europe/Berlin', defaultWindow: false });
  expect(wordsOf(card)).toContain('Looking at 4 Mar 2026 11:00 – 11 Mar 2026 11:00 Europe/Berlin.');
});

test.each(everyFailure('Confidential').map((failure) => [failure.code, failure] as const))(
  '%s is one sentence or two on a card that can be pressed nowhere',
  (_code, failure) => {
    const card = drawHuntingFailure(failure);
    expect(wordsOf(card)).toMatch(/^Hunting answer\n[A-Z].*\.$/);
    expect(card.fallbackText).toBe('Hunting answer');
    expect(card.actions).toBeUndefined();
  },
);
