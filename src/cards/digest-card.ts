// Draws the one card that stands for many alerts. It has no buttons and no `cardRef`: an alert is worked on from a card
// of its own.
import { CARD_TIERS, type CardTier } from '../domain/delivery';
import type { ChannelView, DigestView } from '../domain/disclosure';
import * as alertWords from '../domain/wording/alert-words';
import { DIGEST, NOTES } from '../domain/wording/card-words';
import { instantWords } from '../domain/wording/time-words';
import type { AdaptiveCard } from './adaptive-card';
import { digestSummaryOf } from './card-summary';
import { firstThatFits } from './card-size';
import { severityLook, severityPlace } from './severity-look';
import { cardTemplate, type CardData } from './template';

const draw = cardTemplate(require('../../cards/digest.json'));

/** Alerts listed by name of their number; the rest are counted. */
export const DIGEST_LINES: Record<CardTier, number> = { full: 15, compact: 5, text: 0 };

function headingFor(open: number): string {
  if (open === 0) return DIGEST.headingNone;
  return open === 1 ? DIGEST.headingOne : DIGEST.headingMany(open);
}

function lineFor(alert: ChannelView): CardData {
  const look = severityLook(alert.severity);
  const words = [
    alertWords.statusWords(alert.status),
    alertWords.riskKindWords(alert.riskKind),
    ...(alert.neutral ? [] : [alertWords.personWords(alert.alias)]),
    `raised ${instantWords(alert.raised)}`,
  ];
  return { number: `${alert.number} `, severity: look.word, colour: look.colour, text: `, ${words.join(', ')}` };
}

function remarksFor(view: DigestView, unlisted: number, possibleRepeat: boolean): CardData[] {
  const remarks: string[] = possibleRepeat ? [NOTES.possibleRepeat] : [];
  if (unlisted > 0) remarks.push(DIGEST.more(unlisted));
  if (view.alreadyResolved === 1) remarks.push(DIGEST.alreadyResolvedOne);
  if (view.alreadyResolved > 1) remarks.push(DIGEST.alreadyResolvedMany(view.alreadyResolved));
  if (view.alerts.length > 0 && !view.neutral) remarks.push(DIGEST.hint);
  return remarks.map((text) => ({ text }));
}

function atTier(view: DigestView, tier: CardTier, possibleRepeat: boolean): AdaptiveCard {
  const open = view.alerts.filter((alert) => alert.status !== 'resolved');
  const worstFirst = [...view.alerts].sort(
    (a, b) => severityPlace(a.severity) - severityPlace(b.severity) || b.number - a.number,
  );
  const listed = worstFirst.slice(0, DIGEST_LINES[tier]);
  const counts = alertWords.severityCountWords(open.map((alert) => alert.severity));
  return draw({
    summary: digestSummaryOf(view),
    heading: headingFor(open.length),
    counts: counts === '' ? [] : [{ text: counts }],
    lines: listed.map(lineFor),
    remarks: remarksFor(view, view.alerts.length - listed.length, possibleRepeat),
  });
}

/** The digest at the asked size or the next smaller one that fits; an empty one says so. */
export function drawDigestCard(view: DigestView, tier: CardTier, possibleRepeat = false): AdaptiveCard {
  const smaller = CARD_TIERS.slice(CARD_TIERS.indexOf(tier) + 1);
  const drawn = (each: CardTier) => () => atTier(view, each, possibleRepeat);
  return firstThatFits([drawn(tier), ...smaller.map(drawn)]);
}
