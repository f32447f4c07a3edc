// The shape of what the drawing functions return: an Adaptive Card as plain JSON. Layout lives in the templates.
import type { HuntingFollowUp } from '../domain/disclose-hunting';
import type { AlertVerb, ApprovalVerb, CommandVerb, ListFollowUp } from '../domain/verbs';

/** What a press sends back. It confers nothing: the reference is opaque and everything is looked up again. */
export type PressData = {
  cardRef: string;
  version?: string;
  classification?: string;
  followUp?: HuntingFollowUp | ListFollowUp;
  /** The short number of the alert, or the number of the incident, that `show` is about. */
  alert?: string;
  incident?: string;
};

export interface CardElement {
  type: string;
  [property: string]: unknown;
}

export interface AdaptiveCard {
  type: 'AdaptiveCard';
  version: '1.5';
  /** Shown by clients that cannot draw the card: severity and short number only. */
  fallbackText: string;
  body: CardElement[];
  actions?: CardElement[];
  refresh?: { action: { verb: AlertVerb; data: PressData; [property: string]: unknown }; userIds: string[] };
  [property: string]: unknown;
}

/** A button as the templates take it. `inputs` says whether the form's inputs are checked and sent along. */
export type Press = {
  verb: AlertVerb | ApprovalVerb | CommandVerb;
  title: string;
  tooltip: string;
  data: PressData;
  inputs: 'auto' | 'none';
};

export type Link = { title: string; tooltip: string; url: string };

export type Fact = { label: string; value: string };

/** A sentence in a coloured band on top of a card. */
export type Note = { text: string; style: 'emphasis' | 'warning' };
