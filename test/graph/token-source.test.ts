import { BotError } from '../../src/domain/errors';
import { createTokenSource, EMULATOR_TOKEN } from '../../src/graph/create-token-source';
import {
  CachedTokenSource,
  FORCED_RENEWAL_PAUSE_MS,
  RENEW_AT_LIFE,
  type FetchedToken,
} from '../../src/graph/token-source';
import { createRecordingLogger } from './recording-ports';
import { createSkippingClock } from './skipping-clock';

const LIFE_MS = 3_600_000;

/** Tokens `t1`, `t2`, …; `fail` makes the next fetch fail. */
function open() {
  const clock = createSkippingClock();
  const logger = createRecordingLogger();
  const state = { fetched: 0, fail: false };
  const fetchToken = async (): Promise<FetchedToken> => {
    state.fetched += 1;
    if (state.fail) throw new BotError('unavailable', { from: 'entra' });
    return { token: `t${state.fetched}`, expiresAt: clock.now() + LIFE_MS };
  };
  return { clock, logger, state, tokens: new CachedTokenSource(fetchToken, clock, logger) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a held token', () => {
  test('serves until most of its life is over', async () => {
    const { tokens, clock, state } = open();
    await tokens.current();
    clock.skip(LIFE_MS * RENEW_AT_LIFE - 10_000);
    await expect(tokens.current()).resolves.toBe('t1');
    expect(state.fetched).toBe(1);
  });

  test('is renewed ahead of its end without anybody waiting', async () => {
    const { tokens, clock } = open();
    await tokens.current();
    clock.skip(LIFE_MS * RENEW_AT_LIFE);
    await expect(tokens.current()).resolves.toBe('t1');
    await settled();
    await expect(tokens.current()).resolves.toBe('t2');
  });

  test('serves on when it cannot be renewed early, and that is logged', async () => {
    const { tokens, clock, state, logger } = open();
    await tokens.current();
    clock.skip(LIFE_MS * RENEW_AT_LIFE);
    state.fail = true;
    await expect(tokens.current()).resolves.toBe('t1');
    await settled();
    expect(logger.lines).toMatchObject([{ level: 'warn', fields: { code: 'unavailable' } }]);
    await expect(tokens.current()).resolves.toBe('t1');
  });

  test('is not served past its end', async () => {
    const { tokens, clock, state } = open();
    await tokens.current();
    clock.skip(LIFE_MS + 1_000);
    state.fail = true;
    await expect(tokens.current()).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('a refused token', () => {
  test('is replaced once for all who were refused with it', async () => {
    const { tokens, clock, state } = open();
    await tokens.current();
    clock.skip(FORCED_RENEWAL_PAUSE_MS);
    const renewed = await Promise.all(Array.from({ length: 20 }, () => tokens.renewed('t1')));
    expect(new Set(renewed)).toEqual(new Set(['t2']));
    await expect(tokens.renewed('t1')).resolves.toBe('t2');
    expect(state.fetched).toBe(2);
  });

  test('is not replaced again moments later: the fault lies elsewhere', async () => {
    const { tokens, state } = open();
    await tokens.current();
    await expect(tokens.renewed('t1')).resolves.toBeNull();
    expect(state.fetched).toBe(1);
  });
});

describe('where tokens come from', () => {
  const credential = {
    tenantId: 't',
    clientId: null,
    clientSecret: null,
    certificatePath: null,
    federatedTokenFile: null,
    authorityHost: 'https://login.microsoftonline.com',
  };
  const ports = { credential, clock: createSkippingClock(), logger: createRecordingLogger() };

  test.each(['http://127.0.0.1:4010/v1.0', 'http://localhost:4010/v1.0', 'http://[::1]:4010/v1.0'])(
    'an emulator at %s gets a fixed word, and the same after a refusal',
    async (baseUrl) => {
      const tokens = createTokenSource({ baseUrl, ...ports });
      await expect(tokens.current()).resolves.toBe(EMULATOR_TOKEN);
      await expect(tokens.renewed(EMULATOR_TOKEN)).resolves.toBe(EMULATOR_TOKEN);
    },
  );

  test.each(['http://graph.microsoft.com/v1.0', 'http://127.0.0.1.example.com/v1.0', 'ftp://127.0.0.1/v1.0'])(
    'no token is made for %s',
    (baseUrl) => {
      expect(() => createTokenSource({ baseUrl, ...ports })).toThrow(/GRAPH_BASE_URL/);
    },
  );
});
