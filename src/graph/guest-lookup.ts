// Which members of a roster the directory calls guests. Rosters are long and people rarely change what they are, so that
// an answer holds for a day.
import { z } from 'zod/v4';
import type { Clock } from '../ports/clock';
import type { Urgency } from './directory-calls';
import type { GraphClient } from './graph-client';
import { garbageAnswer } from './graph-errors';
import { CLICK_READ } from './patience';
import { userFromGraph } from './person-from-graph';
import { TimedCache } from './timed-cache';
import { guidOf } from './wire-values';

/** Graph takes at most 15 values in one `in`. */
export const IDS_PER_QUESTION = 15;
/** Of a longer roster the directory is asked about the first of them; the roster's own word covers the rest. */
export const GUESTS_ASKED_MAX = 300;
export const GUEST_KNOWN_MS = 24 * 3_600_000;
export const GUESTS_KNOWN_MAX = 5_000;

/** Behind what people wait for, and not long: without an answer the roster's own word stands. */
const URGENCY: Urgency = { lane: 'poll', patience: CLICK_READ };

const list = z.object({ value: z.array(z.unknown()) });

export class GuestLookup {
  private readonly known: TimedCache<boolean>;

  constructor(
    private readonly client: GraphClient,
    clock: Clock,
  ) {
    this.known = new TimedCache(GUESTS_KNOWN_MAX, () => GUEST_KNOWN_MS, clock);
  }

  /** Object ids, lower case. Throws BotError. */
  async among(objectIds: readonly string[]): Promise<ReadonlySet<string>> {
    const ids = [...new Set(objectIds.map(guidOf).filter((id) => id !== null))].slice(0, GUESTS_ASKED_MAX);
    const guests = new Set<string>();
    const unknown: string[] = [];
    for (const id of ids) {
      const isGuest = this.known.peek(id);
      if (isGuest === undefined) unknown.push(id);
      if (isGuest === true) guests.add(id);
    }
    for (let start = 0; start < unknown.length; start += IDS_PER_QUESTION) {
      const asked = unknown.slice(start, start + IDS_PER_QUESTION);
      const found = await this.ask(asked);
      for (const id of asked) if (this.known.put(id, found.has(id))) guests.add(id);
    }
    return guests;
  }

  /** Whom the directory does not know is no guest of its: the roster says what they are. */
  private async ask(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const filter = encodeURIComponent(`id in (${ids.map((id) => `'${id}'`).join(',')})`);
    const address = `/users?$filter=${filter}&$select=id,userType,userPrincipalName`;
    const answer = await this.client.call({ method: 'GET', address, row: 'graphRead', ...URGENCY });
    const read = list.safeParse(answer.body);
    if (!read.success) throw garbageAnswer();
    const users = read.data.value.map(userFromGraph).filter((user) => user !== null);
    return new Set(users.filter(({ isGuest }) => isGuest).map(({ person }) => person.objectId));
  }
}
