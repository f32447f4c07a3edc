// A button that asks on from an answer: found by the answer's reference, in the place where it stands, and asked as a
// question of whoever presses, with their own authority. Teams waits for none of it: what takes long comes later.
import { createHash } from 'node:crypto';
import type { Action } from '../domain/analyst';
import { HUNTING_FOLLOW_UPS } from '../domain/disclose-hunting';
import { isBotError } from '../domain/errors';
import type { Asked, AskedBook, AskedKind } from '../ports/asked-book';
import type { ClickLog } from '../ports/click-log';
import { message } from './answer-card';
import { said, type Answer, type AnswerNow } from './answer';
import type { Click, ClickAnswer } from './click';
import type { HuntingDesk } from './hunting-desk';
import { SAME_CLICK_MS } from './click-once';
import { askedOn, readHuntingFacts } from './hunting-facts';
import type { ListAsker, ListDesk } from './list-desk';
import { readIncidentListFacts } from './list-facts';
import { refuse, sayingForQuestion } from './refuse';
import { refusedHere, type UnsafePlaceDeps } from './refuse-unsafe';
import { findAlert, showAlert, type ShowDeps } from './show-alert';
import { soonOrLater } from './soon-or-later';
import { directoryPerson, identityOf, refusal, whoAsks, type KnownAsker, type WhoAsksDeps } from './who-asks';

export interface FollowUpDeps extends UnsafePlaceDeps, WhoAsksDeps, ShowDeps {
  askedBook: Pick<AskedBook, 'find'>;
  clickLog: ClickLog;
  huntingDesk: Pick<HuntingDesk, 'answer'>;
  listDesk: Pick<ListDesk, 'turn' | 'incident'>;
}

const RUN = 'command.run';

/** What waits to be confirmed or approved is no question to ask on for. */
type FollowedKind = Exclude<AskedKind, 'confirm' | 'approval'>;
type Followed = Asked & { kind: FollowedKind };

const isFollowed = (asked: Asked): asked is Followed => asked.kind !== 'confirm' && asked.kind !== 'approval';

const NEEDS: Record<FollowedKind, Action> = {
  hunting: 'hunt',
  alerts: 'seeDetails',
  incidents: 'seeDetails',
};

function clickKeys({ presser, cardRef, followUp, place, activityId }: Click): string[] {
  const digest = createHash('sha256')
    .update(JSON.stringify([presser.objectId, cardRef, RUN, followUp]))
    .digest('hex');
  return [`activity:${place.conversationId}|${activityId}`, `same:${digest}`];
}

/** What is refused stands under the card for the presser alone; every other answer stands in the conversation. */
function underCard(answer: Answer): ClickAnswer {
  if (answer.is === 'said') return message(answer.saying);
  if (answer.is === 'shown' && answer.drawing.draw === 'failure') {
    return message({ code: 'huntingFailed', failure: answer.drawing.failure });
  }
  return { show: 'message', saying: { code: 'answerComes' }, later: answer };
}

class FollowUpRunner {
  constructor(private readonly deps: FollowUpDeps) {}

  async run(click: Click): Promise<ClickAnswer> {
    const asked = await this.find(click);
    if (asked === null) return this.refused(click, 'cardUnknown', { code: 'cardNoLongerValid' });
    const known = await whoAsks(this.deps, click.presser, null, 'fresh');
    const no = refusal(known, NEEDS[asked.kind]);
    if (no !== null) return this.refused(click, no, sayingForQuestion(no));
    const { place, presser: asker, cardRef } = click;
    const unsafe = await refusedHere(this.deps, place, { action: RUN, asker, cardRef });
    if (unsafe !== null) return message(unsafe);
    return asked.kind === 'hunting' ? this.hunt(click, asked, known) : this.list(click, asked, known);
  }

  private async find({ wellFormed, cardRef, place }: Click): Promise<Followed | null> {
    if (!wellFormed || cardRef === null) return null;
    const asked = await this.deps.askedBook.find(cardRef, this.deps.clock.now());
    return asked !== null && isFollowed(asked) && asked.channel === place.channel ? asked : null;
  }

