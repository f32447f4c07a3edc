// People who work on an alert about their own report or their own manager: they may, are told, and it is on record.
import { BotError } from '../../src/domain/errors';
import { hasDetails, showsNames } from '../../src/domain/disclosure';
import type { PersonIdentity } from '../../src/domain/person';
import { Untrusted } from '../../src/domain/untrusted';
import type { Aside, ClickAnswer } from '../../src/workflows/click';
import { VIEW_NOTED_MS } from '../../src/workflows/note-view';
import { changed } from '../builders/alert';
import { IN_PERSONAL_CHAT, NO_INPUTS, presser } from '../builders/click';
import { ADMIN, ANALYST, INVESTIGATOR, knownOnlyBy, SUBJECT, WITHOUT_ROLE } from '../builders/people';
import { CHANGING_VERBS, COMPLETE, createClickRig, type ClickRig } from './click-rig';
import { createConfirmRig } from './confirm-rig';

const DOWN = new BotError('timedOut', { from: 'graph' });
const NOTED = (deed: Aside['deed']): Aside => ({ code: 'conflictNoted', deed });

const asideOf = (answer: ClickAnswer) => ('aside' in answer ? answer.aside : undefined);
const sees = (answer: ClickAnswer) => answer.show === 'card' && hasDetails(answer.view);

type Side = [string, (rig: Pick<ClickRig, 'rig'>, person: PersonIdentity) => void];
const SIDES: Side[] = [
  ['manager', ({ rig }, person) => rig.orgChart.put(person, SUBJECT)],
  ['directReport', ({ rig }, person) => rig.orgChart.put(SUBJECT, person)],
];

describe.each(SIDES)('the %s of the person an alert is about', (side, relate) => {
  const verbs = CHANGING_VERBS.filter((verb) => verb !== 'alert.reopen');

  it.each(verbs)('presses %s, is warned, and both lines of the audit say so', async (verb) => {
    const scene = await createClickRig();
    relate(scene, ANALYST);
    const answer = await scene.press(ANALYST, verb, COMPLETE[verb]);
    expect(asideOf(answer)).toEqual(NOTED('change'));
    expect(scene.writes()).toBeGreaterThan(0);
    expect(scene.audit()).toEqual([`${verb} intended conflict: ${side}`, `${verb} applied conflict: ${side}`]);
  });

  it('sees details, is warned each time, and leaves one line a day', async () => {
    const scene = await createClickRig();
    relate(scene, INVESTIGATOR);
    const look = () => scene.press(INVESTIGATOR, 'alert.refresh', { automatic: true });
    for (const answer of [await look(), await look(), await scene.press(INVESTIGATOR, 'alert.refresh')]) {
      expect(sees(answer)).toBe(true);
      expect(asideOf(answer)).toEqual(NOTED('view'));
    }
    expect(scene.audit()).toEqual([`alert.refresh applied conflict: ${side}`]);
    scene.rig.clock.jumpTo(scene.rig.clock.now() + VIEW_NOTED_MS);
    await look();
    expect(scene.audit()).toHaveLength(2);
    expect(scene.rig.auditTrail.entries[1]).toMatchObject({ actorObjectId: INVESTIGATOR.objectId, alertNumber: 1000 });
  });

  it('confirms a change asked for in words, and everybody else reads a card without the warning', async () => {
    const scene = await createConfirmRig();
    relate(scene, ANALYST);
    const card = await scene.propose({ change: 'start' });
    expect(card.aside).toBeUndefined();
    const answer = await scene.confirm(card);
    expect(asideOf(answer)).toEqual(NOTED('change'));
    if (answer.show !== 'answer') throw new Error('nothing was settled');
    expect(answer.forEveryone).toBe(true);
    expect(JSON.stringify(answer.drawing)).not.toMatch(/conflict/i);
    expect(scene.audit()).toEqual([
      `command.confirm intended conflict: ${side}`,
      `command.confirm applied conflict: ${side}`,
    ]);
  });

  it('is warned before confirming where nobody else reads', async () => {
    const scene = await createConfirmRig();
    relate(scene, ANALYST);
    const card = await scene.propose({ change: 'start' }, { place: IN_PERSONAL_CHAT });
    expect(card.aside).toEqual(NOTED('proposal'));
    expect(scene.audit()).toEqual([]);
  });
});

it.each(SIDES)('names are revealed to the %s with the warning, and the one line says so', async (side, relate) => {
  const scene = await createClickRig();
  relate(scene, INVESTIGATOR);
  const inputs = { ...NO_INPUTS, reason: Untrusted.of('HR case 77, asked by counsel') };
  const answer = await scene.press(INVESTIGATOR, 'alert.reveal', { inputs });
  expect(answer.show === 'card' && showsNames(answer.view)).toBe(true);
  expect(asideOf(answer)).toEqual(NOTED('change'));
  expect(scene.audit()).toEqual([`alert.reveal applied conflict: ${side}`]);
  const again = await scene.press(INVESTIGATOR, 'alert.refresh', { automatic: true });
  expect(again.show === 'card' && showsNames(again.view)).toBe(true);
  expect(asideOf(again)).toEqual(NOTED('view'));
});

