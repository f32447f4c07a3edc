// What a press on a card to confirm makes of the change: all of it is known, or the card has to ask on. A press never
// alters what the words said, and what was chosen is shown with its effect in Purview before it is carried out.
import type { Classification } from '../domain/alert';
import type { Change } from '../domain/triage-rules';
import { changeOf, type ChangeProposal } from './change-proposal';
import type { Click } from './click';
import { readVerdict } from './read-change';

export type ReadConfirm =
  | { change: Change }
  /** `missing` null: the card asks for the next thing, and nothing was left out. */
  | { missing: 'classification' | 'determination' | null; chosen: Classification | null };

export function readConfirm({ change, chosen }: ChangeProposal, inputs: Click['inputs']): ReadConfirm {
  const whole = changeOf(change);
  if (whole !== null) return { change: whole };
  const fixed = change.kind === 'resolve' ? change.classification : null;
  const { determination } = inputs;
  const read = readVerdict({ classification: fixed ?? inputs.classification ?? chosen, determination });
  if ('change' in read) return read;
  const isNextStep =
    read.missing === 'determination' && determination === null && read.classification !== (fixed ?? chosen);
  return { missing: isNextStep ? null : read.missing, chosen: read.classification };
}
