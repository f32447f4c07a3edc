// What lies outside the program, opened as the configuration says: the database, and Microsoft Graph.
import type { Config } from './config';
import { createTokenSource } from './graph/create-token-source';
import { GRAPH_CLOUDS } from './graph/graph-clouds';
import { createGraphRoom } from './graph/graph-room';
import type { Logger } from './ports/logger';
import { openStore, type Store } from './store/open-store';
import type { PrometheusMetrics } from './telemetry/prometheus-metrics';
import { systemClock as clock } from './telemetry/system-clock';

/** Throws what `openStore` throws. */
export function storeOf(config: Config, holder: string): Promise<Store> {
  const { databaseUrl, dataDir, storeKey, pseudonymKey } = config.store;
  return openStore({
    databaseUrl: databaseUrl?.expose() ?? null,
    dataDir,
    storeKey: storeKey?.expose() ?? null,
    pseudonymKey: pseudonymKey?.expose() ?? null,
    tenantId: config.bot.tenantId,
    holder,
    leaseMs: config.delivery.leaseMs,
    resendAfterMs: config.delivery.resendAfterMs,
  });
}

/** Nothing is asked yet. */
export function graphOf(config: Config, logger: Logger, metrics: PrometheusMetrics) {
  const { graph, cloud, bot, roleGroups } = config;
  const baseUrl = graph.baseUrl ?? GRAPH_CLOUDS[cloud].baseUrl;
  const credential = {
    tenantId: graph.tenantId,
    clientId: graph.clientId,
    clientSecret: graph.clientSecret?.expose() ?? null,
    certificatePath: graph.certificatePath,
    federatedTokenFile: graph.federatedTokenFile,
    authorityHost: GRAPH_CLOUDS[cloud].authorityHost,
  };
  const tokenSource = createTokenSource({ baseUrl, credential, clock, logger });
  const { requestsPerMinute } = graph;
  return createGraphRoom({
    baseUrl,
    tokenSource,
    roleGroups,
    requestsPerMinute,
    tenantId: bot.tenantId,
    clock,
    logger,
    metrics,
  });
}
