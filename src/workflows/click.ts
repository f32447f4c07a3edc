// A press on a card as the workflows receive it, and the answer they give. Who draws the answer is not their business.
import type { FormKind } from '../ports/open-forms';
import type { AlertView } from '../domain/disclosure';
import type { ChannelKey } from '../domain/channel-routing';
import type { Saying } from '../domain/saying';
import type { Untrusted } from '../domain/untrusted';
import type { Answer, AnswerDrawing } from './answer';

/** Proven by the signed activity, never by the card. */
export interface Presser {
  /** Entra object id, lower case. */
  objectId: string;
  tenantId: string;
  mri: string;
  name: Untrusted | null;
}

export interface Place {
  kind: 'channel' | 'personal';
  channel: ChannelKey;
  /** With `;messageid=` in a channel. */
  conversationId: string;
}

export interface Click {
  /** As sent; unknown verbs are refused by the workflow. */
  verb: string;
  cardRef: string | null;
  version: string | null;
  inputs: {
    classification: string | null;
    determination: string | null;
    comment: Untrusted | null;
    reason: Untrusted | null;
  };
  /** What a `command.run` asks on for, and of which alert or incident of a list. */
  followUp: { kind: string | null; alert: string | null; incident: string | null };
  /** False when `data` held keys or types that no card of ours sends. */
  wellFormed: boolean;
  presser: Presser;
  place: Place;
  /** `replyToId`: the message whose button was pressed; null when the client named none. */
  cardActivityId: string | null;
  /** The invoke's own id. */
  activityId: string;
  automatic: boolean;
}

/** One more sentence beside the answer, for the presser's eyes alone whoever else sees the answer. */
export type Aside = Extract<Saying, { code: 'conflictNoted' }>;

export type ClickAnswer =
  /** The card as this person may see it, with one sentence on top where something has to be said. */
  | {
      show: 'card';
      view: AlertView;
      cardRef: string;
      refreshFor: readonly string[];
      saying: Saying | null;
      aside?: Aside;
    }
  | {
      show: 'form';
      form: FormKind;
      /** What was missing when the form came back; null the first time. */
      missing: 'classification' | 'determination' | 'comment' | 'reason' | null;
      /** The comment typed so far. */
      typed: Untrusted | null;
      view: AlertView;
      cardRef: string;
    }
  /**
   * The card of an answer, for the presser alone; `forEveryone`: the message that was pressed shows it to everybody
   * from now on.
   */
  | { show: 'answer'; drawing: AnswerDrawing; forEveryone?: true; aside?: Aside }
  /** Said to the presser alone, under the unchanged card; `later` is given in the conversation when it is there. */
  | { show: 'message'; saying: Saying; later?: Answer; aside?: Aside };

/** Answers every click; never rejects. */
export type HandleClick = (click: Click) => Promise<ClickAnswer>;
