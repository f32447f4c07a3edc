// The real Graph room against the emulator, for a suite: one emulator, and a new room for every test.
import { createEmulator, type Emulator } from '../../src/emulator/create-emulator';
import type { FaultRule } from '../../src/emulator/faults';
import { raiseAlert } from '../../src/emulator/raise-alert';
import { createTokenSource } from '../../src/graph/create-token-source';
import { GraphClient } from '../../src/graph/graph-client';
import { createGraphRoom, type GraphRoom, type GraphRoomOptions } from '../../src/graph/graph-room';
import type { TokenSource } from '../../src/graph/token-source';
import { createRecordingLogger, createRecordingMetrics } from './recording-ports';
import { createSkippingClock } from './skipping-clock';

const UNREACHABLE_BOT = 'http://127.0.0.1:9/api/messages';
const NO_CREDENTIAL = {
  tenantId: 'none',
  clientId: null,
  clientSecret: null,
  certificatePath: null,
  federatedTokenFile: null,
  authorityHost: 'https://login.invalid',
};

export type WireAlert = Parameters<typeof raiseAlert>[2];

export interface GraphUnderTest extends GraphRoom {
  client: GraphClient;
  clock: ReturnType<typeof createSkippingClock>;
  logger: ReturnType<typeof createRecordingLogger>;
  metrics: ReturnType<typeof createRecordingMetrics>;
}

export interface GraphBench {
  emulator: Emulator;
  /** A room of its own: fresh caches, circuits and clock. */
  open(options?: Partial<GraphRoomOptions>): GraphUnderTest;
  /** Befalls requests below Graph's base path; once unless told otherwise. */
  fault(rule: FaultRule): void;
  /** Adds an insider-risk alert and gives its id. */
  raise(given?: WireAlert): string;
  /** Requests that reached the emulator, `METHOD path`, oldest first. */
  requests(path?: string): string[];
  /** Forgets faults and records. */
  reset(): void;
  close(): Promise<void>;
}

export async function startGraphBench(): Promise<GraphBench> {
  const emulator = await createEmulator({
    port: 0,
    botEndpoint: UNREACHABLE_BOT,
    switches: { alertRequestsPerMinute: 0 },
  });
  const rooms: GraphUnderTest[] = [];
  return {
    emulator,
    open(options = {}) {
      const room = openRoom(emulator, options);
      rooms.push(room);
      return room;
    },
    fault: (rule) => void emulator.faults.add({ ...rule, path: `/v1.0${rule.path}` }),
    raise: (given) => raiseAlert(emulator.world, {}, given).id,
    requests: (path = '*') =>
      emulator.recorder
        .list({ path: `/v1.0${path === '*' ? '/*' : path}` })
        .map((entry) => `${entry.method} ${entry.path}`),
    reset() {
      emulator.faults.clear();
      emulator.recorder.clear();
    },
    async close() {
      for (const room of rooms) room.close();
      await emulator.close();
    },
  };
}

function openRoom(emulator: Emulator, options: Partial<GraphRoomOptions>): GraphUnderTest {
  const clock = createSkippingClock();
  const logger = createRecordingLogger();
  const metrics = createRecordingMetrics();
  const baseUrl = `${emulator.url}/v1.0`;
  const { groups, tenantId } = emulator.world.tenant;
  const tokenSource: TokenSource =
    options.tokenSource ?? createTokenSource({ baseUrl, credential: NO_CREDENTIAL, clock, logger });
  const roleGroups = {
    analyst: [groups.analyst.id],
    investigator: [groups.investigator.id],
    admin: [groups.admin.id],
    auditor: [groups.auditor.id],
  };
  const all = { baseUrl, tokenSource, roleGroups, requestsPerMinute: 0, tenantId, clock, logger, metrics, ...options };
  const client = new GraphClient({ ...all, tokens: tokenSource });
  return { ...createGraphRoom(all), client, clock, logger, metrics };
}
