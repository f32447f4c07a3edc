// Whose press on a card to confirm counts, where and how often: its asker's alone, where it was asked, once.
import { BotError } from '../../src/domain/errors';
import { SAME_CLICK_MS } from '../../src/workflows/click-once';
import { CONFIRM_OPEN_MS } from '../../src/workflows/propose-change';
import type { Click } from '../../src/workflows/click';
import { changed } from '../builders/alert';
import { CHANNEL, IN_PERSONAL_CHAT, OTHER_CHANNEL, placeIn, presser } from '../builders/click';
import { START_MS } from '../builders/instants';
import { ADMIN, ANALYST, INVESTIGATOR, knownOnlyBy, OTHER_TENANT, SUBJECT, WITHOUT_ROLE } from '../builders/people';
import { ANSWER_MESSAGE, by, choose, createConfirmRig, outcomeOf, settledCard } from './confirm-rig';

const VERBS = ['command.confirm', 'command.cancel'] as const;
const START = { change: 'start' } as const;

describe.each(VERBS)('%s', (verb) => {
  it.each([
    ['another analyst', INVESTIGATOR],
    ['an admin', ADMIN],
    ['somebody without a role', WITHOUT_ROLE],
    ['the person the alert is about', SUBJECT],
  ])('is refused to %s, in private and on record', async (_who, person) => {
    const { rig, propose, click, handle, confirm, audit, writes } = await createConfirmRig();
    const card = await propose(START);
    const answer = await handle(click(card, verb, by(person)));
    expect(answer).toEqual({ show: 'message', saying: { code: 'notAsker' } });
    expect(audit()).toEqual([`${verb} refused notAsker`]);
    expect(rig.auditTrail.entries[0]).toMatchObject({
      actorObjectId: person.objectId,
      alertNumber: 1000,
      cardRef: null,
    });
    expect(writes()).toBe(0);
    expect(outcomeOf(await confirm(card))).toBe('done');
  });

  const elsewhere: [string, Partial<Click>, string][] = [
    ['a made-up reference', { cardRef: 'Zm9yZ2VkLXJlZmVyZW5jZQ' }, 'cardUnknown'],
    ['no reference', { cardRef: null }, 'malformed'],
    ['keys that no card of ours sends', { wellFormed: false }, 'malformed'],
    ['another channel', { place: placeIn(OTHER_CHANNEL) }, 'wrongPlace'],
    ['another thread', { place: placeIn(CHANNEL, '1700000000001') }, 'wrongPlace'],
    ['a personal chat', { place: IN_PERSONAL_CHAT }, 'wrongPlace'],
    ['no message', { cardActivityId: null }, 'wrongPlace'],
  ];
  it.each(elsewhere)('by %s is no longer valid, and written down', async (_what, overrides, reason) => {
    const { rig, propose, click, handle, audit, writes } = await createConfirmRig();
    const answer = await handle(click(await propose(START), verb, overrides));
    expect(answer).toEqual({ show: 'message', saying: { code: 'cardNoLongerValid' } });
    expect(audit()).toEqual([`${verb} refused ${reason}`]);
    expect(rig.alertSource.reads + writes()).toBe(0);
  });

  it('in another message than the one that answered first is no longer valid', async () => {
    const { propose, click, handle, confirm, audit } = await createConfirmRig();
    const card = await propose({ change: 'resolve' });
    await confirm(card, choose('truePositive'));
    const cardActivityId = `${ANSWER_MESSAGE}1`;
    expect(outcomeOf(await handle(click(card, verb, { cardActivityId })))).toBe('cardNoLongerValid');
    expect(audit()).toEqual([`${verb} refused wrongMessage`]);
  });

  it('counts for ten minutes', async () => {
    const { rig, propose, click, handle, audit, writes } = await createConfirmRig();
    const [first, second] = [await propose(START), await propose({ change: 'assign', assignee: 'me' })];
    rig.clock.jumpTo(START_MS + CONFIRM_OPEN_MS - 1);
    expect(outcomeOf(await handle(click(first, verb)))).toBe(verb === 'command.confirm' ? 'done' : 'cancelled');
    const before = writes();
    rig.clock.jumpTo(START_MS + CONFIRM_OPEN_MS);
    expect(outcomeOf(await handle(click(second, verb)))).toBe('cardNoLongerValid');
    expect(audit().at(-1)).toBe(`${verb} refused cardUnknown`);
    expect(writes()).toBe(before);
  });

  it('asks for the roles afresh: who lost them is refused, and the card stays open', async () => {
    const { rig, propose, click, handle, confirm, audit } = await createConfirmRig();
    const card = await propose(START);
    rig.analystDirectory.setRoles(ANALYST, []);
    expect(outcomeOf(await handle(click(card, verb)))).toBe('noRole');
    expect(audit()).toEqual([`${verb} refused noRole`]);
    rig.analystDirectory.setRoles(ANALYST, ['analyst']);
    expect(outcomeOf(await confirm(card))).toBe('done');
  });

  it('is refused while the directory does not answer', async () => {
    const { rig, propose, click, handle, audit, writes } = await createConfirmRig();
    const card = await propose(START);
    rig.analystDirectory.down = new BotError('timedOut', { from: 'graph' });
    expect(outcomeOf(await handle(click(card, verb)))).toBe('lookupFailed');
    expect(audit()).toEqual([`${verb} refused lookupFailed`]);
    expect(writes()).toBe(0);
  });

  it('is refused from another tenant', async () => {
    const { propose, click, handle, audit, writes } = await createConfirmRig();
    const foreign = { presser: presser(ANALYST, { tenantId: OTHER_TENANT }) };
    expect(outcomeOf(await handle(click(await propose(START), verb, foreign)))).toBe('otherTenant');
    expect(audit()).toEqual([`${verb} refused otherTenant`]);
    expect(writes()).toBe(0);
  });

  it('tells the store’s failure as such', async () => {
    const { askedBook, propose, click, handle } = await createConfirmRig();
    const card = await propose(START);
    askedBook.find = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
    expect(outcomeOf(await handle(click(card, verb)))).toBe('auditUnavailable');
  });
});

