// What people are told of their own roles: all of it, with its reasons, and nothing that depends on an alert.
import fc from 'fast-check';
import { ACTIONS, NO_ROLE_REASONS, ROLES, rolesAllow, type Role } from '../../../src/domain/analyst';
import type { Saying } from '../../../src/domain/saying';
import { GROUP_ID_SHOWN, ownRolesWords } from '../../../src/domain/wording/own-role-words';

type OwnRoles = Extract<Saying, { code: 'roles' }>;

const ANALYSTS = '1b7d0c52-6a3e-4f19-9d84-5c2e7f0a9b36';
const ADMINS = ['8e41f7a0-2c95-4b6d-a310-7d9e5f2c4b18', 'c05a93d7-41be-4e82-b7f6-19d0a8e3c254'];

const own = (roles: readonly Role[], over: Partial<OwnRoles> = {}): OwnRoles => ({
  code: 'roles',
  place: 'personal',
  roles,
  groups: {},
  noneBecause: roles.length === 0 ? 'noGroup' : null,
  ...over,
});

test('an analyst is told the group, what they may, and what not and why', () => {
  expect(ownRolesWords(own(['analyst'], { groups: { analyst: [ANALYSTS] } }))).toBe(
    [
      'You are an analyst here: a member of the group 1b7d0c52… that your administrator set in ROLE_ANALYST_GROUPS.',
      'You may: read the cards of your channels; see details of alerts, with people under aliases; start, assign, comment on, resolve and reopen alerts; ask for counts in the hunting data, with people under aliases.',
      'You may not: see names, in a chat with me alone or after giving a reason that is recorded, because that is for investigators; subscribe channels to alerts and end subscriptions, because that is for admins; read the audit record, because that is for auditors.',
    ].join('\n\n'),
  );
});

test('each of several roles is told with its own groups', () => {
  const words = ownRolesWords(own(['admin', 'analyst'], { groups: { analyst: [ANALYSTS], admin: ADMINS } }));
  expect(words).toContain('You are an analyst here: a member of the group 1b7d0c52…');
  expect(words).toContain('You are an admin here: a member of the groups 8e41f7a0… and c05a93d7… that');
  expect(words).toContain('set in ROLE_ADMIN_GROUPS.');
});

test('in a channel no group is named', () => {
  const words = ownRolesWords(own(['analyst'], { place: 'channel', groups: { analyst: [ANALYSTS] } }));
  expect(words).toContain('You are an analyst here: a member of a group that your administrator set');
  expect(words).not.toContain(ANALYSTS.slice(0, GROUP_ID_SHOWN));
});

test.each(NO_ROLE_REASONS)('somebody without a role is told why: %s', (noneBecause) => {
  const words = ownRolesWords(own([], { noneBecause }));
  expect(words).toMatch(/^You hold no role here, because /);
  expect(words).toContain('You may: read the cards of your channels.');
});

test('the reasons differ', () => {
  const all = NO_ROLE_REASONS.map((noneBecause) => ownRolesWords(own([], { noneBecause })));
  expect(new Set(all).size).toBe(NO_ROLE_REASONS.length);
});

test('with every role nothing is left that one may not', () => {
  expect(ownRolesWords(own(ROLES))).not.toContain('You may not');
});

test('what one may and may not is all there is, as the table that decides has it, and no word of an alert’s subject', () => {
  fc.assert(
    fc.property(fc.subarray([...ROLES]), fc.constantFrom('channel', 'personal'), (roles, place) => {
      const [may = '', mayNot = ''] =
        ownRolesWords(own(roles, { place })).split('\n\nYou may: ')[1]?.split('\n\n') ?? [];
      const allowed = ACTIONS.filter((action) => rolesAllow(action, roles)).length;
      expect(may.split('; ')).toHaveLength(allowed);
      expect(mayNot === '' ? 0 : mayNot.split('; ').length).toBe(ACTIONS.length - allowed);
      expect(mayNot.split(', because that is for ')).toHaveLength(ACTIONS.length - allowed + 1);
      expect(ownRolesWords(own(roles, { place }))).not.toMatch(/subject|about you/i);
    }),
  );
});
