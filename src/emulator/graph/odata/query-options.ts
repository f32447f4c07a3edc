// Which `$` options an operation takes, and `$select`. An option that is not served is refused, never ignored.
import type { EmulatorRequest } from '../../room';
import { badRequest } from '../graph-error';
import { compileFilter, type FilterSchema } from './filter-predicate';
import { FilterError } from './filter-tokens';

/** Throws GraphError 400 naming the first option that is not in the list. */
export function checkOptions(request: EmulatorRequest, served: string[]): void {
  for (const name of request.query.keys()) {
    if (name.startsWith('$') && !served.includes(name)) {
      throw badRequest(`The query option '${name}' is not supported here.`);
    }
  }
}

/** Rows that `$filter` keeps; all of them without one. Throws GraphError 400. */
export function filtered<T extends object>(request: EmulatorRequest, rows: T[], schema: FilterSchema): T[] {
  const text = request.query.get('$filter');
  if (text === null) return rows;
  try {
    return rows.filter(compileFilter(text, schema));
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    throw badRequest(`Invalid filter clause: ${error.message}`);
  }
}

/** The properties named by `$select`, or `usual` without one. Annotations (`@…`) are kept. Throws GraphError 400. */
export function selected(request: EmulatorRequest, row: object, usual?: string[]): Record<string, unknown> {
  const names =
    request.query
      .get('$select')
      ?.split(',')
      .map((name) => name.trim()) ?? usual;
  const entries = Object.entries(row);
  if (names === undefined) return Object.fromEntries(entries);
  const unknown = names.find((name) => !Object.hasOwn(row, name));
  if (unknown !== undefined) throw badRequest(`Could not find a property named '${unknown}'.`);
  return Object.fromEntries(entries.filter(([name]) => name.startsWith('@') || names.includes(name)));
}
