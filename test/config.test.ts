// The one reader of environment variables: defaults, what each variable accepts, and every fault at once.
import { inspect } from 'node:util';
import { EXIT_CONFIG, readConfig, Secret, type Config, type ConfigFault } from '../src/config';

const TENANT = '5b1f7c0e-3d52-4c57-9a07-6d1c2f9e8b41';
const BOT = '2f9b4e1c-88d0-4f67-bb0e-51c0d3a97e42';
const GROUP = '0d5a3c11-7b62-4e8e-9f1a-63f2a8c4d7b9';

/** A production environment without a fault. */
const GOOD = {
  BOT_ID: BOT,
  BOT_TENANT_ID: TENANT,
  BOT_PASSWORD: 'orchid-lantern-27',
  AZURE_CLIENT_ID: BOT,
  AZURE_CLIENT_SECRET: 'gravel-harbour-91',
};

type Environment = Record<string, string | undefined>;

function configOf(env: Environment): Config {
  const read = readConfig({ ...GOOD, ...env });
  if ('faults' in read) throw new Error(`unexpected faults: ${JSON.stringify(read.faults)}`);
  return read.config;
}

function faultsOf(env: Environment, base: Environment = GOOD): ConfigFault[] {
  const read = readConfig({ ...base, ...env });
  return 'faults' in read ? read.faults : [];
}

describe('a configuration that names only what it must', () => {
  it('has the documented defaults', () => {
    expect(configOf({})).toMatchObject({
      http: { host: '0.0.0.0', port: 3978, metricsToken: null },
      bot: { id: BOT, type: 'SingleTenant', tenantId: TENANT },
      auth: 'required',
      openIdMetadataUrl: null,
      cloud: 'global',
      graph: { baseUrl: null, requestsPerMinute: 150, tenantId: TENANT, clientId: BOT, certificatePath: null },
      store: { databaseUrl: null, dataDir: '.data', storeKey: null, pseudonymKey: null, retentionDays: 30 },
      watch: { pollIntervalMs: 30_000, pollOverlapMs: 7_200_000, firstLookbackMs: 86_400_000 },
      delivery: { channelPostsPer30s: 60, resendAfterMs: 120_000, leaseMs: 30_000, fallbackChannel: null },
      hunting: { perMinute: 15, perPersonPerMinute: 3 },
      audit: { anchorFile: null, anchorChannel: null },
      roleGroups: { analyst: [], investigator: [], admin: [], auditor: [] },
      fourEyes: [],
      defaultTimeZone: 'UTC',
      logLevel: 'info',
    });
  });

  it('treats blank variables as absent', () => {
    expect(configOf({ PORT: '', HOST: '  ', DATABASE_URL: '', ROLE_ADMIN_GROUPS: ' ' }).http.port).toBe(3978);
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(configOf({}))).toBe(true);
  });

  it('ignores variables that are not the bot’s', () => {
    expect(
      faultsOf({ HOME: '/root', npm_config_registry: 'x', __proto__: 'x', constructor: 'x' } as Environment),
    ).toEqual([]);
  });
});

const GUID_CASES = { good: [BOT, BOT.toUpperCase(), ` ${BOT} `], bad: ['my-bot', `${BOT}0`, `{${BOT}}`] };
const GROUP_CASES = {
  good: [GROUP, `${GROUP},${BOT}`, ` ${GROUP} , ,${BOT}`],
  bad: ['analysts', `${GROUP};${BOT}`, `${GROUP},x`],
};
const count = (max: number, min = 0) => ({
  good: [String(min), String(max)],
  bad: [String(max + 1), '-1', '1.5', '1e3', '0x10', 'ten', '9999999999999', ...(min > 0 ? [String(min - 1)] : [])],
});

