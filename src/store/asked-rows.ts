// Questions as rows: found by the keyed hash of their reference. Facts may name people, so they are sealed, and so is who
// asked.
import { z } from 'zod/v4';
import type { Asked, AskedKind } from '../ports/asked-book';
import type { StoreContext } from './store-context';
import type { AskedTable } from './tables';

const KIND = z.enum({
  hunting: 'hunting',
  alerts: 'alerts',
  incidents: 'incidents',
  confirm: 'confirm',
  approval: 'approval',
} satisfies { [Kind in AskedKind]: Kind });

export type AskedRow = Omit<AskedTable, 'id' | 'settled' | 'message_id'>;

const placeOf = (column: 'sealed_ref' | 'sealed_asker' | 'sealed_facts', refHash: string) =>
  `asked.${column}:${refHash}`;

export function refHashOf({ seal }: StoreContext, ref: string): string {
  return seal.lookupHash('askedRef', ref);
}

export function askerHashOf({ seal }: StoreContext, objectId: string): string {
  return seal.lookupHash('asker', objectId.toLowerCase());
}

/** What was asked, as JSON of whoever kept it. */
export function askedFacts({ seal }: StoreContext, row: Pick<AskedTable, 'ref_hash' | 'sealed_facts'>): string {
  return seal.unseal(row.sealed_facts, placeOf('sealed_facts', row.ref_hash));
}

export function askedRow(context: StoreContext, asked: Asked): AskedRow {
  const { ref, kind, askerObjectId, channel, conversationId, facts, until } = asked;
  const { seal, tenantId } = context;
  const refHash = refHashOf(context, ref);
  return {
    tenant_id: tenantId,
    ref_hash: refHash,
    kind,
    asker_hash: askerHashOf(context, askerObjectId),
    channel,
    conversation_id: conversationId,
    open_until: until,
    sealed_ref: seal.seal(ref, placeOf('sealed_ref', refHash)),
    sealed_asker: seal.seal(askerObjectId.toLowerCase(), placeOf('sealed_asker', refHash)),
    sealed_facts: seal.seal(facts, placeOf('sealed_facts', refHash)),
  };
}

export function askedOf(context: StoreContext, row: AskedRow): Asked {
  const { seal } = context;
  return {
    ref: seal.unseal(row.sealed_ref, placeOf('sealed_ref', row.ref_hash)),
    kind: KIND.parse(row.kind),
    askerObjectId: seal.unseal(row.sealed_asker, placeOf('sealed_asker', row.ref_hash)),
    channel: row.channel,
    conversationId: row.conversation_id,
    facts: askedFacts(context, row),
    until: row.open_until,
  };
}
