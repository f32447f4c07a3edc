// Incidents: insider risk's alone, by the alerts that may be shown where they are asked for.
import type { Alert } from '../../src/domain/alert';
import type { IncidentSlots } from '../../src/domain/command';
import { BotError } from '../../src/domain/errors';
import type { Incident } from '../../src/domain/incident';
import { INCIDENT_PAGES_MAX, INCIDENTS_MAX } from '../../src/graph/graph-incident-source';
import { INCIDENT_ALERTS_MAX } from '../../src/workflows/incident-alerts';
import type { Listening } from '../../src/workflows/list-ask';
import { listFacts, pageOf, readIncidentListFacts } from '../../src/workflows/list-facts';
import { INCIDENTS_WITHIN_MS, listIncidents } from '../../src/workflows/list-incidents';
import { INCIDENTS_READ_AT_ONCE, INCIDENTS_READ_MAX } from '../../src/workflows/read-incidents';
import { showIncident } from '../../src/workflows/show-incident';
import { alertId, anAlert, aStoredAlert } from '../builders/alert';
import { CHANNEL } from '../builders/click';
import { anIncident } from '../builders/incident';
import { afterStart, HOUR, MINUTE } from '../builders/instants';
import { ANALYST, identity, objectIdOf, rosterMember, SUBJECT } from '../builders/people';
import { FakeIncidentSource, LISTED_MAX } from '../fakes/fake-incident-source';
import { createRig, see } from './workflow-rig';

const OTHER = identity({ objectId: objectIdOf(7), userPrincipalName: 'otto@fabrikam.example', sid: null });
const ASKER = { ...ANALYST, objectId: ANALYST.objectId ?? '' };
const UNKNOWN = { refusal: { code: 'incidentUnknown' } };

type Kind = 'channel' | 'personal';

function createIncidentRig() {
  const rig = createRig();
  const incidentSource = new FakeIncidentSource();
  const deps = { ...rig, incidentSource };
  let seen = 0;
  const putAlert = (incidentId: string | null, over: Partial<Alert> = {}) => {
    seen += 1;
    const createdDateTime = afterStart(-HOUR - seen * MINUTE);
    return see(rig, anAlert({ id: alertId(seen), incidentId, createdDateTime, ...over }));
  };
  const put = async (id: string, over: Partial<Incident> = {}, alert: Partial<Alert> = {}) => {
    incidentSource.put(anIncident({ id, ...over }));
    return putAlert(id, alert);
  };
  const listening = (kind: Kind): Listening => ({ asker: ASKER, place: { kind, channel: CHANNEL } });
  const list = (slots: IncidentSlots = {}, kind: Kind = 'channel', from = 1) =>
    listIncidents(deps, { slots, from, timeZone: 'UTC', ...listening(kind) });
  const view = async (...of: Parameters<typeof list>) => {
    const outcome = await list(...of);
    if (!('view' in outcome)) throw new Error(`not answered but ${JSON.stringify(outcome)}`);
    return outcome.view;
  };
  const ids = async (...of: Parameters<typeof list>) => (await view(...of)).incidents.map(({ id }) => id);
  const show = (incident: string, kind: Kind = 'channel') => showIncident(deps, { incident, ...listening(kind) });
  return { ...rig, deps, incidentSource, putAlert, put, list, view, ids, show };
}

