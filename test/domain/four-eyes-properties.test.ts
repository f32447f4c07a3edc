// The four-eyes rule against any question: nothing under it happens on one person's word.
import fc from 'fast-check';
import { CLASSIFICATIONS, SEVERITIES, type Severity } from '../../src/domain/alert';
import { ROLES } from '../../src/domain/analyst';
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
import { LEGAL_DETERMINATIONS } from '../../src/domain/triage-rules';
import { approvalOf, ask, DISMISS, eye, NOW, REQUESTER, REVEAL, wantedFor } from '../builders/four-eyes';
import { objectIdOf } from '../builders/people';

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
  fc.constantFrom(...CLASSIFICATIONS).chain((classification) =>
    fc.constantFrom(...LEGAL_DETERMINATIONS[classification]).map((determination): Act => ({
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
