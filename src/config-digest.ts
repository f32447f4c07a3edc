// Which settings a start puts on record: everything that decides who may do what, who sees what, and whom the bot
// believes. Values stay out of the record; a keyed digest of this text shows that one of them was changed.
import type { Config } from './config';

/** Addresses, pace and noise. Whatever is not named here counts, so that a new setting is not forgotten. */
const LEFT_OUT: readonly (keyof Config)[] = ['http', 'watch', 'hunting', 'defaultTimeZone', 'logLevel'];

/** Members in order, and lists too: group ids mean the same in any order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder).sort();
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, inOrder(one)]));
}

/** Equal for two configurations that allow the same. Of a secret it holds only whether there is one. */
export function settingsText(config: Config): string {
  const counted = Object.entries(config).filter(([name]) => !LEFT_OUT.some((left) => left === name));
  return JSON.stringify(inOrder(Object.fromEntries(counted)));
}
