// Lists of alerts and incidents from a sentence or a button to an answer: listed, recorded where somebody was named, and
// kept so that the next button goes on from what was shown.
import type { CommandName, IncidentSlots, ListSlots } from '../domain/command';
import type { HuntRefusal } from '../domain/hunting-failure';
import type { PageTurn } from '../domain/list-page';
import type { Saying } from '../domain/saying';
import type { Asked, AskedBook } from '../ports/asked-book';
import { said, shown, type AnswerDrawing, type AnswerNow } from './answer';
import type { Place } from './click';
import { ANSWER_OPEN_MS } from './hunting-desk';
import type { IncidentDeps } from './incident-alerts';
import { listAlerts, type ListAlertsDeps } from './list-alerts';
import type { Listening } from './list-ask';
import { listFacts, pageOf, readAlertListFacts, readIncidentListFacts, type ListFacts } from './list-facts';
import { listIncidents } from './list-incidents';
import { refuse, type RefuseDeps } from './refuse';
import { showIncident } from './show-incident';

export interface ListDeskDeps extends RefuseDeps, ListAlertsDeps, IncidentDeps {
  askedBook: Pick<AskedBook, 'keep'>;
  newCardRef(): string;
}

/** Whose list it is; what the audit calls the question. */
export interface ListAsker extends Listening {
  place: Place;
  action: CommandName | 'command.run';
}

type Outcome<View> = { view: View; named?: boolean } | { refusal: HuntRefusal } | { saying: Saying };

export class ListDesk {
  constructor(private readonly deps: ListDeskDeps) {}

  /** Rejects only for a store that fails (BotError). */
  async alerts(asker: ListAsker, facts: ListFacts<ListSlots>): Promise<AnswerNow> {
    const outcome = await listAlerts(this.deps, { ...facts, ...asker });
    return this.answer(asker, outcome, async (view) => {
      const cardRef = await this.keep(asker, 'alerts', listFacts({ ...facts, from: view.from }));
      return { draw: 'alerts', view, cardRef };
    });
  }

  async incidents(asker: ListAsker, facts: ListFacts<IncidentSlots>): Promise<AnswerNow> {
    const outcome = await listIncidents(this.deps, { ...facts, ...asker });
    return this.answer(asker, outcome, async (view) => {
      const cardRef = await this.keep(asker, 'incidents', listFacts({ ...facts, from: view.from }));
      return { draw: 'incidents', view, cardRef };
    });
  }

  async incident(asker: ListAsker, incident: string, timeZone: string): Promise<AnswerNow> {
    const outcome = await showIncident(this.deps, { incident, ...asker });
    return this.answer(asker, outcome, async (view) => {
      const cardRef = await this.keep(asker, 'incidents', listFacts({ slots: {}, from: 1, timeZone }));
      return { draw: 'incident', view, cardRef };
    });
  }

  /** The page after or before the one that was asked on from. */
  async turn(asker: ListAsker, asked: Asked, turn: PageTurn): Promise<AnswerNow> {
    return asked.kind === 'alerts'
      ? this.alerts(asker, pageOf(readAlertListFacts(asked.facts), turn))
      : this.incidents(asker, pageOf(readIncidentListFacts(asked.facts), turn));
  }

  private async answer<View>(
    asker: ListAsker,
    outcome: Outcome<View>,
    draw: (view: View) => Promise<AnswerDrawing>,
  ): Promise<AnswerNow> {
    if ('saying' in outcome) return said(outcome.saying);
    if ('refusal' in outcome) return this.refused(asker, outcome.refusal);
    // A name in an answer is a disclosure: on record before it is seen.
    if (outcome.named === true) await this.record(asker);
    return shown(await draw(outcome.view));
  }

  private async refused({ asker, action }: ListAsker, failure: HuntRefusal): Promise<AnswerNow> {
    const about = { actorObjectId: asker.objectId, alertNumber: null, cardRef: null };
    await refuse(this.deps, { action, ...about, reason: failure.code });
    return said({ code: 'huntingFailed', failure });
  }

  private async record({ asker, action }: ListAsker): Promise<void> {
    const about = { actorObjectId: asker.objectId, alertNumber: null, cardRef: null };
    await this.deps.auditTrail.append({ action, outcome: 'applied', ...about, reason: 'named' }, this.deps.clock.now());
  }

  /** A page of its own has a reference of its own: what one person turns over is nobody else's place. */
  private async keep({ asker, place }: ListAsker, kind: 'alerts' | 'incidents', facts: string): Promise<string> {
    const { askedBook, clock, newCardRef } = this.deps;
    const ref = newCardRef();
    const { channel, conversationId } = place;
    const until = clock.now() + ANSWER_OPEN_MS;
    const whose = { askerObjectId: asker.objectId, channel, conversationId };
    await askedBook.keep({ ref, kind, ...whose, facts, until }, clock.now());
    return ref;
  }
}
