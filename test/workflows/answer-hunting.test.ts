// From the slots of a question to what its asker may see: who may ask about whom, what stops a question, and what the
// audit learns.
import type { HuntingSlots } from '../../src/domain/command';
import { BotError } from '../../src/domain/errors';
import type { HuntRefusal } from '../../src/domain/hunting-failure';
import type { PersonIdentity } from '../../src/domain/person';
import { toGraphValue } from '../../src/domain/untrusted';
import { answerHunting, type HuntingAsk, type HuntingOutcome } from '../../src/workflows/answer-hunting';
import { HuntingRunner } from '../../src/workflows/run-hunting';
import { anAlert } from '../builders/alert';
import { aRow, LABELS } from '../builders/hunting';
import { afterStart, DAY, START_MS } from '../builders/instants';
import { ADMIN, ANALYST, identity, INVESTIGATOR, knownOnlyBy, SUBJECT } from '../builders/people';
import { FakeHunting } from '../fakes/fake-hunting';
import { FakePeopleFinder } from '../fakes/fake-people-finder';
import { createRig, see } from './workflow-rig';

const UPN = 'mira.holt@fabrikam.example';
const NAMESAKE = identity({
  objectId: 'a7e00099-51c2-4f0b-b6ad-2d9f0c4e0099',
  userPrincipalName: 'mira.holt2@fabrikam.example',
  sid: null,
});
const WINDOW = { from: '2026-11-16T00:00:00Z', to: '2026-11-23T00:00:00Z' };

type Asker = typeof INVESTIGATOR;

function createHuntingRig() {
  const rig = createRig();
  const hunting = new FakeHunting();
  const peopleFinder = new FakePeopleFinder([SUBJECT, INVESTIGATOR, ANALYST]);
  const runner = new HuntingRunner({ ...rig, hunting, pace: { perMinute: 0, perPersonPerMinute: 0 } });
  const keys = { aliasCandidate: () => 'ABCDEFGHJKMNPQRS', portalHost: 'security.microsoft.com' };
  const deps = { ...rig, hunting, peopleFinder, runner, keys };
  const ask = (
    slots: HuntingSlots,
    asker: Asker = ANALYST,
    place: 'channel' | 'personal' = 'channel',
  ): Promise<HuntingOutcome> => {
    const { roles, objectId } = asker;
    const whole: HuntingAsk = {
      slots,
      timeZone: 'UTC',
      widened: false,
      asker: { ...asker, objectId: objectId ?? '' },
      viewer: { roles, place },
    };
    return answerHunting(deps, whole, async () => undefined);
  };
  const refusalOf = async (...of: Parameters<typeof ask>): Promise<HuntRefusal> => {
    const outcome = await ask(...of);
    if (outcome.is !== 'refused') throw new Error(`not refused but ${outcome.is}`);
    expect(hunting.queries).toEqual([]);
    return outcome.refusal;
  };
  const aliasOf = async (person: PersonIdentity) => `Person ${(await rig.peopleBook.enrol([person]))[0]?.alias}`;
  return { ...rig, hunting, peopleFinder, ask, refusalOf, aliasOf };
}

function viewOf(outcome: HuntingOutcome) {
  if (outcome.is !== 'answered') throw new Error(`not answered but ${JSON.stringify(outcome)}`);
  return outcome.view;
}

const queryOf = (hunting: FakeHunting) => hunting.queries[0]?.text ?? '';

