// Trouble that a person has to deal with, told in the operations channel as well as in the log: once an hour for each
// kind, so that a bad night is not made worse.
import { isBotError } from '../domain/errors';
import type { ChannelKey } from '../domain/channel-routing';
import type { Trouble } from '../domain/saying';
import type { CardPoster } from '../ports/card-poster';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';

export const SAME_TROUBLE_MS = 3_600_000;

export interface OperationsDeps {
  cardPoster: CardPoster;
  clock: Clock;
  logger: Logger;
  /** Null: nobody asked to be told. */
  operationsChannel: ChannelKey | null;
}

export class OperationsDesk {
  private readonly toldAt = new Map<Trouble, number>();

  constructor(private readonly deps: OperationsDeps) {}

  /** One attempt; never rejects, since what is in trouble may be the very way there. */
  async tell(trouble: Trouble): Promise<void> {
    const { cardPoster, clock, logger, operationsChannel } = this.deps;
    const now = clock.now();
    if (operationsChannel === null || now - (this.toldAt.get(trouble) ?? -Infinity) < SAME_TROUBLE_MS) return;
    this.toldAt.set(trouble, now);
    try {
      await cardPoster.post(operationsChannel, { kind: 'notice', saying: { code: 'trouble', trouble } });
    } catch (error) {
      logger.error('the operations channel could not be told', {
        code: isBotError(error) ? error.code : 'unexpected',
        reason: trouble,
      });
    }
  }
}