describe('a list of incidents', () => {
  it('holds those that an insider risk alert names, newest first, with their alerts', async () => {
    const { put, putAlert, view, incidentSource } = createIncidentRig();
    await put('77', { createdDateTime: afterStart(-2 * HOUR) });
    await put('78', { createdDateTime: afterStart(-HOUR), severity: 'low', status: 'resolved' });
    await putAlert('77');
    await putAlert(null);
    incidentSource.put(anIncident({ id: '90' }));
    expect(await view()).toMatchObject({
      total: 2,
      from: 1,
      asked: { status: [], severity: [], window: null },
      incidents: [
        { id: '78', severity: 'low', status: 'resolved', alerts: [{ number: 1001 }], alertsElsewhere: 0 },
        { id: '77', severity: 'high', status: 'active', alerts: [{ number: 1000 }, { number: 1002 }] },
      ],
    });
  });

  it('is narrowed by Graph, and says by what', async () => {
    const { put, view, incidentSource } = createIncidentRig();
    await put('77');
    await put('78', { status: 'resolved' });
    const window = { from: '2026-11-23T00:00:00Z', to: '2026-11-24T00:00:00Z' };
    const slots: IncidentSlots = { status: ['active', 'inProgress'], severity: ['high'], window };
    expect(await view(slots)).toMatchObject({ total: 1, asked: slots, incidents: [{ id: '77' }] });
    expect(incidentSource.lists).toEqual([slots]);
    expect(incidentSource.reads).toEqual([]);
  });

  it('does not ask Graph where no alert may be shown', async () => {
    const { view, putAlert, incidentSource } = createIncidentRig();
    await putAlert(null);
    expect(await view()).toMatchObject({ total: 0, incidents: [] });
    expect(incidentSource.lists).toEqual([]);
  });

  it('counts no more than were asked for, and goes on page by page', async () => {
    const { put, view, ids } = createIncidentRig();
    for (let made = 10; made < 34; made += 1) await put(String(made), { createdDateTime: afterStart(made) });
    expect(await view({ top: 12 })).toMatchObject({ total: 12 });
    const facts = readIncidentListFacts(listFacts({ slots: {}, from: 1, timeZone: 'UTC' }));
    const second = pageOf(facts, 'next');
    const third = pageOf(second, 'next');
    const all = [facts, second, third].map(({ slots, from }) => ids(slots, 'channel', from));
    expect((await Promise.all(all)).flat()).toEqual(Array.from({ length: 24 }, (_, index) => String(33 - index)));
    expect(await ids({}, 'channel', 61)).toEqual(['13', '12', '11', '10']);
  });

  it('leaves out an incident that was merged into another', async () => {
    const { put, putAlert, ids, incidentSource } = createIncidentRig();
    await put('78');
    incidentSource.put(anIncident({ id: '77', status: null, redirectIncidentId: '78' }));
    await putAlert('77');
    expect(await ids()).toEqual(['78']);
  });

  it('never spells what Graph calls an incident', async () => {
    const { put, view } = createIncidentRig();
    await put('77');
    expect(JSON.stringify(await view())).not.toMatch(/mira|holt/i);
  });
});

