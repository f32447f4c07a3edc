// The persons alerts are about, their identities sealed and found by keyed hashes.
import type { PersonIdentity } from '../domain/person';
import type { KnownPerson, PeopleBook } from '../ports/people-book';
import { enrolPeople, loadPeople } from './people-statements';
import type { StoreContext } from './store-context';

const NOT_IDENTIFIED = 'enrol: an identity without object id, UPN and SID';

export class SqlPeopleBook implements PeopleBook {
  constructor(private readonly context: StoreContext) {}

  enrol(people: readonly PersonIdentity[]): Promise<readonly KnownPerson[]> {
    return this.context.database.write(async (transaction) => {
      const enrolled = await enrolPeople(transaction, this.context, people);
      return enrolled.map((person) => {
        if (person === null) throw new RangeError(NOT_IDENTIFIED);
        return { ...person.identity, alias: person.alias };
      });
    });
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
