// One look at the emulator's Graph with the product's own parts, in this process, on a new embedded store with one
// subscribed channel.
import { instantFromMs } from '../domain/instant';
import { createTokenSource } from '../graph/create-token-source';
import { createGraphRoom } from '../graph/graph-room';
import type { AlertLog } from '../ports/alert-log';
import { openStore, type Store } from '../store/open-store';
import { createLogger } from '../telemetry/pino-logger';
import { PrometheusMetrics } from '../telemetry/prometheus-metrics';
import { systemClock as clock } from '../telemetry/system-clock';
import { AlertWatch } from '../workflows/watch-alerts';
import { WATCH_LEASE } from '../workflows/watch-loop';
import type { EmulatorProcess } from './emulator-process';

const HOLDER = 'bench';
const LEASE_MS = 60_000;
const LOOKBACK_MS = 24 * 3_600_000;

export interface LookOptions {
  emulator: EmulatorProcess;
  /** Where the store is made. */
  directory: string;
  /** Alerts changed from here on count as new; milliseconds since the epoch. */
  since: number;
  /** New alerts that the look must find. */
  expected: number;
}

function openEmptyStore(directory: string, tenantId: string): Promise<Store> {
  const none = { databaseUrl: null, storeKey: null, pseudonymKey: null };
  return openStore({ ...none, dataDir: directory, tenantId, holder: HOLDER, leaseMs: LEASE_MS });
}

/** As after the first read: the channel is subscribed and everything before `since` is known. */
async function prepare({ conversationBook, alertLog }: Store, { emulator, since }: LookOptions): Promise<void> {
  const { channel, tenant, botId, url } = emulator;
  const where = { channel: channel.id, kind: 'channel', teamId: null, personObjectId: null } as const;
  const conversation = { ...where, serviceUrl: `${url}/connector`, tenantId: tenant.tenantId, botId: `28:${botId}` };
  await conversationBook.remember(conversation, clock.now());
  await conversationBook.subscribe(channel.id, { severity: [], policy: null }, emulator.member('admin'), clock.now());
  const read = instantFromMs(since);
  const watch = { watermark: read, firstReadAt: read, firstReadDone: true, sweptAt: read, overlapReadAt: read };
  await alertLog.commit({ decisions: [], watch });
}

function graphOf({ tenant, url }: EmulatorProcess, metrics: PrometheusMetrics) {
  const logger = createLogger('silent');
  const baseUrl = `${url}/v1.0`;
  const settings = { clientId: null, clientSecret: null, certificatePath: null, federatedTokenFile: null };
  const credential = { ...settings, tenantId: tenant.tenantId, authorityHost: url };
  const tokenSource = createTokenSource({ baseUrl, credential, clock, logger });
  const { analyst, investigator, admin, auditor } = tenant.groups;
  const roleGroups = { analyst: [analyst], investigator: [investigator], admin: [admin], auditor: [auditor] };
  const { tenantId } = tenant;
  return createGraphRoom({ baseUrl, tokenSource, roleGroups, requestsPerMinute: 0, tenantId, clock, logger, metrics });
}

/** The log as it is, with the time its commits took. */
function timed(alertLog: AlertLog): { log: AlertLog; commitMs(): number } {
  let total = 0;
  const commit: AlertLog['commit'] = async (given) => {
    const began = performance.now();
    const result = await alertLog.commit(given);
    total += performance.now() - began;
    return result;
  };
  // Everything but the commit is the log's own.
  const log: AlertLog = Object.assign(Object.create(alertLog) as AlertLog, { commit });
  return { log, commitMs: () => total };
}

/** Milliseconds of the whole look and of its commits. Throws when it found another number of new alerts. */
export async function lookAt(options: LookOptions): Promise<{ wholeMs: number; commitMs: number }> {
  const store = await openEmptyStore(options.directory, options.emulator.tenant.tenantId);
  const metrics = new PrometheusMetrics(clock.now);
  const graph = graphOf(options.emulator, metrics);
  try {
    await prepare(store, options);
    const lease = await store.leases.acquire(WATCH_LEASE, HOLDER, LEASE_MS, clock.now());
    if (lease === null) throw new Error('somebody else holds the watch');
    const desk = { tell: async () => {} };
    const { log, commitMs } = timed(store.alertLog);
    const parts = { ...graph, alertLog: log, conversationBook: store.conversationBook, clock, metrics, desk };
    const settings = { pollOverlapMs: 0, firstLookbackMs: LOOKBACK_MS };
    const watch = new AlertWatch({ ...parts, logger: createLogger('silent') }, settings);
    const began = performance.now();
    const { firstSeen } = await watch.look({ lease: lease.name, epoch: lease.epoch });
    const wholeMs = performance.now() - began;
    if (firstSeen !== options.expected) throw new Error(`the look found ${firstSeen} new alerts`);
    return { wholeMs, commitMs: commitMs() };
  } finally {
    graph.close();
    await store.close();
  }
}
