// One alert by its id, afresh. Remembers for a few seconds what it read, so that an edit right after a read knows the
// state it starts from without asking again.
import type { Alert } from '../domain/alert';
import { isBotError } from '../domain/errors';
import type { Clock } from '../ports/clock';
import { alertFromGraph } from './alert-from-graph';
import type { GraphClient } from './graph-client';
import { garbageAnswer } from './graph-errors';
import { CLICK_READ, within, type Patience } from './patience';
import { asObject, GRAPH_ID, listOf, type WireObject } from './wire-values';

/** A change starts within a click, which is over after this. */
export const REMEMBERED_MS = 15_000;
export const MAX_REMEMBERED = 200;
const MAX_COMMENTS = 5_000;

export function alertAddress(id: string): string {
  return `/security/alerts_v2/${encodeURIComponent(id)}`;
}

interface Read {
  alert: Alert;
  wire: WireObject;
}

export class AlertReader {
  private readonly recent = new Map<string, { alert: Alert; at: number }>();

  constructor(
    private readonly client: GraphClient,
    private readonly tenantId: string,
    private readonly clock: Clock,
  ) {}

  /** Null when Graph does not know the id, or it is no id of Graph's at all. Throws BotError. */
  async read(id: string, deadlineMs?: number): Promise<Alert | null> {
    return (await this.readBoth(id, deadlineMs))?.alert ?? null;
  }

  /** Texts of the alert's comments, oldest first; null when Graph does not know the id. Throws BotError. */
  async readComments(id: string, deadlineMs?: number): Promise<string[] | null> {
    const read = await this.readBoth(id, deadlineMs);
    if (read === null) return null;
    return listOf(read.wire['comments'], MAX_COMMENTS)
      .map((comment) => asObject(comment)?.['comment'])
      .filter((text) => typeof text === 'string');
  }

  /** What was last read of the alert, when that is moments ago; null otherwise. */
  lastRead(id: string): Alert | null {
    const read = this.recent.get(id);
    return read !== undefined && this.clock.now() - read.at < REMEMBERED_MS ? read.alert : null;
  }

  private async readBoth(id: string, deadlineMs?: number): Promise<Read | null> {
    if (!GRAPH_ID.test(id)) return null;
    const patience: Patience = deadlineMs === undefined ? CLICK_READ : within(CLICK_READ, deadlineMs);
    try {
      const answer = await this.client.call({
        method: 'GET',
        address: alertAddress(id),
        row: 'graphRead',
        lane: 'click',
        patience,
      });
      return this.remember(id, answer.body);
    } catch (error) {
      if (isBotError(error, 'notFound')) return null;
      throw error;
    }
  }

  private remember(id: string, body: unknown): Read {
    const wire = asObject(body);
    const alert = alertFromGraph(body, this.tenantId);
    // Graph's ids are opaque but compared as they are: an answer about another alert must not be taken for this one.
    if (wire === null || alert === null || alert.id !== id) throw garbageAnswer();
    this.recent.delete(id);
    this.recent.set(id, { alert, at: this.clock.now() });
    const oldest = this.recent.keys().next().value;
    if (this.recent.size > MAX_REMEMBERED && oldest !== undefined) this.recent.delete(oldest);
    return { alert, wire };
  }
}
