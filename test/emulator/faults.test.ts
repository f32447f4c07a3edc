import { connect } from 'node:net';
import { faultRuleSchema, type FaultRule } from '../../src/emulator/faults';
import { OTHER_HOST } from '../../src/emulator/fault-effects';
import { raiseAlert } from '../../src/emulator/raise-alert';
import { errorOf, rowsOf, startEmulator, type EmulatorUnderTest } from './emulator-under-test';

const USERS = '/users?$top=1';
let under: EmulatorUnderTest;

beforeAll(async () => {
  under = await startEmulator({ switches: { alertRequestsPerMinute: 0 } });
});
afterAll(() => under.emulator.close());
afterEach(() => under.emulator.faults.clear());

const fail = (fault: FaultRule['fault'], more: Partial<FaultRule> = {}) =>
  under.emulator.faults.add({ path: '/v1.0/users', fault, ...more });
const read = () => under.graph('GET', USERS);

describe('a switched-on fault', () => {
  it('befalls one request unless told otherwise', async () => {
    fail({ status: 503 });
    expect([(await read()).status, (await read()).status]).toEqual([503, 200]);
  });

  it('lets requests pass first, and befalls as many as it is told', async () => {
    fail({ status: 500 }, { after: 1, times: 2 });
    expect([(await read()).status, (await read()).status, (await read()).status, (await read()).status]).toEqual([
      200, 500, 500, 200,
    ]);
  });

  it('lasts until it is cleared when its count is zero', async () => {
    fail({ status: 500 }, { times: 0 });
    for (let count = 0; count < 5; count += 1) expect((await read()).status).toBe(500);
    under.emulator.faults.clear();
    expect((await read()).status).toBe(200);
  });

  it('meets only its method and path', async () => {
    fail({ status: 500 }, { method: 'POST' });
    expect((await read()).status).toBe(200);
    expect((await under.graph('GET', '/groups')).status).toBe(200);
  });

  it('stands in the record of the request it befell', async () => {
    fail({ status: 503 });
    await read();
    const [last] = under.emulator.recorder.list({ path: '/v1.0/users' }).slice(-1);
    expect(last).toMatchObject({ status: 503, fault: 'status' });
  });

  it.each([{}, { body: 'x' }, { status: 99 }, { handleThen: 'explode' }, { unheard: 1 }])(
    'makes no sense as %j',
    (fault) => {
      expect(faultRuleSchema.safeParse({ path: '/x', fault }).success).toBe(false);
    },
  );
});

describe('an answer instead of handling', () => {
  it('comes in the envelope of the service, or with the body given', async () => {
    fail({ status: 504 });
    expect(errorOf(await read())).toMatchObject({ code: 'UnknownError', message: '' });
    fail({
      status: 403,
      headers: { 'x-ms-ags-diagnostic': 'none' },
      body: { error: { code: 'Authorization_RequestDenied' } },
    });
    const refused = await read();
    expect(refused.headers.get('x-ms-ags-diagnostic')).toBe('none');
    expect(errorOf(refused)).toEqual({ code: 'Authorization_RequestDenied' });
  });

  it.each(['7', '2.128', 'Wed, 21 Oct 2015 07:28:00 GMT', '-1', 'abc', '10000'])(
    'throttles with Retry-After: %s',
    async (retryAfter) => {
      fail({ retryAfter });
      const answer = await read();
      expect(answer.status).toBe(429);
      expect(answer.headers.get('retry-after')).toBe(retryAfter);
    },
  );

  it('throttles without the header when it is empty', async () => {
    fail({ retryAfter: '' });
    const answer = await read();
    expect([answer.status, answer.headers.has('retry-after')]).toEqual([429, false]);
  });

  it('speaks as the Connector on its paths', async () => {
    under.emulator.faults.add({ method: 'POST', path: '/connector/*', fault: { status: 502 } });
    const answer = await under.call('POST', '/connector/v3/conversations', {});
    expect(answer.status).toBe(502);
    expect(Object.keys(errorOf(answer))).toEqual(['code', 'message']);
  });
});

