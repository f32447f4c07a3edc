// The same click, or the same activity delivered again, gets what became of the first one and writes nothing.
import { createHash } from 'node:crypto';
import { isBotError } from '../domain/errors';
import { toGraphComment } from '../domain/untrusted';
import type { ClickLog, ClickOutcome } from '../ports/click-log';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import { message } from './answer-card';
import type { Changed } from './change-alert';
import type { Click, ClickAnswer } from './click';

/** "The same click again": same person, card, verb, version and inputs within this time. */
export const SAME_CLICK_MS = 120_000;

export interface ClickOnceDeps {
  clickLog: ClickLog;
  clock: Clock;
  logger: Logger;
}

export interface Done {
  answer: ClickAnswer;
  outcome: Changed['outcome'] | 'cancelled';
  /** JSON that the same click again is answered from; nothing that a person typed. */
  facts?: string;
}

/** Called when the effect begins, so that the next start knows of it should this process die. */
export type NoteIntent = (facts: object) => Promise<void>;

export interface ClickWork {
  /** Null = no alert is known. */
  alertNumber: number | null;
  firstTime(noteIntent: NoteIntent): Promise<Done>;
  /** The first one was carried out. */
  again(earlier: ClickOutcome): Promise<ClickAnswer>;
}

function clickKeys(click: Click): string[] {
  const { presser, verb, version, cardRef, inputs } = click;
  const typed = inputs.comment === null ? null : toGraphComment(inputs.comment);
  const same = [presser.objectId, cardRef, verb, version, inputs.classification, inputs.determination, typed];
  const digest = createHash('sha256').update(JSON.stringify(same)).digest('hex');
  return [`activity:${click.place.conversationId}|${click.activityId}`, `same:${digest}`];
}

export class ClickOnce {
  constructor(private readonly deps: ClickOnceDeps) {}

  async run(click: Click, { alertNumber, firstTime, again }: ClickWork): Promise<ClickAnswer> {
    const { clickLog, clock, logger } = this.deps;
    const keys = clickKeys(click);
    const earlier = await clickLog.take(keys, clock.now(), SAME_CLICK_MS);
    if (earlier !== null) {
      if (earlier.outcome === 'pending' || earlier.outcome === 'intended') return message({ code: 'changeInProgress' });
      return earlier.outcome === 'uncertain' ? message({ code: 'outcomeUncertain' }) : again(earlier);
    }
    let settled: Pick<Done, 'outcome' | 'facts'> = { outcome: 'none' };
    const noteIntent: NoteIntent = async (facts) => {
      const whose = { verb: click.verb, alertNumber, actorObjectId: click.presser.objectId };
      await clickLog.keep(keys, { outcome: 'intended', facts: JSON.stringify({ ...facts, ...whose }) });
      settled = { outcome: 'open' };
    };
    try {
      const done = await firstTime(noteIntent);
      settled = done;
      return done.answer;
    } catch (error) {
      if (settled.outcome !== 'open') throw error;
      logger.error('a change failed unforeseen after it was begun', { verb: click.verb });
      return message({ code: 'outcomeUncertain' });
    } finally {
      await this.settle(keys, settled);
    }
  }

  /** A click that cannot be kept stays `intended`: that must not turn a change that was made into a failure. */
  private async settle(keys: readonly string[], { outcome, facts = '{}' }: Pick<Done, 'outcome' | 'facts'>) {
    const { clickLog, logger } = this.deps;
    try {
      if (outcome === 'none') await clickLog.release(keys);
      else if (outcome !== 'open') await clickLog.keep(keys, { outcome, facts });
    } catch (error) {
      if (!isBotError(error)) throw error;
      logger.error('what became of a click could not be kept', { code: error.code, outcome });
    }
  }
}
