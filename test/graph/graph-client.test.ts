import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isBotError, type BotError } from '../../src/domain/errors';
import { MAX_BODY_BYTES } from '../../src/graph/answer-body';
import { CIRCUIT_FAILURES } from '../../src/graph/graph-circuits';
import type { GraphCall, GraphClient } from '../../src/graph/graph-client';
import { CLICK_READ, POLL } from '../../src/graph/patience';
import { RETRY_AFTER_MAX_MS } from '../../src/graph/retry-after';
import type { TokenSource } from '../../src/graph/token-source';
import { startGraphBench, type GraphBench } from './graph-under-test';

const LIST = '/security/alerts_v2';
const READ: GraphCall = { method: 'GET', address: `${LIST}?$top=1`, row: 'graphRead', lane: 'poll', patience: POLL };

let bench: GraphBench;
beforeAll(async () => {
  bench = await startGraphBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

async function failure(client: GraphClient, call: GraphCall = READ): Promise<BotError> {
  const error = await client.call(call).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isBotError(error)) throw new Error(`expected a BotError, got ${String(error)}`);
  return error;
}

/** Gives the tokens in turn; counts how often a renewal was asked for. */
function tokensInTurn(...tokens: string[]): TokenSource & { renewals: number } {
  let at = 0;
  return {
    renewals: 0,
    async current() {
      return tokens[at] ?? '';
    },
    async renewed() {
      this.renewals += 1;
      at += 1;
      return tokens[at] ?? null;
    },
  };
}

describe('what every request carries', () => {
  test('asks for every enum member of an alert, with the token and a request id of its own', async () => {
    const { headers } = await heard(READ.address);
    expect(headers).toMatchObject({
      prefer: 'include-unknown-enum-members',
      authorization: 'Bearer emulator',
      accept: 'application/json',
    });
    expect(headers['client-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('leaves the directory without the header for alerts', async () => {
    const { headers } = await heard('/users?$top=1');
    expect(headers).toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('prefer');
  });

  test('counts every request by its outcome', async () => {
    const room = bench.open();
    bench.fault({ path: LIST, fault: { status: 503 } });
    await room.client.call(READ);
    expect(room.metrics.graphOutcomes).toEqual(['unavailable', 'ok']);
  });
});

describe('the row of a read in the retry table', () => {
  test.each([408, 500, 502, 503, 504])('repeats a read that was answered %d', async (status) => {
    bench.fault({ path: LIST, fault: { status }, times: 2 });
    await expect(bench.open().client.call(READ)).resolves.toBeDefined();
    expect(bench.requests(LIST)).toHaveLength(3);
  });

  test.each([
    ['reset', { reset: true as const }],
    ['cut in the middle of its body', { cutBody: 20 }],
    ['cut before its body', { cutBody: 0 }],
    ['lost after it was carried out', { handleThen: 'reset' as const }],
    ['a page of HTML', { garbage: 'html' as const }],
    ['empty', { garbage: 'empty' as const }],
    ['half a JSON text', { garbage: 'truncatedJson' as const }],
  ])('repeats a read whose answer was %s', async (_what, fault) => {
    bench.fault({ path: LIST, fault });
    await expect(bench.open().client.call(READ)).resolves.toBeDefined();
    expect(bench.requests(LIST)).toHaveLength(2);
  });

  test('repeats a read that took longer than an attempt may', async () => {
    bench.fault({ path: LIST, fault: { delayMs: 5_000 } });
    const call = { ...READ, patience: { ...POLL, attemptMs: 100 } };
    await expect(bench.open().client.call(call)).resolves.toBeDefined();
    expect(bench.requests(LIST)).toHaveLength(2);
  });

  test('repeats a read whose connection never came to be, and says so in the end', async () => {
    const gone = await listen(() => undefined);
    const baseUrl = `${originOf(gone)}/v1.0`;
    await new Promise((resolve) => gone.close(resolve));
    const room = bench.open({ baseUrl });
    expect((await failure(room.client)).code).toBe('notConnected');
    expect(room.metrics.graphOutcomes).toHaveLength(CIRCUIT_FAILURES);
  });

  test.each([
    [400, 'badRequest'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [412, 'conflict'],
    [422, 'badRequest'],
  ])('never repeats a read that was answered %d', async (status, code) => {
    bench.fault({ path: LIST, fault: { status } });
    expect(await failure(bench.open().client)).toMatchObject({ code, status });
    expect(bench.requests(LIST)).toHaveLength(1);
  });

  test('gives up after five retries', async () => {
    bench.fault({ path: LIST, fault: { status: 500 }, times: 0 });
    const room = bench.open();
    expect((await failure(room.client)).code).toBe('unavailable');
    expect(bench.requests(LIST).length).toBeLessThanOrEqual(POLL.retries + 1);
  });

  test('repeats for a click no more than once', async () => {
    bench.fault({ path: LIST, fault: { status: 500 }, times: 0 });
    await failure(bench.open().client, { ...READ, lane: 'click', patience: CLICK_READ });
    expect(bench.requests(LIST)).toHaveLength(CLICK_READ.retries + 1);
  });
});

describe('throttling', () => {
  test('waits as long as Graph asks and nobody asks the same pool before', async () => {
    const room = bench.open();
    bench.fault({ path: LIST, fault: { retryAfter: '7' } });
    await room.client.call(READ);
    expect(room.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(6_900);
    expect(bench.requests(LIST)).toHaveLength(2);
  });

  test('tells a click at once that Graph is busy, and how long, instead of waiting', async () => {
    const room = bench.open();
    bench.fault({ path: LIST, fault: { retryAfter: '7' } });
    const call = { ...READ, lane: 'click' as const, patience: CLICK_READ };
    expect(await failure(room.client, call)).toMatchObject({ code: 'throttled', retryAfterMs: 7_000 });
    const next = await failure(room.client, call);
    expect(next.code).toBe('throttled');
    expect(next.retryAfterMs).toBeGreaterThan(6_000);
    expect(room.clock.slept).toEqual([]);
    expect(bench.requests(LIST)).toHaveLength(1);
  });

  test('is told to the operator when it lasts', async () => {
    const room = bench.open();
    bench.fault({ path: LIST, fault: { retryAfter: '10000' } });
    const error = await failure(room.client, { ...READ, lane: 'click', patience: CLICK_READ });
    expect(error.retryAfterMs).toBe(RETRY_AFTER_MAX_MS);
    expect(room.logger.lines).toMatchObject([{ level: 'warn', fields: { ms: RETRY_AFTER_MAX_MS } }]);
  });

  test('lets the directory be asked while alerts have to wait', async () => {
    const room = bench.open();
    const click = { ...READ, lane: 'click' as const, patience: CLICK_READ };
    bench.fault({ path: LIST, fault: { retryAfter: '60' } });
    await failure(room.client, click);
    await expect(room.client.call({ ...click, address: '/users?$top=1' })).resolves.toBeDefined();
  });

  test('backs off by itself when the answer names no time', async () => {
    const room = bench.open();
    bench.fault({ path: LIST, fault: { retryAfter: '' }, times: 3 });
    await expect(room.client.call(READ)).resolves.toBeDefined();
    expect(bench.requests(LIST)).toHaveLength(4);
  });
});

describe('the token', () => {
  test('is renewed once when Graph refuses it, and the same request is sent again', async () => {
    const tokens = tokensInTurn('spent', 'emulator');
    await expect(bench.open({ tokenSource: tokens }).client.call(READ)).resolves.toBeDefined();
    expect(tokens.renewals).toBe(1);
    expect(bench.requests(LIST)).toHaveLength(2);
  });

  test('is renewed once in a walk and the same page asked for again', async () => {
    bench.fault({ path: LIST, fault: { status: 401 } });
    const tokens = tokensInTurn('emulator', 'emulator');
    await bench.open({ tokenSource: tokens }).client.call({ ...READ, address: `${LIST}?$top=7` });
    const queries = bench.emulator.recorder.list({ path: `/v1.0${LIST}` }).map((entry) => entry.query);
    expect(queries[0]).toContain('top=7');
    expect(queries).toEqual([queries[0], queries[0]]);
  });

  test('refused always, ends in one refusal', async () => {
    const tokens = tokensInTurn('spent', 'worse');
    expect(await failure(bench.open({ tokenSource: tokens }).client)).toMatchObject({
      code: 'unauthorised',
      status: 401,
    });
    expect(tokens.renewals).toBe(1);
    expect(bench.requests(LIST)).toHaveLength(2);
  });

  test('never leaves for another origin, whatever a link says', async () => {
    const seen: string[] = [];
    const elsewhere = await listen(({ url }) => seen.push(url ?? ''));
    try {
      const error = await failure(bench.open().client, { ...READ, address: `${originOf(elsewhere)}/v1.0/security/x` });
      expect(error.code).toBe('garbage');
      expect(seen).toEqual([]);
    } finally {
      elsewhere.close();
    }
  });

  test('does not follow a redirect to another host', async () => {
    const seen: string[] = [];
    const elsewhere = await listen(({ url }) => seen.push(url ?? ''));
    const headers = { location: `${originOf(elsewhere)}/v1.0${LIST}` };
    bench.fault({ path: LIST, fault: { status: 302, headers }, times: 0 });
    try {
      expect((await failure(bench.open().client)).code).toBe('garbage');
      expect(seen).toEqual([]);
    } finally {
      elsewhere.close();
    }
  });
});

describe('bounds', () => {
  test('leaves Graph alone after repeated failures and comes back after a pause', async () => {
    const room = bench.open({ circuitPauseMs: 50 });
    bench.fault({ path: LIST, fault: { status: 500 }, times: CIRCUIT_FAILURES });
    await failure(room.client);
    const asked = bench.requests(LIST).length;
    expect(await failure(room.client)).toMatchObject({ code: 'notConnected', detail: 'circuitOpen' });
    expect(bench.requests(LIST)).toHaveLength(asked);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await expect(room.client.call(READ)).resolves.toBeDefined();
  });

  test('an open circuit of the looks leaves clicks alone', async () => {
    const room = bench.open();
    bench.fault({ path: LIST, fault: { status: 500 }, times: CIRCUIT_FAILURES });
    await failure(room.client);
    const click = { ...READ, lane: 'click' as const, patience: CLICK_READ };
    await expect(room.client.call(click)).resolves.toBeDefined();
  });

  test('reads no body past its limit', async () => {
    const filler = 'x'.repeat(MAX_BODY_BYTES + 1);
    bench.fault({ path: LIST, fault: { status: 200, body: { value: [], filler } } });
    expect((await failure(bench.open().client)).code).toBe('tooLarge');
  });

  test('a closed room asks nothing more', async () => {
    const room = bench.open();
    room.client.close();
    expect((await failure(room.client)).code).toBe('unavailable');
    expect(bench.requests(LIST)).toEqual([]);
  });
});

/** A server of somebody else's, on a port of the system's choice. */
async function listen(onRequest: (request: IncomingMessage) => void): Promise<Server> {
  const server = createServer((request, response) => {
    onRequest(request);
    response.setHeader('content-type', 'application/json');
    response.end('{"value":[]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The one request that a read of the address makes. */
async function heard(address: string): Promise<IncomingMessage> {
  const requests: IncomingMessage[] = [];
  const server = await listen((request) => requests.push(request));
  try {
    await bench.open({ baseUrl: `${originOf(server)}/v1.0` }).client.call({ ...READ, address });
  } finally {
    server.close();
    server.closeAllConnections();
  }
  expect(requests).toHaveLength(1);
  return requests[0] as IncomingMessage;
}
