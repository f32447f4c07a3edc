import { BotError, ERROR_CODES, isBotError, faultKind } from '../../src/domain/errors';

test('an error says where it comes from, its code and its status, and nothing else', () => {
  const error = new BotError('unavailable', {
    from: 'graph',
    status: 503,
    detail: 'generalException',
    retryAfterMs: 7000,
  });
  expect(error.message).toBe('graph: unavailable (503)');
  expect(error).toMatchObject({ name: 'BotError', from: 'graph', status: 503, retryAfterMs: 7000 });
  expect(new BotError('timedOut', { from: 'connector' }).message).toBe('connector: timedOut');
});

test('the outside system’s own error is kept, but printed and serialised nowhere', () => {
  const cause = new Error('Zelda Quicksilver is under investigation');
  const error = new BotError('badRequest', { from: 'graph', cause });
  expect(error.cause).toBe(cause);
  expect(JSON.stringify(error)).not.toContain('Zelda');
  expect(Object.keys(error)).not.toContain('cause');
});

test('an error is recognised by its code', () => {
  const error: unknown = new BotError('conflict', { from: 'connector' });
  expect(isBotError(error)).toBe(true);
  expect(isBotError(error, 'throttled', 'conflict')).toBe(true);
  expect(isBotError(error, 'throttled')).toBe(false);
  expect(isBotError(new Error('conflict'), 'conflict')).toBe(false);
  expect(isBotError({ code: 'conflict' })).toBe(false);
});

test('no code stands twice in the list', () => {
  expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
});

describe('a fault that nobody foresaw', () => {
  test.each([
    [new TypeError('Mira Holt'), 'TypeError'],
    [new Error('Mira Holt'), 'Error'],
    [Object.assign(new Error('listen'), { code: 'EADDRINUSE' }), 'Error EADDRINUSE'],
    [Object.assign(new Error('x'), { name: 'Mira Holt', code: 'Mira Holt' }), 'unknown'],
    [Object.assign(new Error('duplicate key (upn)=(mira.holt)'), { name: 'error', code: '23505' }), 'unknown'],
    ['Mira Holt', 'unknown'],
    [{ message: 'Mira Holt' }, 'unknown'],
    [null, 'unknown'],
  ])('is told by its kind and the system’s word alone: %p', (fault, kind) => {
    expect(faultKind(fault)).toBe(kind);
  });
});
