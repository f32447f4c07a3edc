// A logger and metrics that keep what they were told.
import type { LogFields, Logger } from '../../src/ports/logger';
import type { Metrics } from '../../src/ports/metrics';

export interface LogLine {
  level: string;
  event: string;
  fields: LogFields | undefined;
}

export function createRecordingLogger(): Logger & { lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: string) => (event: string, fields?: LogFields) => void lines.push({ level, event, fields });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

export function createRecordingMetrics(): Metrics & { graphOutcomes: string[] } {
  const graphOutcomes: string[] = [];
  const ignore = () => undefined;
  return {
    graphOutcomes,
    graphRequest: (outcome) => void graphOutcomes.push(outcome),
    alertSeen: ignore,
    cardPosted: ignore,
    cardUpdated: ignore,
    connectorRequest: ignore,
    huntingQuery: ignore,
    cardAction: ignore,
    activityRefused: ignore,
    outboxDepth: ignore,
    lookSucceeded: ignore,
    lookFailed: ignore,
  };
}
