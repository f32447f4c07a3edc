// Buttons that ask on: found by an opaque reference in the place where their card stands, with the presser's own authority.
import type { PersonIdentity } from '../../src/domain/person';
import { BotError } from '../../src/domain/errors';
import { Untrusted } from '../../src/domain/untrusted';
import { UNRECORDED_WAY, type Answer, type AnswerNow } from '../../src/workflows/answer';
import type { Click, ClickAnswer } from '../../src/workflows/click';
import { huntingFacts } from '../../src/workflows/hunting-facts';
import { createRunFollowUp } from '../../src/workflows/run-follow-up';
import { PRESS_ANSWER_MS } from '../../src/workflows/soon-or-later';
import { aClick, CHANNEL, OTHER_CHANNEL, placeIn, presser } from '../builders/click';
import { alertId, anAlert } from '../builders/alert';
import { ADMIN, ANALYST, INVESTIGATOR, WITHOUT_ROLE } from '../builders/people';
import { FakeClock } from '../fakes/fake-clock';
import { said } from './click-rig';
import { createRig, see, subscribe } from './workflow-rig';

const REF = 'a-reference-that-nobody-guesses';
const OWNER = Untrusted.of('Olga Owner');
const WINDOW = { from: '2026-11-16T00:00:00Z', to: '2026-11-23T00:00:00Z' };

/** The clock stands, so that only what a test holds up is late. */
async function createFollowUps() {
  const rig = createRig(new FakeClock('stands'));
  const run = createRunFollowUp(rig);
  const until = rig.clock.now() + 3_600_000;
  const about = { ref: REF, askerObjectId: ANALYST.objectId ?? '', channel: CHANNEL, until };
  const facts = huntingFacts({
    slots: { activity: 'upload', window: WINDOW },
    widened: false,
    timeZone: 'Europe/Berlin',
  });
  const conversationId = placeIn(CHANNEL).conversationId;
  await rig.askedBook.keep({ ...about, kind: 'hunting', conversationId, facts }, rig.clock.now());
  const click = (kind: string, more: Partial<Click> = {}) =>
    aClick({ verb: 'command.run', cardRef: REF, followUp: { kind, alert: null, incident: null }, ...more });
  const press = (person: PersonIdentity, kind: string, more: Partial<Click> = {}): Promise<ClickAnswer> =>
    run(click(kind, { presser: presser(person), ...more }));
  const audit = () =>
    rig.auditTrail.entries.map(({ action, outcome, reason }) => `${action} ${outcome} ${reason ?? '-'}`);
  return { rig, run, click, press, audit };
}

describe('a button under a hunting answer', () => {
  it.each([
    ['who', { groupBy: 'account' }],
    ['whereTo', { groupBy: 'domain' }],
    ['byDay', { groupBy: 'day' }],
    ['compare', { compare: true }],
  ])('asks the same question changed in one slot: %s', async (kind, change) => {
    const { rig, press } = await createFollowUps();
    expect(said(await press(INVESTIGATOR, kind))).toBe('answerComes');
    expect(rig.hunts).toMatchObject([
      {
        slots: { activity: 'upload', window: WINDOW, ...change },
        timeZone: 'Europe/Berlin',
        action: 'command.run',
        asker: { objectId: INVESTIGATOR.objectId },
        roles: INVESTIGATOR.roles,
      },
    ]);
  });

  it('is asked once, however often it is pressed or delivered', async () => {
    const { rig, run, click, press } = await createFollowUps();
    const once = click('who');
    await Promise.all([run(once), run(once), press(ANALYST, 'who')]);
    expect(rig.hunts).toHaveLength(1);
    await press(INVESTIGATOR, 'who');
    expect(rig.hunts).toHaveLength(2);
  });

  it.each([
    ['somebody without a role', WITHOUT_ROLE],
    ['an administrator', ADMIN],
  ])('is refused to %s, and written down', async (_who, person) => {
    const { rig, press, audit } = await createFollowUps();
    expect(said(await press(person, 'who'))).toBe('mayNotAsk');
    expect(rig.hunts).toEqual([]);
    expect(audit()).toEqual(['command.run refused noRole']);
  });

  const elsewhere: [string, Partial<Click>][] = [
    ['with a reference that was never given', { cardRef: 'another-reference-of-some-length' }],
    ['without a reference', { cardRef: null }],
    ['in another channel', { place: placeIn(OTHER_CHANNEL) }],
    ['with keys that no card sends', { wellFormed: false }],
    ['with a follow-up that nobody defined', { followUp: { kind: 'delete', alert: null, incident: null } }],
  ];
  it.each(elsewhere)('%s is no longer valid, and written down', async (_what, more) => {
    const { rig, press, audit } = await createFollowUps();
    expect(said(await press(ANALYST, 'who', more))).toBe('cardNoLongerValid');
    expect(rig.hunts).toEqual([]);
    expect(audit()).toEqual([expect.stringMatching(/^command\.run refused /)]);
  });

  it('ends with its time', async () => {
    const { rig, press } = await createFollowUps();
    rig.clock.jumpTo(rig.clock.now() + 3_600_000);
    expect(said(await press(ANALYST, 'who'))).toBe('cardNoLongerValid');
  });
});

