// Joins the Graph room: one client, and the three promises that rest on it.
import type { AlertEditor } from '../ports/alert-editor';
import type { AlertSource } from '../ports/alert-source';
import type { AnalystDirectory } from '../ports/analyst-directory';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { Metrics } from '../ports/metrics';
import { AlertReader } from './alert-reader';
import { GraphAlertEditor } from './graph-alert-editor';
import { GraphAlertSource } from './graph-alert-source';
import { GraphAnalystDirectory, type RoleGroups } from './graph-analyst-directory';
import { GraphClient } from './graph-client';
import type { TokenSource } from './token-source';

export interface GraphRoomOptions {
  /** With its version segment: `https://graph.microsoft.com/v1.0`, or an emulator's. */
  baseUrl: string;
  tokenSource: TokenSource;
  roleGroups: RoleGroups;
  /** 0 = no limit of ours. */
  requestsPerMinute: number;
  /** Home tenant: the key of every alert read. */
  tenantId: string;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  /** How long Graph is left alone after repeated failures; ms. */
  circuitPauseMs?: number;
}

export interface GraphRoom {
  alertSource: AlertSource;
  alertEditor: AlertEditor;
  analystDirectory: AnalystDirectory;
  /** Cuts off calls under way. */
  close(): void;
}

export function createGraphRoom(options: GraphRoomOptions): GraphRoom {
  const { tokenSource: tokens, tenantId, roleGroups, clock, logger } = options;
  const client = new GraphClient({ ...options, tokens });
  const reader = new AlertReader(client, tenantId, clock);
  return {
    alertSource: new GraphAlertSource(client, reader, tenantId, logger),
    alertEditor: new GraphAlertEditor(client, reader, clock),
    analystDirectory: new GraphAnalystDirectory(client, roleGroups, clock, logger),
    close: () => client.close(),
  };
}
