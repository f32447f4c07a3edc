// Views and alerts as text, for tests that look for names in them.
import { toTextRun, Untrusted } from '../../src/domain/untrusted';

/** The JSON of a view with its outside texts opened, as the most careless card would print it. */
export function openedJson(view: unknown): string {
  const open = (value: unknown): unknown => {
    if (value instanceof Untrusted) return toTextRun(value);
    if (Array.isArray(value)) return value.map(open);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, open(item)]));
  };
  return JSON.stringify(open(view)).toLowerCase();
}