describe('a confirmation', () => {
  it.each([null, 'another0version0'])(
    'with another version than the card’s is no longer valid: %s',
    async (version) => {
      const { propose, confirm, audit, writes } = await createConfirmRig();
      expect(outcomeOf(await confirm(await propose(START), { version }))).toBe('cardNoLongerValid');
      expect(audit()).toEqual(['command.confirm refused malformed']);
      expect(writes()).toBe(0);
    },
  );

  it('by whom only the fresh read shows to be the person concerned is refused', async () => {
    const { rig, alert, propose, confirm, audit, writes } = await createConfirmRig({ subject: null });
    const card = await propose(START);
    rig.alertSource.put(changed(alert, { subject: knownOnlyBy({ objectId: ANALYST.objectId }) }));
    expect(outcomeOf(await confirm(card))).toBe('isSubject');
    expect(audit()).toEqual(['command.confirm refused isSubject']);
    expect(writes()).toBe(0);
  });

  it('of what is kept in another form is no longer valid', async () => {
    const { askedBook, propose, confirm } = await createConfirmRig();
    const card = await propose(START);
    for (const facts of ['no json', '{}', 'null']) {
      for (const row of askedBook.rows) row.asked = { ...row.asked, facts };
      expect(outcomeOf(await confirm(card))).toBe('cardNoLongerValid');
    }
  });

  it('of a question that is no change is no longer valid', async () => {
    const { askedBook, propose, confirm } = await createConfirmRig();
    const card = await propose(START);
    for (const row of askedBook.rows) row.asked = { ...row.asked, kind: 'alerts' };
    expect(outcomeOf(await confirm(card))).toBe('cardNoLongerValid');
  });
});

