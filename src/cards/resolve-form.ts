// The form that resolves an alert, in two steps: first the classification, then its determinations together with what
// Purview will show. It has no `refresh`: a client that redrew it would take a half-filled form away.
import { LEGAL_DETERMINATIONS } from '../domain/triage-rules';
import * as alertWords from '../domain/wording/alert-words';
import { BUTTONS, RESOLVE_FORM } from '../domain/wording/card-words';
import { purviewSentence } from '../domain/wording/change-words';
import type { AdaptiveCard, Press } from './adaptive-card';
import { summaryOf } from './card-summary';
import * as form from './form-answer';
import { cardTemplate, type CardData } from './template';

const drawChoose = cardTemplate(require('../../cards/resolve-choose.json'));
const drawSubmit = cardTemplate(require('../../cards/resolve-submit.json'));

const CLASSIFICATIONS = [
  'truePositive',
  'falsePositive',
  'informationalExpectedActivity',
] as const satisfies readonly form.Classification[];

function head(answer: form.FormAnswer): CardData {
  return {
    summary: summaryOf(answer.view),
    notes: form.missingNotes(answer),
    heading: `${RESOLVE_FORM.heading} ${answer.view.number}`,
    about: form.aboutLine(answer),
  };
}

function choosePress(answer: form.FormAnswer, classification: form.Classification): Press {
  return {
    verb: 'alert.resolveForm',
    title: alertWords.classificationWords(classification),
    tooltip: `${purviewSentence(classification)} You choose the determination next.`,
    data: { cardRef: answer.cardRef, version: answer.view.version, classification },
    inputs: 'none',
  };
}

/** Step 1: three buttons, each saying what Purview makes of it. */
function chooseClassification(answer: form.FormAnswer): AdaptiveCard {
  return drawChoose({
    ...head(answer),
    question: RESOLVE_FORM.question,
    choices: CLASSIFICATIONS.map((each) => ({
      title: alertWords.classificationWords(each),
      outcome: `: ${purviewSentence(each)}`,
    })),
    presses: [...CLASSIFICATIONS.map((each) => choosePress(answer, each)), form.cancelPress(answer)],
  });
}

function submitPresses(answer: form.FormAnswer, classification: form.Classification): Press[] {
  const data = { cardRef: answer.cardRef, version: answer.view.version };
  return [
    { verb: 'alert.resolve', ...BUTTONS.resolve, data: { ...data, classification }, inputs: 'auto' },
    { verb: 'alert.resolveForm', ...BUTTONS.back, data, inputs: 'none' },
    form.cancelPress(answer),
  ];
}

/** Step 2: nothing is preselected, so that nobody resolves by habit. */
function chooseDetermination(answer: form.FormAnswer, classification: form.Classification): AdaptiveCard {
  return drawSubmit({
    ...head(answer),
    classification: alertWords.classificationWords(classification),
    outcome: `: ${purviewSentence(classification)}`,
    determination: {
      label: RESOLVE_FORM.determination,
      hint: RESOLVE_FORM.determinationHint,
      missing: RESOLVE_FORM.determinationMissing,
      choices: LEGAL_DETERMINATIONS[classification].map((value) => ({
        title: alertWords.determinationWords(value),
        value,
      })),
    },
    comment: {
      label: RESOLVE_FORM.comment,
      hint: RESOLVE_FORM.commentHint,
      maxLength: form.COMMENT_INPUT_MAX,
      value: form.typedText(answer),
    },
    presses: submitPresses(answer, classification),
  });
}

export function drawResolveForm(answer: form.FormAnswer, classification: form.Classification | null): AdaptiveCard {
  return classification === null ? chooseClassification(answer) : chooseDetermination(answer, classification);
}
