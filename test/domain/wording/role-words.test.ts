import { ROLES } from '../../../src/domain/analyst';
import { listWords, ownRolesWords, rolesPlural } from '../../../src/domain/wording/role-words';

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

test('people are told their roles and what they allow', () => {
  expect(ownRolesWords([])).toMatch(/no role/);
  expect(ownRolesWords(['admin'])).toBe(
    'Your role with this bot: admin. You may subscribe channels to alerts and end subscriptions.',
  );
  const both = ownRolesWords(['investigator', 'analyst']);
  expect(both).toMatch(/^Your roles with this bot: analyst and investigator\./);
  expect(both.match(/resolve/g)).toHaveLength(1);
  for (const role of ROLES) expect(ownRolesWords(ROLES)).toContain(role);
});
