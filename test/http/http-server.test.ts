// The HTTP server on a real socket: what it answers, what it refuses, how long it waits.
import { request as httpRequest } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { HttpServer, type SocketLimits } from '../../src/http/http-server';
import type { HttpHandlers } from '../../src/http/routes';
import { BODY_MAX_BYTES } from '../../src/http/request-body';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

const running: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function start(
  handlers: Partial<HttpHandlers> = {},
  limits: Partial<SocketLimits> = {},
  metricsToken: string | null = null,
) {
  const seen: { authorization: string | undefined; body: string }[] = [];
  const server = new HttpServer({
    host: '127.0.0.1',
    port: 0,
    metricsToken,
    logger: silent,
    limits: { stopGraceMs: 500, ...limits },
    handlers: {
      onActivity: async (authorization, rawBody) => {
        seen.push({ authorization, body: rawBody.toString('utf8') });
        return { status: 200, body: { ok: true } };
      },
      readiness: () => ({ ready: true, body: { outboxDepth: 3 } }),
      metricsText: async () => 'irm_alerts_seen_total 4\n',
      ...handlers,
    },
  });
  running.push(server);
  const { port } = await server.start();
  return { server, port, seen };
}

function ask(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** What a raw socket hears after sending `text`, until the server closes it. */
function hear(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString('utf8')));
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
}

describe('activities', () => {
  it('are handed on with their authorization and their bytes, and answered as told', async () => {
    const { port, seen } = await start();
    const answer = await ask(port, 'POST', '/api/messages', { authorization: 'Bearer abc' }, '{"type":"message"}');
    expect(answer).toMatchObject({ status: 200, text: '{"ok":true}' });
    expect(seen).toEqual([{ authorization: 'Bearer abc', body: '{"type":"message"}' }]);
  });

  it('may be as large as the limit and not a byte larger', async () => {
    const { port, seen } = await start();
    const fits = await ask(port, 'POST', '/api/messages', {}, Buffer.alloc(BODY_MAX_BYTES, 'a'));
    const announced = await ask(port, 'POST', '/api/messages', {}, Buffer.alloc(BODY_MAX_BYTES + 1, 'a'));
    const chunked = await ask(
      port,
      'POST',
      '/api/messages',
      { 'transfer-encoding': 'chunked' },
      Buffer.alloc(BODY_MAX_BYTES + 1, 'a'),
    );
    expect([fits.status, announced.status, chunked.status]).toEqual([200, 413, 413]);
    expect(seen).toHaveLength(1);
  });

  it.each(['gzip', 'br', 'deflate', 'identity, gzip'])('are refused when encoded as %s', async (encoding) => {
    const { port, seen } = await start();
    const answer = await ask(port, 'POST', '/api/messages', { 'content-encoding': encoding }, gzipSync('{}'));
    expect(answer.status).toBe(415);
    expect(seen).toEqual([]);
  });

  it('whose handler fails are answered 500 without a word about why', async () => {
    const { port } = await start({
      onActivity: async () => {
        throw new Error('the secret of the house');
      },
    });
    const answer = await ask(port, 'POST', '/api/messages', {}, '{}');
    expect(answer).toMatchObject({ status: 500, text: '' });
  });
});

