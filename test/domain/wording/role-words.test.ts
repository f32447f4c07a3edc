import { listWords, rolesPlural } from '../../../src/domain/wording/role-words';

test('lists are joined as people say them', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => listWords(items))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

test('roles are named in one order, however they come', () => {
  expect(rolesPlural(['investigator', 'analyst'])).toBe('analysts and investigators');
});
