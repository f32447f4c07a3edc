// Who may approve what, for how long, and for exactly which request.
import { CLASSIFICATIONS, SEVERITIES, type Classification, type Severity } from '../../src/domain/alert';
import { ROLES } from '../../src/domain/analyst';
import { CONFLICTS } from '../../src/domain/conflict';
import { APPROVAL_VALID_MS, FOUR_EYES_RULES, needsFourEyes, type Approval, type Eye } from '../../src/domain/four-eyes';
import type { PersonIdentity } from '../../src/domain/person';
import type { Change } from '../../src/domain/triage-rules';
import {
  approvalOf,
  APPROVER,
  ask,
  DISMISS,
  eye,
  NOW,
  REQUESTER,
  resolveAs,
  REVEAL,
  wantedFor,
} from '../builders/four-eyes';
import { objectIdOf } from '../builders/people';

const OTHER_CHANGES: Change[] = [
  { kind: 'start' },
  { kind: 'assign', assignee: 'a@fabrikam.example' },
  { kind: 'unassign' },
  { kind: 'reopen' },
  { kind: 'comment' },
];

describe('a second person', () => {
  const dismissed: Classification[] = ['falsePositive', 'informationalExpectedActivity'];
  const weighty: (Severity | null)[] = ['high', null];

  it.each([...SEVERITIES, null].flatMap((severity) => CLASSIFICATIONS.map((word) => [word, severity] as const)))(
    'is needed for a resolution as %s of severity %s only where it dismisses what weighs',
    (classification, severity) => {
      const wanted = wantedFor(resolveAs(classification), severity);
      const expected = dismissed.includes(classification) && weighty.includes(severity);
      expect(needsFourEyes(['dismissHigh'], wanted)).toBe(expected);
      expect(needsFourEyes(['reveal'], wanted)).toBe(false);
    },
  );

  it.each(OTHER_CHANGES)('is never needed for %j', (change) => {
    expect(needsFourEyes(FOUR_EYES_RULES, wantedFor({ action: 'change', change }))).toBe(false);
  });

  it('is needed for a reveal of any severity, where the rule names it', () => {
    for (const severity of [...SEVERITIES, null]) {
      expect(needsFourEyes(['reveal'], wantedFor(REVEAL, severity))).toBe(true);
      expect(needsFourEyes(['dismissHigh'], wantedFor(REVEAL, severity))).toBe(false);
    }
  });

  it('is never needed while the rule is off, whatever else is true', () => {
    expect(ask({ rules: [], approval: null })).toBe('notNeeded');
    expect(ask({ rules: [], wanted: wantedFor(DISMISS), requester: eye(1, null) })).toBe('notNeeded');
  });
});

describe('a request under the rule', () => {
  it('waits while nobody has approved it', () => {
    expect(ask({ approval: null })).toBe('needed');
    expect(ask({ wanted: wantedFor(DISMISS), approval: null })).toBe('needed');
  });

  it('is approved by somebody who could do it themselves', () => {
    expect(ask()).toBe('approved');
    expect(ask({ wanted: wantedFor(DISMISS) })).toBe('approved');
  });

  it('of somebody in conflict of interest is what a second person is for', () => {
    for (const conflict of CONFLICTS) expect(ask({ requester: { ...REQUESTER, conflict } })).toBe('approved');
  });

  it.each<[string, Partial<Eye>]>([
    ['has no role any more', { asker: { homeTenant: true, roles: [], isSubject: false } }],
    ['has another role', { asker: { homeTenant: true, roles: ['analyst', 'admin', 'auditor'], isSubject: false } }],
    ['is the subject', { asker: { homeTenant: true, roles: ROLES, isSubject: true } }],
    ['is of another tenant', { asker: { homeTenant: false, roles: ROLES, isSubject: false } }],
    ['cannot be looked up', { asker: { homeTenant: true, roles: null, isSubject: false } }],
  ])('is refused when its requester, or its approver, %s', (_what, over) => {
    expect(ask({ requester: { ...REQUESTER, ...over } })).toBe('requesterMayNot');
    const wanted = wantedFor(REVEAL);
    const approval = approvalOf(wanted, { approver: { ...APPROVER, ...over } });
    expect(ask({ wanted, approval })).toBe('approverMayNot');
  });

  it('to dismiss is approved by an analyst too; a reveal is not', () => {
    const approver = eye(0x203, ['analyst']);
    const [dismissal, reveal] = [wantedFor(DISMISS), wantedFor(REVEAL)];
    expect(ask({ wanted: dismissal, approval: approvalOf(dismissal, { approver }) })).toBe('approved');
    expect(ask({ wanted: reveal, approval: approvalOf(reveal, { approver }) })).toBe('approverMayNot');
  });

  it.each([
    ['manager', 'approverInConflict'],
    ['directReport', 'approverInConflict'],
    ['unknown', 'conflictUnknown'],
  ] as const)('is not approved by an approver whose conflict is %s', (conflict, reason) => {
    const wanted = wantedFor(REVEAL);
    expect(ask({ wanted, approval: approvalOf(wanted, { approver: { ...APPROVER, conflict } }) })).toBe(reason);
  });
});