describe('a button under a list', () => {
  async function createList(alerts: number) {
    const made = await createFollowUps();
    const { rig } = made;
    await subscribe(rig);
    for (let index = 1; index <= alerts; index += 1) await see(rig, anAlert({ id: alertId(index) }));
    const asker = { asker: { ...ANALYST, objectId: ANALYST.objectId ?? '' }, place: placeIn(CHANNEL) };
    const list = await rig.listDesk.alerts({ ...asker, action: 'listAlerts' }, { slots: {}, from: 1, timeZone: 'UTC' });
    if (list.is !== 'shown' || list.drawing.draw !== 'alerts') throw new Error('no list was shown');
    return { ...made, cardRef: list.drawing.cardRef, view: list.drawing.view };
  }

  it('turns the page for whoever presses, and nobody else', async () => {
    const { press, cardRef, view } = await createList(13);
    expect(view).toMatchObject({ total: 13, from: 1 });
    const next = await press(INVESTIGATOR, 'next', { cardRef });
    if (next.show !== 'answer' || next.drawing.draw !== 'alerts') throw new Error(next.show);
    expect(next.drawing.view).toMatchObject({ total: 13, from: 11 });
    expect(next.drawing.view.alerts).toHaveLength(3);
    expect(next.drawing.cardRef).not.toBe(cardRef);
    const again = await press(ANALYST, 'next', { cardRef });
    expect(again).toMatchObject({ drawing: { view: { from: 11 } } });
    const back = await press(INVESTIGATOR, 'previous', { cardRef: next.drawing.cardRef });
    expect(back).toMatchObject({ drawing: { view: { from: 1 } } });
  });

  it('posts the card of a row, or says where it stands', async () => {
    const { press, cardRef } = await createList(1);
    const followUp = { kind: 'show', alert: '1000', incident: null };
    expect(said(await press(ANALYST, 'show', { cardRef, followUp }))).toMatch(/^alert(Posting|Here)$/);
    const unknown = { kind: 'show', alert: '4711', incident: null };
    expect(said(await press(ANALYST, 'show', { cardRef, followUp: unknown }))).toBe('alertUnknown');
  });
});

describe('a button whose answer takes its time', () => {
  /** A list about somebody called by name, and a directory that does not answer until it is let. */
  async function createSlowList() {
    const made = await createFollowUps();
    const { rig, press } = made;
    for (let index = 1; index <= 12; index += 1) await see(rig, anAlert({ id: alertId(index), assignedTo: OWNER }));
    const asker = { asker: { ...ANALYST, objectId: ANALYST.objectId ?? '' }, place: placeIn(CHANNEL) };
    const facts = { slots: { assignee: 'Olga Owner' }, from: 1, timeZone: 'UTC' };
    const list = await rig.listDesk.alerts({ ...asker, action: 'listAlerts' }, facts);
    if (list.is !== 'shown' || list.drawing.draw !== 'alerts') throw new Error('no list was shown');
    const { cardRef } = list.drawing;
    const held: ((error: Error | null) => void)[] = [];
    rig.peopleFinder.find = () =>
      new Promise((resolve, reject) => held.push((error) => (error === null ? resolve([]) : reject(error))));
    const later = async (pressing: Promise<ClickAnswer>) => {
      await rig.clock.settle();
      await rig.clock.advance(PRESS_ANSWER_MS);
      const answer = await pressing;
      if (answer.show !== 'message') throw new Error(answer.show);
      return answer;
    };
    const release = (error: Error | null = null) => held.splice(0).forEach((settle) => settle(error));
    return { ...made, next: () => later(press(ANALYST, 'next', { cardRef })), release };
  }

  it('is answered at once, and the page comes in the conversation', async () => {
    expect(PRESS_ANSWER_MS).toBe(2_000);
    const { next, release } = await createSlowList();
    const { saying, later } = await next();
    expect(saying).toEqual({ code: 'answerComes' });
    if (later?.is !== 'later') throw new Error('nothing comes later');
    expect(later.meanwhile).toBeNull();
    release();
    expect(await later.then).toMatchObject({ drawing: { draw: 'alerts', view: { total: 12, from: 11 } } });
  });

  it('gives the page once, however often it is pressed meanwhile', async () => {
    const { next, release } = await createSlowList();
    const first = await next();
    const again = await next();
    expect([first.later?.is, again.later, again.saying.code]).toEqual(['later', undefined, 'answerComes']);
    release();
  });

  it.each<[Error, string]>([
    [new BotError('unavailable', { from: 'graph' }), 'graphUnavailable'],
    [new BotError('storeBusy', { from: 'store' }), 'auditUnavailable'],
    [new Error('a fault'), 'graphUnavailable'],
  ])('says what went wrong after it was promised: %s', async (error, code) => {
    const { next, release } = await createSlowList();
    const { later } = await next();
    release(error);
    expect(later?.is === 'later' && (await later.then)).toMatchObject({ is: 'said', saying: { code } });
  });

  it('asks for what a hunt needs while it is answered', async () => {
    const { rig, press } = await createFollowUps();
    let answer: (given: Answer) => void = () => undefined;
    rig.huntingDesk.answer = () => new Promise((resolve) => (answer = resolve));
    const pressing = press(ANALYST, 'who');
    await rig.clock.settle();
    await rig.clock.advance(PRESS_ANSWER_MS);
    const pressed = await pressing;
    const then = Promise.resolve<AnswerNow>({ is: 'said', saying: { code: 'lookupFailed' } });
    answer({ is: 'later', meanwhile: null, then, way: UNRECORDED_WAY });
    const later = pressed.show === 'message' ? pressed.later : undefined;
    expect(later?.is === 'later' && (await later.then)).toEqual(await then);
  });
});
