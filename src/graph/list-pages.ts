// Walks the pages of a list to their end, or as far as allowed: links are followed as given and on Graph's origin only,
// and never twice.
import { z } from 'zod/v4';
import type { GraphClient } from './graph-client';
import { garbageAnswer } from './graph-errors';
import type { Patience } from './patience';
import type { Lane } from './request-gate';

const pageShape = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().min(1).nullish() });

export interface PageAsk {
  /** Of the first page. */
  address: string;
  maxPages: number;
  lane: Lane;
  /** Asked before every page, so that a time for all of them can end with each. */
  patience(): Patience;
}

export interface PageWalk<T> {
  /** What the elements were read as, in Graph's order. */
  elements: T[];
  pages: number;
  /** False: there are more pages than allowed, and the elements are those of the first ones. */
  complete: boolean;
}

/**
 * Each page is read and let go before the next is asked for: many whole pages at a time would cost several times the
 * memory of what is read from them. Throws BotError: `garbage` for a page of another shape or links that loop.
 */
export async function walkPages<T>(
  client: GraphClient,
  { address, maxPages, lane, patience }: PageAsk,
  read: (element: unknown) => T,
): Promise<PageWalk<T>> {
  const elements: T[] = [];
  const seen = new Set<string>();
  let next: string | null = address;
  while (next !== null) {
    if (seen.size >= maxPages) return { elements, pages: seen.size, complete: false };
    // Neither is worth another attempt: the page that sent us there is what was wrong.
    if (seen.has(next) || !client.isOwnAddress(next)) throw garbageAnswer();
    seen.add(next);
    const work = { row: 'graphRead', lane, patience: patience() } as const;
    const answer = await client.call({ method: 'GET', address: next, ...work });
    const page = pageShape.safeParse(answer.body);
    if (!page.success) throw garbageAnswer();
    for (const element of page.data.value) elements.push(read(element));
    next = page.data['@odata.nextLink'] ?? null;
  }
  return { elements, pages: seen.size, complete: true };
}
