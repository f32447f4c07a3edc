// Hunts whose process died before they were answered: each gets its line in the audit, and whoever asked is told to ask
// again, in the place of the card that says that the search runs. None is run again: nobody may be waiting any more.
import { verdictFor } from '../domain/delivery';
import { isBotError } from '../domain/errors';
import type { CardPoster, Drawing } from '../ports/card-poster';
import type { Clock } from '../ports/clock';
import type { HuntLog, LeftHunt } from '../ports/hunt-log';
import type { Logger } from '../ports/logger';

const NOTICE: Drawing = { kind: 'notice', saying: { code: 'huntInterrupted' } };

export interface RecoverHuntsDeps {
  huntLog: Pick<HuntLog, 'left' | 'record' | 'told'>;
  cardPoster: Pick<CardPoster, 'update' | 'reply'>;
  clock: Clock;
  logger: Logger;
}

export class HuntRecovery {
  private open: readonly LeftHunt[] = [];

  constructor(private readonly deps: RecoverHuntsDeps) {}

  /** Settles what there is to settle. Gives how many are still open, for the next time. */
  async recover(): Promise<number> {
    const { huntLog, clock } = this.deps;
    const found = [...this.open, ...(await huntLog.left(clock.now()))];
    const open: LeftHunt[] = [];
    for (const hunt of found) if (!(await this.settle(hunt))) open.push(hunt);
    this.open = open;
    return open.length;
  }

  private async settle(hunt: LeftHunt): Promise<boolean> {
    const { huntLog, logger } = this.deps;
    try {
      await this.record(hunt);
      if (!hunt.told && !(await this.tell(hunt))) return false;
      await huntLog.told(hunt.id);
      logger.warn('a hunt interrupted by a stop was closed', { verb: hunt.action });
      return true;
    } catch (error) {
      if (!isBotError(error)) throw error;
      logger.warn('an interrupted hunt could not be closed yet', { code: error.code });
      return false;
    }
  }

  private async record({ id, action, askerObjectId, alertNumber, unrecorded }: LeftHunt): Promise<void> {
    if (unrecorded === null) return;
    const { huntLog, clock } = this.deps;
    const whose = { action, actorObjectId: askerObjectId, alertNumber, cardRef: null };
    const hunt = { ...unrecorded, rowCount: null };
    await huntLog.record(id, { ...whose, outcome: 'failed', reason: 'interrupted', hunt }, clock.now());
  }

  /** False when Teams took nothing for certain and may take it later. */
  private async tell({ channel, conversationId, messageId }: LeftHunt): Promise<boolean> {
    const { cardPoster } = this.deps;
    const where = { conversationId, activityId: messageId ?? '' };
    const replaced =
      messageId === null ? 'gone' : await this.said('update', () => cardPoster.update(channel, where, NOTICE));
    if (replaced !== 'gone') return replaced === 'said';
    return (await this.said('reply', () => cardPoster.reply(channel, where, NOTICE))) !== 'later';
  }

  /** `gone`: not here, whatever is tried again. */
  private async said(kind: 'update' | 'reply', send: () => Promise<unknown>): Promise<'said' | 'later' | 'gone'> {
    const { clock, logger } = this.deps;
    try {
      await send();
      return 'said';
    } catch (error) {
      if (!isBotError(error)) throw error;
      logger.warn('that a hunt was interrupted could not be said', { code: error.code });
      return verdictFor(kind, error, 1, 0, clock.random()).is === 'retry' ? 'later' : 'gone';
    }
  }
}
