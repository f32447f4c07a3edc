// Hunting at Graph's door: what is sent, how answers are read, what failures are called, how little is repeated.
import { BotError, isBotError } from '../../src/domain/errors';
import { ANSWER_ROWS_MAX } from '../../src/graph/answer-rows';
import { MAX_BODY_BYTES } from '../../src/graph/answer-body';
import { COLUMNS_MS, NO_TABLE_MS, QUOTA_PAUSE_MS } from '../../src/graph/graph-hunting';
import { startGraphStandIn, type GraphStandIn, type StandInAnswer } from './graph-stand-in';
import type { GraphUnderTest } from './graph-under-test';

const PATH = '/security/runHuntingQuery';
const QUERY = { text: 'DataSecurityEvents | count', timespan: '2026-03-04T10:00:00Z/2026-03-11T10:00:00Z' };
const BAD = { status: 400, body: { error: { code: 'BadRequest', message: "Failed to resolve 'Mira Holt'" } } };

let graph: GraphStandIn;
beforeAll(async () => {
  graph = await startGraphStandIn();
});
beforeEach(() => graph.reset());
afterAll(() => graph.close());

const row = (over: object = {}) => ({ Part: 'total', Key: '', Files: 54, People: 2, Events: 61, ...over });
const answer = (results: unknown, more: object = {}) => ({ status: 200, body: { schema: [], results, ...more } });
const getschema = (...names: string[]) => answer(names.map((ColumnName) => ({ ColumnName, ColumnType: 'string' })));
const ESSENTIAL = ['Timestamp', 'ActionType', 'AccountUpn'];

const reply = (...answers: StandInAnswer[]) => graph.reply(PATH, ...answers);
const sent = () => graph.sent(PATH);

async function failure(work: Promise<unknown>): Promise<BotError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isBotError(error)) throw new Error(`expected a BotError, got ${String(error)}`);
  return error;
}

const run = (room: GraphUnderTest = graph.open()) => room.hunting.run(QUERY);

describe('a query', () => {
  test('is sent with its time limit', async () => {
    reply(answer([]));
    expect(await run()).toEqual([]);
    expect(sent().map(({ method, body }) => ({ method, body }))).toEqual([
      { method: 'POST', body: { Query: QUERY.text, Timespan: QUERY.timespan } },
    ]);
  });

  test.each<[string, object]>([
    ['as it is written', row()],
    ['with names in another case', { part: 'total', key: '', files: 54, people: 2, events: 61 }],
    ['with long numbers as text', row({ Files: '54', People: '2', Events: '61' })],
    ['with annotations', row({ 'Files@odata.type': '#Int64' })],
    ['with null for no text', row({ Key: null })],
  ])('has its rows read %s', async (_what, given) => {
    reply(answer([given]));
    expect(await run()).toEqual([{ part: 'total', key: '', files: 54, people: 2, events: 61 }]);
  });

  test.each<[string, unknown]>([
    ['a missing count', { Part: 'total', Key: '', Files: 1, People: 1 }],
    ['half a file', row({ Files: 1.5 })],
    ['fewer than no files', row({ Files: -1 })],
    ['a count in words', row({ Events: 'many' })],
    ['an unknown part', row({ Part: 'other' })],
    ['a key that is no text', row({ Key: { name: 'x' } })],
    ['a row that is none', 'total'],
  ])('whose answer holds %s is garbage', async (_what, given) => {
    reply(answer([row(), given]));
    expect(await failure(run())).toMatchObject({ code: 'garbage', from: 'graph' });
    expect(sent()).toHaveLength(1);
  });

  test('whose answer has no results is garbage', async () => {
    reply({ status: 200, body: { value: [] } });
    expect((await failure(run())).code).toBe('garbage');
  });

  test('whose answer has too many rows or bytes is too large', async () => {
    reply(answer(Array.from({ length: ANSWER_ROWS_MAX + 1 }, () => row())));
    expect((await failure(run())).code).toBe('tooLarge');
    reply(answer([], { filler: 'x'.repeat(MAX_BODY_BYTES) }));
    expect((await failure(run())).code).toBe('tooLarge');
  });
});

