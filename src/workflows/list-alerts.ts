// `open high alerts`: one page of the alerts that were asked for. Whoever reads the answer finds none about themselves in
// it, and the count leaves those out too.
import { listedAlerts, type AlertFilter } from '../domain/alert-list';
import { aboutNoneOf } from '../domain/audience';
import type { AlertSort, ListSlots } from '../domain/command';
import { alertListView, type AlertListView, type ListAsked } from '../domain/disclose-list';
import type { HuntRefusal } from '../domain/hunting-failure';
import { aliasIn, personAlias } from '../domain/hunting-mask';
import { instantWindow } from '../domain/instant-window';
import { isUpn } from '../domain/kql-literal';
import { placeWithin, rowsFrom } from '../domain/list-page';
import { kindOfPolicy } from '../domain/policy-kind';
import type { Saying } from '../domain/saying';
import type { StoredAlert } from '../domain/stored-alert';
import { Untrusted } from '../domain/untrusted';
import { policyOfKindWords } from '../domain/wording/list-words';
import type { AlertLog } from '../ports/alert-log';
import type { KnownPerson } from '../ports/people-book';
import { knownPersonNamed, type HuntingPersonDeps } from './hunting-person';
import { orSaying, readersOf, type AudienceDeps, type Listening } from './list-ask';
import type { ListFacts } from './list-facts';

/** Of more alerts than these no list is made, since it would have to leave some out. */
export const ALERTS_SEARCHED_MAX = 5_000;

export interface ListAlertsDeps extends HuntingPersonDeps, AudienceDeps {
  alertLog: Pick<AlertLog, 'search'>;
}

export type AlertListAsk = ListFacts<ListSlots> & Listening;

export type AlertListOutcome =
  /** `named`: the list is about somebody called by name, which is a disclosure. */
  { view: AlertListView; named: boolean } | { refusal: HuntRefusal } | { saying: Saying };

interface Resolved {
  filter: AlertFilter;
  asked: ListAsked;
  named: boolean;
}

/** Owners are written as UPNs by this bot and as anything elsewhere, so that a name is looked for in all its forms. */
async function assigneeOf(deps: ListAlertsDeps, ask: AlertListAsk): Promise<AlertFilter['assignee']> {
  const { assignee } = ask.slots;
  if (assignee === undefined) return null;
  if (assignee === 'none') return 'none';
  const isName = assignee !== 'me' && !isUpn(assignee);
  const people = assignee === 'me' ? [ask.asker] : isName ? await deps.peopleFinder.find(assignee.trim()) : [];
  const forms = people.flatMap(({ objectId, userPrincipalName, displayName }) => [
    objectId,
    userPrincipalName,
    displayName,
  ]);
  const written = assignee === 'me' ? [] : [assignee];
  return [...written, ...forms].filter((form) => form !== null).filter((form) => form.trim() !== '');
}

/** A name stands where it was allowed; somebody asked for by alias stays an alias. */
function shownAccount(person: KnownPerson, named: boolean): Untrusted {
  const name = named ? (person.userPrincipalName ?? person.displayName) : null;
  return Untrusted.of(name ?? personAlias(person.alias));
}

function shownAssignee(assignee: string | undefined): ListAsked['assignee'] {
  if (assignee === undefined) return null;
  return assignee === 'me' || assignee === 'none' ? assignee : Untrusted.of(assignee);
}

async function resolve(deps: ListAlertsDeps, ask: AlertListAsk): Promise<Resolved | { refusal: HuntRefusal }> {
  const { slots, asker, place } = ask;
  const { status = [], severity = [], account, policy, window, sort = null } = slots;
  const viewer = { roles: asker.roles, place: place.kind };
  const meant = account === undefined ? null : await knownPersonNamed(deps, account, asker, viewer);
  if (meant !== null && 'refusal' in meant) return meant;
  const person = meant?.known ?? null;
  const riskKind = policy === undefined ? null : kindOfPolicy(policy);
  // Leaving the filter out would show other policies' alerts as this one's.
  if (policy !== undefined && riskKind === null) return { refusal: { code: 'policyNotKept' } };
  // A name comes this far in an investigator's personal chat alone.
  const named = account !== undefined && aliasIn(account) === null;
  const assignee = await assigneeOf(deps, ask);
  return {
    filter: { status, severity, window: instantWindow(window), assignee, person, riskKind },
    asked: {
      ...{ status, severity, window: window ?? null, sort },
      assignee: shownAssignee(slots.assignee),
      account: person && shownAccount(person, named),
      policy: riskKind && Untrusted.of(policyOfKindWords(riskKind)),
    },
    named,
  };
}

/** Null when there are more than may be searched, unless the newest ones alone were wanted and all are among them. */
function listOf(known: readonly StoredAlert[], shown: readonly StoredAlert[], filter: AlertFilter, slots: ListSlots) {
  const sort: AlertSort = slots.sort ?? 'newest';
  const top = slots.top ?? null;
  const listed = listedAlerts(shown, filter, sort, top);
  const isWhole = known.length <= ALERTS_SEARCHED_MAX || (sort === 'newest' && top !== null && listed.length === top);
  return isWhole ? listed : null;
}

async function list(deps: ListAlertsDeps, ask: AlertListAsk): Promise<AlertListOutcome> {
  const resolved = await resolve(deps, ask);
  if ('refusal' in resolved) return resolved;
  const { filter, asked, named } = resolved;
  const readers = await readersOf(deps, ask);
  const { status, severity, window } = filter;
  const known = await deps.alertLog.search({ status, severity, window }, ALERTS_SEARCHED_MAX + 1);
  const listed = listOf(known, aboutNoneOf(readers, known), filter, ask.slots);
  if (listed === null) return { refusal: { code: 'tooManyAlerts', most: ALERTS_SEARCHED_MAX } };
  const from = placeWithin(listed.length, ask.from);
  const page = { total: listed.length, from, asked, timeZone: ask.timeZone };
  return { view: alertListView(rowsFrom(listed, from), page), named };
}

/** `account` by name is refused outside an investigator's personal chat. Rejects only for a store that fails (BotError). */
export function listAlerts(deps: ListAlertsDeps, ask: AlertListAsk): Promise<AlertListOutcome> {
  return orSaying(() => list(deps, ask));
}
