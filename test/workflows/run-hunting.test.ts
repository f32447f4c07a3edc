import { BotError, type ErrorCode } from '../../src/domain/errors';
import type { HuntFailure } from '../../src/domain/hunting-failure';
import { HUNTS_AT_ONCE, HUNTS_WAITING_MAX } from '../../src/domain/hunting-pace';
import type { HuntingQuery, HuntingQuestion } from '../../src/domain/hunting-question';
import { HuntingRunner } from '../../src/workflows/run-hunting';
import { SHARED_MS } from '../../src/workflows/shared-hunts';
import { aQuestion, aRow, EVENT_COLUMNS, NOW } from '../builders/hunting';
import { FakeClock } from '../fakes/fake-clock';
import { FakeHunting } from '../fakes/fake-hunting';
import { FakeLogger } from '../fakes/fake-logger';
import { FakeMetrics } from '../fakes/fake-metrics';

const NO_PACE = { perMinute: 0, perPersonPerMinute: 0 };
const graph = (code: ErrorCode, status?: number) =>
  new BotError(code, { from: 'graph', ...(status !== undefined && { status }) });

function createRig(pace = NO_PACE) {
  const [hunting, clock, metrics] = [new FakeHunting(), new FakeClock('stands', NOW), new FakeMetrics()];
  const real = new HuntingRunner({ hunting, clock, metrics, logger: new FakeLogger(), pace });
  const noted: HuntingQuery[] = [];
  const noteIn = async (query: HuntingQuery) => void noted.push(query);
  const runner = {
    run: (question: HuntingQuestion, person: string, note = noteIn) => real.run(question, person, note),
  };
  const failureOf = async (question: HuntingQuestion, person = 'a'): Promise<HuntFailure | null> => {
    const run = await runner.run(question, person);
    return run.is === 'failed' ? run.failure : null;
  };
  return { hunting, clock, metrics, runner, failureOf, noted };
}

const about = (department: string) => aQuestion({ department });

describe('a run', () => {
  test('gives the rows with the query that brought them', async () => {
    const { hunting, runner, metrics } = createRig();
    hunting.rows = [aRow('total', '', 1, 1, 1)];
    const run = await runner.run(aQuestion(), 'a');
    expect(run).toMatchObject({ is: 'ran', rows: hunting.rows, query: hunting.queries[0] });
    expect(hunting.probes).toEqual(['DataSecurityEvents known']);
    expect(metrics.huntingQueries).toEqual(['ok']);
  });

  test.each<[ErrorCode, number | undefined, HuntFailure['code']]>([
    ['throttled', 429, 'tenantQuotaUsed'],
    ['throttled', undefined, 'botQuotaUsed'],
    ['timedOut', 504, 'timedOut'],
    ['tooLarge', undefined, 'tooLarge'],
    ['forbidden', 403, 'notPermitted'],
    ['unavailable', 500, 'unavailable'],
  ])('that ends %s (%s) is %s, once', async (code, status, told) => {
    const { hunting, failureOf, metrics } = createRig();
    hunting.failNext(graph(code, status));
    expect((await failureOf(aQuestion()))?.code).toBe(told);
    expect(hunting.queries).toHaveLength(1);
    expect(metrics.huntingQueries).toEqual([told]);
  });

  test('asks nothing where the tenant has no such table', async () => {
    const { hunting, failureOf, runner } = createRig();
    await hunting.columns('DataSecurityEvents', 'fresh');
    hunting.present = null;
    await hunting.columns('DataSecurityEvents', 'fresh');
    expect(await failureOf(aQuestion())).toEqual({ code: 'sharingOff' });
    expect(await runner.run(aQuestion(), 'a')).toMatchObject({ query: null });
    expect(hunting.queries).toEqual([]);
  });
});

describe('a query', () => {
  test('is noted before it is sent, and anew when it is built again; its sharers note nothing', async () => {
    const { hunting, runner, noted } = createRig();
    hunting.present = new Set([...EVENT_COLUMNS].filter((name) => name !== 'TargetUrlDomain'));
    hunting.failNext(graph('badRequest', 400));
    const question = aQuestion({ targetDomain: 'dropbox.com' });
    await Promise.all([runner.run(question, 'a'), runner.run(question, 'b')]);
    expect(noted).toEqual(hunting.queries);
    expect(noted).toHaveLength(2);
  });

  test('that cannot be noted is not sent, and the run is shared with nobody', async () => {
    const { hunting, runner } = createRig();
    const storeDown = new BotError('storeBusy', { from: 'store' });
    await expect(runner.run(aQuestion(), 'a', () => Promise.reject(storeDown))).rejects.toBe(storeDown);
    expect(hunting.queries).toEqual([]);
    expect(await runner.run(aQuestion(), 'a')).toMatchObject({ is: 'ran' });
  });
});