describe('what the server says of itself', () => {
  it('is nothing: no banner, and no echo of an unknown path or method', async () => {
    const { port } = await start();
    const answers = [
      await ask(port, 'GET', '/healthz'),
      await ask(port, 'GET', '/who-is-jane-doe'),
      await ask(port, 'DELETE', '/api/messages'),
      await ask(port, 'GET', '/%'),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([200, 404, 405, expect.any(Number)]);
    for (const answer of answers) {
      expect(answer.headers.server ?? answer.headers['x-powered-by']).toBeUndefined();
      expect(answer.text).toBe('');
    }
  });
});

describe('figures', () => {
  it('are told to a process on this machine', async () => {
    const { port } = await start();
    expect(await ask(port, 'GET', '/metrics')).toMatchObject({ status: 200, text: 'irm_alerts_seen_total 4\n' });
    expect(await ask(port, 'GET', '/readyz')).toMatchObject({ status: 200, text: '{"outboxDepth":3}' });
  });

  it.each([{ 'x-forwarded-for': '203.0.113.9' }, { 'x-forwarded-for': '' }, { forwarded: 'for=203.0.113.9' }])(
    'are not told through a proxy (%p)',
    async (headers) => {
      const { port } = await start({}, {}, 'right');
      expect(await ask(port, 'GET', '/metrics', headers)).toMatchObject({ status: 404, text: '' });
      expect(await ask(port, 'GET', '/readyz', headers)).toMatchObject({ status: 200, text: '' });
    },
  );

  it('are told through a proxy to the bearer of the metrics token alone', async () => {
    const { port } = await start({}, {}, 'right');
    const through = { 'x-forwarded-for': '203.0.113.9' };
    const status = async (authorization: string) =>
      (await ask(port, 'GET', '/metrics', { ...through, authorization })).status;
    expect(await status('Bearer right')).toBe(200);
    expect(await status('Bearer wrong')).toBe(404);
    expect(await status('Bearer right right')).toBe(404);
    expect(await status('Basic right')).toBe(404);
    const ready = await ask(port, 'GET', '/readyz', { ...through, authorization: 'Bearer right' });
    expect(ready.text).toBe('{"outboxDepth":3}');
  });

  it('are told to no token when none is configured', async () => {
    const { port } = await start({}, {}, null);
    const headers = { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer null' };
    expect((await ask(port, 'GET', '/metrics', headers)).status).toBe(404);
  });

  it('leave only the status to others when the bot is not ready', async () => {
    const { port } = await start({ readiness: () => ({ ready: false, body: { outboxDepth: 3 } }) });
    expect(await ask(port, 'GET', '/readyz', { 'x-forwarded-for': '::1' })).toMatchObject({ status: 503, text: '' });
  });
});

describe('time', () => {
  const quick = { headersTimeoutMs: 200, requestTimeoutMs: 400, keepAliveTimeoutMs: 100, checkIntervalMs: 50 };

  it('ends a request whose headers dribble in', async () => {
    // The time for the whole request would end it too, were it not longer than this test may take.
    const { port } = await start({}, { ...quick, requestTimeoutMs: 60_000 });
    expect(await hear(port, 'POST /api/messages HTTP/1.1\r\nHost: a\r\n')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('ends a request whose body never comes, and hands nothing on', async () => {
    const { port, seen } = await start({}, quick);
    const heard = await hear(port, 'POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{');
    expect(heard).toMatch(/^HTTP\/1\.1 408 |^$/);
    expect(seen).toEqual([]);
  });

  it('closes a connection that has nothing more to ask', async () => {
    const { port } = await start({}, quick);
    expect(await hear(port, 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('of many idle connections delays nobody', async () => {
    const { port } = await start();
    const idle = await Promise.all(
      Array.from(
        { length: 300 },
        () =>
          new Promise<ReturnType<typeof connect>>((resolve) => {
            const socket = connect(port, '127.0.0.1', () => resolve(socket));
          }),
      ),
    );
    const took: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const before = Date.now();
      expect((await ask(port, 'POST', '/api/messages', {}, '{}')).status).toBe(200);
      took.push(Date.now() - before);
    }
    // The best of five, since other processes share the machine.
    expect(Math.min(...took)).toBeLessThan(200);
    for (const socket of idle) socket.destroy();
  });
});

describe('the number of connections', () => {
  it('is bounded', async () => {
    const { port } = await start({}, { maxConnections: 1 });
    const first = connect(port, '127.0.0.1');
    await new Promise((resolve) => first.once('connect', resolve));
    await expect(ask(port, 'GET', '/healthz')).rejects.toThrow();
    first.destroy();
  });
});

describe('stopping', () => {
  it('lets a request in hand end, fails readiness meanwhile and takes no new connection', async () => {
    let release: (value: { status: number }) => void = () => {};
    let arrived: () => void = () => {};
    const inHand = new Promise<void>((resolve) => (arrived = resolve));
    const { server, port } = await start({
      onActivity: () =>
        new Promise((resolve) => {
          release = resolve;
          arrived();
        }),
    });
    const answer = ask(port, 'POST', '/api/messages', {}, '{}');
    await inHand;
    const stopped = server.stop();
    expect(server.stop()).toBe(stopped);
    release({ status: 202 });
    expect((await answer).status).toBe(202);
    await stopped;
    await expect(ask(port, 'GET', '/healthz')).rejects.toThrow();
  });

  it('cuts what does not end within the grace', async () => {
    const { server, port } = await start({ onActivity: () => new Promise(() => {}) }, { stopGraceMs: 100 });
    const answer = ask(port, 'POST', '/api/messages', {}, '{}').catch((error: Error) => error.name);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.stop();
    expect(await answer).toBe('Error');
  });

  it('and starting may each be asked for twice', async () => {
    const { server, port } = await start();
    const again: AddressInfo = await server.start();
    expect(again.port).toBe(port);
  });
});
