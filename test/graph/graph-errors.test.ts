import { errorFromAnswer, KNOWN_GRAPH_CODES } from '../../src/graph/graph-errors';

const translate = (status: number, body?: unknown, headers: Record<string, string> = {}) =>
  errorFromAnswer(status, new Headers(headers), body, 0);

describe('an answer that is no success', () => {
  test.each([
    [301, 'garbage'],
    [304, 'garbage'],
    [400, 'badRequest'],
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [408, 'timedOut'],
    [409, 'conflict'],
    [410, 'notFound'],
    [412, 'conflict'],
    [413, 'tooLarge'],
    [418, 'badRequest'],
    [429, 'throttled'],
    [500, 'unavailable'],
    [503, 'unavailable'],
    [504, 'timedOut'],
    [509, 'unavailable'],
  ])('%d is %s', (status, code) => {
    expect(translate(status)).toMatchObject({ code, status, from: 'graph' });
  });

  test.each([
    ['the outer code', { error: { code: 'InvalidRequestBody' } }, 'InvalidRequestBody'],
    ['innerError', { error: { code: 'x', innerError: { code: 'InvalidRequestBody' } } }, 'InvalidRequestBody'],
    ['innererror', { error: { innererror: { code: 'InvalidRequestBody' } } }, 'InvalidRequestBody'],
    ['no word anybody knows', { error: { code: 'A name of a person' } }, undefined],
    ['no envelope', { message: 'x' }, undefined],
    ['an odd envelope', { error: { code: 7, innerError: 'x' } }, undefined],
    ['no body', undefined, undefined],
  ])('its code word is found in %s', (_what, body, detail) => {
    expect(translate(400, body).detail).toBe(detail);
  });

  test.each([{ error: { code: 'TooManyRequests' } }, { error: { code: 'x', innerError: { code: '429' } } }])(
    'is throttling by its code whatever its status: %j',
    (body) => {
      expect(translate(503, body).code).toBe('throttled');
    },
  );

  test('carries the wait, counted from the answer’s own time', () => {
    const headers = { date: 'Wed, 02 Sep 2026 06:00:00 GMT', 'retry-after': 'Wed, 02 Sep 2026 06:00:20 GMT' };
    expect(translate(429, undefined, headers).retryAfterMs).toBe(20_000);
  });

  test('carries no text of Graph', () => {
    const error = translate(403, { error: { code: 'Forbidden', message: 'planted name' } });
    expect(`${JSON.stringify(error)} ${error.message} ${error.stack}`).not.toContain('planted');
    expect(KNOWN_GRAPH_CODES).toContain(error.detail);
  });
});
