// Draws a change asked for in words: what it will do and who may confirm it, and, once it is settled, what became of it.
import type { ConfirmOutcome, ConfirmView } from '../domain/disclose-confirm';
import type { Instant } from '../domain/instant';
import { LEGAL_DETERMINATIONS, purviewOutcome } from '../domain/triage-rules';
import { toTextRun, type Untrusted } from '../domain/untrusted';
import * as alertWords from '../domain/wording/alert-words';
import { LABELS } from '../domain/wording/card-words';
import {
  askedWords,
  CONFIRM,
  CONFIRM_BUTTONS,
  doneWords,
  settledWords,
  willWords,
} from '../domain/wording/confirm-words';
import { say } from '../domain/wording/saying-words';
import { instantWords, minuteWords } from '../domain/wording/time-words';
import type { AdaptiveCard, Fact, Press, PressData } from './adaptive-card';
import { NAME_MAX_GRAPHEMES, ownerWords } from './alert-facts';
import { summaryOf } from './card-summary';
import { COMMENT_INPUT_MAX } from './form-answer';
import { cardTemplate, type CardData } from './template';

const draw = cardTemplate(require('../../cards/confirm.json'));

export interface ConfirmCardOptions {
  cardRef: string;
  /** Who asked, and alone may confirm; null = not known by name. */
  asker: Untrusted | null;
  /** Until when it may be confirmed. */
  until: Instant;
}

const CLASSIFICATIONS = ['truePositive', 'falsePositive', 'informationalExpectedActivity'] as const;

const showName = (name: Untrusted) => toTextRun(name, NAME_MAX_GRAPHEMES);

function factsOf({ alert }: ConfirmView, asker: Untrusted | null): Fact[] {
  return [
    { label: LABELS.riskKind, value: alertWords.riskKindWords(alert.riskKind) },
    { label: LABELS.person, value: alertWords.personWords(alert.alias) },
    { label: LABELS.owner, value: ownerWords(alert) },
    { label: LABELS.raised, value: instantWords(alert.raised) },
    { label: CONFIRM.askedBy, value: asker === null ? CONFIRM.unnamedAsker : showName(asker) },
  ];
}

function comments({ comment, commentWithheld }: ConfirmView): CardData[] {
  if (commentWithheld) return [{ label: CONFIRM.commentWithheld, text: '' }];
  // What will be written is read whole before it is confirmed.
  return comment === null ? [] : [{ label: CONFIRM.withComment, text: `“${toTextRun(comment, COMMENT_INPUT_MAX)}”` }];
}

/** The next thing a resolution still lacks: first the classification, each with what Purview makes of it. */
function choiceSets({ change }: ConfirmView): CardData[] {
  if (change.kind !== 'resolve') return [];
  if (change.classification === null) {
    const choices = CLASSIFICATIONS.map((value) => ({
      title: `${alertWords.classificationWords(value)} (in Purview: ${purviewOutcome(value)})`,
      value,
    }));
    const { classification: label, classificationMissing: missing } = CONFIRM;
    return [{ id: 'classification', label, missing, hint: CONFIRM.hint, style: 'expanded', choices }];
  }
  if (change.determination !== null) return [];
  const choices = LEGAL_DETERMINATIONS[change.classification].map((value) => ({
    title: alertWords.determinationWords(value),
    value,
  }));
  const { determination: label, determinationMissing: missing } = CONFIRM;
  return [{ id: 'determination', label, missing, hint: CONFIRM.hint, style: 'compact', choices }];
}

function confirmData({ alert, change }: ConfirmView, cardRef: string): PressData {
  const data = { cardRef, version: alert.version };
  const isSecondOfTwo = change.kind === 'resolve' && change.determination === null;
  return isSecondOfTwo && change.classification !== null ? { ...data, classification: change.classification } : data;
}

function presses(view: ConfirmView, cardRef: string): Press[] {
  const isFirstOfTwo = view.change.kind === 'resolve' && view.change.classification === null;
  const words = isFirstOfTwo ? CONFIRM_BUTTONS.next : CONFIRM_BUTTONS.confirm;
  return [
    { verb: 'command.confirm', ...words, data: confirmData(view, cardRef), inputs: 'auto' },
    { verb: 'command.cancel', ...CONFIRM_BUTTONS.cancel, data: { cardRef }, inputs: 'none' },
  ];
}

/** `note`: what was missing when the card came back. */
export function drawConfirmCard(
  view: ConfirmView,
  options: ConfirmCardOptions,
  note: string | null = null,
): AdaptiveCard {
  const { asker, until, cardRef } = options;
  const only = asker === null ? CONFIRM.onlyAsker : `Only ${showName(asker)} can confirm`;
  return draw({
    summary: summaryOf(view.alert),
    notes: note === null ? [] : [{ text: note, style: 'warning' }],
    heading: CONFIRM.heading,
    lead: willWords(view, asker, showName),
    comments: comments(view),
    facts: factsOf(view, asker),
    choiceSets: choiceSets(view),
    remarks: [{ text: `${only}, until ${minuteWords(until)}.` }],
    presses: presses(view, cardRef),
  });
}

/** What became of it, as one sentence. */
function outcomeWords(view: ConfirmView, outcome: ConfirmOutcome, asker: Untrusted | null): string {
  switch (outcome.is) {
    case 'done':
      return doneWords(view, asker, showName);
    case 'cancelled':
      return CONFIRM.cancelled;
    case 'expired':
      return CONFIRM.expired;
    case 'stale':
    case 'refused':
      return CONFIRM.refused;
  }
}

/** The card once nothing can be confirmed any more: without buttons, and without the comment. */
export function drawSettledCard(view: ConfirmView, outcome: ConfirmOutcome, asker: Untrusted | null): AdaptiveCard {
  const saying = 'saying' in outcome ? outcome.saying : null;
  const by = settledWords(outcome, showName);
  return draw({
    summary: summaryOf(view.alert),
    notes: saying === null ? [] : [{ text: say(saying), style: 'warning' }],
    heading: CONFIRM.settledHeading(view.alert.number),
    lead: outcomeWords(view, outcome, asker),
    comments: [],
    facts: [{ label: CONFIRM.askedFor, value: askedWords(view, asker, showName) }, ...factsOf(view, asker)],
    choiceSets: [],
    remarks: by === null ? [] : [{ text: by }],
    presses: [],
  });
}
