// .env.example lists every variable, and the deployment sets no other: a misspelt one would silently be a default.
import { placeholdersIn, readText, variablesIn } from './repository-files';

const VARIABLES = `
  HOST PORT BOT_ID BOT_TYPE BOT_TENANT_ID BOT_PASSWORD BOT_AUTH BOT_OPENID_METADATA_URL
  AZURE_TENANT_ID AZURE_CLIENT_ID AZURE_CLIENT_SECRET AZURE_CLIENT_CERTIFICATE_PATH AZURE_FEDERATED_TOKEN_FILE
  CLOUD GRAPH_BASE_URL DATABASE_URL DATA_DIR POLL_INTERVAL_MS POLL_OVERLAP_MS FIRST_LOOKBACK_MS
  ROLE_ANALYST_GROUPS ROLE_INVESTIGATOR_GROUPS ROLE_ADMIN_GROUPS ROLE_AUDITOR_GROUPS
  PSEUDONYM_KEY STORE_KEY RETENTION_DAYS AZURE_OPENAI_ENDPOINT AZURE_OPENAI_DEPLOYMENT AZURE_OPENAI_API_KEY
  CHANNEL_POSTS_PER_30S GRAPH_REQUESTS_PER_MINUTE HUNTING_QUERIES_PER_MINUTE HUNTING_QUERIES_PER_PERSON_PER_MINUTE
  OPERATIONS_CHANNEL FALLBACK_CHANNEL UNSAFE_CHANNELS RESEND_AFTER_MS LEASE_MS STORM_THRESHOLD
  METRICS_TOKEN DEFAULT_TIME_ZONE LOG_LEVEL EMULATOR_PORT EMULATOR_SEED BOT_ENDPOINT`
  .trim()
  .split(/\s+/);

const PLATFORM_SETTINGS = ['WEBSITE_RUN_FROM_PACKAGE', 'SCM_DO_BUILD_DURING_DEPLOYMENT'];
const example = readText('.env.example');
const settingsIn = (bicep: string) =>
  [...bicep.matchAll(/\{ name: '([A-Z0-9_]+)', value:/g)].map((hit) => hit[1] ?? '');

describe('.env.example', () => {
  it('lists every variable once and no other', () => {
    expect(variablesIn(example).sort()).toEqual([...VARIABLES].sort());
  });

  it('explains each in the lines above it', () => {
    const lines = example.split('\n');
    const bare = lines.filter((line, at) => /^#?[A-Z]/.test(line) && !explained(lines, at));
    expect(bare).toEqual([]);
  });

  it('holds no secret, not even an invented one', () => {
    const secrets = /^#?(?:[A-Z_]*(?:KEY|SECRET|TOKEN|PASSWORD))=(.*)$/gm;
    expect([...example.matchAll(secrets)].map((hit) => hit[1])).toEqual(Array<string>(6).fill(''));
  });
});

describe('the web app in Azure', () => {
  const resources = ['infra/azure.bicep', 'infra/webApp/webApp.bicep'].map(readText).join('\n');

  it('gets only variables that the bot or the platform knows', () => {
    const set = settingsIn(resources);
    expect(set.length).toBeGreaterThan(10);
    expect(set.filter((name) => !VARIABLES.includes(name) && !PLATFORM_SETTINGS.includes(name))).toEqual([]);
    expect(new Set(set).size).toBe(set.length);
  });

  it('gets everything without which the bot refuses to start on a shared database', () => {
    expect(settingsIn(resources)).toEqual(
      expect.arrayContaining(['BOT_ID', 'BOT_TYPE', 'BOT_TENANT_ID', 'AZURE_TENANT_ID', 'DATABASE_URL', 'STORE_KEY']),
    );
  });

  it('reads its secrets from the vault, never as plain settings', () => {
    for (const secret of ['DATABASE_URL', 'STORE_KEY', 'METRICS_TOKEN'])
      expect(resources).toContain(`{ name: '${secret}', value: '@Microsoft.KeyVault(SecretUri=`);
    expect(resources).not.toMatch(/\boutput \w*(?:databaseUrl|storeKey|metricsToken)\b/i);
  });

  it('is reached over current TLS alone, stays awake and is watched at the address the bot answers', () => {
    for (const line of ['httpsOnly: true', "ftpsState: 'Disabled'", "minTlsVersion: '1.2'", 'alwaysOn: true'])
      expect(resources).toContain(line);
    expect(resources).toContain("healthCheckPath: '/healthz'");
    expect(resources).toContain("appCommandLine: 'node dist/main.js'");
  });

  it('is given a value for every parameter that has no default, and none that does not exist', () => {
    const declared = [...readText('infra/azure.bicep').matchAll(/^param (\w+) \w+( =)?/gm)];
    const required = declared.filter((hit) => hit[2] === undefined).map((hit) => hit[1]);
    const file = JSON.parse(readText('infra/azure.parameters.json')) as { parameters: Record<string, unknown> };
    expect(Object.keys(file.parameters).sort()).toEqual(required.sort());
  });

  it('takes secrets from variables that the toolkit masks', () => {
    const secrets = [...readText('infra/azure.bicep').matchAll(/@secure\(\)\nparam (\w+)/g)].map((hit) => hit[1] ?? '');
    const file = JSON.parse(readText('infra/azure.parameters.json')) as {
      parameters: Record<string, { value: string }>;
    };
    expect(secrets).toHaveLength(3);
    for (const name of secrets)
      expect(placeholdersIn(file.parameters[name]?.value ?? '')[0]).toMatch(/^SECRET_[A-Z_]+$/);
  });
});

describe('the container', () => {
  const dockerfile = readText('Dockerfile');

  it('runs the bot as its first process and without root', () => {
    const lines = dockerfile.split('\n');
    expect(lines).toContain('CMD ["node", "dist/main.js"]');
    expect(lines.lastIndexOf('USER node')).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('FROM')));
  });

  it('is built from an allow-list, so that no .env and no stored alert can be copied in', () => {
    const rules = readText('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(rules[0]).toBe('*');
    for (const copied of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm))
      for (const source of (copied[1] ?? '').split(' ')) expect(rules).toContain(`!${source}`);
  });
});

/** True when a comment stands directly above the line, or above the run of variables that it belongs to. */
function explained(lines: readonly string[], at: number): boolean {
  let above = at - 1;
  while (/^#?[A-Z][A-Z0-9_]*=/.test(lines[above] ?? '')) above -= 1;
  return /^# /.test(lines[above] ?? '');
}