describe('incidents behind as many of other products’ as are listed', () => {
  async function crowded(insiderRisk: number) {
    const rig = createIncidentRig();
    const { incidentSource } = rig;
    for (let made = 0; made < LISTED_MAX; made += 1) {
      incidentSource.put(anIncident({ id: String(9_000 + made), createdDateTime: afterStart(made) }));
    }
    for (let made = 0; made < insiderRisk; made += 1) {
      await rig.put(String(100 + made), { createdDateTime: afterStart(-HOUR - made) });
    }
    return rig;
  }

  it('are looked up by the ids that alerts name', async () => {
    expect(LISTED_MAX).toBe(INCIDENTS_MAX * INCIDENT_PAGES_MAX);
    const { ids, view, incidentSource } = await crowded(3);
    expect(await ids()).toEqual(['100', '101', '102']);
    expect(incidentSource.reads).toEqual(['100', '101', '102']);
    expect((await view()).asked).not.toHaveProperty('notRead');
  });

  it('pass the same filters', async () => {
    const { ids, incidentSource } = await crowded(2);
    incidentSource.put(anIncident({ id: '101', status: 'resolved' }));
    expect(await ids({ status: ['active'] })).toEqual(['100']);
  });

  it('that were merged meanwhile, or that Graph forgot, are left out', async () => {
    const { ids, putAlert, incidentSource } = await crowded(2);
    incidentSource.put(anIncident({ id: '101', redirectIncidentId: '100' }));
    await putAlert('102');
    expect(await ids()).toEqual(['100']);
  });

  it('are not looked up without end, and the answer counts the rest', async () => {
    const { view, incidentSource } = await crowded(INCIDENTS_READ_MAX + 4);
    expect(INCIDENTS_READ_MAX).toBe(20);
    expect(await view()).toMatchObject({ total: 20, asked: { notRead: 4 } });
    expect(incidentSource.reads).toHaveLength(20);
  });

  it('are looked up a few at a time, without counting what they hold', async () => {
    const { view, incidentSource, clock } = await crowded(10);
    incidentSource.during = () => clock.settle();
    await view();
    expect(INCIDENTS_READ_AT_ONCE).toBe(4);
    expect(incidentSource.mostAtOnce).toBe(4);
    expect(incidentSource.asks).toHaveLength(10);
    for (const { countAlerts } of incidentSource.asks) expect(countAlerts).toBe(false);
  });

  it('are looked up for so long and no longer, and the answer counts the rest', async () => {
    const { view, incidentSource, clock } = await crowded(12);
    const start = clock.now();
    incidentSource.during = async () => clock.jumpTo(clock.now() + INCIDENTS_WITHIN_MS / 6);
    const { total, asked } = await view();
    expect(total).toBeLessThan(12);
    expect(asked.notRead).toBe(12 - total);
    expect(incidentSource.reads).toHaveLength(total);
    for (const { withinMs } of incidentSource.asks) expect(withinMs).toBeGreaterThan(0);
    expect(clock.now() - start).toBeLessThan(2 * INCIDENTS_WITHIN_MS);
    expect(INCIDENTS_WITHIN_MS).toBe(25_000);
  });

  it('that take too long are counted among the rest, and other failures are said', async () => {
    const { view, list, incidentSource } = await crowded(3);
    const fail = (code: 'timedOut' | 'unavailable') => async (id: string) => {
      if (id === '101') throw new BotError(code, { from: 'graph' });
    };
    incidentSource.during = fail('timedOut');
    expect(await view()).toMatchObject({ total: 2, asked: { notRead: 1 } });
    incidentSource.during = fail('unavailable');
    expect(await list()).toEqual({ saying: { code: 'graphUnavailable' } });
  });
});

describe('whoever reads the answer', () => {
  it.each<[string, Partial<Alert>, Kind]>([
    ['a member of the channel', {}, 'channel'],
    ['the asker, in a channel', { subject: ANALYST }, 'channel'],
    ['the asker, in personal chat', { subject: ANALYST }, 'personal'],
  ])('hears of no incident whose alerts are all about %s', async (_who, alert, kind) => {
    const { put, ids, show, channelRoster, incidentSource } = createIncidentRig();
    channelRoster.fill(CHANNEL, [rosterMember(ANALYST), rosterMember(SUBJECT)]);
    await put('77', {}, alert);
    await put('78', {}, { subject: OTHER });
    expect(await ids({}, kind)).toEqual(['78']);
    expect(await show('77', kind)).toEqual(UNKNOWN);
    expect(incidentSource.reads).toEqual([]);
    expect(channelRoster.asked).toHaveLength(kind === 'channel' ? 2 : 0);
  });

  it('hears of the other alerts of an incident, and of no more', async () => {
    const { put, putAlert, view, show, channelRoster } = createIncidentRig();
    channelRoster.fill(CHANNEL, [rosterMember(SUBJECT)]);
    await put('77');
    await putAlert('77', { subject: OTHER });
    await putAlert('77', { subject: null });
    const alerts = [{ number: 1001 }, { number: 1002 }];
    expect((await view()).incidents).toMatchObject([{ id: '77', alerts }]);
    const outcome = await show('77');
    expect('view' in outcome && outcome.view.alerts.map(({ number }) => number)).toEqual([1001, 1002]);
  });

  it('gets nothing in a channel whose roster cannot be read', async () => {
    const { put, list, show, channelRoster } = createIncidentRig();
    await put('77');
    channelRoster.down = new BotError('forbidden', { from: 'connector' });
    const failed = { saying: { code: 'rosterUnavailable' } };
    expect([await list(), await show('77')]).toEqual([failed, failed]);
  });
});

