// Cards to confirm or to approve whose time is over: each is drawn anew without its buttons, so that nobody is offered what would be
// refused. What to redraw is kept in the store, so that a restart forgets none of it.
import { verdictFor } from '../domain/delivery';
import { isBotError } from '../domain/errors';
import { instantFromMs } from '../domain/instant';
import type { AlertLog } from '../ports/alert-log';
import type { Clock } from '../ports/clock';
import type { ExpiryBook, StandingQuestion } from '../ports/expiry-book';
import type { Logger } from '../ports/logger';
import type { AnswerDrawing, RedrawAnswer } from './answer';
import { readRequest, settledApproval } from './approval-request';
import { readProposal, settledDrawing } from './change-proposal';

/** A card offers its buttons for at most this long after they stopped working. */
export const EXPIRY_LOOK_MS = 15_000;
/** More than these wait for the next look. */
export const EXPIRIES_PER_LOOK = 100;
/** How long a stop waits for a redraw: one that is lost is made anew by the next process. */
export const EXPIRY_GRACE_MS = 1_500;

export interface ExpiryDeps {
  expiryBook: Pick<ExpiryBook, 'over' | 'drop'>;
  alertLog: Pick<AlertLog, 'find'>;
  redrawAnswer: RedrawAnswer;
  clock: Clock;
  logger: Logger;
}

export class ConfirmExpiry {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(private readonly deps: ExpiryDeps) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    const ended = new AbortController();
    const ending = Promise.resolve(this.running).finally(() => ended.abort());
    await Promise.race([ending, this.deps.clock.sleep(EXPIRY_GRACE_MS, ended.signal)]);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.look();
      } catch (error) {
        const code = isBotError(error) ? error.code : 'unexpected';
        if (!signal.aborted) this.deps.logger.warn('cards that are over could not be looked for', { code });
      }
      await this.deps.clock.sleep(EXPIRY_LOOK_MS, signal);
    }
  }

  /** Two replicas that look at one moment draw the same card twice, which nobody sees. */
  private async look(): Promise<void> {
    const { expiryBook, clock } = this.deps;
    for (const question of await expiryBook.over(clock.now(), EXPIRIES_PER_LOOK)) {
      if (this.stopping.signal.aborted) return;
      if (await this.isDealtWith(question)) await expiryBook.drop(question.ref);
    }
  }

  /** False for what may go better at the next look. */
  private async isDealtWith(question: StandingQuestion): Promise<boolean> {
    const drawing = await this.drawingOf(question);
    if (drawing === null) return true;
    try {
      await this.deps.redrawAnswer(question, drawing);
      return true;
    } catch (error) {
      if (!isBotError(error)) throw error;
      const verdict = verdictFor('update', error, 1, 0, 0);
      this.deps.logger.warn('a card that is over could not be redrawn', { code: error.code, state: verdict.is });
      return verdict.is !== 'retry';
    }
  }

  /** Null for what waits for nobody, and for an alert that the store no longer holds. */
  private async drawingOf(question: StandingQuestion): Promise<AnswerDrawing | null> {
    const proposal = readProposal(question);
    const request = readRequest(question);
    const alertId = proposal?.alertId ?? request?.alertId;
    const alert = alertId === undefined ? undefined : (await this.deps.alertLog.find([alertId])).get(alertId);
    if (alert === undefined) return null;
    const expired = { is: 'expired', at: instantFromMs(question.until) } as const;
    if (proposal !== null) return settledDrawing(alert, proposal, expired);
    return request && settledApproval(alert, request, expired);
  }
}
