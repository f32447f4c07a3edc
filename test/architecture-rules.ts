// The house plan as data: which room may know which, and why. `architecture.test.ts` holds every source file to it.
import path from 'node:path';

export interface Room {
  /** Other rooms it may import. */
  rooms: readonly string[];
  /** Packages it may import. */
  packages: readonly string[];
  /** Node built-ins that do I/O. */
  doors?: readonly string[];
  why: string;
}

/** Built-ins that only compute: every room may use them. */
export const QUIET_BUILTINS = [
  'node:assert',
  'node:async_hooks',
  'node:buffer',
  'node:crypto',
  'node:events',
  'node:path',
  'node:perf_hooks',
  'node:string_decoder',
  'node:timers',
  'node:timers/promises',
  'node:url',
  'node:util',
  'node:zlib',
];

export const ROOMS: Readonly<Record<string, Room>> = {
  domain: {
    rooms: [],
    packages: [],
    why: 'the rules can be read and proven without knowing anything else',
  },
  ports: {
    rooms: ['domain'],
    packages: [],
    why: 'a promise speaks the words of the domain and of nobody who keeps it',
  },
  telemetry: {
    rooms: ['ports'],
    packages: ['pino', 'prom-client'],
    why: 'what is logged and counted is a closed list, so that no room can hand over an alert',
  },
  workflows: {
    rooms: ['domain', 'ports'],
    packages: ['zod'],
    why: 'a job is the same whoever keeps the promises; zod reads back facts that were stored as JSON',
  },
  language: {
    rooms: ['domain', 'ports'],
    packages: ['luxon', 'fastest-levenshtein', '@microsoft/teams-ai', 'zod'],
    why: 'text becomes a command here and is never carried out here',
  },
  cards: {
    rooms: ['domain'],
    packages: ['adaptivecards-templating'],
    why: 'a card is drawn from views alone',
  },
  graph: {
    rooms: ['domain', 'ports'],
    packages: ['@microsoft/microsoft-graph-client', '@azure/identity', 'cockatiel', 'zod'],
    why: 'the one door to Microsoft Graph, whose shapes and errors end here',
  },
  store: {
    rooms: ['domain', 'ports'],
    packages: ['kysely', 'libsql', 'pg', 'zod'],
    doors: ['node:fs', 'node:fs/promises'],
    why: 'the one door to the database and to the files beside it',
  },
  teams: {
    rooms: ['domain', 'ports', 'workflows', 'cards'],
    packages: [
      'botbuilder',
      'botframework-connector',
      'botframework-schema',
      '@microsoft/teams-ai',
      'jsonwebtoken',
      'cockatiel',
      'zod',
    ],
    doors: ['node:http', 'node:https'],
    why: 'the bot packages are past their support: nothing else may know them when they are replaced',
  },
  http: {
    rooms: ['ports'],
    packages: ['restify', 'zod'],
    doors: ['node:http', 'node:net'],
    why: 'sockets only: it is handed functions and knows no bot',
  },
  commands: {
    rooms: ['app', 'bench', 'config', 'domain', 'ports', 'language', 'graph', 'store', 'telemetry', 'workflows'],
    packages: ['zod'],
    doors: ['node:fs', 'node:readline', 'node:readline/promises', 'node:stream', 'node:stream/promises'],
    why: 'entries of the command line, each a way into the same program',
  },
  bench: {
    rooms: ['domain', 'ports', 'telemetry', 'workflows', 'language', 'graph', 'store'],
    packages: ['*'],
    doors: ['*'],
    why: 'it measures the product and stand-ins for comparison; whole programs are started as processes',
  },
  emulator: {
    rooms: [],
    packages: ['*'],
    doors: ['*'],
    why: 'a stand-in that shared code with us would agree with us about our mistakes',
  },
  app: {
    rooms: [
      'config',
      'config-digest',
      'readiness',
      'outside',
      'domain',
      'ports',
      'telemetry',
      'workflows',
      'language',
      'cards',
      'graph',
      'store',
      'teams',
      'http',
    ],
    packages: [],
    why: 'the one place where everything is chosen and joined; the emulator is reached by its address alone',
  },
  main: {
    rooms: ['app', 'config', 'domain'],
    packages: [],
    doors: ['node:fs'],
    why: 'start and signals',
  },
  config: {
    rooms: ['config-rules', 'domain'],
    packages: ['zod'],
    why: 'the one reader of the environment',
  },
  'config-digest': { rooms: ['config'], packages: [], why: 'pure: which settings a start is judged by' },
  'config-rules': { rooms: [], packages: [], why: 'pure rules between variables' },
  outside: {
    rooms: ['config', 'graph', 'ports', 'store', 'telemetry'],
    packages: [],
    why: 'the part of the wiring that opens what lies outside',
  },
  readiness: { rooms: [], packages: [], why: 'a pure rule over three figures' },
};

/** Imports that are refused although the rooms may know each other. */
export const CLOSED_DOORS: readonly { from: RegExp; to: RegExp; why: string }[] = [
  {
    from: /^src\/cards\//,
    to: /^src\/domain\/(alert|hunting-summary)$/,
    why: 'cards see views, in which nothing undisclosed is left',
  },
  { from: /^src\/(?!main$|commands\/)/, to: /^src\/app$/, why: 'nothing that is wired may reach for the wiring' },
  {
    from: /^src\/(?!bench\/|commands\/bench$)/,
    to: /^src\/bench\//,
    why: 'what only measures is loaded by nothing but its own command',
  },
];

/** `cards` of `src/cards/alert-card`, `app` of `src/app`. */
export function roomOf(module: string): string {
  return module.split('/')[1] ?? '';
}

/** `@azure/identity` of `@azure/identity/x`, `zod` of `zod/v4`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function brokenByModule(from: string, to: string, room: Room): string | null {
  if (/^(cards|teamsapp)\/.+\.json$/.test(to))
    return roomOf(from) === 'cards' ? null : 'templates are for the room that draws cards';
  if (!to.startsWith('src/')) return 'nothing in src imports what is outside it';
  const closed = CLOSED_DOORS.find((door) => door.from.test(from) && door.to.test(to));
  if (closed) return closed.why;
  return roomOf(to) === roomOf(from) || room.rooms.includes(roomOf(to)) ? null : room.why;
}

function brokenByBuiltin(specifier: string, room: Room): string | null {
  const doors = room.doors ?? [];
  return QUIET_BUILTINS.includes(specifier) || doors.includes(specifier) || doors.includes('*') ? null : room.why;
}

/**
 * The reason why a file may not have this import, or null. `from` is the file without its ending (`src/cards/x`),
 * `specifier` what stands in the import.
 */
export function brokenRule(from: string, specifier: string): string | null {
  const room = ROOMS[roomOf(from)];
  if (room === undefined) return `the plan has no room called ${roomOf(from)}`;
  if (specifier.startsWith('.')) {
    return brokenByModule(from, path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier)), room);
  }
  if (specifier.startsWith('node:')) return brokenByBuiltin(specifier, room);
  return room.packages.includes('*') || room.packages.includes(packageOf(specifier)) ? null : room.why;
}
