// Requests and approvals under the four-eyes rule, and the verdict on them in one word.
import type { Classification, Severity } from '../../src/domain/alert';
import type { Role } from '../../src/domain/analyst';
import {
  FOUR_EYES_RULES,
  fourEyes,
  type Act,
  type ActOnAlert,
  type Approval,
  type Eye,
  type FourEyesQuestion,
} from '../../src/domain/four-eyes';
import { identity, objectIdOf } from './people';

export const NOW = 1_795_000_000_000;
export const REVEAL: Act = { action: 'reveal' };

export const resolveAs = (classification: Classification): Act => ({
  action: 'change',
  change: { kind: 'resolve', classification, determination: 'other' },
});
export const DISMISS = resolveAs('falsePositive');

export function eye(seed: number, roles: readonly Role[] | null, over: Partial<Eye> = {}): Eye {
  const upn = `person${seed}@fabrikam.example`;
  const person = { ...identity({ userPrincipalName: upn, sid: `S-1-5-21-${seed}` }), objectId: objectIdOf(seed) };
  return { person, asker: { homeTenant: true, roles, isSubject: false }, conflict: 'none', ...over };
}

export const REQUESTER = eye(0x201, ['investigator']);
export const APPROVER = eye(0x202, ['investigator']);

export function wantedFor(act: Act, severity: Severity | null = 'high'): ActOnAlert {
  return { act, tenantId: 'a tenant', alertId: 'ir1', version: '00112233aabbccdd', severity };
}

export function approvalOf(wanted: ActOnAlert, over: Partial<Approval> = {}): Approval {
  const { severity: _severity, ...exactly } = wanted;
  const approved = { ...exactly, requesterObjectId: REQUESTER.person.objectId };
  return { approver: APPROVER, approved, at: NOW - 60_000, ...over };
}

/** The verdict in one word: of a refusal its reason. */
export function ask(over: Partial<FourEyesQuestion> = {}): string {
  const wanted = over.wanted ?? wantedFor(REVEAL);
  const base = { rules: FOUR_EYES_RULES, wanted, requester: REQUESTER, approval: approvalOf(wanted), now: NOW };
  const verdict = fourEyes({ ...base, ...over });
  return verdict.is === 'refused' ? verdict.reason : verdict.is;
}
