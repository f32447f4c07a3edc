// The one place that reaches for what executes KQL. It is loaded when the first question comes, not at the start.
import { KqlRefusal, type KqlOptions, type KqlResult } from '../kql/kql-table';

/** Runs one query over the tables. Throws KqlRefusal. */
export type RunKql = (query: string, options: KqlOptions) => KqlResult;

export type LoadEngine = () => Promise<RunKql>;

export const loadEngine: LoadEngine = () => Promise.resolve(withoutEngine);

function withoutEngine(): never {
  throw new KqlRefusal('unsupported', 'KQL, for want of an engine');
}
