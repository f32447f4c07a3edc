// row_number(): counts rows whose order is meant, and starts over whenever they are gone through again.
import { KqlRefusal } from '../../../src/emulator/kql/kql-table';
import { runKql } from '../../../src/emulator/kql/run-kql';

const rows = (query: string) => runKql(query, { tables: [], now: 0 }).rows;
const LETTERS = 'datatable(L:string) ["b", "c", "a"]';

describe('row_number()', () => {
  it.each([
    ['serialize', `${LETTERS} | serialize N = row_number() | project L, N`],
    ['sort', `${LETTERS} | sort by L asc | extend N = row_number()`],
    ['a filter after top', `${LETTERS} | top 3 by L asc | where L != "d" | project L, N = row_number()`],
  ])('counts from one after %s', (_, query) => {
    const counted = rows(query).map(([, number]) => number);
    expect(counted).toEqual([1, 2, 3]);
  });

  it('follows the order of the rows', () => {
    expect(rows(`${LETTERS} | sort by L asc | extend N = row_number()`)).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
  });

  it('counts from another number and starts over where it is told to', () => {
    const numbers = rows(`${LETTERS} | serialize N = row_number(7, L == "a") | project N`);
    expect(numbers).toEqual([[7], [8], [7]]);
  });

  it('starts over when the same rows are asked for twice', () => {
    const query = `let Numbered = ${LETTERS} | serialize N = row_number(); union Numbered, Numbered | project N`;
    expect(rows(query).map(([number]) => number)).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it.each([`${LETTERS} | extend N = row_number()`, `${LETTERS} | serialize | where row_number() > 1`])(
    'is refused where the order of rows means nothing: %s',
    (query) => expect(() => rows(query)).toThrow(KqlRefusal),
  );

  it('takes nothing but a constant to start from', () => {
    expect(() => rows(`${LETTERS} | serialize N = row_number(strlen(L))`)).toThrow(KqlRefusal);
  });
});
