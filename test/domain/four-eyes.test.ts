// Who may approve what, for how long, and for exactly which request.
import fc from 'fast-check';
import { CLASSIFICATIONS, SEVERITIES, type Classification, type Severity } from '../../src/domain/alert';
import { ROLES, type Role } from '../../src/domain/analyst';
import { CONFLICTS } from '../../src/domain/conflict';
import {
  APPROVAL_VALID_MS,
  FOUR_EYES_RULES,
  fourEyes,
  needsFourEyes,
  type Act,
  type ActOnAlert,
  type Approval,
  type Eye,
  type FourEyesQuestion,
  type FourEyesRule,
} from '../../src/domain/four-eyes';
import type { PersonIdentity } from '../../src/domain/person';
import { LEGAL_DETERMINATIONS, type Change } from '../../src/domain/triage-rules';
import { identity, objectIdOf } from '../builders/people';

const NOW = 1_795_000_000_000;
const REVEAL: Act = { action: 'reveal' };

const resolveAs = (classification: Classification): Act => ({
  action: 'change',
  change: { kind: 'resolve', classification, determination: 'other' },
});
const DISMISS = resolveAs('falsePositive');

const OTHER_CHANGES: Change[] = [
  { kind: 'start' },
  { kind: 'assign', assignee: 'a@fabrikam.example' },
  { kind: 'unassign' },
  { kind: 'reopen' },
  { kind: 'comment' },
];

function eye(seed: number, roles: readonly Role[] | null, over: Partial<Eye> = {}): Eye {
  const upn = `person${seed}@fabrikam.example`;
  const person = { ...identity({ userPrincipalName: upn, sid: `S-1-5-21-${seed}` }), objectId: objectIdOf(seed) };
  return { person, asker: { homeTenant: true, roles, isSubject: false }, conflict: 'none', ...over };
}

const REQUESTER = eye(0x201, ['investigator']);
const APPROVER = eye(0x202, ['investigator']);

function wantedFor(act: Act, severity: Severity | null = 'high'): ActOnAlert {
  return { act, tenantId: 'a tenant', alertId: 'ir1', version: '00112233aabbccdd', severity };
}

function approvalOf(wanted: ActOnAlert, over: Partial<Approval> = {}): Approval {
  const { severity: _severity, ...exactly } = wanted;
  const approved = { ...exactly, requesterObjectId: REQUESTER.person.objectId };
  return { approver: APPROVER, approved, at: NOW - 60_000, ...over };
}

function ask(over: Partial<FourEyesQuestion> = {}): string {
  const wanted = over.wanted ?? wantedFor(REVEAL);
  const base = { rules: FOUR_EYES_RULES, wanted, requester: REQUESTER, approval: approvalOf(wanted), now: NOW };
  const verdict = fourEyes({ ...base, ...over });
  return verdict.is === 'refused' ? verdict.reason : verdict.is;
}

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

const roles = fc.option(fc.subarray([...ROLES]), { nil: null });
const anyEye: fc.Arbitrary<Eye> = fc
  .record({
    seed: fc.integer({ min: 0x300, max: 0x302 }),
    roles,
    isSubject: fc.boolean(),
    homeTenant: fc.boolean(),
    conflict: fc.constantFrom(...CONFLICTS),
  })
  .map(({ seed, conflict, ...asker }) => eye(seed, null, { asker, conflict }));
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.constant(REVEAL),
  fc
    .constantFrom(...CLASSIFICATIONS)
    .chain((classification) =>
      fc
        .constantFrom(...LEGAL_DETERMINATIONS[classification])
        .map((determination): Act => ({
          action: 'change',
          change: { kind: 'resolve', classification, determination },
        })),
    ),
);
const anyWanted: fc.Arbitrary<ActOnAlert> = fc.record({
  act: anyAct,
  tenantId: fc.constantFrom('t1', 't2'),
  alertId: fc.constantFrom('a1', 'a2'),
  version: fc.constantFrom('v1', 'v2'),
  severity: fc.constantFrom<Severity | null>(...SEVERITIES, null),
});
const anyApproval: fc.Arbitrary<Approval> = fc.record({
  approver: anyEye,
  approved: fc.record({
    act: anyAct,
    tenantId: fc.constantFrom('t1', 't2'),
    alertId: fc.constantFrom('a1', 'a2'),
    version: fc.constantFrom('v1', 'v2'),
    requesterObjectId: fc.integer({ min: 0x300, max: 0x302 }).map(objectIdOf),
  }),
  at: fc.integer({ min: NOW - 2 * APPROVAL_VALID_MS, max: NOW + APPROVAL_VALID_MS }),
});
const anyQuestion: fc.Arbitrary<FourEyesQuestion> = fc.record({
  rules: fc.subarray<FourEyesRule>([...FOUR_EYES_RULES]),
  wanted: anyWanted,
  requester: anyEye,
  approval: fc.option(anyApproval, { nil: null }),
  now: fc.constant(NOW),
});

describe('whatever is asked', () => {
  it('nothing under the rule happens without two different people who both may', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { is } = fourEyes(question);
        expect(is === 'notNeeded').toBe(!needsFourEyes(question.rules, question.wanted));
        if (is !== 'approved') return;
        const { requester, approval } = question;
        expect(approval?.approver.person.objectId).not.toBe(requester.person.objectId);
        for (const each of [requester, approval?.approver]) {
          expect(each?.asker).toMatchObject({ homeTenant: true, isSubject: false });
          expect(each?.asker.roles?.length).toBeGreaterThan(0);
        }
        expect(approval?.approver.conflict).toBe('none');
      }),
      { numRuns: 2_000 },
    );
  });

  it('nobody approves their own request, whoever they are', () => {
    fc.assert(
      fc.property(anyQuestion, anyApproval, (question, approval) => {
        const own = { ...approval, approver: question.requester };
        expect(fourEyes({ ...question, approval: own }).is).not.toBe('approved');
      }),
    );
  });

  it('a good approval becomes none when any one thing about it changes', () => {
    const change = fc.constantFrom<(approval: Approval) => Approval>(
      (approval) => ({ ...approval, approver: REQUESTER }),
      (approval) => ({ ...approval, at: NOW + 1 }),
      (approval) => ({ ...approval, at: NOW - APPROVAL_VALID_MS - 1 }),
      (approval) => ({ ...approval, approved: { ...approval.approved, version: 'another' } }),
      (approval) => ({ ...approval, approved: { ...approval.approved, alertId: 'another' } }),
    );
    fc.assert(
      fc.property(fc.constantFrom(REVEAL, DISMISS), change, (act, alter) => {
        const wanted = wantedFor(act);
        expect(ask({ wanted })).toBe('approved');
        expect(ask({ wanted, approval: alter(approvalOf(wanted)) })).not.toBe('approved');
      }),
    );
  });
});
