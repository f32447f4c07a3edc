import { ACTIONS, refusalFor, ROLES, rolesAllow, type Action, type Role } from '../../src/domain/analyst';

const ALLOWED: Record<Action, readonly Role[]> = {
  seeBaseCard: ROLES,
  seeDetails: ['analyst', 'investigator'],
  reveal: ['investigator'],
  changeAlert: ['analyst', 'investigator'],
  hunt: ['analyst', 'investigator'],
  subscribeChannel: ['admin'],
  readAudit: ['auditor'],
};

const matrix = ACTIONS.flatMap((action) => ROLES.map((role) => [action, role] as const));

test.each(matrix)('%s by %s alone is decided as the table says', (action, role) => {
  expect(rolesAllow(action, [role])).toBe(ALLOWED[action].includes(role));
});

test.each(matrix)('%s by %s: refused to the alert’s own subject unless it is the base card', (action, role) => {
  const refusal = refusalFor(action, { homeTenant: true, roles: [role], isSubject: true });
  expect(refusal).toBe(action === 'seeBaseCard' ? null : 'isSubject');
});

test.each(ACTIONS)('%s is refused to another tenant, whatever roles are claimed', (action) => {
  expect(refusalFor(action, { homeTenant: false, roles: ROLES, isSubject: false })).toBe('otherTenant');
});

test.each(ACTIONS.filter((action) => action !== 'seeBaseCard'))('%s is refused when the lookup failed', (action) => {
  expect(refusalFor(action, { homeTenant: true, roles: null, isSubject: false })).toBe('lookupFailed');
});

test.each(ACTIONS.filter((action) => action !== 'seeBaseCard'))('%s is refused without a role', (action) => {
  expect(refusalFor(action, { homeTenant: true, roles: [], isSubject: false })).toBe('noRole');
  expect(rolesAllow(action, [])).toBe(false);
});

test('everyone of the home tenant sees the base card, even while the lookup fails', () => {
  expect(refusalFor('seeBaseCard', { homeTenant: true, roles: null, isSubject: true })).toBeNull();
});

test('roles add up', () => {
  expect(refusalFor('changeAlert', { homeTenant: true, roles: ['auditor', 'analyst'], isSubject: false })).toBeNull();
  expect(refusalFor('subscribeChannel', { homeTenant: true, roles: ['auditor', 'analyst'], isSubject: false })).toBe(
    'noRole',
  );
});
