// What is given back to somebody who asked: words, a card, or a card now and the answer when it is there.
import type { ConfirmOutcome, ConfirmView } from '../domain/disclose-confirm';
import type { HuntingAnswerView } from '../domain/disclose-hunting';
import type { IncidentListView, IncidentView } from '../domain/disclose-incident';
import type { AlertListView } from '../domain/disclose-list';
import type { HuntingFailure } from '../domain/hunting-failure';
import type { Instant } from '../domain/instant';
import type { Saying } from '../domain/saying';
import type { Untrusted } from '../domain/untrusted';

/** A card of an answer; what may be on it was decided when its view was made. */
export type AnswerDrawing =
  | { draw: 'hunting'; view: HuntingAnswerView; cardRef: string }
  | { draw: 'looking'; asked: Pick<HuntingAnswerView, 'window' | 'timeZone' | 'defaultWindow'> }
  | { draw: 'failure'; failure: HuntingFailure }
  | { draw: 'alerts'; view: AlertListView; cardRef: string }
  | { draw: 'incidents'; view: IncidentListView; cardRef: string }
  | { draw: 'incident'; view: IncidentView; cardRef: string }
  | {
      draw: 'confirm';
      view: ConfirmView;
      cardRef: string;
      /** Who asked, and alone may confirm. */
      asker: Untrusted | null;
      until: Instant;
      /** What was missing when the card comes back. */
      missing: 'classification' | 'determination' | null;
      /** A warning to the asker, where nobody else sees the card. */
      aside?: Saying;
    }
  | { draw: 'settled'; view: ConfirmView; outcome: ConfirmOutcome; asker: Untrusted | null };

export type AnswerNow = { is: 'said'; saying: Saying } | { is: 'shown'; drawing: AnswerDrawing };

/** `later`: `meanwhile` is shown at once and replaced by what `then` gives, which never rejects. */
export type Answer = AnswerNow | { is: 'later'; meanwhile: AnswerDrawing; then: Promise<AnswerNow> };

export const said = (saying: Saying): AnswerNow => ({ is: 'said', saying });
export const shown = (drawing: AnswerDrawing): AnswerNow => ({ is: 'shown', drawing });
