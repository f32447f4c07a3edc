// What is given back to somebody who asked: words, a card, or a card now and the answer when it is there.
import type { ChannelKey } from '../domain/channel-routing';
import type { ApprovalOutcome, ApprovalView } from '../domain/disclose-approval';
import type { ConfirmOutcome, ConfirmView } from '../domain/disclose-confirm';
import type { HuntingAnswerView } from '../domain/disclose-hunting';
import type { IncidentListView, IncidentView } from '../domain/disclose-incident';
import type { AlertListView } from '../domain/disclose-list';
import type { HuntingFailure } from '../domain/hunting-failure';
import type { Instant } from '../domain/instant';
import type { Saying } from '../domain/saying';
import type { Untrusted } from '../domain/untrusted';

/** An act that waits for a second person. */
interface ApprovalDrawing {
  draw: 'approval';
  view: ApprovalView;
  cardRef: string;
  requester: Untrusted | null;
  until: Instant;
}

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
  | ApprovalDrawing
  | ({ draw: 'approvalLook'; reason: Untrusted | null } & Omit<ApprovalDrawing, 'draw'>)
  | { draw: 'approvalSettled'; view: ApprovalView; outcome: ApprovalOutcome; requester: Untrusted | null }
  | { draw: 'settled'; view: ConfirmView; outcome: ConfirmOutcome; asker: Untrusted | null };

export type AnswerNow =
  | { is: 'said'; saying: Saying }
  | {
      is: 'shown';
      drawing: AnswerDrawing;
      /** Told the message in which it stands, once that is known. */
      standsIn?: (messageId: string) => Promise<void>;
    };

/** How far a late answer has come on its way to the person, for the next start should this process die. */
export interface AnswerWay {
  /** `meanwhile` stands in this message. Never rejects. */
  announced(messageId: string): Promise<void>;
  /** What there was to tell was told, or cannot be. Never rejects. */
  told(): Promise<void>;
}

/** For answers that are lost with the process: their person asks again. */
export const UNRECORDED_WAY: AnswerWay = { announced: async () => {}, told: async () => {} };

/** `meanwhile` (null: nothing) is shown at once and replaced by what `then` gives, which never rejects. */
export interface LateAnswer {
  is: 'later';
  meanwhile: AnswerDrawing | null;
  then: Promise<AnswerNow>;
  way: AnswerWay;
}

export type Answer = AnswerNow | LateAnswer;

/** Teams' id of a message, in its channel and conversation. */
export interface AnswerPlace {
  channel: ChannelKey;
  /** With `;messageid=` in a channel. */
  conversationId: string;
  messageId: string;
}

/** Draws a message of the bot anew for everybody: one request. Throws BotError (`from: 'connector'`). */
export type RedrawAnswer = (where: AnswerPlace, drawing: AnswerDrawing) => Promise<void>;

export const said = (saying: Saying): AnswerNow => ({ is: 'said', saying });
export const shown = (drawing: AnswerDrawing): Extract<AnswerNow, { is: 'shown' }> => ({ is: 'shown', drawing });
