import fc from 'fast-check';
import { ALIAS_MAX_LENGTH, ALIAS_MIN_LENGTH, aliasCandidate, shortestFreeAlias } from '../../src/domain/pseudonym';

const person = fc.string({ minLength: 1 });

test('an alias is stable for one key, tenant and person', () => {
  expect(aliasCandidate('key', 'tenant', 'oid:1')).toBe(aliasCandidate('key', 'tenant', 'oid:1'));
});

test('another key, tenant or person gives another alias', () => {
  const aliases = [
    aliasCandidate('key', 'tenant', 'oid:1'),
    aliasCandidate('key2', 'tenant', 'oid:1'),
    aliasCandidate('key', 'tenant2', 'oid:1'),
    aliasCandidate('key', 'tenant', 'oid:2'),
    aliasCandidate('key', 'tenant\u0000oid:1', ''),
  ];
  expect(new Set(aliases).size).toBe(aliases.length);
});

test('aliases hold only letters and figures that cannot be misread', () => {
  fc.assert(
    fc.property(person, (key) => {
      expect(aliasCandidate('key', 'tenant', key)).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    }),
  );
});

test('the shortest free prefix is taken, from four characters on', () => {
  const candidate = aliasCandidate('key', 'tenant', 'oid:1');
  expect(shortestFreeAlias(candidate, () => false)).toBe(candidate.slice(0, ALIAS_MIN_LENGTH));
  const taken = new Set([candidate.slice(0, 4), candidate.slice(0, 5)]);
  expect(shortestFreeAlias(candidate, (alias) => taken.has(alias))).toBe(candidate.slice(0, 6));
});

test('an alias reaches its whole length before it is given up', () => {
  const candidate = aliasCandidate('key', 'tenant', 'oid:1');
  expect(shortestFreeAlias(candidate, (alias) => alias.length < ALIAS_MAX_LENGTH)).toBe(candidate);
  expect(shortestFreeAlias(candidate, () => true)).toBeNull();
});

test('many people get aliases of their own', () => {
  const taken = new Set<string>();
  for (let index = 0; index < 2000; index += 1) {
    const alias = shortestFreeAlias(aliasCandidate('key', 'tenant', `oid:${index}`), (each) => taken.has(each));
    expect(alias).not.toBeNull();
    taken.add(alias ?? '');
  }
  expect(taken.size).toBe(2000);
});
