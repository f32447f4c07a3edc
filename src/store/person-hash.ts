// How a sealed person is found: by the keyed hash of an identifier.
import type { StoreContext } from './store-context';

/** `identifier`: one of `identifiersOf`. */
export function hashOf(context: StoreContext, identifier: string): string {
  return context.seal.lookupHash('person', identifier);
}
