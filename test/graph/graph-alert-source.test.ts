import { isBotError } from '../../src/domain/errors';
import { instantFromMs, instantToMs, parseInstant, type Instant } from '../../src/domain/instant';
import { toTextRun } from '../../src/domain/untrusted';
import type { AlertSlice } from '../../src/ports/alert-source';
import { PAGE_SIZE, SMALL_PAGE_SIZE } from '../../src/graph/alert-list-address';
import { MAX_BODY_BYTES } from '../../src/graph/answer-body';
import { startGraphBench, type GraphBench } from './graph-under-test';

const LIST = '/security/alerts_v2';
const OTHER_PRODUCT = { serviceSource: 'microsoftDefenderForEndpoint', detectionSource: 'antivirus' };

let bench: GraphBench;
beforeAll(async () => {
  bench = await startGraphBench();
});
beforeEach(() => {
  bench.reset();
  for (const alert of bench.emulator.world.alerts.all()) bench.emulator.world.alerts.remove(alert.id);
});
afterAll(() => bench.close());

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`no instant: ${text}`);
  return parsed;
}

const FROM = instant('2026-08-01T00:00:00Z');

function slice(change: Partial<AlertSlice> = {}): AlertSlice {
  return { from: FROM, to: null, filter: 'irm', maxPages: 20, ...change };
}

const ids = (alerts: readonly { id: string }[]) => alerts.map((alert) => alert.id);

describe('a slice', () => {
  test('holds what was updated from its start on and before its end, oldest update first', async () => {
    const at = (text: string) => bench.raise({ lastUpdateDateTime: text });
    at('2026-08-01T09:59:59.9999999Z');
    const onTheEdge = at('2026-08-01T10:00:00Z');
    const last = at('2026-08-01T10:59:59.9999999Z');
    const middle = at('2026-08-01T10:30:00.3Z');
    at('2026-08-01T11:00:00Z');
    const window = { from: instant('2026-08-01T10:00:00Z'), to: instant('2026-08-01T11:00:00Z') };
    const read = await bench.open().alertSource.readSlice(slice(window));
    expect(ids(read.alerts)).toEqual([onTheEdge, middle, last]);
    expect(read).toMatchObject({ pages: 1, complete: true, missedByFilter: 0 });
  });

  test('is asked for without $skip or $orderby', async () => {
    await bench.open().alertSource.readSlice(slice());
    const [request] = bench.emulator.recorder.list({ path: `/v1.0${LIST}` });
    const query = new URLSearchParams(request?.query);
    expect([...query.keys()].sort()).toEqual(['$filter', '$top']);
    expect(query.get('$top')).toBe(String(PAGE_SIZE));
    expect(query.get('$filter')).toBe(
      "serviceSource eq 'microsoftInsiderRiskManagement' and lastUpdateDateTime ge 2026-08-01T00:00:00.0000000Z",
    );
  });

  test('follows every page to the end', async () => {
    const raised = Array.from({ length: PAGE_SIZE * 2 + 1 }, () => bench.raise());
    const read = await bench.open().alertSource.readSlice(slice());
    expect(read).toMatchObject({ pages: 3, complete: true });
    expect(new Set(ids(read.alerts))).toEqual(new Set(raised));
  });

  test('says that it is not complete when it has more pages than allowed, and gives nothing of it', async () => {
    for (let count = 0; count <= PAGE_SIZE; count += 1) bench.raise();
    const read = await bench.open().alertSource.readSlice(slice({ maxPages: 1 }));
    expect(read).toEqual({ alerts: [], pages: 1, complete: false, missedByFilter: 0 });
  });

  test('leaves out every other product, filtered by Graph or not', async () => {
    const irm = bench.raise();
    bench.raise(OTHER_PRODUCT);
    for (const filter of ['irm', 'none'] as const) {
      expect(ids((await bench.open().alertSource.readSlice(slice({ filter }))).alerts)).toEqual([irm]);
    }
  });

  test('counts what only an unfiltered read finds, as when the source is renamed', async () => {
    bench.raise();
    const renamed = bench.raise({ serviceSource: 'microsoft365Defender' });
    const { alertSource } = bench.open();
    expect(ids((await alertSource.readSlice(slice())).alerts)).not.toContain(renamed);
    const unfiltered = await alertSource.readSlice(slice({ filter: 'none' }));
    expect(ids(unfiltered.alerts)).toContain(renamed);
    expect(unfiltered.missedByFilter).toBe(1);
  });

  test('is read unfiltered where Graph refuses the filter, and that is said once', async () => {
    const irm = bench.raise();
    bench.raise(OTHER_PRODUCT);
    const room = bench.open();
    for (let reads = 0; reads < 2; reads += 1) {
      bench.fault({ path: LIST, fault: { status: 400 } });
      expect(ids((await room.alertSource.readSlice(slice())).alerts)).toEqual([irm]);
    }
    expect(room.logger.lines).toHaveLength(1);
    expect(room.logger.lines[0]).toMatchObject({ level: 'warn', fields: { status: 400 } });
  });

  test('is asked for in smaller pages when a page is too big to be read', async () => {
    const irm = bench.raise();
    bench.fault({ path: LIST, fault: { status: 200, body: { value: [], filler: 'x'.repeat(MAX_BODY_BYTES) } } });
    expect(ids((await bench.open().alertSource.readSlice(slice())).alerts)).toEqual([irm]);
    const [, second] = bench.emulator.recorder.list({ path: `/v1.0${LIST}` });
    expect(second?.query).toContain(`top=${SMALL_PAGE_SIZE}`);
  });
});

