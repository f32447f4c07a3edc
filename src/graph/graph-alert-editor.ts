// Writes to alerts in Microsoft Graph exactly once as far as that can be known: Graph offers neither an ETag nor an
// idempotency key here, so an answer that was lost is settled by reading back.
import type { Alert } from '../domain/alert';
import { BotError, isBotError } from '../domain/errors';
import type { AlertPatch } from '../domain/triage-rules';
import { sameText } from '../domain/untrusted';
import type { AlertEditor, EditOutcome } from '../ports/alert-editor';
import type { Clock } from '../ports/clock';
import { alertAddress, type AlertReader } from './alert-reader';
import type { GraphClient } from './graph-client';
import { EDIT, EDIT_TOTAL_MS, within } from './patience';
import { reactionHere } from './retry-by-table';
import { GRAPH_ID } from './wire-values';

type Editable = Pick<Alert, 'status' | 'classification' | 'determination' | 'assignedTo'>;

/** A write whose answer was lost and that is found not to have arrived is sent once more. */
export const MAX_TRIES = 2;
/** A request whose answer was lost may still be under way, and reads may lag behind writes. */
export const SETTLE_PAUSE_MS = 300;

const COMMENT_TYPE = 'microsoft.graph.security.alertComment';

function hasReached(alert: Editable, patch: AlertPatch): boolean {
  return (
    (patch.status === undefined || alert.status === patch.status) &&
    (patch.classification === undefined || alert.classification === patch.classification) &&
    (patch.determination === undefined || alert.determination === patch.determination) &&
    (patch.assignedTo === undefined || sameText(alert.assignedTo, patch.assignedTo))
  );
}

function isUnchanged(before: Editable, after: Editable): boolean {
  const { status, classification, determination } = after;
  return (
    before.status === status &&
    before.classification === classification &&
    before.determination === determination &&
    sameText(before.assignedTo, after.assignedTo)
  );
}

export class GraphAlertEditor implements AlertEditor {
  constructor(
    private readonly client: GraphClient,
    private readonly reader: AlertReader,
    private readonly clock: Clock,
  ) {}

  async edit(id: string, patch: AlertPatch): Promise<EditOutcome> {
    const deadline = this.clock.now() + EDIT_TOTAL_MS;
    const before = this.reader.lastRead(id) ?? (await this.read(id, deadline));
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const lost = await this.tryOnce(() => this.patch(id, patch, deadline), 'readBack', 'graphPatch');
      if (lost === null) return 'applied';
      const after = await this.settle(() => this.read(id, deadline));
      if (hasReached(after, patch)) return 'applied';
      if (!isUnchanged(before, after)) return 'conflict';
    }
    return 'notApplied';
  }

  async comment(id: string, text: string, marker: string): Promise<void> {
    if (marker === '' || !text.includes(marker)) throw new BotError('badRequest', { from: 'graph' });
    const deadline = this.clock.now() + EDIT_TOTAL_MS;
    let lost: BotError | null = null;
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      lost = await this.tryOnce(() => this.post(id, text, deadline), 'findMarker', 'graphComment');
      if (lost === null) return;
      const comments = await this.settle(() => this.readComments(id, deadline));
      if (comments.some((comment) => comment.includes(marker))) return;
    }
    throw lost;
  }

  /** Null when it was done; the error when the answer was lost and has to be settled. Throws what settles itself. */
  private async tryOnce(
    write: () => Promise<unknown>,
    settledBy: 'readBack' | 'findMarker',
    row: 'graphPatch' | 'graphComment',
  ): Promise<BotError | null> {
    try {
      await write();
      return null;
    } catch (error) {
      if (isBotError(error) && reactionHere(row, error) === settledBy) return error;
      throw error;
    }
  }

  /**
   * Looks what became of a write whose answer was lost. Where that cannot be learnt it says `timedOut`, never what the
   * look ran into: a look that was throttled does not mean that nothing was written.
   */
  private async settle<T>(look: () => Promise<T>): Promise<T> {
    await this.clock.sleep(SETTLE_PAUSE_MS);
    try {
      return await look();
    } catch (error) {
      if (isBotError(error, 'notFound')) throw error;
      throw new BotError('timedOut', { from: 'graph', cause: error });
    }
  }

  private patch(id: string, patch: AlertPatch, deadline: number) {
    const patience = within(EDIT, deadline - this.clock.now());
    const address = alertAddress(usable(id));
    return this.client.call({ method: 'PATCH', address, row: 'graphPatch', lane: 'click', patience, body: patch });
  }

  private post(id: string, comment: string, deadline: number) {
    const patience = within(EDIT, deadline - this.clock.now());
    const address = `${alertAddress(usable(id))}/comments`;
    const body = { '@odata.type': COMMENT_TYPE, comment };
    return this.client.call({ method: 'POST', address, row: 'graphComment', lane: 'click', patience, body });
  }

  private read(id: string, deadline: number): Promise<Alert> {
    return readOrNotFound(this.reader.read(usable(id), deadline - this.clock.now()));
  }

  private readComments(id: string, deadline: number): Promise<string[]> {
    return readOrNotFound(this.reader.readComments(usable(id), deadline - this.clock.now()));
  }
}

async function readOrNotFound<T>(reading: Promise<T | null>): Promise<T> {
  const read = await reading;
  if (read === null) throw unknownAlert();
  return read;
}

function unknownAlert(): BotError {
  return new BotError('notFound', { from: 'graph' });
}

function usable(id: string): string {
  if (!GRAPH_ID.test(id)) throw unknownAlert();
  return id;
}
