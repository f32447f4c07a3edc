// Rules between variables: what would be unsafe, or could never work, is refused at start.
import { crossFaults, isLoopbackHost, isLoopbackUrl } from '../src/config-rules';

const TENANT = '5b1f7c0e-3d52-4c57-9a07-6d1c2f9e8b41';
const BOT = '2f9b4e1c-88d0-4f67-bb0e-51c0d3a97e42';
const PRODUCTION = {
  BOT_ID: BOT,
  BOT_TENANT_ID: TENANT,
  BOT_PASSWORD: 'p',
  AZURE_CLIENT_ID: BOT,
  AZURE_CLIENT_SECRET: 's',
};
/** Stand-ins on this machine: nothing of the bot registration is needed. */
const LOCAL = {
  BOT_ID: BOT,
  BOT_TENANT_ID: TENANT,
  BOT_OPENID_METADATA_URL: 'http://127.0.0.1:4010/keys',
  GRAPH_BASE_URL: 'http://127.0.0.1:4010/v1.0',
};

type Environment = Record<string, string | undefined>;
const broken = (env: Environment) => crossFaults(env).map(([variable]) => variable);

describe('the door', () => {
  it('needs the id of the bot, or every request would be let in', () => {
    expect(broken({ ...PRODUCTION, BOT_ID: undefined })).toEqual(['BOT_ID']);
  });

  it.each(['127.0.0.1', '127.8.0.1', 'localhost', 'LOCALHOST', '::1'])('may stand open on %s', (HOST) => {
    expect(
      broken({ ...LOCAL, BOT_ID: undefined, BOT_OPENID_METADATA_URL: undefined, BOT_AUTH: 'disabled', HOST }),
    ).toEqual([]);
  });

  it.each([undefined, '0.0.0.0', '::', '10.0.0.4', '127.0.0.1.example', 'localhost.example', '1127.0.0.1'])(
    'may not stand open on %s',
    (HOST) => {
      expect(broken({ ...LOCAL, BOT_AUTH: 'disabled', HOST })).toEqual(['BOT_AUTH']);
    },
  );

  it('takes signing keys of another place from this machine alone', () => {
    expect(broken(LOCAL)).toEqual([]);
    expect(broken({ ...LOCAL, BOT_OPENID_METADATA_URL: 'https://keys.example/' })).toEqual(['BOT_OPENID_METADATA_URL']);
  });
});

describe('credentials', () => {
  it('of the bot are needed in production', () => {
    expect(broken(PRODUCTION)).toEqual([]);
    expect(broken({ ...PRODUCTION, BOT_PASSWORD: undefined })).toEqual(['BOT_PASSWORD']);
  });

  it('of the bot are not needed with a managed identity', () => {
    const managed = { BOT_TYPE: 'UserAssignedMSI', BOT_PASSWORD: undefined, AZURE_CLIENT_SECRET: undefined };
    expect(broken({ ...PRODUCTION, ...managed })).toEqual([]);
  });

  it.each(['AZURE_CLIENT_SECRET', 'AZURE_CLIENT_CERTIFICATE_PATH', 'AZURE_FEDERATED_TOKEN_FILE'])(
    'of Graph may be given as %s',
    (variable) => {
      expect(broken({ ...PRODUCTION, AZURE_CLIENT_SECRET: undefined, [variable]: 'given' })).toEqual([]);
    },
  );

  it('of Graph are needed in one of three forms', () => {
    expect(broken({ ...PRODUCTION, AZURE_CLIENT_SECRET: undefined })).toEqual(['AZURE_CLIENT_SECRET']);
    expect(broken({ ...PRODUCTION, AZURE_CLIENT_ID: undefined })).toEqual(['AZURE_CLIENT_ID']);
  });

  it('of Graph are not asked for where Graph is a stand-in on this machine', () => {
    expect(
      broken({
        ...PRODUCTION,
        AZURE_CLIENT_ID: undefined,
        AZURE_CLIENT_SECRET: undefined,
        GRAPH_BASE_URL: LOCAL.GRAPH_BASE_URL,
      }),
    ).toEqual([]);
  });

  it('are never sent to Graph over plain http beyond this machine', () => {
    expect(broken({ ...PRODUCTION, GRAPH_BASE_URL: 'http://graph.example/v1.0' })).toEqual(['GRAPH_BASE_URL']);
  });

  it('are still asked for when Graph is reached by https on this machine', () => {
    const env = { ...LOCAL, GRAPH_BASE_URL: 'https://127.0.0.1:4010/v1.0' };
    expect(broken(env)).toEqual(['AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET']);
  });

  it('go to an address with a version segment alone', () => {
    expect(broken({ ...PRODUCTION, GRAPH_BASE_URL: 'https://graph.microsoft.com' })).toEqual(['GRAPH_BASE_URL']);
    expect(broken({ ...PRODUCTION, GRAPH_BASE_URL: 'https://graph.microsoft.com/v1.0' })).toEqual([]);
  });
});

describe('the tenant', () => {
  it('is one: Graph’s must be the bot’s', () => {
    expect(broken({ ...PRODUCTION, AZURE_TENANT_ID: BOT })).toEqual(['AZURE_TENANT_ID']);
    expect(broken({ ...PRODUCTION, AZURE_TENANT_ID: TENANT.toUpperCase() })).toEqual([]);
    expect(broken({ ...PRODUCTION, AZURE_TENANT_ID: undefined })).toEqual([]);
  });
});

describe('the store', () => {
  it('on a server needs a key that every replica shares', () => {
    expect(broken({ ...PRODUCTION, DATABASE_URL: 'postgres://db.example/irm' })).toEqual(['STORE_KEY']);
    expect(broken({ ...PRODUCTION, DATABASE_URL: 'postgres://db.example/irm', STORE_KEY: 'k' })).toEqual([]);
  });
});

describe('a loopback address', () => {
  it.each([
    ['http://127.0.0.1:4010/x', true],
    ['http://localhost/', true],
    ['http://[::1]:8080/', true],
    ['http://127.0.0.1.example/', false],
    ['http://user@127.0.0.1/', true],
    ['http://127.0.0.1@evil.example/', false],
    ['not an address', false],
  ])('%s: %s', (address, loopback) => {
    expect(isLoopbackUrl(address)).toBe(loopback);
  });

  it('is told from a host name that only begins like one', () => {
    expect(isLoopbackHost('127.0.0.1')).toBe(true);
    expect(isLoopbackHost('127.evil.example')).toBe(false);
  });
});

describe('the anchor file', () => {
  it.each([
    ['.data/anchors.jsonl', undefined],
    ['.data', undefined],
    ['/var/irm/sub/../anchors.jsonl', '/var/irm'],
    ['/var/irm/..anchors', ' /var/irm/ '],
  ])('may not lie where the store lies: %s in %s', (AUDIT_ANCHOR_FILE, DATA_DIR) => {
    expect(broken({ ...PRODUCTION, AUDIT_ANCHOR_FILE, DATA_DIR })).toEqual(['AUDIT_ANCHOR_FILE']);
  });

  it.each([
    ['anchors.jsonl', undefined],
    ['.database/anchors.jsonl', undefined],
    ['/mnt/worm/anchors.jsonl', '/var/irm'],
    ['/var/irm-anchors.jsonl', '/var/irm'],
  ])('may lie elsewhere: %s beside %s', (AUDIT_ANCHOR_FILE, DATA_DIR) => {
    expect(broken({ ...PRODUCTION, AUDIT_ANCHOR_FILE, DATA_DIR })).toEqual([]);
  });
});