describe('a query that fails', () => {
  test.each<[number, string, number]>([
    [400, 'badRequest', 1],
    [403, 'forbidden', 1],
    [408, 'timedOut', 1],
    [413, 'tooLarge', 1],
    [504, 'timedOut', 1],
    [500, 'unavailable', 2],
    [503, 'unavailable', 2],
  ])('with %d is %s and was sent %d times', async (status, code, times) => {
    graph.always(PATH, { status, body: { error: { code: 'UnknownError', message: '' } } });
    expect((await failure(run())).code).toBe(code);
    expect(sent()).toHaveLength(times);
  });

  test('once with 500 is answered the second time', async () => {
    reply({ status: 500 }, answer([row()]));
    expect(await run()).toHaveLength(1);
  });

  test('by a reset is not sent again: it may have been run', async () => {
    graph.always(PATH, 'reset');
    expect((await failure(run())).code).toBe('timedOut');
    expect(sent()).toHaveLength(1);
  });

  test('says nothing of what Graph wrote', async () => {
    reply(BAD);
    const error = await failure(run());
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain('Mira');
  });
});

describe('a quota that is used up', () => {
  test.each<[string, string, number]>([
    ['names its end', '2.128', 2_128],
    ['names none', '', QUOTA_PAUSE_MS],
  ])('and %s is asked nothing until then', async (_what, retryAfter, ms) => {
    const room = graph.open();
    reply({ status: 429, headers: retryAfter === '' ? {} : { 'retry-after': retryAfter } });
    expect(await failure(run(room))).toMatchObject({ code: 'throttled', retryAfterMs: ms });
    expect(await failure(run(room))).toMatchObject({ code: 'throttled', status: 429 });
    expect(sent()).toHaveLength(1);
    expect(room.clock.slept).toEqual([]);
    room.clock.skip(ms);
    reply(answer([row()]));
    expect(await run(room)).toHaveLength(1);
  });

  test('does not hold up alerts', async () => {
    const room = graph.open();
    reply({ status: 429, headers: { 'retry-after': '600' } });
    graph.reply('/security/alerts_v2', { status: 200, body: { value: [] } });
    await failure(run(room));
    await room.alertSource.serverTime();
    expect(room.clock.slept).toEqual([]);
  });
});

describe('the columns of a table', () => {
  test('are asked for once a day', async () => {
    const room = graph.open();
    reply(getschema(...ESSENTIAL, 'ObjectId'));
    const columns = await room.hunting.columns('DataSecurityEvents', 'known');
    expect(columns).toEqual(new Set([...ESSENTIAL, 'ObjectId']));
    room.clock.skip(COLUMNS_MS - 60_000);
    expect(await room.hunting.columns('DataSecurityEvents', 'known')).toBe(columns);
    expect(sent()).toHaveLength(1);
    expect(sent()[0]?.body).toMatchObject({ Query: expect.stringMatching(/^DataSecurityEvents \| getschema/) });
  });

  test('are asked for anew when wanted fresh', async () => {
    const room = graph.open();
    reply(getschema(...ESSENTIAL));
    await room.hunting.columns('DataSecurityEvents', 'known');
    reply(getschema(...ESSENTIAL, 'Workload'));
    await room.hunting.columns('DataSecurityEvents', 'fresh');
    expect((await room.hunting.columns('DataSecurityEvents', 'known'))?.has('Workload')).toBe(true);
    expect(sent()).toHaveLength(2);
  });

  test.each(['name', 'Name'])('are read off an empty answer where getschema is refused (%s)', async (key) => {
    reply(BAD, { status: 200, body: { schema: ESSENTIAL.map((name) => ({ [key]: name })), results: [] } });
    const columns = await graph.open().hunting.columns('DataSecurityEvents', 'known');
    expect(columns).toEqual(new Set(ESSENTIAL));
  });

  test('are none where Graph knows no such table, which is looked for again soon', async () => {
    const room = graph.open();
    reply(BAD, BAD);
    expect(await room.hunting.columns('DataSecurityBehaviors', 'known')).toBeNull();
    expect(await room.hunting.columns('DataSecurityBehaviors', 'known')).toBeNull();
    expect(sent()).toHaveLength(2);
    room.clock.skip(NO_TABLE_MS);
    reply(getschema(...ESSENTIAL));
    expect(await room.hunting.columns('DataSecurityBehaviors', 'known')).toEqual(new Set(ESSENTIAL));
  });

  test.each<[string, StandInAnswer]>([
    ['a table without the columns that every schema has', getschema('Timestamp')],
    ['names that are no names', getschema(...ESSENTIAL.map((name) => `${name} | x`))],
  ])('are garbage for %s', async (_what, fault) => {
    reply(fault);
    expect((await failure(graph.open().hunting.columns('DataSecurityEvents', 'known'))).code).toBe('garbage');
  });
});
