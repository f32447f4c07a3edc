// Buttons that ask on: found by an opaque reference in the place where their card stands, with the presser's own authority.
import type { PersonIdentity } from '../../src/domain/person';
import type { Click, ClickAnswer } from '../../src/workflows/click';
import { huntingFacts } from '../../src/workflows/hunting-facts';
import { createRunFollowUp } from '../../src/workflows/run-follow-up';
import { aClick, CHANNEL, OTHER_CHANNEL, placeIn, presser } from '../builders/click';
import { alertId, anAlert } from '../builders/alert';
import { ADMIN, ANALYST, INVESTIGATOR, WITHOUT_ROLE } from '../builders/people';
import { said } from './click-rig';
import { createRig, see, subscribe } from './workflow-rig';

const REF = 'a-reference-that-nobody-guesses';
const WINDOW = { from: '2026-11-16T00:00:00Z', to: '2026-11-23T00:00:00Z' };

async function createFollowUps() {
  const rig = createRig();
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
