// Draws whichever form was asked for.
import type { AdaptiveCard } from './adaptive-card';
import type { FormAnswer } from './form-answer';
import { drawResolveForm } from './resolve-form';
import { drawCommentForm, drawRevealForm } from './text-form';

/** The form as one person sees it; the posted card stays as it is for everybody else. */
export function drawForm(answer: FormAnswer): AdaptiveCard {
  const { form } = answer;
  switch (form.form) {
    case 'comment':
      return drawCommentForm(answer);
    case 'reveal':
      return drawRevealForm(answer);
    case 'resolve':
      return drawResolveForm(answer, form.classification);
  }
}
