// From a question to its answer: what is recorded, what is shown at once and what later, and who hears nothing.
import type { HuntingSlots } from '../../src/domain/command';
import { BotError } from '../../src/domain/errors';
import type { Answer } from '../../src/workflows/answer';
import { HuntingDesk, LOOKING_AFTER_MS } from '../../src/workflows/hunting-desk';
import { readHuntingFacts } from '../../src/workflows/hunting-facts';
import { HuntingRunner } from '../../src/workflows/run-hunting';
import { CHANNEL, IN_PERSONAL_CHAT, placeIn } from '../builders/click';
import { aRow } from '../builders/hunting';
import { ANALYST, INVESTIGATOR, rosterMember, SUBJECT } from '../builders/people';
import { FakeClock } from '../fakes/fake-clock';
import { FakeHunting } from '../fakes/fake-hunting';
import { FakePeopleFinder } from '../fakes/fake-people-finder';
import { createRig, sayingOf } from './workflow-rig';

/** The clock stands, so that only a held query is late. */
function createDesk() {
  const clock = new FakeClock('stands');
  const rig = createRig(clock);
  const hunting = new FakeHunting();
  const peopleFinder = new FakePeopleFinder([SUBJECT, INVESTIGATOR, ANALYST]);
  const runner = new HuntingRunner({ ...rig, hunting, pace: { perMinute: 0, perPersonPerMinute: 0 } });
  const keys = { aliasCandidate: () => 'ABCDEFGHJKMNPQRS', portalHost: 'security.microsoft.com' };
  const desk = new HuntingDesk({ ...rig, hunting, peopleFinder, runner, keys });
  const ask = (slots: HuntingSlots, more: Partial<Parameters<HuntingDesk['answer']>[0]> = {}) => {
    const asker = { ...ANALYST, objectId: ANALYST.objectId ?? '' };
    const place = placeIn(CHANNEL);
    const action = 'summarizeHunting';
    return desk.answer({ slots, widened: false, timeZone: 'UTC', asker, roles: ANALYST.roles, place, action, ...more });
  };
  const audit = () =>
    rig.auditTrail.entries.map(({ action, outcome, reason, hunt }) => ({ action, outcome, reason, hunt }));
  return { rig, hunting, ask, audit };
}

function drawn(answer: Answer) {
  if (answer.is !== 'shown') throw new Error(`not shown but ${JSON.stringify(answer)}`);
  return answer.drawing;
}

test('an answer stands on record before it is shown, with the query, the window and how many rows met it', async () => {
  const { hunting, ask, audit } = createDesk();
  hunting.rows = [aRow('total', '', 54, 2, 61)];
  const drawing = drawn(await ask({ targetDomain: 'mail.google.com' }));
  if (drawing.draw !== 'hunting') throw new Error(drawing.draw);
  expect(drawing.view.total).toEqual({ files: 54, people: 2, rows: 61 });
  expect(audit()).toEqual([
    {
      action: 'summarizeHunting',
      outcome: 'applied',
      reason: null,
      hunt: { queryHash: expect.stringMatching(/^[0-9a-f]{64}$/), window: drawing.view.window, rowCount: 61 },
    },
  ]);
});

test('a quick answer leaves nothing to be told by a next start', async () => {
  const { rig, ask } = createDesk();
  await ask({});
  expect(await rig.huntLog.of('the next process').left()).toEqual([]);
});

test('a hunt that is under way when the process dies is known with its query, and where its asker waits', async () => {
  const { rig, hunting, ask, audit } = createDesk();
  hunting.hold();
  const asking = ask({ targetDomain: 'mail.google.com' });
  await rig.clock.settle();
  await rig.clock.advance(LOOKING_AFTER_MS);
  const answer = await asking;
  if (answer.is !== 'later') throw new Error(answer.is);
  await answer.way.announced('a message');
  const [left] = await rig.huntLog.of('the next process').left();
  expect(left).toMatchObject({
    action: 'summarizeHunting',
    askerObjectId: ANALYST.objectId,
    conversationId: placeIn(CHANNEL).conversationId,
    unrecorded: { queryHash: expect.stringMatching(/^[0-9a-f]{64}$/), window: expect.any(Object) },
    messageId: 'a message',
    told: false,
  });
  expect(audit()).toEqual([]);
});

