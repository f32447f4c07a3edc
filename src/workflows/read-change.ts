// From a press to the change it asks for, or to what its form still lacks. Input values are untrusted.
import { CLASSIFICATIONS, DETERMINATIONS, type Classification, type Determination } from '../domain/alert';
import { isLegalPair, type Change } from '../domain/triage-rules';
import { isBlank } from '../domain/untrusted';
import type { Click } from './click';

export type ReadVerdict =
  { change: Change } | { missing: 'classification' | 'determination'; classification: Classification | null };
export type ReadChange = ReadVerdict | { missing: 'comment'; classification: null };

function memberOf<T extends string>(list: readonly T[], value: string | null): T | null {
  return list.find((member) => member === value) ?? null;
}

export function readClassification(click: Click): Classification | null {
  return memberOf(CLASSIFICATIONS, click.inputs.classification);
}

/** A resolution from two choices, of which the second depends on the first. */
export function readVerdict(inputs: Pick<Click['inputs'], 'classification' | 'determination'>): ReadVerdict {
  const classification = memberOf(CLASSIFICATIONS, inputs.classification);
  const determination: Determination | null = memberOf(DETERMINATIONS, inputs.determination);
  if (classification === null) return { missing: 'classification', classification };
  if (determination === null || !isLegalPair(classification, determination)) {
    return { missing: 'determination', classification };
  }
  return { change: { kind: 'resolve', classification, determination } };
}

/** Null for a verb that changes nothing. `userPrincipalName` is the presser's own, for "assign to me". */
export function readChange(click: Click, userPrincipalName: string): ReadChange | null {
  switch (click.verb) {
    case 'alert.start':
      return { change: { kind: 'start' } };
    case 'alert.assignToMe':
      return { change: { kind: 'assign', assignee: userPrincipalName } };
    case 'alert.reopen':
      return { change: { kind: 'reopen' } };
    case 'alert.comment':
      return isBlank(click.inputs.comment)
        ? { missing: 'comment', classification: null }
        : { change: { kind: 'comment' } };
    case 'alert.resolve':
      return readVerdict(click.inputs);
    default:
      return null;
  }
}
