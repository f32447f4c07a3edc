// A posted alert under the four-eyes rule, people who ask for something and people who are asked to approve it.
import type { Alert } from '../../src/domain/alert';
import type { PersonIdentity } from '../../src/domain/person';
import { Untrusted } from '../../src/domain/untrusted';
import type { AnswerDrawing } from '../../src/workflows/answer';
import type { Click, ClickAnswer } from '../../src/workflows/click';
import { NO_INPUTS, presser } from '../builders/click';
import { INVESTIGATOR, SECOND_ANALYST } from '../builders/people';
import type { FakeClock } from '../fakes/fake-clock';
import { createClickRig, type ClickRig } from './click-rig';

export const REASON = 'HR case 77, asked by mira.holt';
/** Where the question to a second person stands. */
export const QUESTION = '1763879000123';

export const WITH_REASON: Pick<Click, 'inputs'> = { inputs: { ...NO_INPUTS, reason: Untrusted.of(REASON) } };
export const DISMISSAL: Pick<Click, 'inputs'> = {
  inputs: { ...NO_INPUTS, classification: 'falsePositive', determination: 'notMalicious' },
};

export type ApprovalDrawing = Extract<AnswerDrawing, { draw: 'approval' }>;

export interface ApprovalRig extends ClickRig {
  /** The press that asks, whose question is posted as Teams would. */
  ask(person?: PersonIdentity, verb?: string): Promise<ApprovalDrawing>;
  /** A press on the question. */
  second(card: ApprovalDrawing, verb: string, person?: PersonIdentity, more?: Partial<Click>): Promise<ClickAnswer>;
  /** Both presses of whoever approves. */
  approve(card: ApprovalDrawing, person?: PersonIdentity): Promise<ClickAnswer>;
}

export async function createApprovalRig(
  overrides: Partial<Alert> = { severity: 'high' },
  clock?: FakeClock,
): Promise<ApprovalRig> {
  const base = await createClickRig(overrides, clock);
  const { rig } = base;
  rig.fourEyes = ['reveal', 'dismissHigh'];
  rig.analystDirectory.setRoles(SECOND_ANALYST, ['investigator']);
  const second: ApprovalRig['second'] = (card, verb, person = SECOND_ANALYST, more = {}) =>
    base.press(person, verb, { cardRef: card.cardRef, version: null, cardActivityId: QUESTION, ...more });
  return {
    ...base,
    ask: async (person = INVESTIGATOR, verb = 'alert.reveal') =>
      posted(await base.press(person, verb, verb === 'alert.reveal' ? WITH_REASON : DISMISSAL)),
    second,
    approve: async (card, person = SECOND_ANALYST) => {
      await second(card, 'alert.approve', person);
      return second(card, 'alert.approve', person, { version: card.view.alert.version });
    },
  };
}

/** The question that an answer posts in the conversation; throws when it posts none. */
export async function posted(answer: ClickAnswer, messageId: string | null = QUESTION): Promise<ApprovalDrawing> {
  const later = answer.show === 'message' ? answer.later : undefined;
  if (later?.is !== 'shown' || later.drawing.draw !== 'approval') throw new Error('nobody was asked');
  if (messageId !== null) await later.standsIn?.(messageId);
  return later.drawing;
}

export const pressedBy = (person: PersonIdentity): Pick<Click, 'presser'> => ({ presser: presser(person) });

/** `approved`, `declined`, `stale`, `approvalLook`, or the code of what was said. */
export function became(answer: ClickAnswer): string {
  if (answer.show === 'message') return answer.saying.code;
  if (answer.show !== 'answer') return answer.show;
  return answer.drawing.draw === 'approvalSettled' ? answer.drawing.outcome.is : answer.drawing.draw;
}
