// The emulator as one thing to start and stop, in a process of its own or inside a test.
import { createControlRoom } from './control/control-room';
import type { FaultTable } from './faults';
import { createGraphRoom } from './graph/graph-room';
import { createLiveFeed, type LiveFeed, type LiveOptions } from './live';
import { createPortalRoom } from './portal/portal-room';
import type { Recorder } from './recorder';
import type { Room } from './room';
import { startServer } from './server';
import type { Switches } from './switches';
import { createTeamsRoom } from './teams/teams-room';
import { createWorld, type World } from './world';

export interface EmulatorOptions {
  /** 0 lets the system choose. */
  port: number;
  botEndpoint: string;
  seedFile?: string | undefined;
  live?: LiveOptions | undefined;
  switches?: Partial<Switches> | undefined;
  clock?: (() => Date) | undefined;
  /** Rows of the hunting tables' month. */
  events?: number | undefined;
}

export interface Emulator {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string;
  world: World;
  faults: FaultTable;
  recorder: Recorder;
  live: LiveFeed;
  /** Idempotent; resolves once the port is free and nothing runs any more. */
  close(): Promise<void>;
}

/** Rejects when the port is taken or the seed has faults. */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const world = createWorld(options);
  const live = createLiveFeed(world);
  const rooms = createRooms(world, live, options.botEndpoint);
  const { faults, recorder, clock } = world;
  const server = await startServer({ rooms, faults, recorder, clock }, options.port);
  for (const room of rooms) await room.start?.(server.url);
  if (options.live) live.start(options.live);
  let closing: Promise<void> | undefined;
  const close = async () => {
    live.stop();
    for (const room of [...rooms].reverse()) await room.stop?.();
    await server.close();
  };
  return { url: server.url, world, faults, recorder, live, close: () => (closing ??= close()) };
}

/** Every room there is; the coverage list is compared with these routes. */
export function createRooms(world: World, live: LiveFeed, botEndpoint: string): Room[] {
  return [
    createGraphRoom(world),
    createTeamsRoom(world, { botEndpoint }),
    createPortalRoom(world),
    createControlRoom(world, live),
  ];
}
