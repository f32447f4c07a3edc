// Walks the pages of an alert list to their end, or not at all: links are followed as given and on Graph's origin only,
// never twice, and no further than allowed.
import { z } from 'zod/v4';
import type { GraphClient } from './graph-client';
import { garbageAnswer } from './graph-errors';
import { POLL } from './patience';

const pageShape = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().min(1).nullish() });

export interface PageWalk<T> {
  /** What the elements were read as, in Graph's order; empty when `complete` is false. */
  elements: T[];
  pages: number;
  /** False: more pages than allowed. */
  complete: boolean;
}

/**
 * `address` is the first page's. Each page is read and let go before the next is asked for: many whole pages at a time
 * would cost several times the memory of what is read from them. Throws BotError: `garbage` for a page of another shape
 * or links that loop.
 */
export async function walkPages<T>(
  client: GraphClient,
  address: string,
  maxPages: number,
  read: (element: unknown) => T,
): Promise<PageWalk<T>> {
  const elements: T[] = [];
  const seen = new Set<string>();
  let next: string | null = address;
  while (next !== null) {
    if (seen.size >= maxPages) return { elements: [], pages: seen.size, complete: false };
    // Neither is worth another attempt: the page that sent us there is what was wrong.
    if (seen.has(next) || !client.isOwnAddress(next)) throw garbageAnswer();
    seen.add(next);
    const answer = await client.call({ method: 'GET', address: next, row: 'graphRead', lane: 'poll', patience: POLL });
    const page = pageShape.safeParse(answer.body);
    if (!page.success) throw garbageAnswer();
    for (const element of page.data.value) elements.push(read(element));
    next = page.data['@odata.nextLink'] ?? null;
  }
  return { elements, pages: seen.size, complete: true };
}
