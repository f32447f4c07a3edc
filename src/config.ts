// The bot's one reader of environment variables. It gives one frozen configuration or every fault at once, each with
// the variable's name, what is wrong and where its value comes from.
import { z } from 'zod/v4';
import type { Role } from './domain/analyst';
import { FOUR_EYES_RULES } from './domain/four-eyes';
import { crossFaults } from './config-rules';

/** `EX_CONFIG` of sysexits: what the process ends with when its configuration has faults. */
export const EXIT_CONFIG = 78;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ORIGINS: Record<string, string> = {
  BOT_: 'the bot registration (Azure Bot resource or the Agents Toolkit environment file)',
  AZURE_: 'the Entra app registration used for Graph',
  ROLE_: 'Entra groups: the group’s object id',
};

const optional = z.string().trim().min(1).optional();
const guid = z.string().trim().regex(GUID, 'must be a GUID').toLowerCase();
const wholeNumber = (fallback: number, min: number, max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,12}$/, { error: 'must be a whole number', abort: true })
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be between ${min} and ${max}`)
    .default(fallback);
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );
const groups = list.pipe(z.array(guid));
const fourEyes = list
  .pipe(z.array(z.enum(FOUR_EYES_RULES, `must be a list of ${FOUR_EYES_RULES.join(', ')}`)))
  .transform((rules) => FOUR_EYES_RULES.filter((rule) => rules.includes(rule)));
const timeZone = z.string().refine((zone) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}, 'must be an IANA time zone');
const url = z
  .string()
  .trim()
  .refine((text) => URL.canParse(text), 'must be a URL')
  .optional();

const variables = z.object({
  HOST: z.string().trim().min(1).default('0.0.0.0'),
  PORT: wholeNumber(3978, 0, 65_535),
  BOT_ID: guid.optional(),
  BOT_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  BOT_TENANT_ID: guid,
  BOT_PASSWORD: optional,
  BOT_AUTH: z.enum(['required', 'disabled']).default('required'),
  BOT_OPENID_METADATA_URL: url,
  AZURE_TENANT_ID: guid.optional(),
  AZURE_CLIENT_ID: guid.optional(),
  AZURE_CLIENT_SECRET: optional,
  AZURE_CLIENT_CERTIFICATE_PATH: optional,
  AZURE_FEDERATED_TOKEN_FILE: optional,
  CLOUD: z.enum(['global', 'usgov', 'usgovdod']).default('global'),
  GRAPH_BASE_URL: url,
  DATABASE_URL: z
    .string()
    .trim()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATA_DIR: z.string().trim().min(1).default('.data'),
  POLL_INTERVAL_MS: wholeNumber(30_000, 10, 3_600_000),
  POLL_OVERLAP_MS: wholeNumber(2 * 3_600_000, 0, 30 * 86_400_000),
  FIRST_LOOKBACK_MS: wholeNumber(24 * 3_600_000, 0, 30 * 86_400_000),
  ROLE_ANALYST_GROUPS: groups,
  ROLE_INVESTIGATOR_GROUPS: groups,
  ROLE_ADMIN_GROUPS: groups,
  ROLE_AUDITOR_GROUPS: groups,
  FOUR_EYES: fourEyes,
  PSEUDONYM_KEY: optional,
  STORE_KEY: optional,
  RETENTION_DAYS: wholeNumber(30, 1, 3_650),
  CHANNEL_POSTS_PER_30S: wholeNumber(60, 0, 10_000),
  GRAPH_REQUESTS_PER_MINUTE: wholeNumber(150, 0, 100_000),
  HUNTING_QUERIES_PER_MINUTE: wholeNumber(15, 0, 10_000),
  HUNTING_QUERIES_PER_PERSON_PER_MINUTE: wholeNumber(3, 0, 10_000),
  OPERATIONS_CHANNEL: optional,
  FALLBACK_CHANNEL: optional,
  UNSAFE_CHANNELS: z.enum(['refuse', 'neutral']).default('refuse'),
  RESEND_AFTER_MS: wholeNumber(120_000, 0, 86_400_000),
  LEASE_MS: wholeNumber(30_000, 100, 3_600_000),
  STORM_THRESHOLD: wholeNumber(30, 0, 100_000),
  AUDIT_ANCHOR_FILE: optional,
  AUDIT_ANCHOR_CHANNEL: optional,
  METRICS_TOKEN: optional,
  DEFAULT_TIME_ZONE: timeZone.default('UTC'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  AZURE_OPENAI_ENDPOINT: url,
  AZURE_OPENAI_DEPLOYMENT: optional,
  AZURE_OPENAI_API_KEY: optional,
});

export type Variables = z.infer<typeof variables>;

export interface ConfigFault {
  variable: string;
  problem: string;
  origin: string;
}

/** A value that prints as `***`, so that a dumped configuration gives no secret away. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  expose(): string {
    return this.#value;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }
}

function originOf(variable: string, value: string | undefined): string {
  const prefix = Object.keys(ORIGINS).find((start) => variable.startsWith(start));
  const source = prefix === undefined ? 'docs/set-up.md' : ORIGINS[prefix];
  return value === undefined ? `not set; it comes from ${source}` : `set in the environment; it comes from ${source}`;
}

const secret = (value: string | undefined) => (value === undefined ? null : new Secret(value));

function build(v: Variables) {
  const roleGroups: Record<Role, readonly string[]> = {
    analyst: v.ROLE_ANALYST_GROUPS,
    investigator: v.ROLE_INVESTIGATOR_GROUPS,
    admin: v.ROLE_ADMIN_GROUPS,
    auditor: v.ROLE_AUDITOR_GROUPS,
  };
  return {
    http: { host: v.HOST, port: v.PORT, metricsToken: secret(v.METRICS_TOKEN) },
    bot: { id: v.BOT_ID ?? '', type: v.BOT_TYPE, tenantId: v.BOT_TENANT_ID, password: secret(v.BOT_PASSWORD) },
    auth: v.BOT_AUTH,
    openIdMetadataUrl: v.BOT_OPENID_METADATA_URL ?? null,
    cloud: v.CLOUD,
    graph: {
      baseUrl: v.GRAPH_BASE_URL ?? null,
      requestsPerMinute: v.GRAPH_REQUESTS_PER_MINUTE,
      tenantId: v.AZURE_TENANT_ID ?? v.BOT_TENANT_ID,
      clientId: v.AZURE_CLIENT_ID ?? null,
      clientSecret: secret(v.AZURE_CLIENT_SECRET),
      certificatePath: v.AZURE_CLIENT_CERTIFICATE_PATH ?? null,
      federatedTokenFile: v.AZURE_FEDERATED_TOKEN_FILE ?? null,
    },
    store: {
      databaseUrl: secret(v.DATABASE_URL),
      dataDir: v.DATA_DIR,
      storeKey: secret(v.STORE_KEY),
      pseudonymKey: secret(v.PSEUDONYM_KEY),
      retentionDays: v.RETENTION_DAYS,
    },
    watch: {
      pollIntervalMs: v.POLL_INTERVAL_MS,
      pollOverlapMs: v.POLL_OVERLAP_MS,
      firstLookbackMs: v.FIRST_LOOKBACK_MS,
    },
    delivery: {
      channelPostsPer30s: v.CHANNEL_POSTS_PER_30S,
      resendAfterMs: v.RESEND_AFTER_MS,
      leaseMs: v.LEASE_MS,
      fallbackChannel: v.FALLBACK_CHANNEL ?? null,
      operationsChannel: v.OPERATIONS_CHANNEL ?? null,
      unsafeChannels: v.UNSAFE_CHANNELS,
    },
    hunting: {
      perMinute: v.HUNTING_QUERIES_PER_MINUTE,
      perPersonPerMinute: v.HUNTING_QUERIES_PER_PERSON_PER_MINUTE,
    },
    audit: { anchorFile: v.AUDIT_ANCHOR_FILE ?? null, anchorChannel: v.AUDIT_ANCHOR_CHANNEL ?? null },
    roleGroups,
    /** Acts that a second person has to approve; empty = none. */
    fourEyes: v.FOUR_EYES,
    defaultTimeZone: v.DEFAULT_TIME_ZONE,
    logLevel: v.LOG_LEVEL,
  };
}

export type Config = Readonly<ReturnType<typeof build>>;

/** Reads and checks every variable; blanks count as absent. `env` is the process environment unless a test gives one. */
export function readConfig(
  env: Record<string, string | undefined> = process.env,
): { config: Config } | { faults: ConfigFault[] } {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const fault = (variable: string, problem: string): ConfigFault => ({
    variable,
    problem,
    origin: originOf(variable, present[variable]),
  });
  const parsed = variables.safeParse(present);
  const shape = parsed.success
    ? []
    : parsed.error.issues.map((issue) => {
        const variable = String(issue.path[0]);
        return fault(variable, present[variable] === undefined ? 'is missing' : issue.message);
      });
  const rules = crossFaults(present).map(([variable, problem]) => fault(variable, problem));
  const unique = [...new Map([...shape, ...rules].map((one) => [`${one.variable} ${one.problem}`, one])).values()];
  if (!parsed.success || unique.length > 0) return { faults: unique };
  return { config: Object.freeze(build(parsed.data)) };
}
