// Erases one person, whole or not at all, with the line in the audit that says so. What may come back from Graph is kept
// away by a tombstone of keyed hashes.
import type { Transaction } from 'kysely';
import { identifiersOf, type PersonIdentity } from '../domain/person';
import { textsNaming } from '../domain/texts-naming';
import { Untrusted } from '../domain/untrusted';
import { FIRST_ALERT_NUMBER } from './alert-statements';
import { lockCounter } from './counters';
import { detachAlerts, findErased, leaveTombstone, removeIdentity, type ErasedPerson } from './erased-person';
import { changedBy, forgetActor, forgetAsked, forgetChats, forgetSubscriber } from './erase-user';
import { alertsNaming, eraseHistory, eraseNames, eraseWords } from './erase-words';
import type { SqlAuditTrail } from './sql-audit-trail';
import { redrawAlerts } from './sql-card-redraws';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

/** How much was removed. */
export interface Erased {
  /** Identity with its aliases: 0 or 1. */
  people: number;
  /** Alerts that were about the person. */
  alerts: number;
  /** Alerts whose words were kept and named the person. */
  texts: number;
  /** Places where they stood as an owner or as who made a change. */
  names: number;
  /** Questions, clicks, open forms. */
  asked: number;
  chats: number;
  subscriptions: number;
  /** Object ids beside the audit: 0 or 1. */
  actors: number;
  /** Removed by nobody: alerts that Graph still says they own. */
  stillOwned: number;
}

const ENTRY = { action: 'erase', outcome: 'applied', actorObjectId: null } as const;
const NOTHING_NAMED = { alertNumber: null, cardRef: null, reason: null } as const;

function isUnknown({ stillOwned: _stillOwned, ...removed }: Erased): boolean {
  return Object.values(removed).every((count) => count === 0);
}

/** As a question, click or hunt may name the person. */
function valueNames({ objectId, known }: ErasedPerson): (value: string) => boolean {
  const aliases = (known?.aliases ?? []).map((alias) => alias.toLowerCase());
  const identifiers =
    known === null ? [] : identifiersOf(known.identity).map((each) => each.slice(each.indexOf(':') + 1));
  const whole = new Set([objectId, ...identifiers, ...aliases, ...aliases.map((alias) => `person ${alias}`)]);
  const names = known === null ? () => false : textsNaming(known.identity);
  return (value) => whole.has(value) || names(Untrusted.of(value));
}

interface OfAlerts {
  person: PersonIdentity | null;
  about: number[];
  texts: number[];
}

async function eraseFromAlerts(
  transaction: Transaction<Tables>,
  context: StoreContext,
  { known }: ErasedPerson,
  now: number,
): Promise<OfAlerts> {
  if (known === null) return { person: null, about: [], texts: [] };
  const erasureId = await leaveTombstone(transaction, context, known, now);
  const about = await detachAlerts(transaction, context, known.personId, erasureId);
  const texts = await alertsNaming(transaction, context, known.identity);
  await eraseWords(transaction, context, [...new Set([...about, ...texts])]);
  return { person: known.identity, about, texts };
}

/** Null when nothing is known of the person; then nothing is changed. `objectId` in any case. */
export async function erasePerson(
  transaction: Transaction<Tables>,
  context: StoreContext,
  auditTrail: Pick<SqlAuditTrail, 'appendIn'>,
  anyObjectId: string,
  now: number,
): Promise<Erased | null> {
  // The locks of every commit of alerts and people: none takes in now what is being removed.
  await lockCounter(transaction, context.tenantId, 'alerts', FIRST_ALERT_NUMBER);
  await lockCounter(transaction, context.tenantId, 'people', 0);
  const whom = await findErased(transaction, context, anyObjectId.toLowerCase());
  const { objectId, known } = whom;
  const { person, about, texts } = await eraseFromAlerts(transaction, context, whom, now);
  const changedByThem = await changedBy(transaction, context, objectId);
  const naming = { person, changedByThem, about: new Set(about) };
  const { names, stillOwned, redraw } = await eraseNames(transaction, context, naming);
  const erased: Erased = {
    people: known === null ? 0 : 1,
    alerts: about.length,
    texts: texts.length,
    names: names + (await eraseHistory(transaction, context, naming)),
    chats: await forgetChats(transaction, context, objectId),
    asked: await forgetAsked(transaction, context, objectId, valueNames(whom), now),
    subscriptions: await forgetSubscriber(transaction, context, objectId),
    actors: await forgetActor(transaction, context, objectId),
    stillOwned,
  };
  if (isUnknown(erased)) return null;
  if (known !== null) await removeIdentity(transaction, context, known.personId);
  await redrawAlerts(transaction, context, [...about, ...texts, ...redraw]);
  await auditTrail.appendIn(transaction, { ...ENTRY, ...NOTHING_NAMED }, now);
  return erased;
}
