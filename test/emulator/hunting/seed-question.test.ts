// The question that everybody asks first, from its slots through the real door to Graph, the emulator's engine and
// back: the same figures for every schema, and a closed failure for everything that may come between.
import type { HuntingSlots } from '../../../src/domain/command';
import type { HuntFailure } from '../../../src/domain/hunting-failure';
import { SCHEMA_VARIANTS } from '../../../src/emulator/hunting/event-columns';
import { readSeed } from '../../../src/emulator/seed/read-seed';
import { createSwitches, HUNTING_CPU_MS, type Switches } from '../../../src/emulator/switches';
import { answerHunting, type HuntingOutcome } from '../../../src/workflows/answer-hunting';
import { HuntingRunner } from '../../../src/workflows/run-hunting';
import { ANALYST } from '../../builders/people';
import { FakePeopleFinder } from '../../fakes/fake-people-finder';
import { startGraphBench, type GraphBench, type GraphUnderTest } from '../../graph/graph-under-test';
import { createRig } from '../../workflows/workflow-rig';

const HUNT = '/security/runHuntingQuery';
const LABELS = '/security/dataSecurityAndGovernance/sensitivityLabels';
const SEED: HuntingSlots = { activity: 'exfiltration', targetDomain: 'mail.google.com', label: 'Confidential' };

let bench: GraphBench;
beforeAll(async () => {
  bench = await startGraphBench();
});
afterEach(() => {
  bench.reset();
  Object.assign(bench.emulator.world.switches, createSwitches({ alertRequestsPerMinute: 0 }));
});
afterAll(() => bench.close());

const switched = (switches: Partial<Switches>) => Object.assign(bench.emulator.world.switches, switches);

/** One analyst of a bot that has just started, unless it goes on from before. */
function asks(slots: HuntingSlots = SEED, room: GraphUnderTest = bench.open()): Promise<HuntingOutcome> {
  const rig = { ...createRig(), clock: room.clock };
  const { hunting } = room;
  const runner = new HuntingRunner({ ...rig, hunting, pace: { perMinute: 0, perPersonPerMinute: 0 } });
  const keys = { aliasCandidate: () => 'ABCDEFGHJKMNPQRS', portalHost: 'security.microsoft.com' };
  const deps = { ...rig, hunting, runner, keys, peopleFinder: new FakePeopleFinder([]) };
  const asker = { ...ANALYST, objectId: ANALYST.objectId ?? '' };
  const viewer = { roles: ANALYST.roles, place: 'channel' } as const;
  return answerHunting(
    deps,
    { slots, timeZone: 'Europe/Berlin', widened: false, asker, viewer },
    async () => undefined,
  );
}

async function answered(slots?: HuntingSlots, room?: GraphUnderTest) {
  const outcome = await asks(slots, room);
  if (outcome.is !== 'answered') throw new Error(`not answered but ${JSON.stringify(outcome)}`);
  return outcome.view;
}

async function failure(slots?: HuntingSlots, room?: GraphUnderTest): Promise<HuntFailure> {
  const outcome = await asks(slots, room);
  if (outcome.is !== 'failed') throw new Error(`not failed but ${outcome.is}`);
  return outcome.failure;
}

describe.each(SCHEMA_VARIANTS)('confidential files to Gmail, by the schema %s', (huntingSchema) => {
  it('are 54 by 2 people in the last seven days and 19 by 2 the week before', async () => {
    switched({ huntingSchema });
    const view = await answered({ ...SEED, compare: true });
    expect(view.defaultWindow).toBe(true);
    expect(view.total).toMatchObject({ files: 54, people: 2 });
    expect(view.previous?.total).toMatchObject({ files: 19, people: 2 });
  });

  it('are those of the two senders when asked by whom, and lie within the days of the window', async () => {
    switched({ huntingSchema });
    const view = await answered({ ...SEED, groupBy: 'account' });
    const sent = readSeed(undefined).workplace?.gmailStory.thisWeek.map(({ files }) => files);
    expect(view.rows.map(({ figures: { files } }) => files)).toEqual(sent?.sort((a, b) => b - a));
    const byDay = view.days?.map(({ figures }) => figures.rows) ?? [];
    expect(byDay.reduce((sum, rows) => sum + rows, 0)).toBe(view.total.rows);
  });
});

