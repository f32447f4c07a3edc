// The same click, or the same activity delivered again, gets what became of the first one and writes nothing.
import { createHash } from 'node:crypto';
import { isBotError } from '../domain/errors';
import { toGraphComment } from '../domain/untrusted';
import type { AuditEntry } from '../ports/audit-trail';
import type { ChangeEnd, ChangeRecord } from '../ports/change-record';
import type { ClickLog, ClickOutcome } from '../ports/click-log';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import { message } from './answer-card';
import type { Click, ClickAnswer } from './click';

/** "The same click again": same person, card, verb, version and inputs within this time. */
export const SAME_CLICK_MS = 120_000;

export interface ClickOnceDeps {
  clickLog: ClickLog;
  changeRecord: ChangeRecord;
  clock: Clock;
  logger: Logger;
}

export interface Done {
  answer: ClickAnswer;
  /** What the same click again is answered from where nothing was begun; absent = it may be made again. */
  keep?: ClickOutcome;
}

/** What stands on record of the click's effect, written together with the audit. */
export interface EffectRecord {
  /**
   * The effect begins: `facts` are for the next start should this process die, and for the same click again. False when
   * the question that the click answers is not open any more; nothing is written then.
   */
  begin(intent: AuditEntry, facts: object, askedRef: string | null): Promise<boolean>;
  /** `none`: nothing was changed. `more` is added to the facts. */
  end(outcome: AuditEntry, effect: 'none' | 'applied' | 'uncertain', more?: object): Promise<void>;
}

export interface ClickWork {
  /** Null = no alert is known. */
  alertNumber: number | null;
  firstTime(record: EffectRecord): Promise<Done>;
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
    const effect = new ClickEffect(this.deps, click, alertNumber, keys);
    let done: Done | null = null;
    try {
      done = await firstTime(effect);
      return done.answer;
    } catch (error) {
      if (!effect.begun) throw error;
      logger.error('a change failed unforeseen after it was begun', { verb: click.verb });
      return message({ code: 'outcomeUncertain' });
    } finally {
      if (!effect.begun) await this.settle(keys, done?.keep ?? null);
    }
  }

  /** A click that cannot be kept stays taken until its time is over: that must not hide what was answered. */
  private async settle(keys: readonly string[], keep: ClickOutcome | null) {
    const { clickLog, logger } = this.deps;
    try {
      if (keep === null) await clickLog.release(keys);
      else await clickLog.keep(keys, keep);
    } catch (error) {
      if (!isBotError(error)) throw error;
      logger.error('what became of a click could not be kept', { code: error.code });
    }
  }
}

/** The record of one click. What was begun and never ended is for the next start to end. */
class ClickEffect implements EffectRecord {
  begun = false;
  private facts = '{}';

  constructor(
    private readonly deps: ClickOnceDeps,
    private readonly click: Click,
    private readonly alertNumber: number | null,
    private readonly keys: readonly string[],
  ) {}

  async begin(intent: AuditEntry, facts: object, askedRef: string | null): Promise<boolean> {
    const { changeRecord, clock } = this.deps;
    const { verb, presser } = this.click;
    const whose = { verb, alertNumber: this.alertNumber, actorObjectId: presser.objectId, askedRef };
    this.facts = JSON.stringify({ ...facts, ...whose });
    this.begun = await changeRecord.begin({ keys: this.keys, facts: this.facts, askedRef }, intent, clock.now());
    return this.begun;
  }

  end(outcome: AuditEntry, effect: 'none' | 'applied' | 'uncertain', more: object = {}): Promise<void> {
    const { changeRecord, clock } = this.deps;
    const facts = JSON.stringify({ ...(JSON.parse(this.facts) as object), ...more });
    const end: ChangeEnd =
      effect === 'none' ? { is: 'undone', askedRef: null } : { is: 'done', outcome: { outcome: effect, facts } };
    return changeRecord.end(this.keys, end, outcome, clock.now());
  }
}
