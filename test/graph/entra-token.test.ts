import { createTokenSource } from '../../src/graph/create-token-source';
import { errorFromEntra } from '../../src/graph/entra-token';
import { REFUSAL_CACHE_MS } from '../../src/graph/token-source';
import { createFakeEntra, granted, type FakeEntra } from './fake-entra';
import { createRecordingLogger } from './recording-ports';
import { createSkippingClock } from './skipping-clock';

const CREDENTIAL = {
  tenantId: '11111111-2222-4333-8444-555555555555',
  clientId: '66666666-7777-4888-8999-000000000000',
  clientSecret: 'planted-secret',
  certificatePath: null,
  federatedTokenFile: null,
  authorityHost: 'https://login.microsoftonline.com',
};

function open(entra: FakeEntra, baseUrl = 'https://graph.microsoft.com/v1.0') {
  const clock = createSkippingClock();
  const { httpClient } = entra;
  return {
    clock,
    tokens: createTokenSource({ baseUrl, credential: CREDENTIAL, clock, logger: createRecordingLogger(), httpClient }),
  };
}

const refusal = (error: string, status = 400) => ({
  status,
  body: { error, error_description: 'AADSTS0: planted text' },
});

describe('a token of Entra', () => {
  test("is asked for with the cloud's own scope", async () => {
    const entra = createFakeEntra(granted('first'));
    await expect(open(entra, 'https://dod-graph.microsoft.us/v1.0').tokens.current()).resolves.toBe('first');
    expect(entra.tokenRequests[0]?.get('scope')).toContain('https://dod-graph.microsoft.us/.default');
    expect(entra.tokenRequests[0]?.get('grant_type')).toBe('client_credentials');
  });

  test('is asked for once by fifty callers at a time', async () => {
    const entra = createFakeEntra({ ...granted('one'), delayMs: 30 });
    const { tokens } = open(entra);
    const all = await Promise.all(Array.from({ length: 50 }, () => tokens.current()));
    expect(new Set(all)).toEqual(new Set(['one']));
    expect(entra.tokenRequests).toHaveLength(1);
  });

  test('is another one after a renewal, past the library’s own memory', async () => {
    const entra = createFakeEntra(granted('first'), granted('second'));
    const { tokens, clock } = open(entra);
    const first = await tokens.current();
    clock.skip(60_000);
    await expect(tokens.renewed(first)).resolves.toBe('second');
    expect(entra.tokenRequests).toHaveLength(2);
  });
});

describe('the row of Entra in the retry table', () => {
  test.each([
    ['a server error', { status: 500 }],
    ['a bad gateway', { status: 502, body: 'no JSON' }],
    ['a timeout', { status: 408 }],
    ['temporarily_unavailable', refusal('temporarily_unavailable')],
    ['a lost answer', { status: 0, wire: 'ECONNRESET' }],
    ['a refused connection', { status: 0, wire: 'ECONNREFUSED' }],
    ['an unknown host', { status: 0, wire: 'ENOTFOUND' }],
  ])('asks again after %s', async (_what, answer) => {
    const entra = createFakeEntra(answer, granted('later'));
    await expect(open(entra).tokens.current()).resolves.toBe('later');
    expect(entra.tokenRequests).toHaveLength(2);
  });

  test('waits as long as it is told to', async () => {
    const entra = createFakeEntra({ status: 429, headers: { 'retry-after': '4' } }, granted('later'));
    const { tokens, clock } = open(entra);
    await expect(tokens.current()).resolves.toBe('later');
    expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(4_000);
  });

  test.each(['invalid_client', 'unauthorized_client', 'invalid_grant', 'invalid_scope'])(
    'stops at %s',
    async (error) => {
      const entra = createFakeEntra(refusal(error, 401));
      await expect(open(entra).tokens.current()).rejects.toMatchObject({
        code: 'credentialRefused',
        from: 'entra',
        detail: error,
        status: 401,
      });
      expect(entra.tokenRequests).toHaveLength(1);
    },
  );

  test('gives up after two retries', async () => {
    const entra = createFakeEntra({ status: 503 });
    await expect(open(entra).tokens.current()).rejects.toMatchObject({ code: 'unavailable', from: 'entra' });
    expect(entra.tokenRequests).toHaveLength(3);
  });

  test('answers a refusal from memory for a moment', async () => {
    const entra = createFakeEntra(refusal('invalid_client', 401), granted('mended'));
    const { tokens, clock } = open(entra);
    await expect(tokens.current()).rejects.toMatchObject({ code: 'credentialRefused' });
    await expect(tokens.current()).rejects.toMatchObject({ code: 'credentialRefused' });
    expect(entra.tokenRequests).toHaveLength(1);
    clock.skip(REFUSAL_CACHE_MS);
    await expect(tokens.current()).resolves.toBe('mended');
  });

  test('lets no text of Entra and no secret out', async () => {
    const error: unknown = await open(createFakeEntra(refusal('made_up planted')))
      .tokens.current()
      .catch((thrown: unknown) => thrown);
    const said = JSON.stringify(error) + String(error);
    expect(said).not.toContain('planted');
    expect(said).toContain('credentialRefused');
  });
});

describe('a refusal', () => {
  test.each([
    [200, 'null', null],
    [400, '{"error":"invalid_request"}', 'credentialRefused'],
    [400, '{"error":"server_error"}', 'unavailable'],
    [403, 'no JSON', 'credentialRefused'],
    [429, '{}', 'throttled'],
    [503, '', 'unavailable'],
  ])('%d %s is %s', (status, text, code) => {
    expect(errorFromEntra(status, text, null, 0)?.code ?? null).toBe(code);
  });
});