test('a late answer that was told leaves nothing either, and one that was not is known as recorded', async () => {
  const { rig, hunting, ask, audit } = createDesk();
  hunting.hold();
  const asking = ask({});
  await rig.clock.settle();
  await rig.clock.advance(LOOKING_AFTER_MS);
  const answer = await asking;
  if (answer.is !== 'later') throw new Error(answer.is);
  hunting.release();
  await answer.then;
  expect(audit()).toHaveLength(1);
  expect(await rig.huntLog.of('another process').left()).toMatchObject([{ unrecorded: null, told: false }]);
  await answer.way.told();
  expect(await rig.huntLog.of('one more').left()).toEqual([]);
});

test('a question whose beginning cannot be noted is not asked', async () => {
  const { rig, hunting, ask } = createDesk();
  rig.huntLog.begin = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
  await expect(ask({})).rejects.toMatchObject({ code: 'storeBusy' });
  expect(hunting.queries).toEqual([]);
});

test('an answer that cannot be recorded is not shown', async () => {
  const { rig, ask } = createDesk();
  rig.auditTrail.append = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
  expect(sayingOf(await ask({}))).toEqual({ code: 'auditUnavailable' });
});

test('a hunt that failed is recorded as such; one that was never sent is none', async () => {
  const { hunting, ask, audit } = createDesk();
  hunting.failNext(new BotError('timedOut', { from: 'graph' }));
  expect(drawn(await ask({}))).toEqual({ draw: 'failure', failure: { code: 'timedOut' } });
  expect(audit()).toMatchObject([{ outcome: 'failed', reason: 'timedOut', hunt: { rowCount: null } }]);
  expect(drawn(await ask({ label: 'No Such Label' }))).toMatchObject({ failure: { code: 'labelUnknown' } });
  expect(audit().slice(1)).toMatchObject([{ outcome: 'refused', reason: 'labelUnknown' }]);
});

test('a slow answer is announced, and then comes', async () => {
  const { rig, hunting, ask } = createDesk();
  hunting.hold();
  const asking = ask({});
  await rig.clock.settle();
  await rig.clock.advance(LOOKING_AFTER_MS);
  const answer = await asking;
  if (answer.is !== 'later') throw new Error(answer.is);
  expect(answer.meanwhile).toMatchObject({ draw: 'looking', asked: { defaultWindow: true, timeZone: 'UTC' } });
  hunting.release();
  expect(await answer.then).toMatchObject({ is: 'shown', drawing: { draw: 'hunting' } });
});

test('the question is kept for the buttons, with the window that was searched', async () => {
  const { rig, ask } = createDesk();
  const drawing = drawn(await ask({ activity: 'upload' }));
  if (drawing.draw !== 'hunting') throw new Error(drawing.draw);
  const kept = await rig.askedBook.find(drawing.cardRef, rig.clock.now());
  expect(kept).toMatchObject({ kind: 'hunting', askerObjectId: ANALYST.objectId, channel: CHANNEL });
  expect(readHuntingFacts(kept?.facts ?? '')).toEqual({
    slots: { activity: 'upload', window: drawing.view.window },
    widened: false,
    timeZone: 'UTC',
  });
});

test('nothing is asked about somebody who reads along, and they hear no number', async () => {
  const { rig, hunting, ask } = createDesk();
  const [known] = await rig.peopleBook.enrol([SUBJECT]);
  rig.channelRoster.fill(CHANNEL, [rosterMember(SUBJECT)]);
  expect(sayingOf(await ask({ account: `Person ${known?.alias}` }))).toEqual({ code: 'showWhereAlertsGo' });
  expect(hunting.queries).toEqual([]);
  const alone = await ask({ account: `Person ${known?.alias}` }, { place: IN_PERSONAL_CHAT });
  expect(drawn(alone)).toMatchObject({ draw: 'hunting' });
});
