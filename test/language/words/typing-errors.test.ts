// Which errors lie between a word as typed and the word that was meant.
import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import {
  errorsBetween,
  isDoubled,
  isSwapped,
  lacksFirst,
  lettersMissed,
} from '../../../src/language/words/typing-errors';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), minLength: 2, maxLength: 12 });

test.each([
  ['alert', 'alert', 0],
  ['aelrt', 'alert', 1],
  ['alrt', 'alert', 1],
  ['aleert', 'alert', 1],
  ['alart', 'alert', 1],
  ['aelrtt', 'alert', 2],
  ['laetr', 'alert', 2],
  ['', 'abc', 3],
  ['ca', 'abc', 3],
])('%j lies from %j as many errors as %i', (typed, meant, errors) => {
  expect(errorsBetween(typed, meant)).toBe(errors);
});

test('swaps make the way shorter than letters alone, and never to less than half', () => {
  fc.assert(
    fc.property(word, word, (typed, meant) => {
      const [errors, plain] = [errorsBetween(typed, meant), distance(typed, meant)];
      expect(errors).toBeLessThanOrEqual(plain);
      expect(2 * errors).toBeGreaterThanOrEqual(plain);
      expect(errors).toBe(errorsBetween(meant, typed));
    }),
  );
});

test('two neighbours that changed places are one swap, wherever they stand', () => {
  fc.assert(
    fc.property(word, fc.nat(), (meant, place) => {
      const at = place % (meant.length - 1);
      const typed = meant.slice(0, at) + meant.charAt(at + 1) + meant.charAt(at) + meant.slice(at + 2);
      expect(isSwapped(typed, meant)).toBe(typed !== meant);
      expect(errorsBetween(typed, meant)).toBe(typed === meant ? 0 : 1);
    }),
  );
});

test('a letter typed twice is a doubled one, another letter between is not', () => {
  fc.assert(
    fc.property(word, fc.nat(), (meant, place) => {
      const at = place % meant.length;
      expect(isDoubled(meant.slice(0, at + 1) + meant.slice(at), meant)).toBe(true);
      expect(isDoubled(`${meant.slice(0, at)}x${meant.slice(at)}`, meant)).toBe(false);
    }),
  );
});

test('the first letter missed', () => {
  expect(lacksFirst('esolve', 'resolve')).toBe(true);
  expect(lacksFirst('rsolve', 'resolve')).toBe(false);
  expect(lettersMissed('user')).toEqual(['ser', 'uer', 'usr', 'use']);
});