describe('each variable', () => {
  const cases: Record<string, { good: string[]; bad: string[] }> = {
    PORT: count(65_535),
    BOT_ID: GUID_CASES,
    BOT_TYPE: { good: ['SingleTenant', 'UserAssignedMSI'], bad: ['MultiTenant', 'singletenant'] },
    BOT_TENANT_ID: { good: [TENANT], bad: ['contoso.onmicrosoft.com', 'common'] },
    BOT_AUTH: { good: ['required'], bad: ['off', 'Disabled', 'disabled '] },
    AZURE_TENANT_ID: { good: [TENANT, TENANT.toUpperCase()], bad: ['fabrikam.example'] },
    AZURE_CLIENT_ID: GUID_CASES,
    CLOUD: { good: ['global', 'usgov', 'usgovdod'], bad: ['gcc', 'Global'] },
    GRAPH_BASE_URL: {
      good: ['https://graph.microsoft.us/v1.0', 'http://127.0.0.1:4010/v1.0', 'http://localhost:4010/beta/'],
      bad: ['graph', 'http://graph.example/v1.0', 'https://graph.microsoft.com', 'ftp://127.0.0.1/v1.0'],
    },
    BOT_OPENID_METADATA_URL: {
      good: ['http://127.0.0.1:4010/connector/.well-known/openid', 'http://[::1]:4010/keys'],
      bad: ['keys', 'https://login.example/keys', 'http://127.0.0.1.example/keys', 'http://127.0.0.1@keys.example/'],
    },
    POLL_INTERVAL_MS: count(3_600_000, 10),
    POLL_OVERLAP_MS: count(30 * 86_400_000),
    FIRST_LOOKBACK_MS: count(30 * 86_400_000),
    ROLE_ANALYST_GROUPS: GROUP_CASES,
    ROLE_INVESTIGATOR_GROUPS: GROUP_CASES,
    ROLE_ADMIN_GROUPS: GROUP_CASES,
    ROLE_AUDITOR_GROUPS: GROUP_CASES,
    FOUR_EYES: {
      good: ['reveal', 'dismissHigh', ' reveal , dismissHigh ', 'dismissHigh,reveal,'],
      bad: ['on', 'Reveal', 'reveal;dismissHigh', 'reveal,resolve', 'constructor'],
    },
    RETENTION_DAYS: count(3_650, 1),
    AZURE_OPENAI_ENDPOINT: { good: ['https://model.example'], bad: ['model'] },
    CHANNEL_POSTS_PER_30S: count(10_000),
    GRAPH_REQUESTS_PER_MINUTE: count(100_000),
    HUNTING_QUERIES_PER_MINUTE: count(10_000),
    HUNTING_QUERIES_PER_PERSON_PER_MINUTE: count(10_000),
    UNSAFE_CHANNELS: { good: ['refuse', 'neutral'], bad: ['allow'] },
    RESEND_AFTER_MS: count(86_400_000),
    LEASE_MS: count(3_600_000, 100),
    STORM_THRESHOLD: count(100_000),
    DEFAULT_TIME_ZONE: { good: ['UTC', 'Europe/Zurich'], bad: ['Mars/Olympus', 'CEST or so'] },
    LOG_LEVEL: { good: ['debug', 'info', 'silent'], bad: ['verbose', 'INFO'] },
  };
  const good = Object.entries(cases).flatMap(([name, { good: values }]) =>
    values.map((value) => [name, value] as const),
  );
  const bad = Object.entries(cases).flatMap(([name, { bad: values }]) => values.map((value) => [name, value] as const));

  it.each(good)('%s accepts %j', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([]);
  });

  it.each(bad)('%s refuses %j by its own name', (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults.map((fault) => fault.variable)).toContain(name);
    expect(faults.every((fault) => fault.problem !== '' && fault.origin !== '')).toBe(true);
  });

  it('DATABASE_URL accepts PostgreSQL alone', () => {
    const STORE_KEY = 'walnut-signal-48';
    expect(faultsOf({ DATABASE_URL: 'postgres://bot@db.example/irm', STORE_KEY })).toEqual([]);
    expect(faultsOf({ DATABASE_URL: 'postgresql://bot@db.example/irm', STORE_KEY })).toEqual([]);
    expect(faultsOf({ DATABASE_URL: 'mysql://bot@db.example/irm', STORE_KEY })).toHaveLength(1);
  });

  it('is read as what it means', () => {
    const config = configOf({
      HOST: '127.0.0.1',
      PORT: '0',
      ROLE_INVESTIGATOR_GROUPS: `${GROUP.toUpperCase()}, ${BOT}`,
      POLL_INTERVAL_MS: '500',
      FALLBACK_CHANNEL: '19:fallback@thread.tacv2',
      CHANNEL_POSTS_PER_30S: '0',
    });
    expect(config.http).toMatchObject({ host: '127.0.0.1', port: 0 });
    expect(config.roleGroups.investigator).toEqual([GROUP, BOT]);
    expect(config.watch.pollIntervalMs).toBe(500);
    expect(configOf({ FOUR_EYES: 'dismissHigh, reveal,reveal' }).fourEyes).toEqual(['reveal', 'dismissHigh']);
    expect(config.delivery).toMatchObject({ fallbackChannel: '19:fallback@thread.tacv2', channelPostsPer30s: 0 });
  });
});

