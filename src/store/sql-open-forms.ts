// Which forms people have open on which card; whose they are is kept as a keyed hash only.
import { z } from 'zod/v4';
import { CLASSIFICATIONS } from '../domain/alert';
import type { FormKind, OpenForms } from '../ports/open-forms';
import { RememberedReads } from './remembered-reads';
import type { StoreContext } from './store-context';

const FORM = z.discriminatedUnion('form', [
  z.object({ form: z.literal('resolve'), classification: z.enum(CLASSIFICATIONS).nullable() }),
  z.object({ form: z.enum(['comment', 'reveal']) }),
]);

export class SqlOpenForms implements OpenForms {
  private readonly found: RememberedReads<{ form: string; open_until: number } | undefined>;

  constructor(private readonly context: StoreContext) {
    this.found = new RememberedReads(context.database, context.now);
  }

  async open(cardId: number, objectId: string, form: FormKind, until: number): Promise<void> {
    const row = { ...this.key(cardId, objectId), form: JSON.stringify(form), open_until: until };
    await this.context.database.change((connection) =>
      connection
        .insertInto('open_forms')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'card_id', 'person_hash'])
            .doUpdateSet({ form: row.form, open_until: row.open_until }),
        )
        .execute(),
    );
  }

  async find(cardId: number, objectId: string, now: number): Promise<FormKind | null> {
    const row = await this.found.get(`${cardId} ${objectId}`, () => this.read(cardId, objectId));
    return row !== undefined && row.open_until > now ? FORM.parse(JSON.parse(row.form)) : null;
  }

  private read(cardId: number, objectId: string) {
    const { tenant_id, card_id, person_hash } = this.key(cardId, objectId);
    return this.context.database.read((connection) =>
      connection
        .selectFrom('open_forms')
        .select(['form', 'open_until'])
        .where('tenant_id', '=', tenant_id)
        .where('card_id', '=', card_id)
        .where('person_hash', '=', person_hash)
        .executeTakeFirst(),
    );
  }

  async close(cardId: number, objectId: string): Promise<void> {
    const { tenant_id, card_id, person_hash } = this.key(cardId, objectId);
    await this.context.database.change((connection) =>
      connection
        .deleteFrom('open_forms')
        .where('tenant_id', '=', tenant_id)
        .where('card_id', '=', card_id)
        .where('person_hash', '=', person_hash)
        .execute(),
    );
  }

  private key(cardId: number, objectId: string) {
    const person_hash = this.context.seal.lookupHash('formOwner', objectId.toLowerCase());
    return { tenant_id: this.context.tenantId, card_id: cardId, person_hash };
  }
}
