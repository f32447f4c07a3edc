// Opens the store and gives one keeper for each promise. The door of this room.
import { keepersOf, type Keepers } from './keepers';
import { openContext, type StoreOptions } from './open-context';

export type { StoreOptions };

export interface Store extends Keepers {
  embedded: boolean;
  /** People renamed at this opening, since the pseudonym key is another one. */
  aliasesRenewed: number;
  /** Keyed hash of an id, for logs. */
  anonymise(id: string): string;
  /** Sixteen characters for a name that is not a person's (a device code is cut from them), under the key of aliases. */
  aliasCandidate: (key: string) => string;
  /** May be called twice. */
  close(): Promise<void>;
}

/**
 * Opens or makes the store and brings its schema up to date. Throws StoreRefusal (a BotError `storeUnusable` whose
 * message says what to do) for a wrong key, a newer schema, loose file modes or a second process; BotError `storeBusy`
 * when the database server does not answer.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const context = await openContext(options);
  return {
    ...keepersOf(context),
    embedded: context.database.driver.embedded,
    aliasesRenewed: context.aliasesRenewed,
    anonymise: (id) => context.seal.anonymise(id),
    aliasCandidate: context.aliasCandidate,
    close: () => context.database.driver.close(),
  };
}