it('a tenant whose schema changes is asked anew and answered', async () => {
  const room = bench.open();
  switched({ huntingSchema: 'p25' });
  await answered(SEED, room);
  switched({ huntingSchema: 'p26' });
  expect((await answered({ ...SEED, compare: true }, room)).total).toMatchObject({ files: 54, people: 2 });
  expect((await answered(SEED, room)).gaps).toContain('domainColumnMissing');
});

it('policies of behaviours are told where the table names them, and said to be missing where it does not', async () => {
  const slots: HuntingSlots = { anomalousOnly: true, groupBy: 'policy' };
  const namesOf = async () => {
    const { gaps, rows } = await answered(slots);
    return { missing: gaps.includes('groupColumnMissing'), named: rows.filter(({ key }) => key !== null).length };
  };
  switched({ huntingSchema: 'p25' });
  expect(await namesOf()).toEqual({ missing: true, named: 0 });
  switched({ huntingSchema: 'p26' });
  const newer = await namesOf();
  expect(newer.missing).toBe(false);
  expect(newer.named).toBeGreaterThan(0);
});

describe('sublabels', () => {
  it.each([
    ['are asked for where the list leaves them out', { inlineSublabels: false }],
    ['come with the list', { inlineSublabels: true }],
  ])('%s', async (_, switches) => {
    switched(switches);
    expect((await answered()).total).toMatchObject({ files: 54, people: 2 });
    const [asked, ...more] = bench.emulator.recorder.list({ path: `/v1.0${LABELS}` });
    expect([new URLSearchParams(asked?.query).get('$expand'), more]).toEqual(['sublabels', []]);
  });

  it('are asked for label by label where the list refuses to expand them', async () => {
    switched({ inlineSublabels: false });
    bench.fault({ path: LABELS, fault: { status: 400 } });
    expect((await answered()).total).toMatchObject({ files: 54, people: 2 });
    expect(bench.requests(`${LABELS}/*/sublabels`).length).toBeGreaterThan(2);
  });
});

describe('a question that comes to nothing', () => {
  it('says that sharing is off where the tables are missing', async () => {
    switched({ dataSharing: false });
    expect(await failure()).toEqual({ code: 'sharingOff' });
  });

  it('says so as well when sharing was switched off after the schema was read', async () => {
    const room = bench.open();
    await answered(SEED, room);
    switched({ dataSharing: false });
    expect(await failure({ ...SEED, groupBy: 'day' }, room)).toEqual({ code: 'sharingOff' });
  });

  it('says for how long the share of processing is used up', async () => {
    switched({ huntingCpuMs: 1 });
    const { code, ...rest } = await failure();
    expect(code).toBe('tenantQuotaUsed');
    const wait = 'retryAfterSeconds' in rest ? rest.retryAfterSeconds : 0;
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(900);
    expect(HUNTING_CPU_MS).toBeGreaterThan(1);
  });

  it('says so when too many queries were put in a minute, and puts no more', async () => {
    switched({ huntingRequestsPerMinute: 1 });
    const room = bench.open();
    expect((await failure(SEED, room)).code).toBe('tenantQuotaUsed');
    const put = bench.requests(HUNT).length;
    expect((await failure({ ...SEED, groupBy: 'day' }, room)).code).toBe('tenantQuotaUsed');
    expect(bench.requests(HUNT)).toHaveLength(put);
  });

  it.each<[string, Parameters<GraphBench['fault']>[0]['fault'], HuntFailure]>([
    ['a 429 with a wait', { retryAfter: '2.128' }, { code: 'tenantQuotaUsed', retryAfterSeconds: 3 }],
    ['a 429 without one', { retryAfter: '' }, { code: 'tenantQuotaUsed', retryAfterSeconds: 60 }],
    ['a permission that is missing', { status: 403 }, { code: 'notPermitted', permission: 'ThreatHunting.Read.All' }],
    ['a gateway that gives up', { status: 504 }, { code: 'timedOut' }],
    ['a fault that lasts', { status: 500 }, { code: 'unavailable' }],
    ['an answer that is none', { garbage: 'html' }, { code: 'unavailable' }],
  ])('tells %s by its code', async (_, fault, told) => {
    // The schema is read before the fault begins.
    bench.fault({ method: 'POST', path: HUNT, after: 1, times: 0, fault });
    expect(await failure()).toEqual(told);
  });

  it('tells labels that may not be read by their code', async () => {
    bench.fault({ path: LABELS, times: 0, fault: { status: 403 } });
    expect(await failure()).toEqual({ code: 'notPermitted', permission: 'SensitivityLabel.Read' });
  });
});
