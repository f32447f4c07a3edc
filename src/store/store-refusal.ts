// Why the store will not open or go on, said so that an operator can act. Names files by their base name, never a
// person, a key or a value.
import { BotError } from '../domain/errors';

export type RefusalReason =
  | 'wrongStoreKey'
  | 'storeKeyMissing'
  | 'newerSchema'
  | 'olderSchema'
  | 'noStore'
  | 'looseFileMode'
  | 'openElsewhere'
  | 'sealBroken'
  | 'auditHeadBroken'
  | 'pseudonymKeyReplaced'
  | 'anchorFile'
  | 'noAnchors'
  | 'aliasesExhausted';

/** A `storeUnusable` whose message says what is wrong and what to do about it. `detail` is the reason's code word. */
export class StoreRefusal extends BotError {
  constructor(reason: RefusalReason, explanation: string) {
    super('storeUnusable', { from: 'store', detail: reason });
    this.name = 'StoreRefusal';
    this.message = explanation;
  }
}
