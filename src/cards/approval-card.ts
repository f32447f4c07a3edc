// Draws an act that waits for a second person: for everybody, for whoever is about to approve it, and once it is settled.
import type { ApprovalOutcome, ApprovalView } from '../domain/disclose-approval';
import type { Instant } from '../domain/instant';
import { toTextRun, type Untrusted } from '../domain/untrusted';
import * as alertWords from '../domain/wording/alert-words';
import { actWords, APPROVAL, APPROVAL_BUTTONS, askWords, settledApprovalWords } from '../domain/wording/approval-words';
import { LABELS } from '../domain/wording/card-words';
import { instantWords, minuteWords } from '../domain/wording/time-words';
import type { AdaptiveCard, Fact, Press } from './adaptive-card';
import { NAME_MAX_GRAPHEMES, ownerWords } from './alert-facts';
import { summaryOf } from './card-summary';
import { cardTemplate } from './template';
import { REASON_INPUT_MAX } from './text-form';

/** Heading, sentence, facts and buttons stand as on a card to confirm. */
const draw = cardTemplate(require('../../cards/confirm.json'));

export interface ApprovalCardOptions {
  cardRef: string;
  /** Who wants it; null = not known by name. */
  requester: Untrusted | null;
  until: Instant;
}

const showName = (name: Untrusted) => toTextRun(name, NAME_MAX_GRAPHEMES);

function factsOf({ alert }: ApprovalView, requester: Untrusted | null): Fact[] {
  return [
    { label: LABELS.riskKind, value: alertWords.riskKindWords(alert.riskKind) },
    { label: LABELS.person, value: alertWords.personWords(alert.alias) },
    { label: LABELS.owner, value: ownerWords(alert) },
    { label: LABELS.raised, value: instantWords(alert.raised) },
    { label: APPROVAL.askedBy, value: requester === null ? APPROVAL.unnamedAsker : showName(requester) },
  ];
}

const nothingElse = { notes: [], comments: [], choiceSets: [] };

export function drawApprovalCard(view: ApprovalView, { cardRef, requester, until }: ApprovalCardOptions): AdaptiveCard {
  const presses: Press[] = [
    { verb: 'alert.approve', ...APPROVAL_BUTTONS.look, data: { cardRef }, inputs: 'auto' },
    { verb: 'alert.decline', ...APPROVAL_BUTTONS.decline, data: { cardRef }, inputs: 'none' },
  ];
  return draw({
    ...nothingElse,
    summary: summaryOf(view.alert),
    heading: APPROVAL.heading,
    lead: askWords(view, requester, showName),
    facts: factsOf(view, requester),
    remarks: [{ text: APPROVAL.remark(minuteWords(until)) }],
    presses,
  });
}

/** For the approver alone. `reason`: as the requester gave it, people as aliases; null = none is asked for. */
export function drawApprovalLook(
  view: ApprovalView,
  { cardRef, requester }: ApprovalCardOptions,
  reason: Untrusted | null,
): AdaptiveCard {
  const data = { cardRef, version: view.alert.version };
  return draw({
    ...nothingElse,
    summary: summaryOf(view.alert),
    heading: APPROVAL.lookHeading,
    lead: askWords(view, requester, showName),
    // Whoever approves reads it whole.
    comments: reason === null ? [] : [{ label: APPROVAL.reason, text: `“${toTextRun(reason, REASON_INPUT_MAX)}”` }],
    facts: factsOf(view, requester),
    remarks: [{ text: APPROVAL.lookRemark }],
    presses: [
      { verb: 'alert.approve', ...APPROVAL_BUTTONS.approve, data, inputs: 'auto' },
      { verb: 'alert.decline', ...APPROVAL_BUTTONS.decline, data: { cardRef }, inputs: 'none' },
    ] satisfies Press[],
  });
}

export function drawSettledApproval(
  view: ApprovalView,
  outcome: ApprovalOutcome,
  requester: Untrusted | null,
): AdaptiveCard {
  const { lead, remark } = settledApprovalWords(outcome, showName);
  return draw({
    ...nothingElse,
    summary: summaryOf(view.alert),
    heading: APPROVAL.settledHeading(view.alert.number),
    lead,
    facts: [{ label: APPROVAL.askedFor, value: actWords(view, requester, showName) }, ...factsOf(view, requester)],
    remarks: remark === null ? [] : [{ text: remark }],
    presses: [],
  });
}