describe('a person by name', () => {
  test.each<[string, Asker, 'channel' | 'personal']>([
    ['an analyst in a channel', ANALYST, 'channel'],
    ['an analyst in personal chat', ANALYST, 'personal'],
    ['an investigator in a channel', INVESTIGATOR, 'channel'],
    ['an administrator in personal chat', ADMIN, 'personal'],
  ])('%s gets one answer whether anybody is called so or not, and nothing is looked up', async (_who, asker, place) => {
    const { refusalOf, peopleFinder, state } = createHuntingRig();
    for (const account of [UPN, 'Mira Holt', 'nobody@fabrikam.example', 'Nobody Here', asker.userPrincipalName ?? '']) {
      expect(await refusalOf({ account }, asker, place)).toEqual({ code: 'nameNeedsInvestigator' });
    }
    expect([peopleFinder.asked, state.people]).toEqual([[], []]);
  });

  test.each([UPN, 'MIRA.HOLT@fabrikam.example', 'Mira Holt'])(
    'an investigator in personal chat may ask by %s',
    async (account) => {
      const { ask, hunting } = createHuntingRig();
      const view = viewOf(await ask({ account }, INVESTIGATOR, 'personal'));
      expect(queryOf(hunting)).toContain(`AccountUpn =~ "${UPN}" or AccountObjectId =~ "${SUBJECT.objectId}"`);
      expect(view.asked.account && toGraphValue(view.asked.account)).toBe(UPN);
    },
  );

  test('of somebody who left the directory is asked for by UPN', async () => {
    const { ask, hunting } = createHuntingRig();
    await ask({ account: 'gone@fabrikam.example' }, INVESTIGATOR, 'personal');
    expect(queryOf(hunting)).toContain('where AccountUpn =~ "gone@fabrikam.example"\n');
  });

  test('that nobody has is refused, and that several have asks for a UPN', async () => {
    const { refusalOf, peopleFinder } = createHuntingRig();
    expect(await refusalOf({ account: 'Nobody Here' }, INVESTIGATOR, 'personal')).toEqual({
      code: 'personRefused',
      reason: 'unknown',
    });
    peopleFinder.people.push(NAMESAKE);
    expect(await refusalOf({ account: 'Mira Holt' }, INVESTIGATOR, 'personal')).toEqual({
      code: 'accountAmbiguous',
      people: 2,
    });
  });

  test('fails where the directory does not answer', async () => {
    const { ask, peopleFinder } = createHuntingRig();
    peopleFinder.down = new BotError('forbidden', { from: 'graph', status: 403 });
    expect(await ask({ account: UPN }, INVESTIGATOR, 'personal')).toEqual({
      is: 'failed',
      failure: { code: 'notPermitted', permission: 'User.Read.All' },
      hunted: null,
    });
  });
});

describe('a person by alias', () => {
  test('is found everywhere, and no name comes back', async () => {
    const { ask, aliasOf, hunting } = createHuntingRig();
    const alias = await aliasOf(SUBJECT);
    const view = viewOf(await ask({ account: alias.toLowerCase() }));
    expect(queryOf(hunting)).toContain(UPN);
    expect(toGraphValue(view.kql)).not.toMatch(/mira|holt/i);
    expect(toGraphValue(view.kql)).toContain(`=~ "${alias}"`);
    expect(view).toMatchObject({ portalUrl: null });
  });

  test('that nobody has is refused', async () => {
    expect(await createHuntingRig().refusalOf({ account: 'Person ZZZZ' })).toEqual({
      code: 'personRefused',
      reason: 'unknown',
    });
  });

  test('of somebody known by no name that rows hold is refused', async () => {
    const { refusalOf, aliasOf } = createHuntingRig();
    const alias = await aliasOf(knownOnlyBy({ sid: 'S-1-5-21-1-2-3-1001' }));
    expect(await refusalOf({ account: alias })).toEqual({ code: 'personNotInData' });
  });
});

describe('nobody asks about themselves', () => {
  test.each(['upn', 'name', 'alias'] as const)('by %s', async (form) => {
    const { refusalOf, aliasOf } = createHuntingRig();
    const forms = {
      upn: INVESTIGATOR.userPrincipalName ?? '',
      name: 'Noor Adeyemi',
      alias: await aliasOf(INVESTIGATOR),
    };
    const refusal = await refusalOf({ account: forms[form] }, INVESTIGATOR, 'personal');
    expect(refusal).toEqual({ code: 'personRefused', reason: 'isSelf' });
  });

  test('by an alias known by UPN alone', async () => {
    const { refusalOf, aliasOf } = createHuntingRig();
    const alias = await aliasOf(knownOnlyBy({ userPrincipalName: ANALYST.userPrincipalName }));
    expect(await refusalOf({ account: alias })).toEqual({ code: 'personRefused', reason: 'isSelf' });
  });

  test('by an alert about them, whomever else they name', async () => {
    const { refusalOf, ...rig } = createHuntingRig();
    const { number } = await see(rig, anAlert({ subject: ANALYST }));
    expect(await refusalOf({ alert: String(number) })).toEqual({ code: 'isSubject' });
    expect(await refusalOf({ alert: String(number), account: await rig.aliasOf(SUBJECT) })).toEqual({
      code: 'isSubject',
    });
  });
});

