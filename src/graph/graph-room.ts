// Joins the Graph room: one client, and the promises that rest on it.
import type { AlertEditor } from '../ports/alert-editor';
import type { AlertSource } from '../ports/alert-source';
import type { AnalystDirectory } from '../ports/analyst-directory';
import type { Clock } from '../ports/clock';
import type { Hunting } from '../ports/hunting';
import type { IncidentSource } from '../ports/incident-source';
import type { Logger } from '../ports/logger';
import type { Metrics } from '../ports/metrics';
import type { OrgChart } from '../ports/org-chart';
import type { PeopleFinder } from '../ports/people-finder';
import { AlertReader } from './alert-reader';
import { GraphAlertEditor } from './graph-alert-editor';
import { GraphAlertSource } from './graph-alert-source';
import { GraphAnalystDirectory, type RoleGroups } from './graph-analyst-directory';
import { GraphClient } from './graph-client';
import { GraphHunting } from './graph-hunting';
import { GraphIncidentSource } from './graph-incident-source';
import { GraphOrgChart } from './graph-org-chart';
import { GraphPeopleFinder } from './graph-people-finder';
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
  hunting: Hunting;
  incidentSource: IncidentSource;
  orgChart: OrgChart;
  peopleFinder: PeopleFinder;
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
    hunting: new GraphHunting(client, clock),
    incidentSource: new GraphIncidentSource(client, clock),
    orgChart: new GraphOrgChart(client, clock),
    peopleFinder: new GraphPeopleFinder(client),
    close: () => client.close(),
  };
}
