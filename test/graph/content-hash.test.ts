import fc from 'fast-check';
import { contentHash, MAX_DEPTH } from '../../src/graph/content-hash';

/** The same value with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, reversed(member)]));
}

describe('a content hash', () => {
  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(contentHash(reversed(value))).toBe(contentHash(value));
      }),
    );
  });

  test('differs where the JSON differs', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 4 }), (a, b) => {
        const same = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
        expect(contentHash({ a }) === contentHash({ a: b })).toBe(same);
      }),
    );
  });

  test.each([
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: '1' }, { a: 1 }],
    [{ a: null }, {}],
    [{ a: ['b', 'c'] }, { a: ['b,c'] }],
    [{ evidence: [{ '@odata.type': 'x' }] }, { evidence: [{ '@odata.type': 'y' }] }],
  ])('tells %j from %j', (a, b) => {
    expect(contentHash(a)).not.toBe(contentHash(b));
  });

  test('leaves out what an answer says about itself', () => {
    expect(contentHash({ id: 'a', '@odata.context': 'x', '@odata.type': 'y' })).toBe(contentHash({ id: 'a' }));
  });

  test('looks no deeper than its limit', () => {
    const nest = (end: unknown, levels: number): unknown => (levels === 0 ? end : [nest(end, levels - 1)]);
    expect(contentHash(nest('a', MAX_DEPTH))).not.toBe(contentHash(nest('b', MAX_DEPTH)));
    expect(contentHash(nest('a', MAX_DEPTH + 1))).toBe(contentHash(nest('b', MAX_DEPTH + 1)));
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}
