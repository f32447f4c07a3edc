// The body of runHuntingQuery, checked as far as the service's own metadata says: names in either case.
import { badRequest } from './graph-error';

export interface HuntingRequest {
  query: string;
  timespan: string | undefined;
}

/** Throws GraphError 400. */
export function huntingRequest(body: unknown): HuntingRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('The request body is missing or is not a JSON object.');
  }
  const given = new Map<string, unknown>();
  for (const [name, value] of Object.entries(body)) {
    const key = name.toLowerCase();
    if (key !== 'query' && key !== 'timespan') throw badRequest(`The parameter '${name}' is not one of this action.`);
    if (given.has(key)) throw badRequest(`The parameter '${name}' is given twice.`);
    given.set(key, value);
  }
  const query = given.get('query');
  if (typeof query !== 'string' || query.trim() === '') throw badRequest("The parameter 'Query' is required.");
  const timespan = given.get('timespan') ?? undefined;
  if (timespan !== undefined && typeof timespan !== 'string') {
    throw badRequest("The parameter 'Timespan' is no text.");
  }
  return { query, timespan: timespan === '' ? undefined : timespan };
}