describe('a query that Graph refuses', () => {
  const refusal = graph('badRequest', 400);
  const question = aQuestion({ targetDomain: 'dropbox.com' });

  test('is built again for the schema that is there now', async () => {
    const { hunting, runner } = createRig();
    hunting.present = new Set([...EVENT_COLUMNS].filter((name) => name !== 'TargetUrlDomain'));
    hunting.failNext(refusal);
    expect(await runner.run(question, 'a')).toMatchObject({ is: 'ran', columns: hunting.present });
    expect(hunting.queries.map(({ text }) => text.includes('TargetUrlDomain'))).toEqual([true, false]);
  });

  test('is not sent again when the schema is the one it was built for', async () => {
    const { hunting, failureOf } = createRig();
    hunting.failNext(refusal);
    expect(await failureOf(question)).toEqual({ code: 'queryRefused' });
    expect(hunting.queries).toHaveLength(1);
  });

  const because = (detail: string) => new BotError('badRequest', { from: 'graph', status: 400, detail });

  test.each([
    ['unknownTable', 'queryUnreadable'],
    ['unknownColumn', 'queryUnreadable'],
    ['BadRequest', 'queryRefused'],
  ])('for %s by the same schema is %s', async (detail, told) => {
    const { hunting, failureOf } = createRig();
    hunting.failNext(because(detail));
    expect(await failureOf(question)).toEqual({ code: told });
    expect(hunting.probes).toEqual(['DataSecurityEvents known', 'DataSecurityEvents fresh']);
  });

  test.each([
    ['tooHeavy', 'tooHeavy'],
    ['syntax', 'queryUnreadable'],
  ])('for %s is %s, whatever the schema, which is not asked for again', async (detail, told) => {
    const { hunting, failureOf } = createRig();
    hunting.present = null;
    hunting.failNext(because(detail));
    expect(await failureOf(question)).toEqual({ code: told });
    expect(hunting.queries).toHaveLength(1);
    expect(hunting.probes).toEqual(['DataSecurityEvents known']);
  });

  test('says that sharing is off when the table is gone', async () => {
    const { hunting, failureOf } = createRig();
    hunting.present = null;
    hunting.failNext(refusal);
    expect(await failureOf(question)).toEqual({ code: 'sharingOff' });
  });

  test('is given up after the second refusal', async () => {
    const { hunting, failureOf } = createRig();
    hunting.present = new Set(['Timestamp', 'ActionType', 'AccountUpn', 'ObjectId']);
    hunting.failNext(refusal, refusal);
    expect(await failureOf(question)).toEqual({ code: 'queryRefused' });
    expect(hunting.queries).toHaveLength(2);
  });
});

describe('one question asked by several', () => {
  test('is run once while it runs and for a minute after, and costs the others nothing', async () => {
    const { hunting, runner, clock } = createRig({ perMinute: 1, perPersonPerMinute: 1 });
    hunting.hold();
    const runs = [runner.run(aQuestion(), 'a'), runner.run(aQuestion(), 'b')];
    await clock.settle();
    hunting.release();
    const [first, second] = await Promise.all(runs);
    expect(second).toBe(first);
    await clock.advance(SHARED_MS - 1);
    expect(await runner.run(aQuestion(), 'a')).toBe(first);
    await clock.advance(1);
    await runner.run(aQuestion(), 'a');
    expect(hunting.queries).toHaveLength(2);
  });

  test('is the same question although "now" was a few seconds earlier', async () => {
    const { hunting, runner } = createRig();
    const first = await runner.run(aQuestion(), 'a');
    const later = aQuestion({ window: { from: '2026-03-04T10:00:40Z', to: '2026-03-11T10:00:40Z' } });
    expect(await runner.run(later, 'b')).toBe(first);
    expect(hunting.queries).toHaveLength(1);
  });

  test.each<[string, Partial<HuntingQuestion>]>([
    ['another filter', { department: 'Sales' }],
    ['another zone', { timeZone: 'Europe/Berlin' }],
    ['another window', { window: { from: '2026-03-04T10:01:00Z', to: '2026-03-11T10:00:00Z' } }],
    ['a comparison', { previous: { from: '2026-02-25T10:00:00Z', to: '2026-03-04T10:00:00Z' } }],
    ['another number of rows', { top: 5 }],
  ])('is another with %s', async (_what, change) => {
    const { hunting, runner } = createRig();
    await runner.run(aQuestion(), 'a');
    await runner.run(aQuestion(change), 'a');
    expect(hunting.queries).toHaveLength(2);
  });

  test('that failed is run anew', async () => {
    const { hunting, runner, failureOf } = createRig();
    hunting.failNext(graph('unavailable'));
    expect(await failureOf(aQuestion())).toEqual({ code: 'unavailable' });
    expect(await runner.run(aQuestion(), 'a')).toMatchObject({ is: 'ran' });
  });
});

describe('the pace', () => {
  test('stops who asks too often, and lets others ask', async () => {
    const { failureOf, metrics } = createRig({ perMinute: 15, perPersonPerMinute: 3 });
    for (const name of ['one', 'two', 'three']) expect(await failureOf(about(name))).toBeNull();
    expect(await failureOf(about('four'))).toEqual({ code: 'askedTooOften', retryAfterSeconds: 60 });
    expect(await failureOf(about('five'), 'b')).toBeNull();
    expect(metrics.huntingQueries).toEqual(['ok', 'ok', 'ok', 'askedTooOften', 'ok']);
  });

  test('stops everybody when the bot has asked as often as it may, and begins again', async () => {
    const { failureOf, clock } = createRig({ perMinute: 2, perPersonPerMinute: 0 });
    await failureOf(about('one'));
    await clock.advance(15_000);
    await failureOf(about('two'), 'b');
    expect(await failureOf(about('three'), 'c')).toEqual({ code: 'botQuotaUsed', retryAfterSeconds: 45 });
    await clock.advance(45_000);
    expect(await failureOf(about('three'), 'c')).toBeNull();
  });

  test('has three queries under way, the others in line, and no more in line than may wait', async () => {
    const { hunting, failureOf, clock } = createRig();
    hunting.hold();
    const runs = Array.from({ length: HUNTS_AT_ONCE + HUNTS_WAITING_MAX }, (_, index) => failureOf(about(`d${index}`)));
    await clock.settle();
    expect(hunting.queries).toHaveLength(HUNTS_AT_ONCE);
    expect(await failureOf(about('one more'))).toEqual({ code: 'botBusy' });
    hunting.release();
    expect(await Promise.all(runs)).toEqual(runs.map(() => null));
    expect(hunting.most).toBe(HUNTS_AT_ONCE);
    expect(await failureOf(about('one more'))).toBeNull();
  });
});
