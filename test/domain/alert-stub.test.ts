// What is left of an alert after its retention, and what wakes it.
import { isStub, stubOf, wakes } from '../../src/domain/alert-stub';
import { NO_DETAILS } from '../../src/domain/alert-details';
import { channelView, discloseAlert, hasDetails } from '../../src/domain/disclosure';
import { alert, at, KEPT, PLANTED, storedAlert, SUBJECT } from './alert-builder';
import { openedJson } from './opened-json';

const REDUCED = { at: at('2026-12-23T06:00:00Z'), afterDays: 30 };

test('a stub names nobody in any part of it', () => {
  const stub = stubOf(alert({ alertWebUrl: `https://security.microsoft.com/a?u=${SUBJECT.userPrincipalName}` }));
  for (const word of PLANTED) expect(openedJson(stub)).not.toContain(word);
  expect(stub).toMatchObject({ subject: null, details: NO_DETAILS, evidence: null, assignedTo: null });
});

test('a stub keeps what tells it from other alerts, and what became of it', () => {
  const whole = alert({ status: 'resolved', resolvedDateTime: at('2026-11-23T07:00:00Z') });
  const { id, contentHash, status, severity, createdDateTime, lastUpdateDateTime, resolvedDateTime } = whole;
  const kept = { id, contentHash, status, severity, createdDateTime, lastUpdateDateTime, resolvedDateTime };
  expect(stubOf(whole)).toMatchObject(kept);
});

test.each([
  ['new', true],
  ['inProgress', true],
  ['resolved', false],
  [null, false],
] as const)('an alert that is %s lives again: %s', (status, lives) => {
  expect(wakes(status)).toBe(lives);
  expect(isStub(alert({ status }), storedAlert({ reduced: REDUCED }))).toBe(!lives);
});

test('an alert that was never reduced is taken in whole', () => {
  expect(isStub(alert({ status: 'resolved' }), storedAlert())).toBe(false);
  expect(isStub(alert({ status: 'resolved' }), null)).toBe(false);
});

test('of a stub an investigator sees what everyone sees, and nobody is offered a change', () => {
  const stored = storedAlert({ status: 'resolved', reduced: REDUCED });
  const investigator = { homeTenant: true, roles: ['investigator'], isSubject: false } as const;
  const view = discloseAlert(stored, investigator, KEPT);
  expect(hasDetails(view)).toBe(false);
  expect(view).toEqual(channelView(stored));
  expect(view.offers).toEqual([]);
});
