// The same click again, the same activity again, and several people at once: Graph is written to once.
import { Untrusted } from '../../src/domain/untrusted';
import { CHANGE_LOCK_WAIT_MS } from '../../src/workflows/change-alert';
import { SAME_CLICK_MS } from '../../src/workflows/click-once';
import { changed } from '../builders/alert';
import { afterStart, SECOND, START_MS } from '../builders/instants';
import { ANALYST, INVESTIGATOR, SECOND_ANALYST, WITHOUT_ROLE } from '../builders/people';
import { CHANGING_VERBS, comment, COMPLETE, createClickRig, RESOLUTION, said } from './click-rig';
import { storedNow } from './workflow-rig';

const complete = CHANGING_VERBS.filter((verb) => verb !== 'alert.reopen');

describe('the same activity delivered again', () => {
  it.each(complete)('changes nothing twice and gets the card as it is now: %s', async (verb) => {
    const { click, handle, rig, audit, writes } = await createClickRig();
    const once = click(ANALYST, verb, COMPLETE[verb]);
    await handle(once);
    const written = writes();
    expect(said(await handle(once))).toBe('card');
    expect(writes()).toBe(written);
    expect(rig.alertEditor.comments).toHaveLength(1);
    expect(audit()).toHaveLength(2);
  });

  it('is recognised though its inputs differ', async () => {
    const { press, rig } = await createClickRig();
    await press(ANALYST, 'alert.comment', { ...comment('One.'), activityId: 'f:42' });
    await press(ANALYST, 'alert.comment', { ...comment('Two.'), activityId: 'f:42' });
    expect(rig.alertEditor.comments).toHaveLength(1);
  });
});

describe('the same click again', () => {
  it.each(complete)('as a new activity changes nothing twice within two minutes: %s', async (verb) => {
    const { rig, press, writes } = await createClickRig();
    await press(ANALYST, verb, COMPLETE[verb]);
    const written = writes();
    rig.clock.jumpTo(START_MS + SAME_CLICK_MS - 1);
    expect(said(await press(ANALYST, verb, COMPLETE[verb]))).toBe('card');
    expect(writes()).toBe(written);
    expect(SAME_CLICK_MS).toBe(120_000);
  });

  it('is a new one once two minutes are over: the same comment may be meant', async () => {
    const { rig, press } = await createClickRig();
    await press(ANALYST, 'alert.comment', comment('Still waiting.'));
    rig.clock.jumpTo(rig.clock.now() + SAME_CLICK_MS);
    await press(ANALYST, 'alert.comment', comment('Still waiting.'));
    expect(rig.alertEditor.comments).toHaveLength(2);
  });

  it('is another one with another comment, by another person or with another version', async () => {
    const { rig, press } = await createClickRig();
    await press(ANALYST, 'alert.comment', comment('One.'));
    await press(ANALYST, 'alert.comment', comment('Two.'));
    await press(INVESTIGATOR, 'alert.comment', comment('One.'));
    await press(ANALYST, 'alert.comment', { ...comment('One.'), version: 'another' });
    expect(rig.alertEditor.comments).toHaveLength(4);
  });

  it('is another one with another determination', async () => {
    const { rig, press } = await createClickRig();
    await press(ANALYST, 'alert.resolve', { inputs: RESOLUTION });
    const other = { ...RESOLUTION, determination: 'compromisedAccount', comment: Untrusted.of('x') };
    expect(said(await press(ANALYST, 'alert.resolve', { inputs: other }))).toBe('stale');
    expect(rig.alertEditor.edits).toHaveLength(1);
  });

  it('may be tried again when the first one did nothing', async () => {
    const { rig, alert, press, audit } = await createClickRig();
    rig.alertSource.put(changed(alert, { serviceSource: 'x', detectionSource: 'y' }));
    expect(said(await press(ANALYST, 'alert.start'))).toBe('notInsiderRisk');
    rig.alertSource.put(alert);
    expect(said(await press(ANALYST, 'alert.start'))).toBe('card');
    expect(audit().slice(1)).toEqual(['alert.start intended -', 'alert.start applied -']);
  });

  it('is refused each time to whoever may not do it', async () => {
    const { press, audit } = await createClickRig();
    await press(WITHOUT_ROLE, 'alert.start');
    await press(WITHOUT_ROLE, 'alert.start');
    expect(audit()).toHaveLength(2);
  });
});

describe('ten copies of one invoke at once', () => {
  it.each(complete)('make one write of each kind: %s', async (verb) => {
    const { click, handle, rig, audit } = await createClickRig();
    const once = click(ANALYST, verb, COMPLETE[verb]);
    const answers = await Promise.all(Array.from({ length: 10 }, () => handle({ ...once })));
    expect(rig.alertEditor.edits.length).toBe(verb === 'alert.comment' ? 0 : 1);
    expect(rig.alertEditor.comments).toHaveLength(1);
    expect(audit()).toEqual([`${verb} intended -`, `${verb} applied -`]);
    const codes = answers.map(said);
    expect(codes.filter((code) => code === 'card')).toHaveLength(1);
    expect(codes.filter((code) => code === 'changeInProgress')).toHaveLength(9);
  });

  it('as ten activities of one impatient person make one write', async () => {
    const { press, rig } = await createClickRig();
    await Promise.all(Array.from({ length: 10 }, () => press(ANALYST, 'alert.start')));
    expect(rig.alertEditor.edits).toHaveLength(1);
  });
});

describe('two people at once', () => {
  it('with opposite wishes: one changes the alert, the other is told by whom it was changed', async () => {
    const { press, rig, alert, audit } = await createClickRig();
    const answers = await Promise.all([
      press(ANALYST, 'alert.resolve', { inputs: RESOLUTION }),
      press(SECOND_ANALYST, 'alert.resolve', {
        inputs: { ...RESOLUTION, classification: 'falsePositive', determination: 'other' },
      }),
    ]);
    expect(answers.map(said)).toEqual(['card', 'stale']);
    expect(rig.alertEditor.edits).toHaveLength(1);
    expect(await storedNow(rig, alert.id)).toMatchObject({ status: 'resolved', classification: 'truePositive' });
    const told = answers[1];
    const changedBy = told?.show === 'card' && told.saying?.code === 'stale' ? told.saying.changedBy : null;
    expect(changedBy).not.toBeNull();
    expect(audit()).toEqual(['alert.resolve intended -', 'alert.resolve applied -']);
  });

  it('with the same wish: one changes the alert', async () => {
    const { press, rig } = await createClickRig();
    await Promise.all([press(ANALYST, 'alert.start'), press(SECOND_ANALYST, 'alert.start')]);
    expect(rig.alertEditor.edits).toHaveLength(1);
  });

  it('wait for each other no longer than a person would', async () => {
    const { press, rig, alert, audit, writes } = await createClickRig();
    await rig.leases.acquire(`alert:${alert.id}`, 'somebody else', 3_600_000, START_MS);
    expect(said(await press(ANALYST, 'alert.start'))).toBe('changeInProgress');
    expect(rig.clock.now() - START_MS).toBeLessThanOrEqual(CHANGE_LOCK_WAIT_MS + SECOND);
    expect(audit()).toEqual([]);
    expect(writes()).toBe(0);
  });

  it('give the alert free again, whatever became of the change', async () => {
    const { press, rig, alert } = await createClickRig();
    rig.alertSource.put(changed(alert, { status: 'resolved', lastUpdateDateTime: afterStart(0) }));
    await press(ANALYST, 'alert.start');
    expect(await rig.leases.acquire(`alert:${alert.id}`, 'next', 1_000, rig.clock.now())).not.toBeNull();
  });
});
