// Draws the card of one alert, in three sizes. What may be on it was decided when the view was made.
import { CARD_TIERS, type CardTier } from '../domain/delivery';
import type { ChannelView, MaskedView } from '../domain/disclosure';
import type { Saying } from '../domain/saying';
import * as alertWords from '../domain/wording/alert-words';
import { LABELS, NOTES } from '../domain/wording/card-words';
import { say } from '../domain/wording/saying-words';
import { instantWords } from '../domain/wording/time-words';
import type { AdaptiveCard, Note } from './adaptive-card';
import { changePresses, detailsPress, detailsPresses, portalLinks } from './alert-buttons';
import { alertFacts, detailFacts, lastChangeWords, ownerWords } from './alert-facts';
import { summaryOf } from './card-summary';
import { firstThatFits } from './card-size';
import { severityLook } from './severity-look';
import { cardTemplate, type CardData } from './template';

const drawWhole = cardTemplate(require('../../cards/alert.json'));
const drawText = cardTemplate(require('../../cards/alert-text.json'));

/** Teams asks at most this many people's clients for a view of their own. */
export const REFRESH_FOR_MAX = 60;

type View = ChannelView | MaskedView;

export interface AlertCardOptions {
  cardRef: string;
  /** Teams ids of the people whose clients may ask for their own view by themselves. */
  refreshFor: readonly string[];
  tier: CardTier;
  /** The post went out before and its outcome was never learnt. */
  possibleRepeat: boolean;
  /** One sentence on top, where something has to be said. */
  saying: Saying | null;
}

function notesOf(view: View, options: AlertCardOptions): Note[] {
  const notes: Note[] = [];
  if (options.saying !== null) notes.push({ text: say(options.saying), style: 'emphasis' });
  if (options.possibleRepeat) notes.push({ text: NOTES.possibleRepeat, style: 'warning' });
  if (view.gone) notes.push({ text: NOTES.gone, style: 'warning' });
  return notes;
}

/** What all sizes share. `userIds` is always there: without it Teams would refresh for everybody by itself. */
function frame(view: View, options: AlertCardOptions): CardData {
  return {
    summary: summaryOf(view),
    notes: notesOf(view, options),
    links: view.gone ? [] : portalLinks(view),
    refresh: { ...detailsPress(view, options.cardRef), userIds: options.refreshFor.slice(0, REFRESH_FOR_MAX) },
  };
}

function wholeCard(view: View, options: AlertCardOptions, full: boolean): AdaptiveCard {
  const details = full ? detailFacts(view) : [];
  return drawWhole({
    ...frame(view, options),
    severity: severityLook(view.severity),
    heading: `${LABELS.heading} ${view.number}`,
    facts: alertFacts(view, full),
    sections: details.length === 0 ? [] : [{ heading: LABELS.details, facts: details }],
    presses: view.gone ? [] : [...changePresses(view, options.cardRef), ...detailsPresses(view, options.cardRef)],
  });
}

/** Five lines and the way to more, for a channel that refused everything larger. */
function textCard(view: View, options: AlertCardOptions): AdaptiveCard {
  const [person, owner] = view.neutral
    ? ['', '']
    : [`, ${alertWords.personWords(view.alias)}`, `. ${LABELS.owner}: ${ownerWords(view)}`];
  const lines = [
    summaryOf(view),
    `${alertWords.riskKindWords(view.riskKind)}${person}`,
    `${LABELS.status}: ${alertWords.statusWords(view.status)}${owner}`,
    `${LABELS.raised}: ${instantWords(view.raised)}`,
    `${LABELS.lastChange}: ${lastChangeWords(view)}`,
  ];
  return drawText({
    ...frame(view, options),
    lines: lines.map((text) => ({ text })),
    presses: detailsPresses(view, options.cardRef),
  });
}

function atTier(view: View, options: AlertCardOptions, tier: CardTier): AdaptiveCard {
  const card = tier === 'text' ? textCard(view, options) : wholeCard(view, options, tier === 'full');
  // A refresh is an action as well, and would carry the card's reference.
  if (view.neutral) delete card.refresh;
  return card;
}

/**
 * The alert's card at the asked size, or at the next smaller one that stays under `CARD_MAX_BYTES`; last of all the
 * text alone, which no client refreshes by itself.
 */
export function drawAlertCard(view: View, options: AlertCardOptions): AdaptiveCard {
  const smaller = CARD_TIERS.slice(CARD_TIERS.indexOf(options.tier) + 1);
  return firstThatFits([
    () => atTier(view, options, options.tier),
    ...smaller.map((tier) => () => atTier(view, options, tier)),
    () => atTier(view, { ...options, refreshFor: [] }, 'text'),
  ]);
}