describe('faults', () => {
  it('are reported all together, each with its origin', () => {
    const faults = faultsOf({ PORT: 'high', ROLE_ADMIN_GROUPS: 'admins', LOG_LEVEL: 'loud' }, {});
    expect(faults.map((fault) => fault.variable).sort()).toEqual([
      'AZURE_CLIENT_ID',
      'AZURE_CLIENT_SECRET',
      'BOT_ID',
      'BOT_PASSWORD',
      'BOT_TENANT_ID',
      'LOG_LEVEL',
      'PORT',
      'ROLE_ADMIN_GROUPS',
    ]);
    const admin = faults.find((fault) => fault.variable === 'ROLE_ADMIN_GROUPS');
    expect(admin).toMatchObject({
      problem: 'must be a GUID',
      origin: expect.stringContaining('set in the environment'),
    });
    const bot = faults.find((fault) => fault.variable === 'BOT_ID');
    expect(bot?.origin).toMatch(/^not set; .*bot registration/);
  });

  it('are told once, even where several groups of a role are wrong', () => {
    expect(faultsOf({ ROLE_ADMIN_GROUPS: 'a,b,c' })).toHaveLength(1);
  });

  it('of a list of words say which words there are', () => {
    expect(faultsOf({ FOUR_EYES: 'everything' })).toMatchObject([
      { variable: 'FOUR_EYES', problem: 'must be a list of reveal, dismissHigh' },
    ]);
  });

  it('never repeat the value that was wrong', () => {
    const secretive = { DATABASE_URL: 'mysql://bot:tangerine@db.example', BOT_AUTH: 'tangerine', PORT: 'tangerine' };
    expect(JSON.stringify(faultsOf({ ...secretive, ROLE_ADMIN_GROUPS: 'tangerine' }))).not.toContain('tangerine');
  });

  it('end the process with the code for a bad configuration', () => {
    expect(EXIT_CONFIG).toBe(78);
  });
});

describe('secrets', () => {
  const values = {
    BOT_PASSWORD: 'orchid-lantern-27',
    AZURE_CLIENT_SECRET: 'gravel-harbour-91',
    STORE_KEY: 'walnut-signal-48',
    PSEUDONYM_KEY: 'copper-meadow-13',
    METRICS_TOKEN: 'silver-bridge-66',
    DATABASE_URL: 'postgres://bot:quartz-tunnel-35@db.example/irm',
  };

  it('print as asterisks, however a configuration is dumped', () => {
    const config = configOf(values);
    const dumps = [JSON.stringify(config), inspect(config, { depth: 9, showHidden: true }), `${config.bot.password}`];
    for (const value of Object.values(values)) {
      for (const dump of dumps) expect(dump).not.toContain(value);
    }
    expect(JSON.parse(JSON.stringify(config))).toMatchObject({
      bot: { password: '***' },
      store: { databaseUrl: '***' },
    });
  });

  it('are given out only when asked for by name', () => {
    expect(configOf(values).store.storeKey?.expose()).toBe('walnut-signal-48');
    expect(String(new Secret('walnut'))).toBe('***');
  });
});
