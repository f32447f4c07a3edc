// Whom alerts are about and whom their words name, as rows. Inside the caller's transaction.
import type { Transaction } from 'kysely';
import { identifiersOf, type PersonIdentity } from '../domain/person';
import type { AlertDecision } from '../ports/alert-log';
import type { WhoRow } from './alert-rows';
import { inChunks } from './database';
import { erasuresOf } from './erased-people';
import { enrolPeople } from './people-statements';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

export interface AlertPeople extends WhoRow {
  /** Whoever else the alert names, as far as they are known by an identifier. */
  named: readonly number[];
  /** Somebody among all of them was erased. */
  namesErased: boolean;
}

const isIdentified = (person: PersonIdentity) => identifiersOf(person).length > 0;

/** Its subject first; null where it has none. */
function mentioned({ alert }: AlertDecision): (PersonIdentity | null)[] {
  const { subject, details } = alert;
  return [subject !== null && isIdentified(subject) ? subject : null, ...details.people.filter(isIdentified)];
}

/** Everyone gets an alias, to stand for the name wherever the text is shown; who was erased gets none. In order. */
export async function peopleOfAlerts(
  transaction: Transaction<Tables>,
  context: StoreContext,
  decisions: readonly AlertDecision[],
): Promise<AlertPeople[]> {
  const mentions = decisions.map(mentioned);
  const everyone = mentions.flat().filter((person) => person !== null);
  const erasures = await erasuresOf(transaction, context, everyone);
  const enrolled = await enrolPeople(transaction, context, everyone);
  const erasedAs = new Map(everyone.map((person, index) => [person, erasures[index] ?? null]));
  const rows = new Map(everyone.map((person, index) => [person, enrolled[index]?.id ?? null]));
  return mentions.map(([subject = null, ...others]) => {
    const all = [subject, ...others].filter((person) => person !== null);
    return {
      person_id: subject && (rows.get(subject) ?? null),
      erasure_id: subject && (erasedAs.get(subject) ?? null),
      named: [...new Set(all.flatMap((person) => rows.get(person) ?? []))],
      namesErased: all.some((person) => (erasedAs.get(person) ?? null) !== null),
    };
  });
}

/** Evidence that no longer names anybody does not make the alert nobody's: the subject rule still needs the person. */
export function whoRow(read: WhoRow, stored: WhoRow | undefined): WhoRow {
  const { person_id, erasure_id } = read;
  if (person_id !== null || erasure_id !== null) return { person_id, erasure_id };
  return { person_id: stored?.person_id ?? null, erasure_id: stored?.erasure_id ?? null };
}

/** Replaces whom the words of each alert name. */
export async function linkPeople(
  transaction: Transaction<Tables>,
  context: StoreContext,
  alerts: readonly { number: number; named: readonly number[] }[],
): Promise<void> {
  const { tenantId, database } = context;
  for (const chunk of inChunks(alerts, database.driver.rowsPerStatement)) {
    const numbers = chunk.map(({ number }) => number);
    await transaction
      .deleteFrom('alert_people')
      .where('tenant_id', '=', tenantId)
      .where('alert_number', 'in', numbers)
      .execute();
  }
  const links = alerts.flatMap(({ number, named }) =>
    named.map((personId) => ({ tenant_id: tenantId, alert_number: number, person_id: personId })),
  );
  for (const chunk of inChunks(links, database.driver.rowsPerStatement)) {
    await transaction.insertInto('alert_people').values(chunk).execute();
  }
}