describe('the warning', () => {
  it.each(SIDES)('is for people who see details alone (%s)', async (_side, relate) => {
    for (const person of [WITHOUT_ROLE, ADMIN]) {
      const scene = await createClickRig();
      relate(scene, person);
      const answer = await scene.press(person, 'alert.refresh');
      expect(sees(answer)).toBe(false);
      expect(asideOf(answer)).toBeUndefined();
      expect(scene.rig.orgChart.asked).toEqual([]);
      expect(scene.audit()).toEqual([]);
    }
  });

  it('is not given to who manages somebody else', async () => {
    const scene = await createClickRig();
    scene.rig.orgChart.put(ANALYST, WITHOUT_ROLE);
    expect(asideOf(await scene.press(ANALYST, 'alert.refresh'))).toBeUndefined();
    expect(asideOf(await scene.press(ANALYST, 'alert.start'))).toBeUndefined();
    expect(scene.audit()).toEqual(['alert.start intended -', 'alert.start applied -']);
  });

  it('is about the person whom the fresh read names', async () => {
    const scene = await createClickRig({ subject: null });
    scene.rig.orgChart.put(ANALYST, SUBJECT);
    scene.rig.alertSource.put(changed(scene.alert, { subject: knownOnlyBy({ objectId: SUBJECT.objectId }) }));
    expect(asideOf(await scene.press(ANALYST, 'alert.start'))).toEqual(NOTED('change'));
  });

  it('stays beside what else has to be said: a comment that failed, an answer that was lost', async () => {
    const failed = await createClickRig();
    failed.rig.orgChart.put(ANALYST, SUBJECT);
    failed.rig.alertEditor.comment = () => Promise.reject(DOWN);
    const answer = await failed.press(ANALYST, 'alert.start');
    expect(answer).toMatchObject({ saying: { code: 'changedButCommentFailed' }, aside: NOTED('change') });
    expect(failed.audit()[1]).toBe('alert.start applied commentFailed; conflict: manager');

    const lost = await createClickRig();
    lost.rig.orgChart.put(ANALYST, SUBJECT);
    lost.rig.alertEditor.edit = () => Promise.reject(DOWN);
    expect(await lost.press(ANALYST, 'alert.start')).toMatchObject({
      saying: { code: 'outcomeUncertain' },
      aside: NOTED('change'),
    });
    expect(lost.audit()[1]).toBe('alert.start failed unconfirmed; conflict: manager');
  });

  it('comes with the details of a card that is out of date, which are a view and no change', async () => {
    const scene = await createClickRig();
    scene.rig.orgChart.put(ANALYST, SUBJECT);
    scene.rig.alertSource.put(changed(scene.alert, { status: 'inProgress' }));
    const stale = await scene.press(ANALYST, 'alert.start');
    expect(stale).toMatchObject({ saying: { code: 'stale' }, aside: NOTED('view') });
    expect(scene.audit()).toEqual(['alert.refresh applied conflict: manager']);
  });

  it('is not given where nothing was done and nothing shown', async () => {
    const scene = await createClickRig();
    scene.rig.orgChart.put(ANALYST, SUBJECT);
    const gone = await scene.press(ANALYST, 'alert.start', { cardRef: 'Zm9yZ2VkLXJlZmVyZW5jZQ' });
    expect(asideOf(gone)).toBeUndefined();
    expect((await scene.press(ANALYST, 'alert.resolveForm')).show).toBe('form');
    expect(scene.audit()).toEqual(['alert.start refused cardUnknown']);
  });
});

describe('an org chart that cannot be asked', () => {
  it('holds up no change: it is made, and the audit says that a conflict is not known', async () => {
    const scene = await createClickRig();
    scene.rig.orgChart.down = DOWN;
    const answer = await scene.press(ANALYST, 'alert.start');
    expect(answer).toMatchObject({ show: 'card', saying: null });
    expect(asideOf(answer)).toBeUndefined();
    expect(scene.audit()).toEqual(['alert.start intended conflict: unknown', 'alert.start applied conflict: unknown']);
  });

  it('takes no view away and leaves no line', async () => {
    const scene = await createClickRig();
    scene.rig.orgChart.down = DOWN;
    const answer = await scene.press(ANALYST, 'alert.refresh');
    expect(sees(answer)).toBe(true);
    expect(asideOf(answer)).toBeUndefined();
    expect(scene.audit()).toEqual([]);
  });
});

describe('a view in conflict that cannot be recorded', () => {
  it('shows the posted card, is logged, and is tried again', async () => {
    const scene = await createClickRig();
    scene.rig.orgChart.put(ANALYST, SUBJECT);
    const append = scene.rig.auditTrail.append.bind(scene.rig.auditTrail);
    scene.rig.auditTrail.append = () => Promise.reject(new BotError('storeUnusable', { from: 'store' }));
    const answer = await scene.press(ANALYST, 'alert.refresh');
    expect(sees(answer)).toBe(false);
    expect(answer).toMatchObject({ refreshFor: [] });
    expect(asideOf(answer)).toBeUndefined();
    expect(scene.rig.logger.at('error')).toHaveLength(1);
    scene.rig.auditTrail.append = append;
    expect(sees(await scene.press(ANALYST, 'alert.refresh'))).toBe(true);
    expect(scene.audit()).toEqual(['alert.refresh applied conflict: manager']);
  });
});

it('nobody is asked about where an alert names nobody', async () => {
  const scene = await createClickRig({ subject: null });
  await scene.press(ANALYST, 'alert.refresh');
  await scene.press(ANALYST, 'alert.start', { presser: presser(ANALYST) });
  expect(scene.rig.orgChart.asked).toEqual([]);
  expect(scene.audit()).toEqual(['alert.start intended -', 'alert.start applied -']);
});
