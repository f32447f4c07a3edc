// The persons alerts are about, their identities sealed and found by keyed hashes.
import type { Transaction } from 'kysely';
import type { PersonIdentity } from '../domain/person';
import type { KnownPerson, PeopleBook } from '../ports/people-book';
import { inChunks } from './database';
import { enrolPeople, loadPeople } from './people-statements';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

/** An hour more or less does not matter to retention, and saves most of the writes. */
const ASKED_EVERY_MS = 3_600_000;

const NOT_IDENTIFIED = 'enrol: an identity without object id, UPN and SID';

export class SqlPeopleBook implements PeopleBook {
  constructor(private readonly context: StoreContext) {}

  enrol(people: readonly PersonIdentity[]): Promise<readonly KnownPerson[]> {
    return this.context.database.write(async (transaction) => {
      const enrolled = await enrolPeople(transaction, this.context, people);
      await this.noteAsked(
        transaction,
        enrolled.flatMap((person) => person?.id ?? []),
      );
      return enrolled.map((person) => {
        if (person === null) throw new RangeError(NOT_IDENTIFIED);
        return { ...person.identity, alias: person.alias };
      });
    });
  }

  /** Somebody asks about them, so that their alias has to lead to them for a while. */
  private async noteAsked(transaction: Transaction<Tables>, ids: readonly number[]): Promise<void> {
    const now = this.context.now();
    for (const chunk of inChunks(ids, this.context.database.driver.rowsPerStatement)) {
      await transaction
        .updateTable('people')
        .set({ asked_at: now })
        .where('id', 'in', chunk)
        .where((of) => of.or([of('asked_at', 'is', null), of('asked_at', '<', now - ASKED_EVERY_MS)]))
        .execute();
    }
  }

  findByAlias(alias: string): Promise<KnownPerson | null> {
    return this.context.database.read(async (connection) => {
      const row = await connection
        .selectFrom('people')
        .select(['id', 'merged_into'])
        .where('tenant_id', '=', this.context.tenantId)
        .where('alias', '=', alias.trim().toUpperCase())
        .executeTakeFirst();
      if (!row) return null;
      const id = row.merged_into ?? row.id;
      const person = (await loadPeople(connection, this.context, [id])).get(id);
      return person ? { ...person.identity, alias: person.alias } : null;
    });
  }
}
