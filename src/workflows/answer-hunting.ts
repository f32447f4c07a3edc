// A hunting question from what was read to what may be shown. Whether the asker may hunt at all is decided before, and
// the audit is written after, by whoever calls this.
import {
  discloseHunting,
  seesNames,
  type DisclosureKeys,
  type HuntingAnswerView,
  type HuntingViewer,
} from '../domain/disclose-hunting';
import type { HuntingSlots, Window } from '../domain/command';
import type { HuntingAnswer } from '../domain/hunting-answer';
import type { HuntFailure, HuntRefusal } from '../domain/hunting-failure';
import { queryHash } from '../domain/hunting-question';
import { summarize, type HuntingSummary } from '../domain/hunting-summary';
import type { PersonIdentity } from '../domain/person';
import type { SentQuery } from '../ports/hunt-log';
import { resolveHunting, type ResolvedHunt, type ResolveHuntingDeps } from './resolve-hunting';
import type { HuntingRunner, HuntRun } from './run-hunting';

export interface HuntingAsk {
  /** `alert` is a number or a Graph id: what `this` means is known before. */
  slots: HuntingSlots;
  /** IANA zone of the asker. */
  timeZone: string;
  widened: boolean;
  /** As the directory has them; the object id must be there. */
  asker: PersonIdentity & { objectId: string };
  viewer: HuntingViewer;
}

export interface AnswerHuntingDeps extends ResolveHuntingDeps {
  runner: Pick<HuntingRunner, 'run'>;
  keys: Pick<DisclosureKeys, 'aliasCandidate' | 'portalHost'>;
}

/** For the audit's one line about a hunt. */
export interface HuntFacts {
  queryHash: string;
  window: Window;
  /** Rows that met the question; null when it failed. */
  rowCount: number | null;
  /** Names stand in the answer, or the question was about a person: a disclosure. */
  named: boolean;
  alertNumber: number | null;
}

export type HuntingOutcome =
  | { is: 'answered'; view: HuntingAnswerView; hunted: HuntFacts }
  | { is: 'refused'; refusal: HuntRefusal; hunted: null }
  /** `hunted` null: no query was sent. */
  | { is: 'failed'; failure: HuntFailure; hunted: HuntFacts | null };

function factsOf(ask: HuntingAsk, hunt: ResolvedHunt, run: HuntRun, rowCount: number | null): HuntFacts | null {
  if (run.query === null) return null;
  const { question, query } = run;
  const isAboutPeople = question.person !== null || question.groupBy === 'account' || question.groupBy === 'device';
  return {
    queryHash: queryHash(query),
    window: question.window,
    rowCount,
    named: seesNames(ask.viewer) && isAboutPeople,
    alertNumber: hunt.asked.alertNumber,
  };
}

/** Aliases by UPN of everybody who would be named; nobody is enrolled for an answer that shows names. */
async function aliasesFor(
  deps: AnswerHuntingDeps,
  ask: HuntingAsk,
  summary: HuntingSummary,
): Promise<Map<string, string>> {
  if (ask.slots.groupBy !== 'account' || seesNames(ask.viewer)) return new Map();
  const names = summary.groups.map(({ key }) => key).filter((key) => key !== null);
  const unknown = { objectId: null, sid: null, displayName: null, accountName: null };
  const people = await deps.peopleBook.enrol(names.map((userPrincipalName) => ({ ...unknown, userPrincipalName })));
  const aliases = new Map<string, string>();
  names.forEach((name, index) => {
    const person = people[index];
    if (person !== undefined) aliases.set(name.toLowerCase(), person.alias);
  });
  return aliases;
}

/** Runs what was resolved; `note` is told of a query before it is sent. Rejects only for a store that fails (BotError). */
export async function huntResolved(
  deps: AnswerHuntingDeps,
  ask: HuntingAsk,
  resolved: ResolvedHunt,
  note: (sent: SentQuery) => Promise<void>,
): Promise<Exclude<HuntingOutcome, { is: 'refused' }>> {
  const { question } = resolved;
  const run = await deps.runner.run(question, ask.asker.objectId, (query) =>
    note({ queryHash: queryHash(query), window: question.window }),
  );
  if (run.is === 'failed') {
    return { is: 'failed', failure: run.failure, hunted: factsOf(ask, resolved, run, null) };
  }
  const summary = summarize(run.question, run.rows);
  const answer: HuntingAnswer = {
    question: run.question,
    asked: resolved.asked,
    window: resolved.window,
    compared: ask.slots.compare === true,
    columns: run.columns,
    query: run.query,
    summary,
    labelNames: resolved.labelNames,
  };
  const aliases = await aliasesFor(deps, ask, summary);
  const view = discloseHunting(answer, ask.viewer, { ...deps.keys, aliases });
  const hunted = factsOf(ask, resolved, run, summary.total.rows);
  if (hunted === null) throw new Error('a hunt that ran has a query');
  return { is: 'answered', view, hunted };
}

/** `note` as in `huntResolved`. Rejects only for a store that fails (BotError). */
export async function answerHunting(
  deps: AnswerHuntingDeps,
  ask: HuntingAsk,
  note: (sent: SentQuery) => Promise<void>,
): Promise<HuntingOutcome> {
  const resolved = await resolveHunting(deps, ask);
  if ('refusal' in resolved) return { is: 'refused', refusal: resolved.refusal, hunted: null };
  if ('failure' in resolved) return { is: 'failed', failure: resolved.failure, hunted: null };
  return huntResolved(deps, ask, resolved, note);
}