describe('a broken line', () => {
  it('is reset before anything is handled', async () => {
    const alert = raiseAlert(under.emulator.world, {});
    under.emulator.faults.add({ path: `/v1.0/security/alerts_v2/${alert.id}`, fault: { reset: true } });
    await expect(under.graph('PATCH', `/security/alerts_v2/${alert.id}`, { status: 'resolved' })).rejects.toThrow();
    expect(under.emulator.world.alerts.get(alert.id)?.status).toBe('new');
    expect(under.emulator.recorder.list().at(-1)).toMatchObject({ status: null, fault: 'reset' });
  });

  it.each([
    ['reset', { handleThen: 'reset' as const }],
    ['replaced', { handleThen: { status: 502 } }],
  ])('after the change took effect leaves the outcome open: the answer is %s', async (_, fault) => {
    const alert = raiseAlert(under.emulator.world, {});
    under.emulator.faults.add({ method: 'PATCH', path: '*', fault });
    const outcome = await under
      .graph('PATCH', `/security/alerts_v2/${alert.id}`, { status: 'resolved' })
      .catch(() => null);
    expect(outcome?.status ?? 502).toBe(502);
    expect(under.emulator.world.alerts.get(alert.id)?.status).toBe('resolved');
  });

  it('can stay silent after the change took effect', async () => {
    const alert = raiseAlert(under.emulator.world, {});
    under.emulator.faults.add({ method: 'PATCH', path: '*', fault: { handleThen: 'timeout' } });
    const path = `${under.emulator.url}/v1.0/security/alerts_v2/${alert.id}`;
    const headers = { authorization: 'Bearer emulator', 'content-type': 'application/json' };
    const body = JSON.stringify({ status: 'resolved' });
    await expect(fetch(path, { method: 'PATCH', headers, body, signal: AbortSignal.timeout(300) })).rejects.toThrow(
      /timeout/,
    );
    expect(under.emulator.world.alerts.get(alert.id)?.status).toBe('resolved');
  });

  it.each([0, 25])('breaks off after %i bytes of a longer body', async (bytes) => {
    fail({ cutBody: bytes });
    const { head, body } = await rawGet(under.emulator.url, `/v1.0${USERS}`);
    expect(Number(/content-length: (\d+)/i.exec(head)?.[1])).toBeGreaterThan(bytes);
    expect(Buffer.byteLength(body)).toBe(bytes);
    fail({ cutBody: bytes });
    await expect(read()).rejects.toThrow();
  });

  it('can be slow', async () => {
    fail({ delayMs: 120 });
    const started = performance.now();
    expect((await read()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(115);
  });
});

describe('a page that leads astray', () => {
  it('points to itself', async () => {
    fail({ nextLink: 'loop' });
    expect((await read()).body['@odata.nextLink']).toBe(`${under.emulator.url}/v1.0${USERS}`);
  });

  it('points to another host, or to the address given', async () => {
    fail({ nextLink: 'otherHost' });
    const answer = await read();
    expect(String(answer.body['@odata.nextLink']).startsWith(OTHER_HOST)).toBe(true);
    expect(rowsOf(answer)).toHaveLength(1);
    fail({ nextLink: 'http://127.0.0.1:1/v1.0/users' });
    expect((await read()).body['@odata.nextLink']).toBe('http://127.0.0.1:1/v1.0/users');
  });

  it.each([
    ['html', /^<!doctype html>/],
    ['empty', /^$/],
    ['truncatedJson', /^\{"@odata.context"/],
  ] as const)('is %s with a status of 200', async (garbage, shape) => {
    fail({ garbage });
    const response = await fetch(`${under.emulator.url}/v1.0${USERS}`, {
      headers: { authorization: 'Bearer emulator' },
    });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toMatch(shape);
    expect(() => JSON.parse(text)).toThrow();
  });
});

/** The head and what came of the body before the line broke. */
function rawGet(url: string, path: string): Promise<{ head: string; body: string }> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('utf8')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n');
      resolve({ head, body });
    });
    socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer emulator\r\n\r\n`);
  });
}
