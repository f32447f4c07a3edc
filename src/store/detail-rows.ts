// What an alert says in words as a row and back, and who of it has which alias.
import type { Transaction } from 'kysely';
import { z } from 'zod/v4';
import type { AlertDetails, KeptDetails, NamedPerson } from '../domain/alert-details';
import { identifiersOf, type PersonIdentity } from '../domain/person';
import { toSealedColumn, Untrusted } from '../domain/untrusted';
import { inChunks, type Reader } from './database';
import { aliasesByIdentifier } from './people-statements';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

const text = z.string().nullable();
const PERSON = z.object({ objectId: text, userPrincipalName: text, sid: text, displayName: text, accountName: text });
const names = z.array(z.string());
const DETAILS = z.object({
  title: text,
  description: text,
  files: names,
  devices: names,
  places: names,
  messages: names,
  people: z.array(PERSON),
});

const placeOf = (number: number) => `alert_details.sealed_details:${number}`;
const hidden = (value: string | null) => (value === null ? null : Untrusted.of(value));
const shown = (value: Untrusted | null) => (value === null ? null : toSealedColumn(value));

function written(details: AlertDetails): string {
  const { title, description, files, devices, places, messages, people } = details;
  const lists = { files, devices, places, messages };
  const plain = Object.entries(lists).map(([kind, list]) => [kind, list.map(toSealedColumn)]);
  return JSON.stringify({
    title: shown(title),
    description: shown(description),
    ...Object.fromEntries(plain),
    people,
  });
}

export function openDetails(context: StoreContext, number: number, sealed: string): AlertDetails {
  const read = DETAILS.parse(JSON.parse(context.seal.unseal(sealed, placeOf(number))));
  const list = (kind: 'files' | 'devices' | 'places' | 'messages') => read[kind].map(Untrusted.of);
  return {
    title: hidden(read.title),
    description: hidden(read.description),
    files: list('files'),
    devices: list('devices'),
    places: list('places'),
    messages: list('messages'),
    people: read.people,
  };
}

/** Replaces what was kept of each alert. */
export async function keepDetails(
  transaction: Transaction<Tables>,
  context: StoreContext,
  alerts: readonly { number: number; details: AlertDetails }[],
): Promise<void> {
  const rows = alerts.map(({ number, details }) => ({
    tenant_id: context.tenantId,
    alert_number: number,
    sealed_details: context.seal.seal(written(details), placeOf(number)),
  }));
  for (const chunk of inChunks(rows, context.database.driver.rowsPerStatement)) {
    await transaction
      .insertInto('alert_details')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'alert_number'])
          .doUpdateSet((of) => ({ sealed_details: of.ref('excluded.sealed_details') })),
      )
      .execute();
  }
}

function named(identity: PersonIdentity, aliases: ReadonlyMap<string, string>): NamedPerson {
  const alias = identifiersOf(identity)
    .map((identifier) => aliases.get(identifier))
    .find((found) => found !== undefined);
  return { identity, alias: alias ?? null };
}

/** Null when nothing is kept. */
export async function readDetails(reader: Reader, context: StoreContext, number: number): Promise<KeptDetails | null> {
  const row = await reader
    .selectFrom('alert_details')
    .select('sealed_details')
    .where('tenant_id', '=', context.tenantId)
    .where('alert_number', '=', number)
    .executeTakeFirst();
  if (!row) return null;
  const details = openDetails(context, number, row.sealed_details);
  const aliases = await aliasesByIdentifier(reader, context, details.people.flatMap(identifiersOf));
  return { details, people: details.people.map((person) => named(person, aliases)) };
}
