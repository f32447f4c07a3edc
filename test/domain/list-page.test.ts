import fc from 'fast-check';
import { LIST_PAGE } from '../../src/domain/disclose-list';
import { placeWithin, rowsFrom, turned } from '../../src/domain/list-page';

const lists = fc.integer({ min: 0, max: 95 }).map((length) => Array.from({ length }, (_, index) => index));

function pagesOf(rows: readonly number[]): number[][] {
  const pages: number[][] = [];
  for (let from = 1; from <= rows.length; from = turned(from, 'next')) pages.push(rowsFrom(rows, from));
  return pages;
}

test('the pages of a list hold every row once, in order, and all but the last are full', () => {
  fc.assert(
    fc.property(lists, (rows) => {
      const pages = pagesOf(rows);
      expect(pages.flat()).toEqual(rows);
      for (const page of pages.slice(0, -1)) expect(page).toHaveLength(LIST_PAGE);
    }),
  );
});

test('turning on and back comes to the same page', () => {
  fc.assert(
    fc.property(fc.nat(20), (page) => {
      const from = page * LIST_PAGE + 1;
      expect(turned(turned(from, 'next'), 'previous')).toBe(from);
    }),
  );
});

test('a list that has become shorter is shown from its last page, never as empty', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 200 }), (rows, from) => {
      const place = placeWithin(rows.length, from);
      const shown = rowsFrom(rows, place);
      expect(shown.length > 0).toBe(rows.length > 0);
      if (from <= rows.length) expect(place).toBe(from);
      else expect(shown).toEqual(pagesOf(rows).at(-1) ?? []);
    }),
  );
});

test.each([
  [0, 1, 1],
  [10, 11, 1],
  [11, 21, 11],
  [30, 31, 21],
  [5, 3, 3],
  [5, -4, 1],
])('of %d rows the page asked for from %d begins at %d', (total, from, place) => {
  expect(placeWithin(total, from)).toBe(place);
});

test('before the first page there is no other', () => {
  expect([turned(1, 'previous'), turned(4, 'previous')]).toEqual([1, 1]);
});
