// From a layout template and plain data to a finished card. Templates are parsed once; what they hold is not known here.
import { Template } from 'adaptivecards-templating';
import type { AdaptiveCard } from './adaptive-card';

export type CardValue = string | number | readonly CardValue[] | { readonly [key: string]: CardValue | undefined };
export type CardData = { readonly [key: string]: CardValue };

// Data may hold `${`, which must neither be taken for a gap in the template nor be lost: it is set apart while the
// template is filled in. No text of a card holds a NUL, since the sinks of outside text show it by code point.
const OPENING = '${';
const SET_APART = '$\u0000{';

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}

const isPresent = (item: unknown) => item !== null && item !== undefined;

/** Members without a value are absent in a card, never null. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter(isPresent).map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  // A loop takes a third of the time of a chain here, and a card has over a hundred objects.
  const present: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (isPresent(item)) present[key] = withoutEmpty(item);
  }
  return present;
}

function isAdaptiveCard(value: unknown): value is AdaptiveCard {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'AdaptiveCard';
}

/**
 * A function that fills the template in. It throws when the data leaves a gap or the template is no card: a card with
 * `${…}` in it is never sent.
 */
export function cardTemplate(layout: unknown): (data: CardData) => AdaptiveCard {
  const template = new Template(layout);
  return (data) => {
    // Hardly any data has something to set apart; one look at its text is far cheaper than two walks through its parts.
    const isGuarded = JSON.stringify(data).includes(OPENING);
    const guarded = isGuarded ? mapStrings(data, (text) => text.replaceAll(OPENING, SET_APART)) : data;
    const filled = withoutEmpty(template.expand({ $root: guarded }));
    if (JSON.stringify(filled).includes(OPENING)) throw new Error('a card template was left with gaps by its data');
    const card = isGuarded ? mapStrings(filled, (text) => text.replaceAll(SET_APART, OPENING)) : filled;
    if (!isAdaptiveCard(card)) throw new Error('a card template gave no Adaptive Card');
    return card;
  };
}