describe('a page that is no page', () => {
  test.each([
    ['loops', { nextLink: 'loop' as const }],
    ['leads to another host', { nextLink: 'otherHost' as const }],
  ])('fails the slice when its link %s', async (_what, fault) => {
    bench.raise();
    bench.fault({ path: LIST, fault, times: 0 });
    const failed = bench.open().alertSource.readSlice(slice());
    await expect(failed).rejects.toMatchObject({ code: 'garbage', from: 'graph' });
    expect(bench.requests().length).toBeLessThanOrEqual(2);
  });

  test.each([
    ['has no value', { alerts: [] }],
    ['has a value that is no list', { value: {} }],
    ['is a list', [{ id: 'a' }]],
    ['has a link that is no text', { value: [], '@odata.nextLink': 7 }],
  ])('fails the slice when it %s', async (_what, body) => {
    bench.fault({ path: LIST, fault: { status: 200, body } });
    await expect(bench.open().alertSource.readSlice(slice())).rejects.toMatchObject({ code: 'garbage' });
  });

  test('fails the slice whole when a later page fails for good', async () => {
    for (let count = 0; count <= PAGE_SIZE; count += 1) bench.raise();
    bench.fault({ path: LIST, fault: { status: 403 }, after: 1 });
    await expect(bench.open().alertSource.readSlice(slice())).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('is asked for again when it breaks off in the middle of a walk', async () => {
    const raised = Array.from({ length: PAGE_SIZE + 1 }, () => bench.raise());
    bench.fault({ path: LIST, fault: { cutBody: 500 }, after: 1 });
    expect((await bench.open().alertSource.readSlice(slice())).alerts).toHaveLength(raised.length);
  });
});

describe('an alert in a slice', () => {
  /** A page of Graph's with exactly these elements. */
  function page(...value: unknown[]): void {
    bench.fault({ path: LIST, fault: { status: 200, body: { value } } });
  }

  const SOURCE = { serviceSource: 'microsoftInsiderRiskManagement' };

  test('stands there once, in its newest form, however many pages it was on', async () => {
    const older = { ...SOURCE, id: 'a', status: 'new', lastUpdateDateTime: '2026-08-02T10:00:00Z' };
    const newer = { ...older, status: 'inProgress', lastUpdateDateTime: '2026-08-02T10:00:00.3Z' };
    page(newer, older);
    const { alerts } = await bench.open().alertSource.readSlice(slice());
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.status).toBe('inProgress');
  });

  test('comes through with enum members nobody knows, which read as not given', async () => {
    page({ ...SOURCE, id: 'a', status: 'paused', severity: 'unknownFutureValue', classification: 'unknown' });
    const { alerts } = await bench.open().alertSource.readSlice(slice());
    expect(alerts[0]).toMatchObject({ id: 'a', status: null, severity: null, classification: null });
  });

  test('is skipped and counted when its id cannot be used, and the others come through', async () => {
    page({ ...SOURCE, id: '../incidents' }, { ...SOURCE }, null, { ...SOURCE, id: 'good' });
    const room = bench.open();
    expect(ids((await room.alertSource.readSlice(slice())).alerts)).toEqual(['good']);
    expect(room.logger.lines).toEqual([
      { level: 'warn', event: 'Alerts without a usable id cannot be delivered', fields: { count: 3 } },
    ]);
  });
});

describe('one alert', () => {
  test('is read afresh each time', async () => {
    const id = bench.raise({ title: 'Before' });
    const { alertSource } = bench.open();
    await alertSource.readAlert(id);
    bench.emulator.world.alerts.change(id, { title: 'After' });
    const alert = await alertSource.readAlert(id);
    expect(alert?.title && toTextRun(alert.title)).toBe('After');
  });

  test('has the same content hash as in a list', async () => {
    const id = bench.raise();
    const { alertSource } = bench.open();
    const { alerts } = await alertSource.readSlice(slice());
    expect((await alertSource.readAlert(id))?.contentHash).toBe(alerts[0]?.contentHash);
  });

  test('is null when Graph does not know it', async () => {
    await expect(bench.open().alertSource.readAlert('gone')).resolves.toBeNull();
  });

  test.each(['', "x' or 1 eq 1", '../incidents', 'a/b', 'a?b', 'a%2Fb', 'é', 'x'.repeat(129)])(
    'is null without a request for the id %j',
    async (id) => {
      await expect(bench.open().alertSource.readAlert(id)).resolves.toBeNull();
      expect(bench.requests()).toEqual([]);
    },
  );

  test('is garbage when the answer is about another alert', async () => {
    const id = bench.raise();
    const body = { ...bench.emulator.world.alerts.get(id), id: 'another' };
    bench.fault({ path: `${LIST}/*`, fault: { status: 200, body }, times: 0 });
    await expect(bench.open().alertSource.readAlert(id)).rejects.toMatchObject({ code: 'garbage' });
  });

  test('is given up when its deadline is over', async () => {
    const id = bench.raise();
    bench.fault({ path: `${LIST}/*`, fault: { delayMs: 10_000 }, times: 0 });
    const began = Date.now();
    const error: unknown = await bench
      .open()
      .alertSource.readAlert(id, 300)
      .catch((thrown: unknown) => thrown);
    expect(isBotError(error, 'timedOut')).toBe(true);
    expect(Date.now() - began).toBeLessThan(1_500);
  });
});

describe("Graph's own clock", () => {
  test('is the Date of an answer, not the time of this machine', async () => {
    const headers = { date: 'Mon, 03 Aug 2026 07:00:00 GMT' };
    bench.fault({ path: LIST, fault: { status: 200, headers, body: { value: [] } } });
    await expect(bench.open().alertSource.serverTime()).resolves.toBe('2026-08-03T07:00:00.0000000Z');
  });

  test('is close to now when the emulator says so', async () => {
    const time = await bench.open().alertSource.serverTime();
    expect(Math.abs(instantToMs(time) - Date.now())).toBeLessThan(5_000);
    expect(time).toBe(instantFromMs(instantToMs(time)));
  });
});