  private async hunt(click: Click, asked: Asked, known: KnownAsker): Promise<ClickAnswer> {
    const change = HUNTING_FOLLOW_UPS.find((followUp) => followUp === click.followUp.kind);
    if (change === undefined) return this.refused(click, 'malformed', { code: 'cardNoLongerValid' });
    // Asked already: its answer is there or on its way.
    if (!(await this.isFirst(click))) return message({ code: 'answerComes' });
    const { slots, widened, timeZone } = readHuntingFacts(asked.facts);
    const answering = this.deps.huntingDesk.answer({
      ...{ slots: askedOn(slots, change), widened, timeZone, place: click.place, action: RUN },
      asker: identityOf(click.presser, known.person),
      roles: known.asker.roles ?? [],
    });
    return underCard(await this.soonOrLater(answering));
  }

  /** True for the first of presses that ask the same, or for one delivered anew. */
  private async isFirst(click: Click): Promise<boolean> {
    const { clickLog, clock } = this.deps;
    const keys = clickKeys(click);
    if ((await clickLog.take(keys, clock.now(), SAME_CLICK_MS)) !== null) return false;
    await clickLog.keep(keys, { outcome: 'answered', facts: '{}' });
    return true;
  }

  private soonOrLater(answering: Promise<Answer>): Promise<Answer> {
    const { clock, logger } = this.deps;
    return soonOrLater(clock, answering, (error) => {
      logger.error('a question asked by a button was not answered', {
        code: isBotError(error) ? error.code : 'unexpected',
      });
      return said({ code: isBotError(error) && error.from === 'store' ? 'auditUnavailable' : 'graphUnavailable' });
    });
  }

  /** Shown to the presser; one that comes later stands in the conversation, once however often it was asked for. */
  private async forPresser(click: Click, answering: Promise<AnswerNow>): Promise<ClickAnswer> {
    const answer = await this.soonOrLater(answering);
    if (answer.is === 'said') return message(answer.saying);
    if (answer.is === 'shown') return { show: 'answer', drawing: answer.drawing };
    return (await this.isFirst(click)) ? underCard(answer) : message({ code: 'answerComes' });
  }

  /** Pages and incidents are shown to the presser; an alert's own card is posted where everybody sees it. */
  private async list(click: Click, asked: Asked, known: KnownAsker): Promise<ClickAnswer> {
    const { listDesk } = this.deps;
    const { place, followUp } = click;
    const asker: ListAsker = { asker: directoryPerson(click.presser, known), place, action: RUN };
    if (followUp.kind === 'next' || followUp.kind === 'previous') {
      return this.forPresser(click, listDesk.turn(asker, asked, followUp.kind));
    }
    if (followUp.kind === 'show' && followUp.alert !== null) {
      return this.forPresser(click, this.showAlert(click, followUp.alert));
    }
    if (followUp.kind === 'show' && followUp.incident !== null) {
      const { timeZone } = readIncidentListFacts(asked.facts);
      return this.forPresser(click, listDesk.incident(asker, followUp.incident, timeZone));
    }
    return this.refused(click, 'malformed', { code: 'cardNoLongerValid' });
  }

  private async showAlert(click: Click, number: string): Promise<AnswerNow> {
    const alert = await findAlert(this.deps.alertLog, number);
    const { asker } = await whoAsks(this.deps, click.presser, alert, 'cached');
    if (alert === null || asker.isSubject) return said({ code: 'alertUnknown' });
    return said(await showAlert(this.deps, click.place, alert));
  }

  private async refused(click: Click, reason: string, saying: Parameters<typeof message>[0]): Promise<ClickAnswer> {
    const { presser, cardRef } = click;
    await refuse(this.deps, { action: RUN, actorObjectId: presser.objectId, alertNumber: null, cardRef, reason });
    return message(saying);
  }
}

export function createRunFollowUp(deps: FollowUpDeps): (click: Click) => Promise<ClickAnswer> {
  const runner = new FollowUpRunner(deps);
  return (click) => runner.run(click);
}