describe('self-approval', () => {
  const { objectId, userPrincipalName, sid } = REQUESTER.person;
  const other = APPROVER.person;

  it.each<[string, PersonIdentity & { objectId: string }]>([
    ['the same object id', { ...other, objectId }],
    ['the same object id in another case', { ...other, objectId: objectId.toUpperCase() }],
    ['the same UPN on another account', { ...other, userPrincipalName: userPrincipalName?.toUpperCase() ?? null }],
    ['the same SID on another account', { ...other, sid }],
  ])('is refused by %s', (_what, person) => {
    const wanted = wantedFor(REVEAL);
    expect(ask({ wanted, approval: approvalOf(wanted, { approver: { ...APPROVER, person } }) })).toBe('selfApproval');
  });

  it('is told apart from a namesake', () => {
    const wanted = wantedFor(REVEAL);
    const person = { ...other, displayName: REQUESTER.person.displayName, accountName: REQUESTER.person.accountName };
    expect(ask({ wanted, approval: approvalOf(wanted, { approver: { ...APPROVER, person } }) })).toBe('approved');
  });
});

describe('an approval', () => {
  it.each<[string, Partial<Approval['approved']>]>([
    ['another alert', { alertId: 'ir2' }],
    ['another tenant', { tenantId: 'another' }],
    ['another state of the alert', { version: 'ffeeddccbbaa9988' }],
    ['another person’s request', { requesterObjectId: objectIdOf(0x999) }],
    ['another act', { act: REVEAL }],
    ['another classification', { act: resolveAs('informationalExpectedActivity') }],
    [
      'another determination',
      {
        act: {
          action: 'change',
          change: { kind: 'resolve', classification: 'falsePositive', determination: 'notMalicious' },
        },
      },
    ],
  ])('of %s is none of this', (_what, over) => {
    const wanted = wantedFor(DISMISS);
    const approval = approvalOf(wanted);
    expect(ask({ wanted, approval: { ...approval, approved: { ...approval.approved, ...over } } })).toBe(
      'otherRequest',
    );
  });

  it.each([
    [0, 'approved'],
    [APPROVAL_VALID_MS, 'approved'],
    [APPROVAL_VALID_MS + 1, 'outOfTime'],
    [-1, 'outOfTime'],
    [Number.NaN, 'outOfTime'],
  ])('that is %d ms old: %s', (age, verdict) => {
    const wanted = wantedFor(REVEAL);
    expect(ask({ wanted, approval: approvalOf(wanted, { at: NOW - age }) })).toBe(verdict);
  });

  it('lasts a quarter of an hour', () => {
    expect(APPROVAL_VALID_MS).toBe(900_000);
  });

  it('is for the change whatever order its properties come in', () => {
    const wanted = wantedFor(DISMISS);
    const change: Change = { determination: 'other', classification: 'falsePositive', kind: 'resolve' };
    const approval = approvalOf({ ...wanted, act: { action: 'change', change } });
    expect(ask({ wanted, approval })).toBe('approved');
  });
});
