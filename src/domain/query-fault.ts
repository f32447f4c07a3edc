// What Graph finds wrong with a query that it refuses, beyond "bad request": the `detail` of the error, as closed words.
import { isBotError } from './errors';

export const QUERY_FAULTS = ['tooHeavy', 'syntax', 'unknownTable', 'unknownColumn'] as const;
export type QueryFault = (typeof QUERY_FAULTS)[number];

/** Null for any other error, and for a refusal in words that nobody knows. */
export function queryFaultOf(error: unknown): QueryFault | null {
  if (!isBotError(error, 'badRequest')) return null;
  return QUERY_FAULTS.find((fault) => fault === error.detail) ?? null;
}

/** Whether the tenant's tables may be others than the query was built for. */
export function mayBeOfSchema(error: unknown): boolean {
  if (!isBotError(error, 'badRequest')) return false;
  const fault = queryFaultOf(error);
  return fault === null || fault === 'unknownTable' || fault === 'unknownColumn';
}
