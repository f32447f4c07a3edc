// What a start puts on record of its settings: every change of what is allowed shows, nothing else does, no value stands in it.
import { readConfig, type Config } from '../src/config';
import { settingsText } from '../src/config-digest';

const TENANT = '5b1f7c0e-3d52-4c57-9a07-6d1c2f9e8b41';
const BOT = '2f9b4e1c-88d0-4f67-bb0e-51c0d3a97e42';
const [GROUP, OTHER_GROUP] = ['0d5a3c11-7b62-4e8e-9f1a-63f2a8c4d7b9', '1d5a3c11-7b62-4e8e-9f1a-63f2a8c4d7b9'];
const GOOD = {
  BOT_ID: BOT,
  BOT_TENANT_ID: TENANT,
  BOT_PASSWORD: 'orchid-lantern-27',
  AZURE_CLIENT_ID: BOT,
  AZURE_CLIENT_SECRET: 'gravel-harbour-91',
  ROLE_ANALYST_GROUPS: `${GROUP},${OTHER_GROUP}`,
};

function textOf(env: Record<string, string>): string {
  const read = readConfig({ ...GOOD, ...env });
  if ('faults' in read) throw new Error(`unexpected faults: ${JSON.stringify(read.faults)}`);
  return settingsText(read.config);
}

test.each([
  { ROLE_ANALYST_GROUPS: GROUP },
  { ROLE_ADMIN_GROUPS: GROUP },
  { ROLE_AUDITOR_GROUPS: GROUP },
  { FALLBACK_CHANNEL: '19:fallback@thread.tacv2' },
  { OPERATIONS_CHANNEL: '19:operations@thread.tacv2' },
  { AUDIT_ANCHOR_FILE: 'anchors.jsonl' },
  { AUDIT_ANCHOR_CHANNEL: '19:anchors@thread.tacv2' },
  { CLOUD: 'usgov' },
  { GRAPH_BASE_URL: 'https://graph.microsoft.us/v1.0' },
  { BOT_OPENID_METADATA_URL: 'http://127.0.0.1:4010/keys' },
  { BOT_AUTH: 'disabled', HOST: '127.0.0.1' },
  { PSEUDONYM_KEY: 'another key' },
])('another text for %j', (env) => {
  expect(textOf(env)).not.toBe(textOf({}));
});

test.each([
  { PORT: '4000' },
  { LOG_LEVEL: 'debug' },
  { POLL_INTERVAL_MS: '1000' },
  { DEFAULT_TIME_ZONE: 'Europe/Zurich' },
  { ROLE_ANALYST_GROUPS: `${OTHER_GROUP}, ${GROUP.toUpperCase()}` },
])('the same text for %j', (env) => {
  expect(textOf(env)).toBe(textOf({}));
});

test('a setting that is added later counts without being named', () => {
  const read = readConfig(GOOD);
  if ('faults' in read) throw new Error('unexpected faults');
  const later: Config & { channels: { unsafe: string } } = { ...read.config, channels: { unsafe: 'neutral' } };
  expect(settingsText(later)).not.toBe(settingsText(read.config));
});

test('the text holds no secret', () => {
  const text = textOf({
    PSEUDONYM_KEY: 'walnut-ferry-12',
    STORE_KEY: 'pebble-crown-34',
    METRICS_TOKEN: 'amber-quill-56',
  });
  for (const secret of ['orchid', 'gravel', 'walnut', 'pebble', 'amber']) expect(text).not.toContain(secret);
});