describe('a question about an alert', () => {
  test('is about its subject, from three days before to a day after', async () => {
    const { ask, hunting, ...rig } = createHuntingRig();
    const dates = { firstActivityDateTime: afterStart(-10 * DAY), lastActivityDateTime: afterStart(-9 * DAY) };
    const alert = await see(rig, anAlert(dates));
    const view = viewOf(await ask({ alert: String(alert.number) }));
    expect(queryOf(hunting)).toContain(`AccountUpn =~ "${UPN}"`);
    expect(view.window).toEqual({ from: '2026-11-10T06:00:00Z', to: '2026-11-15T06:00:01Z' });
    expect(view).toMatchObject({ defaultWindow: false, asked: { alertNumber: alert.number } });
    expect(view.asked.account && toGraphValue(view.asked.account)).toBe(`Person ${alert.alias}`);
  });

  test('keeps the window and the person that are named', async () => {
    const { ask, hunting, aliasOf, ...rig } = createHuntingRig();
    const { number } = await see(rig, anAlert());
    await ask({ alert: String(number), account: await aliasOf(ADMIN), window: WINDOW });
    expect(queryOf(hunting)).toContain(ADMIN.userPrincipalName);
    expect(queryOf(hunting)).toContain(`datetime(${WINDOW.from})`);
  });

  test('that nobody knows, or that names nobody, is refused', async () => {
    const { refusalOf, ...rig } = createHuntingRig();
    expect(await refusalOf({ alert: '1999' })).toEqual({ code: 'alertUnknown' });
    const { number } = await see(rig, anAlert({ subject: null }));
    expect(await refusalOf({ alert: String(number) })).toEqual({ code: 'alertWithoutPerson' });
  });
});

describe('a label', () => {
  test('is asked for with its sublabels', async () => {
    const { ask, hunting } = createHuntingRig();
    const view = viewOf(await ask({ label: 'confidential' }));
    const ids = [LABELS[2]?.id, ...(LABELS[2]?.sublabels ?? []).map(({ id }) => id)];
    expect(queryOf(hunting)).toContain(`has_any (${ids.map((id) => `"${id}"`).join(', ')})`);
    expect(view.asked.label && toGraphValue(view.asked.label)).toBe('Confidential');
  });

  test('that the tenant lacks names the tenant’s own', async () => {
    const refusal = await createHuntingRig().refusalOf({ label: 'Secret' });
    expect(refusal.code === 'labelUnknown' && refusal.labels.map(toGraphValue)).toContain('Highly Confidential');
  });

  test('cannot be asked for without the list, but groups can do without names', async () => {
    const { ask, hunting } = createHuntingRig();
    hunting.labelsDown = new BotError('forbidden', { from: 'graph', status: 403 });
    const failure = { code: 'notPermitted', permission: 'SensitivityLabel.Read' };
    expect(await ask({ label: 'Confidential' })).toEqual({ is: 'failed', failure, hunted: null });
    hunting.rows = [aRow('group', LABELS[0]?.id ?? '', 1, 1, 1)];
    const [row] = viewOf(await ask({ groupBy: 'label' })).rows;
    expect(row?.key && toGraphValue(row.key)).toBe(LABELS[0]?.id);
  });
});

