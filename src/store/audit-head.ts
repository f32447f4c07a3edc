// The sealed head of the audit chain: which row is the newest, so that a cut tail is noticed.
import { z } from 'zod/v4';
import type { AuditHead } from './audit-chain';
import type { Sealer } from './seal';

const HEAD = z.object({ seq: z.number().int().positive(), hash: z.string().length(64) });
const PLACE = 'audit_heads.sealed_head';

export function sealHead(seal: Sealer, head: AuditHead): string {
  return seal.seal(JSON.stringify(head), PLACE);
}

/** Throws StoreRefusal `sealBroken`. */
export function openHead(seal: Sealer, sealed: string): AuditHead {
  return HEAD.parse(JSON.parse(seal.unseal(sealed, PLACE)));
}

/** What kind of hash stands for an actor; of the object id in lower case. */
export const ACTOR_HASH = 'auditActor';
/** Where an actor's object id is sealed, apart from the chain. */
export const actorPlace = (actor: string) => `audit_people.sealed_object_id:${actor}`;
