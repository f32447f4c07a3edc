// The form that adds a comment to an alert.
import { BUTTONS, COMMENT_FORM } from '../domain/wording/card-words';
import type { AdaptiveCard } from './adaptive-card';
import { summaryOf } from './card-summary';
import * as form from './form-answer';
import { cardTemplate } from './template';

const draw = cardTemplate(require('../../cards/comment.json'));

export function drawCommentForm(answer: form.FormAnswer): AdaptiveCard {
  return draw({
    summary: summaryOf(answer.view),
    notes: form.missingNotes(answer),
    heading: `${COMMENT_FORM.heading} ${answer.view.number}`,
    about: form.aboutLine(answer),
    comment: {
      label: COMMENT_FORM.comment,
      hint: COMMENT_FORM.commentHint,
      missing: COMMENT_FORM.commentMissing,
      maxLength: form.COMMENT_INPUT_MAX,
      value: form.typedText(answer),
    },
    presses: [
      {
        verb: 'alert.comment',
        ...BUTTONS.addComment,
        data: { cardRef: answer.cardRef, version: answer.view.version },
        inputs: 'auto',
      },
      form.cancelPress(answer),
    ],
  });
}