describe('what cannot be asked', () => {
  test.each<[HuntingSlots, HuntRefusal['code']]>([
    [{ groupBy: 'severity' }, 'notAnswerable'],
    [{ anomalousOnly: true, department: 'Sales' }, 'notAnswerable'],
    [{ targetDomain: 'mail.google.com"' }, 'slotUnusable'],
    [{ device: 'x" or true' }, 'slotUnusable'],
    [{ department: 'a\nb' }, 'slotUnusable'],
    [{ sensitiveInfoType: 'Project Larch' }, 'infoTypeUnknown'],
    [{ window: { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' } }, 'windowBeyondReach'],
  ])('%j is %s', async (slots, code) => {
    expect((await createHuntingRig().refusalOf(slots)).code).toBe(code);
  });
});

describe('people in the rows', () => {
  const rows = [
    aRow('total', '', 3, 2, 3),
    aRow('groups', '', 0, 0, 2),
    aRow('group', UPN, 2, 1, 2),
    aRow('group', '', 1, 0, 1),
  ];

  test('are enrolled and shown by their aliases, the same ones as on cards', async () => {
    const { ask, hunting, aliasOf } = createHuntingRig();
    const alias = await aliasOf(SUBJECT);
    hunting.rows = rows;
    const view = viewOf(await ask({ groupBy: 'account' }));
    expect(view.rows.map(({ key }) => key && toGraphValue(key))).toEqual([alias, null]);
    expect(view.rowsInAll).toBe(2);
  });

  test('are named to an investigator in personal chat, and nobody is enrolled for that', async () => {
    const { ask, hunting, state } = createHuntingRig();
    hunting.rows = rows;
    const view = viewOf(await ask({ groupBy: 'account' }, INVESTIGATOR, 'personal'));
    expect(view.rows.map(({ key }) => key && toGraphValue(key))).toEqual([UPN, null]);
    expect(state.people).toEqual([]);
  });
});

describe('what the audit learns', () => {
  test('is which query ran over which window and how many rows met it', async () => {
    const { ask, hunting } = createHuntingRig();
    hunting.rows = [aRow('total', '', 3, 2, 5)];
    const { hunted } = await ask({ window: WINDOW, groupBy: 'account' }, INVESTIGATOR, 'personal');
    expect(hunted).toEqual({
      queryHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      window: WINDOW,
      rowCount: 5,
      named: true,
      alertNumber: null,
    });
  });

  test('is that nothing was found, and that no name was given', async () => {
    const { hunted } = await createHuntingRig().ask({ window: WINDOW, groupBy: 'account' });
    expect(hunted).toMatchObject({ rowCount: 0, named: false });
  });

  test('is a query that failed as well, and nothing where none was sent', async () => {
    const { ask, hunting } = createHuntingRig();
    hunting.failNext(new BotError('timedOut', { from: 'graph' }));
    expect(await ask({})).toMatchObject({ is: 'failed', failure: { code: 'timedOut' }, hunted: { rowCount: null } });
    hunting.present = null;
    await hunting.columns('DataSecurityEvents', 'fresh');
    expect(await ask({})).toEqual({ is: 'failed', failure: { code: 'sharingOff' }, hunted: null });
  });
});

test('the answer says how the question was read and which days it holds', async () => {
  const { ask, hunting } = createHuntingRig();
  hunting.rows = [aRow('total', '', 1, 1, 1), aRow('day', '2026-11-17', 1, 1, 1)];
  const view = viewOf(
    await ask({ activity: 'upload', targetDomain: 'dropbox.com', sensitiveInfoType: 'credit cards', compare: true }),
  );
  expect(view).toMatchObject({
    defaultWindow: true,
    window: { from: new Date(START_MS - 7 * DAY).toISOString().replace('.000', ''), to: '2026-11-23T06:00:00Z' },
    previous: {
      window: { from: '2026-11-09T06:00:00Z', to: '2026-11-16T06:00:00Z' },
      total: { files: 0, people: 0, rows: 0 },
    },
    asked: { activity: 'upload', anomalousOnly: false },
  });
  expect(view.asked.sensitiveInfoType && toGraphValue(view.asked.sensitiveInfoType)).toBe('Credit Card Number');
  expect(view.days).toHaveLength(8);
});
