import type { FaultRule } from '../../src/emulator/faults';
import { CIRCUIT_FAILURES } from '../../src/graph/graph-circuits';
import { EDIT_TOTAL_MS, EDIT } from '../../src/graph/patience';
import { startGraphBench, type GraphBench, type GraphUnderTest } from './graph-under-test';
import { createSkippingClock } from './skipping-clock';
import { startProxy } from './unpluggable-proxy';

const ONE = '/security/alerts_v2/*';
const COMMENTS = '/security/alerts_v2/*/comments';
const MARKER = '[ref 7f3a]';
const TEXT = `Checked with the manager. ${MARKER}`;
const START = { status: 'inProgress' } as const;

let bench: GraphBench;
beforeAll(async () => {
  bench = await startGraphBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

const patches = () => bench.requests(ONE).filter((request) => request.startsWith('PATCH'));
const posts = () => bench.requests(COMMENTS).filter((request) => request.startsWith('POST'));
const commentsOf = (id: string) => bench.emulator.world.alerts.get(id)?.comments ?? [];
const statusOf = (id: string) => bench.emulator.world.alerts.get(id)?.status;

function onPatch(fault: FaultRule['fault'], times = 1): void {
  bench.fault({ method: 'PATCH', path: ONE, fault, times });
}

function onComment(fault: FaultRule['fault'], times = 1): void {
  bench.fault({ method: 'POST', path: COMMENTS, fault, times });
}

/** What somebody else does while our PATCH is under way. */
function meanwhile(id: string, change: Record<string, unknown>, after: () => boolean): void {
  const timer = setInterval(() => {
    if (!after()) return;
    clearInterval(timer);
    bench.emulator.world.alerts.change(id, change);
  }, 1);
}

describe('an edit', () => {
  test('sends exactly the wanted properties, once', async () => {
    const id = bench.raise();
    const patch = {
      status: 'resolved',
      classification: 'truePositive',
      determination: 'maliciousUserActivity',
    } as const;
    await expect(bench.open().alertEditor.edit(id, patch)).resolves.toBe('applied');
    const [request] = bench.emulator.recorder.list({ method: 'PATCH' });
    expect(request?.body).toEqual(patch);
    expect(patches()).toHaveLength(1);
  });

  test('starts from the read that was made moments before, without another one', async () => {
    const id = bench.raise();
    const room = bench.open();
    await room.alertSource.readAlert(id);
    await room.alertEditor.edit(id, START);
    expect(bench.requests(ONE).map((request) => request.split(' ')[0])).toEqual(['GET', 'PATCH']);
  });

  test('can take an owner away', async () => {
    const id = bench.raise({ assignedTo: 'aisha.rahman@contoso.com' });
    onPatch({ handleThen: 'reset' });
    await expect(bench.open().alertEditor.edit(id, { assignedTo: null })).resolves.toBe('applied');
    expect(bench.emulator.world.alerts.get(id)?.assignedTo).toBeNull();
  });

  test('of an alert that Graph does not know is refused', async () => {
    await expect(bench.open().alertEditor.edit('gone', START)).rejects.toMatchObject({ code: 'notFound' });
    await expect(bench.open().alertEditor.edit('../x', START)).rejects.toMatchObject({ code: 'notFound' });
    expect(patches()).toEqual([]);
  });
});

describe('the row of an edit in the retry table', () => {
  test.each([
    ['a reset after it was carried out', { handleThen: 'reset' as const }],
    ['a 502 after it was carried out', { handleThen: { status: 502 } }],
    ['a 408 after it was carried out', { handleThen: { status: 408 } }],
    ['a 412 after it was carried out', { handleThen: { status: 412 } }],
    ['an answer that breaks off', { cutBody: 10 }],
    ['an answer that is no JSON', { garbage: 'html' as const }],
  ])('reads back after %s and finds it applied', async (_what, fault) => {
    const id = bench.raise();
    onPatch(fault);
    await expect(bench.open().alertEditor.edit(id, START)).resolves.toBe('applied');
    expect(patches()).toHaveLength(1);
    expect(statusOf(id)).toBe('inProgress');
  });

  test.each([
    ['a reset', { reset: true as const }],
    ['a 500', { status: 500 }],
    ['a 504', { status: 504 }],
    ['a 408', { status: 408 }],
    ['a 412', { status: 412 }],
  ])('tries once more after %s that left the alert unchanged', async (_what, fault) => {
    const id = bench.raise();
    onPatch(fault);
    await expect(bench.open().alertEditor.edit(id, START)).resolves.toBe('applied');
    expect(patches()).toHaveLength(2);
  });

  test('reads back when no answer came in time', async () => {
    const id = bench.raise();
    onPatch({ handleThen: 'timeout' });
    const began = Date.now();
    await expect(bench.open().alertEditor.edit(id, START)).resolves.toBe('applied');
    expect(Date.now() - began).toBeLessThan(EDIT.attemptMs + 1_500);
    expect(patches()).toHaveLength(1);
  });

  test('says that it was not applied when the one retry changed nothing either', async () => {
    const id = bench.raise();
    onPatch({ status: 503 }, 2);
    await expect(bench.open().alertEditor.edit(id, START)).resolves.toBe('notApplied');
    expect(patches()).toHaveLength(2);
    expect(statusOf(id)).toBe('new');
  });

  test('overwrites nothing when somebody else changed the alert meanwhile', async () => {
    const id = bench.raise();
    onPatch({ delayMs: 60, status: 503 });
    meanwhile(id, { status: 'resolved' }, () => patches().length === 1);
    await expect(bench.open().alertEditor.edit(id, START)).resolves.toBe('conflict');
    expect(patches()).toHaveLength(1);
    expect(statusOf(id)).toBe('resolved');
  });

  test.each([
    ['fails', { status: 500 }],
    ['is throttled', { retryAfter: '600' }],
    ['is forbidden', { status: 403 }],
  ])('leaves the outcome open, and says no more than that, when the read-back %s', async (_what, fault) => {
    const id = bench.raise();
    const room = bench.open();
    await room.alertSource.readAlert(id);
    onPatch({ handleThen: { status: 412 } });
    bench.fault({ method: 'GET', path: ONE, fault, times: 0 });
    await expect(room.alertEditor.edit(id, START)).rejects.toMatchObject({ code: 'timedOut', from: 'graph' });
    expect(patches()).toHaveLength(1);
  });

  test('says that the alert is gone when the read-back does not find it', async () => {
    const id = bench.raise();
    const room = bench.open();
    await room.alertSource.readAlert(id);
    onPatch({ reset: true });
    bench.emulator.world.alerts.remove(id);
    await expect(room.alertEditor.edit(id, START)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('waits when Graph asks for a moment, and sends again', async () => {
    const id = bench.raise();
    const room = bench.open();
    onPatch({ retryAfter: '2.128' });
    await expect(room.alertEditor.edit(id, START)).resolves.toBe('applied');
    expect(room.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(2_000);
    expect(patches()).toHaveLength(2);
  });

  test('is told how long Graph is busy when that outlasts a click', async () => {
    const id = bench.raise();
    onPatch({ retryAfter: '30' });
    const edit = bench.open().alertEditor.edit(id, START);
    await expect(edit).rejects.toMatchObject({ code: 'throttled', retryAfterMs: 30_000 });
    expect(patches()).toHaveLength(1);
  });

  test('sends again when the connection never came to be', async () => {
    const id = bench.raise();
    await editThroughProxy(id, (room) => room.alertEditor.edit(id, START));
    expect(statusOf(id)).toBe('inProgress');
    expect(patches()).toHaveLength(1);
  });

  test('renews the token once and sends again', async () => {
    const id = bench.raise();
    onPatch({ status: 401 });
    let renewals = 0;
    const tokenSource = {
      current: async () => 'emulator',
      renewed: async () => {
        renewals += 1;
        return 'emulator';
      },
    };
    await expect(bench.open({ tokenSource }).alertEditor.edit(id, START)).resolves.toBe('applied');
    expect(renewals).toBe(1);
  });

  test.each([
    [400, 'badRequest'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [413, 'tooLarge'],
  ])('is final when Graph answers %d', async (status, code) => {
    const id = bench.raise();
    onPatch({ status });
    await expect(bench.open().alertEditor.edit(id, START)).rejects.toMatchObject({ code, status });
    expect(patches()).toHaveLength(1);
  });

  test('sends and reads nothing while the circuit is open', async () => {
    const id = bench.raise();
    const room = bench.open();
    await room.alertSource.readAlert(id);
    bench.fault({ method: 'GET', path: ONE, fault: { status: 500 }, times: CIRCUIT_FAILURES });
    for (let reads = 0; reads < CIRCUIT_FAILURES; reads += 1) await room.alertSource.readAlert(id).catch(() => null);
    bench.emulator.recorder.clear();
    await expect(room.alertEditor.edit(id, START)).rejects.toMatchObject({
      code: 'notConnected',
      detail: 'circuitOpen',
    });
    expect(bench.requests()).toEqual([]);
  });
});

describe('a comment', () => {
  test('is added once', async () => {
    const id = bench.raise();
    await bench.open().alertEditor.comment(id, TEXT, MARKER);
    expect(commentsOf(id).map(({ comment }) => comment)).toEqual([TEXT]);
  });

  test('must hold its marker', async () => {
    const comment = bench.open().alertEditor.comment(bench.raise(), 'no marker', MARKER);
    await expect(comment).rejects.toMatchObject({ code: 'badRequest' });
    expect(posts()).toEqual([]);
  });

  test.each([
    ['a reset', { handleThen: 'reset' as const }],
    ['a 502', { handleThen: { status: 502 } }],
    ['a 408', { handleThen: { status: 408 } }],
    ['half an answer', { cutBody: 5 }],
    ['an answer that is no JSON', { garbage: 'empty' as const }],
  ])('is not added twice when it was taken and the answer was %s', async (_what, fault) => {
    const id = bench.raise();
    onComment(fault);
    await bench.open().alertEditor.comment(id, TEXT, MARKER);
    expect(commentsOf(id)).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });

  test.each([
    ['a reset', { reset: true as const }],
    ['a 500', { status: 500 }],
    ['a 503', { status: 503 }],
    ['a 408', { status: 408 }],
  ])('is sent once more after %s when its marker is nowhere', async (_what, fault) => {
    const id = bench.raise();
    onComment(fault);
    await bench.open().alertEditor.comment(id, TEXT, MARKER);
    expect(commentsOf(id)).toHaveLength(1);
    expect(posts()).toHaveLength(2);
  });

  test('fails after the second try', async () => {
    const id = bench.raise();
    onComment({ status: 503 }, 0);
    await expect(bench.open().alertEditor.comment(id, TEXT, MARKER)).rejects.toMatchObject({ code: 'unavailable' });
    expect(posts()).toHaveLength(2);
  });

  test('is uncertain when nobody can look for its marker', async () => {
    const id = bench.raise();
    onComment({ handleThen: 'reset' });
    bench.fault({ method: 'GET', path: ONE, fault: { retryAfter: '600' } });
    await expect(bench.open().alertEditor.comment(id, TEXT, MARKER)).rejects.toMatchObject({ code: 'timedOut' });
    expect(posts()).toHaveLength(1);
  });

  test('waits when Graph asks for a moment', async () => {
    const id = bench.raise();
    onComment({ retryAfter: '1' });
    await bench.open().alertEditor.comment(id, TEXT, MARKER);
    expect(posts()).toHaveLength(2);
  });

  test('is sent again when the connection never came to be', async () => {
    const id = bench.raise();
    await editThroughProxy(id, (room) => room.alertEditor.comment(id, TEXT, MARKER));
    expect(commentsOf(id)).toHaveLength(1);
  });

  test.each([400, 403, 404, 412])('is final when Graph answers %d', async (status) => {
    const id = bench.raise();
    onComment({ status });
    await expect(bench.open().alertEditor.comment(id, TEXT, MARKER)).rejects.toMatchObject({ status });
    expect(posts()).toHaveLength(1);
  });
});

test('an edit and its settling fit into a click of ten seconds', () => {
  expect(EDIT.attemptMs).toBeLessThanOrEqual(3_000);
  expect(EDIT_TOTAL_MS).toBeLessThan(10_000);
});

/** Reads the alert, refuses connections until the first pause, and runs the write in between. */
async function editThroughProxy(id: string, write: (room: GraphUnderTest) => Promise<unknown>): Promise<void> {
  const proxy = await startProxy(bench.emulator.url);
  const clock = { ...createSkippingClock(0.5), sleep: () => proxy.plugIn() };
  const room = bench.open({ baseUrl: `${proxy.url}/v1.0`, clock });
  try {
    await room.alertSource.readAlert(id);
    await proxy.unplug();
    await write(room);
  } finally {
    await proxy.unplug();
  }
}
