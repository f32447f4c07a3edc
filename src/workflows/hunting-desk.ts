// Hunting questions from a sentence or a button to an answer: resolved, run, recorded, shown. Who asks and what they may
// is known before; a question that takes its time is answered by a card that says so, and replaced. What is under way
// is noted at every step, so that a hunt whose process dies is on record and its asker is told.
import type { HuntingSlots } from '../domain/command';
import { isBotError } from '../domain/errors';
import type { HuntFailure, HuntRefusal } from '../domain/hunting-failure';
import type { PersonIdentity } from '../domain/person';
import type { AskedBook } from '../ports/asked-book';
import type { HuntLog } from '../ports/hunt-log';
import { shown, said, type Answer, type AnswerNow, type AnswerWay } from './answer';
import { huntResolved, type AnswerHuntingDeps, type HuntFacts, type HuntingAsk } from './answer-hunting';
import type { ChannelAudience } from './channel-audience';
import type { Place } from './click';
import { huntingFacts } from './hunting-facts';
import { refuse, type RefuseDeps } from './refuse';
import { resolveHunting, type ResolvedHunt } from './resolve-hunting';

/** A quick answer is shown at once, without a card that it would replace a moment later. */
export const LOOKING_AFTER_MS = 700;
/** Buttons of an answer ask on for this long. */
export const ANSWER_OPEN_MS = 24 * 3_600_000;

export interface HuntingDeskDeps extends AnswerHuntingDeps, RefuseDeps {
  askedBook: AskedBook;
  huntLog: HuntLog;
  audience: Pick<ChannelAudience, 'members' | 'holdsSubject'>;
  newCardRef(): string;
}

export interface HuntingQuestionAsked {
  slots: HuntingSlots;
  widened: boolean;
  timeZone: string;
  asker: PersonIdentity & { objectId: string };
  roles: HuntingAsk['viewer']['roles'];
  place: Place;
  /** `summarizeHunting` or `command.run`: what the audit calls it. */
  action: string;
}

export class HuntingDesk {
  constructor(private readonly deps: HuntingDeskDeps) {}

  /** Rejects only for a store that fails before anything was asked (BotError). */
  async answer(asked: HuntingQuestionAsked): Promise<Answer> {
    const { slots, widened, timeZone, asker, roles, place } = asked;
    const ask: HuntingAsk = { slots, widened, timeZone, asker, viewer: { roles, place: place.kind } };
    const resolved = await resolveHunting(this.deps, ask);
    if ('refusal' in resolved) return this.refused(asked, resolved.refusal);
    if ('failure' in resolved) return shown({ draw: 'failure', failure: resolved.failure });
    if (await this.isReadByPerson(place, resolved)) return said({ code: 'showWhereAlertsGo' });
    const id = await this.begin(asked, resolved);
    return this.soonOrLater(id, this.hunt(id, asked, ask, resolved), resolved, timeZone);
  }

  private async begin({ asker, place, action }: HuntingQuestionAsked, { asked }: ResolvedHunt): Promise<string> {
    const { huntLog, clock, newCardRef } = this.deps;
    const id = newCardRef();
    const { channel, conversationId } = place;
    const what = { action, alertNumber: asked.alertNumber, askerObjectId: asker.objectId };
    await huntLog.begin({ id, ...what, channel, conversationId }, clock.now());
    return id;
  }

  /** An answer about somebody who reads along here would tell them that they are looked at. */
  private async isReadByPerson({ kind, channel }: Place, { question }: ResolvedHunt): Promise<boolean> {
    if (kind === 'personal' || question.person === null) return false;
    const { audience } = this.deps;
    const person = { ...question.person, sid: null, displayName: null, accountName: null };
    return audience.holdsSubject(await audience.members(channel), person);
  }

