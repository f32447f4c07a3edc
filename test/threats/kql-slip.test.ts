// The few values that would slip a query into a query, and the columns that a tenant may lack, without a binder: quick to
// run. Everything else about literals and queries is proven with Microsoft's own language package.
import { filtersOf } from '../../src/domain/hunting-kql-filters';
import {
  datetimeLiteral,
  guidLiteral,
  LITERAL_MAX,
  stringLiteral,
  UnfitLiteral,
  wholeNumberLiteral,
} from '../../src/domain/kql-literal';
import { aQuestion } from '../builders/hunting';

it.each([
  ['" | take 1 //', '"\\" | take 1 //"'],
  ['\\', '"\\\\"'],
  ['\\" or 1 == 1', '"\\\\\\" or 1 == 1"'],
])('a quote or backslash in a name ends no text: %s', (name, literal) => expect(stringLiteral(name)).toBe(literal));

it.each([
  ['a text of two lines', () => stringLiteral('a\n| take 1')],
  ['a text that is too long', () => stringLiteral('x'.repeat(LITERAL_MAX + 1))],
  ['an id that is none', () => guidLiteral('x) or (1 == 1')],
  ['an instant with an offset', () => datetimeLiteral('2026-03-04T10:00:00+01:00')],
  ['half a number', () => wholeNumberLiteral(0.5)],
])('no literal is made of %s', (_what, make) => expect(make).toThrow(UnfitLiteral));

it('a column that a tenant lacks is not named', () => {
  const columns = new Set(['Timestamp', 'UrlDomainInfo']);
  const [filter, ...more] = filtersOf(aQuestion({ targetDomain: 'mail.google.com' }), columns);
  expect(more).toEqual([]);
  expect(filter).toContain('UrlDomainInfo');
  expect(filter).not.toContain('TargetUrlDomain');
});
