// Draws the card of one alert, in three sizes. What may be on it was decided when the view was made.
import { CARD_TIERS, type CardTier } from '../domain/delivery';
import { showsNames, type AlertView } from '../domain/disclosure';
import type { Saying } from '../domain/saying';
import * as alertWords from '../domain/wording/alert-words';
import { LABELS, NOTES } from '../domain/wording/card-words';
import { say } from '../domain/wording/saying-words';
import { instantWords } from '../domain/wording/time-words';
import type { AdaptiveCard, Note } from './adaptive-card';
import { changePresses, detailsPress, detailsPresses, portalLinks, revealPresses } from './alert-buttons';
import { alertFacts, detailFacts, lastChangeWords, ownerWords, stubWords } from './alert-facts';
import { summaryOf } from './card-summary';
import { firstThatFits } from './card-size';
import { severityLook } from './severity-look';
import { textFacts, type TextLength } from './text-facts';
import { cardTemplate, type CardData } from './template';

const drawWhole = cardTemplate(require('../../cards/alert.json'));
const drawText = cardTemplate(require('../../cards/alert-text.json'));

/** Teams asks at most this many people's clients for a view of their own. */
export const REFRESH_FOR_MAX = 60;

export interface AlertCardOptions {
  cardRef: string;
  /** Teams ids of the people whose clients may ask for their own view by themselves. */
  refreshFor: readonly string[];
  tier: CardTier;
  /** The post went out before and its outcome was never learnt. */
  possibleRepeat: boolean;
  /** One sentence on top, where something has to be said. */
  saying: Saying | null;
  /** A warning to the viewer alone; never on a card that others see. */
  aside?: Saying | null;
}

function notesOf(view: AlertView, options: AlertCardOptions): Note[] {
  const notes: Note[] = [];
  if (options.saying !== null) notes.push({ text: say(options.saying), style: 'emphasis' });
  if (options.aside) notes.push({ text: say(options.aside), style: 'warning' });
  if (showsNames(view)) notes.push({ text: NOTES.named(instantWords(view.until)), style: 'warning' });
  if (options.possibleRepeat) notes.push({ text: NOTES.possibleRepeat, style: 'warning' });
  if (view.reduced !== null) notes.push({ text: stubWords(view.reduced), style: 'emphasis' });
  if (view.gone) notes.push({ text: NOTES.gone, style: 'warning' });
  return notes;
}

/** There is nothing to press: Graph has it no longer, or the bot keeps no more of it than the card shows. */
function isStill(view: AlertView): boolean {
  return view.gone || view.reduced !== null;
}

/** What all sizes share. `userIds` is always there: without it Teams would refresh for everybody by itself. */
function frame(view: AlertView, options: AlertCardOptions): CardData {
  return {
    summary: summaryOf(view),
    notes: notesOf(view, options),
    links: view.gone ? [] : portalLinks(view),
    refresh: {
      ...detailsPress(view, options.cardRef),
      userIds: view.reduced === null ? options.refreshFor.slice(0, REFRESH_FOR_MAX) : [],
    },
  };
}

function sectionsOf(view: AlertView, text: TextLength) {
  return [
    { heading: LABELS.said, facts: textFacts(view, text) },
    { heading: LABELS.details, facts: detailFacts(view) },
  ].filter(({ facts }) => facts.length > 0);
}

/** `text` null = the compact size, without evidence and details. */
function wholeCard(view: AlertView, options: AlertCardOptions, text: TextLength | null): AdaptiveCard {
  return drawWhole({
    ...frame(view, options),
    severity: severityLook(view.severity),
    heading: `${LABELS.heading} ${view.number}`,
    facts: alertFacts(view, text !== null),
    sections: text === null ? [] : sectionsOf(view, text),
    asks: text === null ? [] : revealPresses(view, options.cardRef),
    presses: isStill(view) ? [] : [...changePresses(view, options.cardRef), ...detailsPresses(view, options.cardRef)],
  });
}

/** Five lines and the way to more, for a channel that refused everything larger. */
function textCard(view: AlertView, options: AlertCardOptions): AdaptiveCard {
  const isStub = view.reduced !== null;
  const [person, owner] =
    isStub || view.neutral
      ? ['', '']
      : [`, ${alertWords.personWords(view.alias)}`, `. ${LABELS.owner}: ${ownerWords(view)}`];
  const lines = [
    summaryOf(view),
    `${alertWords.riskKindWords(view.riskKind)}${person}`,
    `${LABELS.status}: ${alertWords.statusWords(view.status)}${owner}`,
    `${LABELS.raised}: ${instantWords(view.raised)}`,
    ...(isStub ? [] : [`${LABELS.lastChange}: ${lastChangeWords(view)}`]),
  ];
  return drawText({
    ...frame(view, options),
    lines: lines.map((text) => ({ text })),
    presses: isStill(view) ? [] : detailsPresses(view, options.cardRef),
  });
}

function atTier(view: AlertView, options: AlertCardOptions, tier: CardTier): (() => AdaptiveCard)[] {
  switch (tier) {
    case 'full':
      return [() => wholeCard(view, options, 'whole'), () => wholeCard(view, options, 'short')];
    case 'compact':
      return [() => wholeCard(view, options, null)];
    case 'text':
      return [() => textCard(view, options)];
  }
}

/**
 * The alert's card at the asked size, or at the next smaller one that stays under `CARD_MAX_BYTES`; last of all the
 * text alone, which no client refreshes by itself.
 */
export function drawAlertCard(view: AlertView, options: AlertCardOptions): AdaptiveCard {
  const barest = () => textCard(view, { ...options, refreshFor: [] });
  const tiers = CARD_TIERS.slice(CARD_TIERS.indexOf(options.tier));
  const [fullest = barest, ...smaller] = tiers.flatMap((tier) => atTier(view, options, tier));
  const card = firstThatFits([fullest, ...smaller, barest]);
  // A refresh is an action as well, and would carry the card's reference.
  if (view.neutral) delete card.refresh;
  return card;
}
