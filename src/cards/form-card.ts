// Draws whichever form was asked for.
import type { AdaptiveCard } from './adaptive-card';
import { drawCommentForm } from './comment-form';
import type { FormAnswer } from './form-answer';
import { drawResolveForm } from './resolve-form';

/** The form as one person sees it; the posted card stays as it is for everybody else. */
export function drawForm(answer: FormAnswer): AdaptiveCard {
  const { form } = answer;
  return form.form === 'comment' ? drawCommentForm(answer) : drawResolveForm(answer, form.classification);
}
