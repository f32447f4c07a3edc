// Signing keys: when they are read, how long they hold, and how little a forger can make us ask.
import { FakeClock } from '../fakes/fake-clock';
import { FakeConnectorKeys, keyPair, published } from '../fakes/fake-connector-keys';
import { FakeLogger } from '../fakes/fake-logger';
import { HOUR, MINUTE, SECOND } from '../builders/instants';
import { fetchSigningKeys, KEY_DOCUMENT_MAX_BYTES, KEYS_MAX, type SigningKeySet } from '../../src/teams/openid-keys';
import {
  FAILED_FETCH_PAUSE_MS,
  KEYS_MAX_AGE_MS,
  KEYS_REFRESH_AFTER_MS,
  SigningKeys,
  UNKNOWN_KID_PAUSE_MS,
} from '../../src/teams/signing-keys';

const first = keyPair('first');
const second = keyPair('second');

function setOf(...pairs: (typeof first)[]): SigningKeySet {
  return new Map(pairs.map(({ kid, publicKey }) => [kid, { key: publicKey, endorsements: ['msteams'] }]));
}

function keysFrom(fetch: () => Promise<SigningKeySet>) {
  const clock = new FakeClock('stands');
  const logger = new FakeLogger();
  let fetched = 0;
  const keys = new SigningKeys(() => ((fetched += 1), fetch()), clock, logger);
  return { clock, logger, keys, fetched: () => fetched };
}

describe('signing keys', () => {
  it('are read once for many questions at once', async () => {
    const { keys, fetched } = keysFrom(async () => setOf(first));
    const found = await Promise.all(Array.from({ length: 20 }, () => keys.find('first')));
    expect(new Set(found.map(({ is }) => is))).toEqual(new Set(['found']));
    expect(fetched()).toBe(1);
  });

  it('are read again for an unknown key, but not more often than every five minutes', async () => {
    let published = setOf(first);
    const { keys, clock, fetched } = keysFrom(async () => published);
    await keys.find('first');
    published = setOf(first, second);
    for (let forged = 0; forged < 100; forged += 1) await keys.find(`forged-${forged}`);
    expect(await keys.find('second')).toEqual({ is: 'unknown' });
    expect(fetched()).toBe(1);
    await clock.advance(UNKNOWN_KID_PAUSE_MS);
    expect(await keys.find('second')).toMatchObject({ is: 'found' });
    for (let forged = 0; forged < 100; forged += 1) await keys.find(`forged-${forged}`);
    expect(fetched()).toBe(2);
  });

  it('are renewed in the background before they grow too old', async () => {
    const { keys, clock, fetched } = keysFrom(async () => setOf(first));
    await keys.find('first');
    await clock.advance(KEYS_REFRESH_AFTER_MS);
    expect(await keys.find('first')).toMatchObject({ is: 'found' });
    expect(fetched()).toBe(2);
  });

  it('hold through an outage for a day and not longer', async () => {
    let isDown = false;
    const { keys, clock, logger } = keysFrom(async () => {
      if (isDown) throw new Error('https://login.example is down');
      return setOf(first);
    });
    await keys.find('first');
    isDown = true;
    await clock.advance(KEYS_MAX_AGE_MS - SECOND);
    expect(await keys.find('first')).toMatchObject({ is: 'found' });
    await clock.settle();
    await clock.advance(SECOND);
    expect(await keys.find('first')).toEqual({ is: 'noKeys' });
    expect(logger.at('warn').length).toBeGreaterThan(0);
    expect(JSON.stringify(logger.lines)).not.toContain('login.example');
  });

  it('that were withdrawn are forgotten with the next reading', async () => {
    let published = setOf(first, second);
    const { keys, clock } = keysFrom(async () => published);
    expect(await keys.find('second')).toMatchObject({ is: 'found' });
    published = setOf(first);
    await clock.advance(13 * HOUR);
    await keys.find('first');
    await clock.settle();
    expect(await keys.find('second')).toEqual({ is: 'unknown' });
  });

  it('that cannot be read are not asked for by every request', async () => {
    const { keys, clock, fetched } = keysFrom(() => Promise.reject(new Error('down')));
    for (let request = 0; request < 50; request += 1) expect(await keys.find('first')).toEqual({ is: 'noKeys' });
    expect(fetched()).toBe(1);
    await clock.advance(FAILED_FETCH_PAUSE_MS);
    await keys.find('first');
    expect(fetched()).toBe(2);
    await clock.advance(MINUTE);
  });
});

describe('the key documents', () => {
  const source = new FakeConnectorKeys();
  beforeAll(() => source.start());
  afterAll(() => source.stop());
  beforeEach(() => {
    Object.assign(source, { status: 200, jwksUri: null, keys: [published(first)] });
  });

  it('give RSA signing keys with what they are endorsed for', async () => {
    source.keys.push(published(second, { endorsements: undefined, use: undefined }));
    const keys = await fetchSigningKeys(source.metadataUrl);
    expect([...keys.entries()].map(([kid, { endorsements }]) => [kid, endorsements])).toEqual([
      ['first', ['msteams', 'webchat']],
      ['second', null],
    ]);
  });

  it('may hold keys that are of no use, which are left out', async () => {
    const useless = [
      published(second, { kty: 'EC' }),
      published(second, { use: 'enc' }),
      published(second, { kid: '' }),
      // A modulus of 512 bits.
      published(second, { n: Buffer.alloc(64, 0xff).toString('base64url') }),
      'key',
      null,
    ];
    Object.assign(source, { keys: [...useless, published(first)] });
    expect([...(await fetchSigningKeys(source.metadataUrl)).keys()]).toEqual(['first']);
  });

  it.each([
    ['the service is down', { status: 503 }],
    ['there is no key', { keys: [] }],
    ['there are too many keys', { keys: Array.from({ length: KEYS_MAX + 1 }, () => published(first)) }],
    ['the document is too large', { keys: [{ ...published(first), x: 'x'.repeat(KEY_DOCUMENT_MAX_BYTES) }] }],
    ['loopback metadata lead elsewhere', { jwksUri: 'https://keys.example/keys' }],
    ['the address of the keys is none', { jwksUri: 'keys' }],
  ])('give nothing when %s', async (_why, state) => {
    Object.assign(source, state);
    await expect(fetchSigningKeys(source.metadataUrl)).rejects.toThrow();
  });

  it('are not followed to another place', async () => {
    source.status = 302;
    const before = source.requests;
    await expect(fetchSigningKeys(source.metadataUrl)).rejects.toThrow();
    expect(source.requests).toBe(before + 1);
  });
});
