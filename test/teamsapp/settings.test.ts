// .env.example lists every variable that is read, with its true default, and the deployment sets no other: a misspelt
// one would silently be a default.
import { readConfig } from '../../src/config';
import { placeholdersIn, readText, valuesIn, variablesIn } from './repository-files';

const GUID = '11111111-2222-3333-4444-555555555555';
const PLATFORM_SETTINGS = ['WEBSITE_RUN_FROM_PACKAGE', 'SCM_DO_BUILD_DURING_DEPLOYMENT'];
/** The least that a bot with a managed identity is given. */
const LEAST = { BOT_ID: GUID, BOT_TYPE: 'UserAssignedMSI', BOT_TENANT_ID: GUID, AZURE_CLIENT_ID: GUID };
/** Offered with an example instead of a default. */
const EXAMPLES = ['GRAPH_BASE_URL', 'DATABASE_URL'];

const example = readText('.env.example');
const readByBot = namesReadIn('src/config.ts');
const readByEmulator = namesReadIn('src/emulator/config.ts');
const settingsIn = (bicep: string) =>
  [...bicep.matchAll(/\{ name: '([A-Z0-9_]+)', value:/g)].map((hit) => hit[1] ?? '');

describe('.env.example', () => {
  it('lists every variable that the bot or the emulator reads, once, and no other', () => {
    expect(readByBot.length).toBeGreaterThan(40);
    expect(readByEmulator.length).toBeGreaterThan(2);
    expect(variablesIn(example).sort()).toEqual([...readByBot, ...readByEmulator].sort());
  });

  it('explains each in the lines above it', () => {
    const lines = example.split('\n');
    const bare = lines.filter((line, at) => /^#?[A-Z][A-Z0-9_]*=/.test(line) && !explained(lines, at));
    expect(bare).toEqual([]);
  });

  it('offers the defaults that hold when nothing is set', () => {
    const offered = [...valuesIn(example.replaceAll(/^#(?=[A-Z])/gm, ''))].filter(([name]) => !(name in LEAST));
    const stated = offered.filter(([name, value]) => value !== '' && !EXAMPLES.includes(name));
    expect(stated.length).toBeGreaterThan(15);
    expect(readConfig({ ...LEAST, ...Object.fromEntries(stated) })).toEqual(readConfig(LEAST));
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
    expect(set.filter((name) => !readByBot.includes(name) && !PLATFORM_SETTINGS.includes(name))).toEqual([]);
    expect(new Set(set).size).toBe(set.length);
  });

  it('gets everything without which the bot refuses to start', () => {
    const values = {
      BOT_TYPE: 'UserAssignedMSI',
      CLOUD: 'global',
      DEFAULT_TIME_ZONE: 'UTC',
      DATABASE_URL: 'postgres://db/irm',
    };
    const settings = settingsIn(resources).map((name) => [name, GUID]);
    expect(readConfig({ ...Object.fromEntries(settings), ...values })).toHaveProperty('config');
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

/** Names of the variables in the shape that a reader of the environment checks. */
function namesReadIn(file: string): string[] {
  return [...readText(file).matchAll(/^ {2}([A-Z][A-Z0-9_]*[A-Z0-9]): /gm)].map((hit) => hit[1] ?? '');
}
