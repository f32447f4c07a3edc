import { AttemptDeadline } from '../../src/graph/attempt-deadline';

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the deadline of an attempt', () => {
  test('runs from its start, not before', async () => {
    const attempt = new AttemptDeadline(new AbortController().signal);
    await after(10);
    expect(attempt.signal.aborted).toBe(false);
    attempt.start(5);
    await after(15);
    expect(attempt.signal.aborted).toBe(true);
  });

  test('starts anew with a second request', async () => {
    const attempt = new AttemptDeadline(new AbortController().signal);
    attempt.start(5);
    attempt.start(10_000);
    await after(15);
    expect(attempt.signal.aborted).toBe(false);
    attempt.end();
  });

  test('is over when the room closes, or was closed already', () => {
    const room = new AbortController();
    const attempt = new AttemptDeadline(room.signal);
    room.abort();
    expect(attempt.signal.aborted).toBe(true);
    expect(new AttemptDeadline(room.signal).signal.aborted).toBe(true);
  });

  test('leaves nothing behind once it ended', async () => {
    const room = new AbortController();
    const attempt = new AttemptDeadline(room.signal);
    attempt.start(5);
    attempt.end();
    room.abort();
    await after(15);
    expect(attempt.signal.aborted).toBe(false);
  });
});