describe('one incident', () => {
  it('is shown with its state and its alerts', async () => {
    const { put, putAlert, show } = createIncidentRig();
    await put('77', { status: 'inProgress', severity: 'medium' });
    await putAlert('77');
    expect(await show(' 77 ')).toMatchObject({
      view: {
        id: '77',
        status: 'inProgress',
        severity: 'medium',
        created: afterStart(-HOUR),
        alerts: [{ number: 1000 }, { number: 1001 }],
        alertsElsewhere: 0,
      },
    });
  });

  it('tells how many alerts of other products it holds, where Graph counts them', async () => {
    const { put, show, incidentSource } = createIncidentRig();
    await put('77', { alertsElsewhere: 3 });
    expect(await show('77')).toMatchObject({ view: { alertsElsewhere: 3 } });
    expect(incidentSource.asks).toEqual([{ withinMs: INCIDENTS_WITHIN_MS, countAlerts: true }]);
  });

  it('tells no count where one of its alerts is about somebody who reads', async () => {
    const { put, putAlert, show, channelRoster } = createIncidentRig();
    channelRoster.fill(CHANNEL, [rosterMember(SUBJECT)]);
    await put('77', { alertsElsewhere: 3 });
    await putAlert('77', { subject: OTHER });
    expect(await show('77')).toMatchObject({ view: { alerts: [{ number: 1001 }], alertsElsewhere: 0 } });
  });

  it('that was merged is shown as the one it became, with the alerts of both', async () => {
    const { put, putAlert, show, incidentSource } = createIncidentRig();
    await put('78');
    await putAlert('77');
    incidentSource.put(anIncident({ id: '77', redirectIncidentId: '78' }));
    const outcome = await show('77');
    expect(outcome).toMatchObject({ view: { id: '78', alerts: [{ number: 1001 }, { number: 1000 }] } });
  });

  it.each(['79', 'this', '', '77; drop'])('called %j is unknown, and so is one of another product', async (id) => {
    const { put, show, incidentSource } = createIncidentRig();
    await put('77');
    incidentSource.put(anIncident({ id: '79' }));
    expect(await show(id)).toEqual(UNKNOWN);
    expect(incidentSource.reads).toEqual([]);
  });

  it('that Graph no longer knows is unknown', async () => {
    const { putAlert, show } = createIncidentRig();
    await putAlert('77');
    expect(await show('77')).toEqual(UNKNOWN);
  });
});

test.each([
  [new BotError('unavailable', { from: 'graph', status: 503 }), { code: 'graphUnavailable' }],
  [new BotError('credentialRefused', { from: 'entra' }), { code: 'graphUnavailable' }],
  [
    new BotError('throttled', { from: 'graph', status: 429, retryAfterMs: 41_000 }),
    { code: 'graphThrottled', retryAfterSeconds: 41 },
  ],
])('what Graph answers instead is said: %s', async (down, saying) => {
  const { put, list, show, incidentSource } = createIncidentRig();
  await put('77');
  incidentSource.down = down;
  expect([await list(), await show('77')]).toEqual([{ saying }, { saying }]);
});

test('beyond the alerts that are searched no incident is told of, since some would be missing', async () => {
  const { deps } = createIncidentRig();
  const alert = aStoredAlert();
  const alerts = Array.from({ length: INCIDENT_ALERTS_MAX + 1 }, () => alert);
  const flooded = { ...deps, alertLog: { search: async (_: unknown, limit: number) => alerts.slice(0, limit) } };
  const listening: Listening = { asker: ASKER, place: { kind: 'personal', channel: 'a:chat' } };
  const refusal = { code: 'tooManyAlerts', most: 20_000 };
  expect(await listIncidents(flooded, { slots: {}, from: 1, timeZone: 'UTC', ...listening })).toEqual({ refusal });
  expect(await showIncident(flooded, { incident: '4471', ...listening })).toEqual({ refusal });
});

test('a store that fails is left to the caller, who says so', async () => {
  const { deps, list, show } = createIncidentRig();
  deps.alertLog.search = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
  await expect(list()).rejects.toThrow(BotError);
  await expect(show('77')).rejects.toThrow(BotError);
});
