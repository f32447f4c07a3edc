// Pages of a collection: `$top`, `$skip`, an opaque `$skiptoken` in nextLink. The token is an offset, so that rows
// which move between two pages can be seen twice or not at all, as they can on the service.
import type { EmulatorRequest } from '../../room';
import { badRequest } from '../graph-error';
import { serviceRoot } from '../graph-route';

export interface PageRules {
  defaultTop: number;
  /** Larger wishes are lowered to this. */
  mostTop: number;
  /** Larger `$skip` is refused; null = honoured. */
  mostSkip: number | null;
}

export interface Page<T> {
  '@odata.context': string;
  '@odata.count'?: number;
  '@odata.nextLink'?: string;
  value: T[];
}

/** One page of `rows`. Throws GraphError 400 for a number that is none or out of bounds. */
export function pageOf<T>(request: EmulatorRequest, rows: T[], context: string, rules: PageRules): Page<T> {
  const { query } = request;
  const top = Math.min(wholeNumber(query, '$top') ?? rules.defaultTop, rules.mostTop);
  const skip = wholeNumber(query, '$skip') ?? 0;
  if (rules.mostSkip !== null && skip > rules.mostSkip) {
    throw badRequest(`The value of $skip (${skip}) is over the limit of ${rules.mostSkip}.`);
  }
  const from = readToken(query.get('$skiptoken')) ?? skip;
  const value = rows.slice(from, from + top);
  const page: Page<T> = { '@odata.context': `${serviceRoot(request)}/$metadata#${context}`, value };
  if (query.get('$count') === 'true') page['@odata.count'] = rows.length;
  const next = from + value.length;
  if (value.length > 0 && next < rows.length) page['@odata.nextLink'] = nextLink(request, next);
  return page;
}

function wholeNumber(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text)) throw badRequest(`Invalid value '${text}' for ${name} query option found.`);
  return Number(text);
}

function nextLink(request: EmulatorRequest, from: number): string {
  const query = new URLSearchParams(request.query);
  query.delete('$skip');
  query.set('$skiptoken', Buffer.from(`from:${from}`).toString('base64url'));
  const path = request.path.replace(/^\/v1\.0/, '');
  return `${serviceRoot(request)}${path}?${query.toString().replaceAll('%24', '$')}`;
}

function readToken(token: string | null): number | null {
  if (token === null) return null;
  const match = /^from:(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString('utf8'));
  if (!match) throw badRequest('The skip token is not one of this service.');
  return Number(match[1]);
}
