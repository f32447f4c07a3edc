// The forms of one text: a comment for Graph, and the reason why names are to be shown.
import { BUTTONS, COMMENT_FORM, REVEAL_FORM } from '../domain/wording/card-words';
import type { AdaptiveCard, Press } from './adaptive-card';
import { summaryOf } from './card-summary';
import * as form from './form-answer';
import { cardTemplate } from './template';

const draw = cardTemplate(require('../../cards/text-form.json'));

/** As long as a sentence or two. */
export const REASON_INPUT_MAX = 500;

interface TextForm {
  words: { heading: string; input: string; hint: string; missing: string };
  input: { id: 'comment' | 'reason'; maxLength: number; value: string };
  submit: Pick<Press, 'verb' | 'title' | 'tooltip' | 'data'>;
}

function drawText(answer: form.FormAnswer, { words, input, submit }: TextForm): AdaptiveCard {
  return draw({
    summary: summaryOf(answer.view),
    notes: form.missingNotes(answer),
    heading: `${words.heading} ${answer.view.number}`,
    about: form.aboutLine(answer),
    input: { ...input, label: words.input, hint: words.hint, missing: words.missing },
    presses: [{ ...submit, inputs: 'auto' }, form.cancelPress(answer)],
  });
}

export function drawCommentForm(answer: form.FormAnswer): AdaptiveCard {
  const { cardRef, view } = answer;
  return drawText(answer, {
    words: COMMENT_FORM,
    input: { id: 'comment', maxLength: form.COMMENT_INPUT_MAX, value: form.typedText(answer) },
    submit: { verb: 'alert.comment', ...BUTTONS.addComment, data: { cardRef, version: view.version } },
  });
}

/** What was typed is not given back: a reason that was too short is no text worth keeping. */
export function drawRevealForm(answer: form.FormAnswer): AdaptiveCard {
  return drawText(answer, {
    words: REVEAL_FORM,
    input: { id: 'reason', maxLength: REASON_INPUT_MAX, value: '' },
    submit: { verb: 'alert.reveal', ...BUTTONS.showNames, data: { cardRef: answer.cardRef } },
  });
}