describe('the same confirmation again', () => {
  it('is answered like the first one and writes nothing', async () => {
    const { rig, propose, confirm, audit, writes } = await createConfirmRig();
    const card = await propose({ change: 'assign', assignee: 'me' });
    const first = settledCard(await confirm(card));
    const written = writes();
    rig.clock.jumpTo(START_MS + SAME_CLICK_MS - 1);
    const again = await confirm(card);
    expect(settledCard(again)).toEqual({ ...first, view: settledCard(again).view });
    expect(settledCard(again).view).toMatchObject({ change: { assignee: 'me' }, alert: { number: 1000 } });
    expect([writes(), audit().length]).toEqual([written, 2]);
  });

  it('as the same activity is answered like the first one', async () => {
    const { propose, click, handle, rig } = await createConfirmRig();
    const once = click(await propose(START), 'command.confirm');
    expect([outcomeOf(await handle(once)), outcomeOf(await handle(once))]).toEqual(['done', 'done']);
    expect(rig.alertEditor.edits).toHaveLength(1);
  });

  it('after two minutes finds a card that is no longer valid', async () => {
    const { rig, propose, confirm, writes } = await createConfirmRig();
    const card = await propose(START);
    await confirm(card);
    const written = writes();
    rig.clock.jumpTo(rig.clock.now() + SAME_CLICK_MS);
    expect(outcomeOf(await confirm(card))).toBe('cardNoLongerValid');
    expect(writes()).toBe(written);
  });

  it('from another conversation is no longer valid', async () => {
    const { propose, confirm } = await createConfirmRig();
    const card = await propose(START);
    await confirm(card);
    expect(outcomeOf(await confirm(card, { place: placeIn(OTHER_CHANNEL) }))).toBe('cardNoLongerValid');
  });

  it('by whoever lost their role meanwhile is refused', async () => {
    const { rig, propose, confirm } = await createConfirmRig();
    const card = await propose(START);
    await confirm(card);
    rig.analystDirectory.setRoles(ANALYST, []);
    expect(outcomeOf(await confirm(card))).toBe('noRole');
  });

  it('ten times at once makes one write of each kind', async () => {
    const { rig, propose, confirm, audit } = await createConfirmRig();
    const card = await propose(START);
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(card)));
    const outcomes = answers.map(outcomeOf);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'changeInProgress')).toHaveLength(9);
    expect([rig.alertEditor.edits.length, rig.alertEditor.comments.length]).toEqual([1, 1]);
    expect(audit()).toEqual(['command.confirm intended -', 'command.confirm applied -']);
  });

  it('with another determination at the same moment makes one write', async () => {
    const { rig, propose, confirm } = await createConfirmRig();
    const card = await propose({ change: 'resolve', classification: 'truePositive' });
    await Promise.all(['malware', 'phishing', 'other'].map((word) => confirm(card, choose(null, word))));
    expect(rig.alertEditor.edits).toHaveLength(1);
  });
});

describe('a cancelled change', () => {
  it('is settled for everyone and leaves no line in the audit', async () => {
    const { propose, cancel, audit, writes } = await createConfirmRig();
    const answer = await cancel(await propose(START));
    expect(answer).toMatchObject({ show: 'answer', forEveryone: true });
    expect(outcomeOf(answer)).toBe('cancelled');
    expect([writes(), audit()]).toEqual([0, []]);
  });

  it('cannot be confirmed any more', async () => {
    const { propose, cancel, confirm, audit, writes } = await createConfirmRig();
    const card = await propose(START);
    await cancel(card);
    expect(outcomeOf(await confirm(card))).toBe('cardNoLongerValid');
    expect([writes(), audit()]).toEqual([0, ['command.confirm refused cardUnknown']]);
  });

  it('is answered alike when it is cancelled twice', async () => {
    const { propose, cancel, audit } = await createConfirmRig();
    const card = await propose(START);
    expect([outcomeOf(await cancel(card)), outcomeOf(await cancel(card))]).toEqual(['cancelled', 'cancelled']);
    expect(audit()).toEqual([]);
  });

  it('is one that was confirmed too late: what is done is not called cancelled', async () => {
    const { propose, cancel, confirm } = await createConfirmRig();
    const card = await propose(START);
    await confirm(card);
    expect(outcomeOf(await cancel(card))).toBe('cardNoLongerValid');
  });

  it('and confirmed at once is either, never both', async () => {
    const { rig, propose, cancel, confirm, writes } = await createConfirmRig();
    const card = await propose(START);
    let dropped = '';
    rig.alertSource.beforeRead = async () => {
      dropped ||= outcomeOf(await cancel(card));
    };
    expect(outcomeOf(await confirm(card))).toBe('cardNoLongerValid');
    expect([dropped, writes()]).toEqual(['cancelled', 0]);
  });

  it('that was found open just before it was confirmed is told that the change is being made', async () => {
    const { rig, askedBook, propose, cancel, confirm } = await createConfirmRig();
    const card = await propose(START);
    const open = await askedBook.find(card.cardRef, rig.clock.now());
    await confirm(card);
    askedBook.find = async () => open;
    expect(outcomeOf(await cancel(card))).toBe('changeInProgress');
  });
});

test('a follow-up is somebody else’s to answer', async () => {
  const { propose, click, handle } = await createConfirmRig();
  expect(outcomeOf(await handle(click(await propose(START), 'command.run')))).toBe('notAvailableYet');
});
