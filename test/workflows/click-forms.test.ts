// Forms: how they are asked for, what they say when something is missing, and how long they stay open.
import { Untrusted } from '../../src/domain/untrusted';
import { CLASSIFICATIONS } from '../../src/domain/alert';
import { FORM_OPEN_MS } from '../../src/workflows/form-time';
import { NO_INPUTS } from '../builders/click';
import { ANALYST, SECOND_ANALYST, WITHOUT_ROLE } from '../builders/people';
import { comment, createClickRig, RESOLUTION, said } from './click-rig';

describe('the resolve form', () => {
  it('is asked for first without a classification, then with one', async () => {
    const { press } = await createClickRig();
    expect(await press(ANALYST, 'alert.resolveForm')).toMatchObject({
      show: 'form',
      form: { form: 'resolve', classification: null },
      missing: null,
    });
    for (const classification of CLASSIFICATIONS) {
      const answer = await press(ANALYST, 'alert.resolveForm', { inputs: { ...NO_INPUTS, classification } });
      expect(answer).toMatchObject({ form: { form: 'resolve', classification }, missing: null });
    }
  });

  it.each([
    ['neither classification nor determination', {}, 'classification', null],
    ['a determination alone', { determination: 'other' }, 'classification', null],
    ['a classification alone', { classification: 'falsePositive' }, 'determination', 'falsePositive'],
    [
      'a determination of another classification',
      { classification: 'falsePositive', determination: 'maliciousUserActivity' },
      'determination',
      'falsePositive',
    ],
  ])(
    'submitted with %s changes nothing, says what is missing and is no refusal',
    async (_what, inputs, missing, kept) => {
      const { press, audit, writes, rig } = await createClickRig();
      const typed = Untrusted.of('Agreed with HR.');
      const answer = await press(ANALYST, 'alert.resolve', { inputs: { ...NO_INPUTS, comment: typed, ...inputs } });
      expect(answer).toMatchObject({ show: 'form', form: { form: 'resolve', classification: kept }, missing, typed });
      expect(audit()).toEqual([]);
      expect(rig.alertSource.reads).toBe(0);
      expect(writes()).toBe(0);
    },
  );

  it('can be submitted again, complete, after it came back', async () => {
    const { press, audit } = await createClickRig();
    await press(ANALYST, 'alert.resolve');
    expect(said(await press(ANALYST, 'alert.resolve', { inputs: RESOLUTION }))).toBe('card');
    expect(audit()).toEqual(['alert.resolve intended -', 'alert.resolve applied -']);
  });
});

describe('the comment form', () => {
  it('is asked for by the verb without a text, and nothing is said to be missing', async () => {
    const { press, audit } = await createClickRig();
    expect(await press(ANALYST, 'alert.comment')).toMatchObject({ form: { form: 'comment' }, missing: null });
    expect(audit()).toEqual([]);
  });

  it('submitted with blanks alone says that the comment is missing', async () => {
    const { press, writes } = await createClickRig();
    expect(await press(ANALYST, 'alert.comment', comment('  '))).toMatchObject({ show: 'form', missing: 'comment' });
    expect(writes()).toBe(0);
  });
});

describe('a form that is open', () => {
  it('comes back with the person’s automatic refresh for ten minutes', async () => {
    const { rig, press } = await createClickRig();
    await press(ANALYST, 'alert.resolveForm', { inputs: { ...NO_INPUTS, classification: 'truePositive' } });
    rig.clock.jumpTo(rig.clock.now() + FORM_OPEN_MS - 1);
    expect(await press(ANALYST, 'alert.refresh', { automatic: true })).toMatchObject({
      show: 'form',
      form: { form: 'resolve', classification: 'truePositive' },
    });
    rig.clock.jumpTo(rig.clock.now() + 1);
    expect(said(await press(ANALYST, 'alert.refresh', { automatic: true }))).toBe('card');
    expect(FORM_OPEN_MS).toBe(600_000);
  });

  it('is nobody else’s', async () => {
    const { press } = await createClickRig();
    await press(ANALYST, 'alert.resolveForm');
    expect(said(await press(SECOND_ANALYST, 'alert.refresh', { automatic: true }))).toBe('card');
    expect(said(await press(WITHOUT_ROLE, 'alert.refresh', { automatic: true }))).toBe('card');
  });

  it('is closed by a press of its own, as of Cancel or Details', async () => {
    const { press } = await createClickRig();
    await press(ANALYST, 'alert.resolveForm');
    expect(said(await press(ANALYST, 'alert.refresh'))).toBe('card');
    expect(said(await press(ANALYST, 'alert.refresh', { automatic: true }))).toBe('card');
  });

  it('is closed by the change it was for', async () => {
    const { press } = await createClickRig();
    await press(ANALYST, 'alert.resolveForm');
    await press(ANALYST, 'alert.resolve', { inputs: RESOLUTION });
    expect(said(await press(ANALYST, 'alert.refresh', { automatic: true }))).toBe('card');
  });

  it('is not given to somebody who lost the role meanwhile', async () => {
    const { rig, press } = await createClickRig();
    await press(ANALYST, 'alert.resolveForm');
    rig.analystDirectory.setRoles(ANALYST, []);
    expect(said(await press(ANALYST, 'alert.refresh', { automatic: true }))).toBe('card');
  });
});