  private async soonOrLater(
    id: string,
    then: Promise<AnswerNow>,
    resolved: ResolvedHunt,
    timeZone: string,
  ): Promise<Answer> {
    const way = this.wayOf(id);
    const decided = new AbortController();
    const late = this.deps.clock.sleep(LOOKING_AFTER_MS, decided.signal).then(() => null);
    const soon = await Promise.race([then, late]);
    decided.abort('decided');
    if (soon !== null) {
      await way.told();
      return soon;
    }
    const { window, isDefault } = resolved.window;
    const meanwhile = { draw: 'looking', asked: { window, timeZone, defaultWindow: isDefault } } as const;
    return { is: 'later', meanwhile, then, way };
  }

  /** A note that fails takes nothing from the answer: the worst is that a next start says something once more. */
  private wayOf(id: string): AnswerWay {
    const { huntLog, logger } = this.deps;
    const noted = (note: Promise<void>) =>
      note.catch((error: unknown) => {
        logger.warn('how far an answer has come could not be noted', {
          code: isBotError(error) ? error.code : 'unexpected',
        });
      });
    return {
      announced: (messageId) => noted(huntLog.note(id, { messageId })),
      told: () => noted(huntLog.told(id)),
    };
  }

  private async refused(asked: HuntingQuestionAsked, refusal: HuntRefusal): Promise<AnswerNow> {
    await refuse(this.deps, {
      action: asked.action,
      actorObjectId: asked.asker.objectId,
      alertNumber: null,
      cardRef: null,
      reason: refusal.code,
    });
    return shown({ draw: 'failure', failure: refusal });
  }

  /** Never rejects: the asker waits for something in any case. */
  private async hunt(
    id: string,
    asked: HuntingQuestionAsked,
    ask: HuntingAsk,
    resolved: ResolvedHunt,
  ): Promise<AnswerNow> {
    try {
      const outcome = await huntResolved(this.deps, ask, resolved, (sent) => this.deps.huntLog.note(id, { sent }));
      // On record before it is seen: what cannot be recorded is not shown.
      if (outcome.hunted !== null)
        await this.record(id, asked, outcome.hunted, outcome.is === 'failed' ? outcome.failure : null);
      if (outcome.is === 'failed') return shown({ draw: 'failure', failure: outcome.failure });
      const cardRef = await this.keep(asked, resolved);
      return shown({ draw: 'hunting', view: outcome.view, cardRef });
    } catch (error) {
      this.deps.logger.error('a hunting answer could not be given', {
        detail: error instanceof Error ? error.name : 'unknown',
      });
      return said({ code: 'auditUnavailable' });
    }
  }

  private async record(
    id: string,
    asked: HuntingQuestionAsked,
    hunted: HuntFacts,
    failure: HuntFailure | null,
  ): Promise<void> {
    const { queryHash, window, rowCount, alertNumber, named } = hunted;
    await this.deps.huntLog.record(
      id,
      {
        action: asked.action,
        outcome: failure === null ? 'applied' : 'failed',
        actorObjectId: asked.asker.objectId,
        alertNumber,
        cardRef: null,
        reason: failure?.code ?? (named ? 'named' : null),
        hunt: { queryHash, window, rowCount },
      },
      this.deps.clock.now(),
    );
  }

  /** The window is kept as it was searched, so that "who?" is asked of the same time as the figure it stands under. */
  private async keep(asked: HuntingQuestionAsked, resolved: ResolvedHunt): Promise<string> {
    const { askedBook, clock, newCardRef } = this.deps;
    const ref = newCardRef();
    const slots = { ...asked.slots, window: resolved.window.window };
    await askedBook.keep(
      {
        ref,
        kind: 'hunting',
        askerObjectId: asked.asker.objectId,
        channel: asked.place.channel,
        conversationId: asked.place.conversationId,
        facts: huntingFacts({ slots, widened: asked.widened, timeZone: asked.timeZone }),
        until: clock.now() + ANSWER_OPEN_MS,
      },
      clock.now(),
    );
    return ref;
  }
}
