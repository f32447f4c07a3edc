import { errorFromNetwork } from '../../src/graph/network-failure';

const failed = (cause: object) => Object.assign(new TypeError('fetch failed'), { cause });

describe('a failure on the wire', () => {
  test.each([
    ['a refused connection', { code: 'ECONNREFUSED' }],
    ['an unknown host', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }],
    ['a lookup that failed for now', { code: 'EAI_AGAIN' }],
    ['a connection that took too long', { code: 'UND_ERR_CONNECT_TIMEOUT' }],
    ['a connection that timed out in the system', { code: 'ETIMEDOUT', syscall: 'connect' }],
    ['a certificate of another host', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }],
    ['a failure of every address', { code: 'ECONNREFUSED', errors: [] }],
    ['a refusal further down', { cause: { code: 'ECONNREFUSED' } }],
  ])('that is %s sent nothing', (_what, cause) => {
    expect(errorFromNetwork(failed(cause), 'graph')).toMatchObject({ code: 'notConnected', from: 'graph' });
  });

  test.each([
    ['a reset', failed({ code: 'ECONNRESET', syscall: 'read' })],
    ['a socket closed by the other side', failed({ code: 'UND_ERR_SOCKET' })],
    ['a deadline', new DOMException('timed out', 'TimeoutError')],
    ['half a body', new TypeError('terminated')],
    ['anything else', 'odd'],
  ])('that is %s may have been carried out', (_what, error) => {
    expect(errorFromNetwork(error, 'graph').code).toBe('timedOut');
  });

  test('that is its own cause ends', () => {
    const error: { cause?: unknown } = {};
    error.cause = error;
    expect(errorFromNetwork(error, 'graph').code).toBe('timedOut');
  });
});
