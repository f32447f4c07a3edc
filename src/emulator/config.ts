// The emulator's settings from environment and arguments, all checked at once. The only place here that reads them.
import * as z from 'zod/v4';
import { DEFAULT_EVENTS } from './hunting/month-of-events';

/** Exit code of a start that was refused because of its settings (sysexits: EX_CONFIG). */
export const EXIT_CONFIG = 78;

export const DEFAULT_PORT = 4010;
export const DEFAULT_BOT_ENDPOINT = 'http://127.0.0.1:3978/api/messages';
/** How often the live feed raises an alert. */
export const DEFAULT_LIVE_MS = 60_000;
export const LEAST_LIVE_MS = 500;
/** Bounds of EMULATOR_EVENTS: fewer tell no month, more do not fit in memory. */
export const LEAST_EVENTS = 1_000;
export const MOST_EVENTS = 500_000;

export interface EmulatorConfig {
  port: number;
  seedFile: string | undefined;
  botEndpoint: string;
  live: { everyMs: number } | undefined;
  alertRequestsPerMinute: number | undefined;
  /** Rows of DataSecurityEvents in the month before the start, besides those of the stories told in it. */
  events: number;
}

export class ConfigFaults extends Error {
  constructor(readonly faults: string[]) {
    super(faults.join('\n'));
  }
}

const whole = z.string().regex(/^\d+$/, { error: 'is not a whole number', abort: true }).transform(Number);

const environment = z.object({
  EMULATOR_PORT: whole.pipe(z.number().max(65_535, 'is over 65535')).default(DEFAULT_PORT),
  EMULATOR_SEED: z.string().optional(),
  BOT_ENDPOINT: z.url({ protocol: /^https?$/, error: 'is not an http address' }).default(DEFAULT_BOT_ENDPOINT),
  EMULATOR_LIVE_MS: whole.pipe(z.number().min(LEAST_LIVE_MS, `is under ${LEAST_LIVE_MS}`)).default(DEFAULT_LIVE_MS),
  EMULATOR_ALERT_REQUESTS_PER_MINUTE: whole.optional(),
  EMULATOR_EVENTS: whole
    .pipe(z.number().min(LEAST_EVENTS, `is under ${LEAST_EVENTS}`).max(MOST_EVENTS, `is over ${MOST_EVENTS}`))
    .default(DEFAULT_EVENTS),
});

const ARGUMENTS = ['--live'];

/** Throws ConfigFaults with one line for each fault. An empty variable counts as absent. */
export function readEmulatorConfig(env: NodeJS.ProcessEnv, args: string[]): EmulatorConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  const faults = args
    .filter((arg) => !ARGUMENTS.includes(arg))
    .map((arg) => `${arg} is no argument of the emulator; it takes ${ARGUMENTS.join(', ')}`);
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    faults.push(`${name} ${issue.message} (from the environment: "${env[name] ?? ''}")`);
  }
  if (!parsed.success || faults.length > 0) throw new ConfigFaults(faults);
  const values = parsed.data;
  return {
    port: values.EMULATOR_PORT,
    seedFile: values.EMULATOR_SEED,
    botEndpoint: values.BOT_ENDPOINT,
    live: args.includes('--live') ? { everyMs: values.EMULATOR_LIVE_MS } : undefined,
    alertRequestsPerMinute: values.EMULATOR_ALERT_REQUESTS_PER_MINUTE,
    events: values.EMULATOR_EVENTS,
  };
}

/** The settings of this very process. */
export function emulatorConfig(): EmulatorConfig {
  return readEmulatorConfig(process.env, process.argv.slice(2));
}

export const DEFAULT_BOT_PORT = 3978;

export interface DemoConfig {
  port: number;
  botPort: number;
  /** The bot's log lines go to standard output. */
  verbose: boolean;
}

/** The demo's settings of this very process: `EMULATOR_PORT`, `PORT` (the bot's) and `--verbose`. */
export function demoConfig(): DemoConfig {
  const args = process.argv.slice(2);
  const { port } = readEmulatorConfig(
    process.env,
    args.filter((arg) => arg !== '--verbose'),
  );
  const botPort = whole.default(DEFAULT_BOT_PORT).safeParse(process.env.PORT || undefined);
  if (!botPort.success) {
    throw new ConfigFaults([`PORT is not a whole number (from the environment: "${process.env.PORT ?? ''}")`]);
  }
  return { port, botPort: botPort.data, verbose: args.includes('--verbose') };
}
