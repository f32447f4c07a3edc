// The one place that reaches for what executes KQL. It is loaded when the first question comes, not at the start.
import type { KqlOptions, KqlResult } from '../kql/kql-table';

/** Runs one query over the tables. Throws KqlRefusal. */
export type RunKql = (query: string, options: KqlOptions) => KqlResult;

export type LoadEngine = () => Promise<RunKql>;

export const loadEngine: LoadEngine = async () => (require('../kql/run-kql') as typeof import('../kql/run-kql')).runKql;
