// Looks into cards as a reader or a client would.
import type { AdaptiveCard } from '../../src/cards/adaptive-card';

export type CardObject = Record<string, unknown>;

/** Every object of a card, itself first. */
export function objectsIn(value: unknown): CardObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as CardObject, ...Object.values(value).flatMap(objectsIn)];
}

export function elementsOf(card: unknown, type: string): CardObject[] {
  return objectsIn(card).filter((object) => object['type'] === type);
}

/** What stands on a card to be read, top to bottom, a row's label before its value. */
export function wordsOf(card: AdaptiveCard): string {
  const texts = objectsIn(card.body).map((object) => object['text']);
  return texts.filter((text) => typeof text === 'string').join('\n');
}

/** The value that stands beside a label. */
export function valueBeside(card: AdaptiveCard, label: string): string | undefined {
  const lines = wordsOf(card).split('\n');
  const place = lines.indexOf(label);
  return place < 0 ? undefined : lines[place + 1];
}

export function titlesOf(card: AdaptiveCard): unknown[] {
  return (card.actions ?? []).map((action) => action['title']);
}

/** Elements of Teams' own, which a client of version 1.5 draws by their fallback. */
export const TEAMS_ONLY = /^(Chart\.|CodeBlock$)/;

export function teamsOnly(card: unknown): CardObject[] {
  return objectsIn(card).filter((object) => TEAMS_ONLY.test(String(object['type'])));
}

/** The card as a client of version 1.5 reads it: Teams' own elements replaced by their fallback. */
export function asOldClient(card: AdaptiveCard): AdaptiveCard {
  const read = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(read);
    if (typeof value !== 'object' || value === null) return value;
    if ('type' in value && TEAMS_ONLY.test(String(value.type)) && 'fallback' in value) return read(value.fallback);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item)]));
  };
  return { ...card, body: card.body.map((element) => read(element) as AdaptiveCard['body'][number]) };
}
