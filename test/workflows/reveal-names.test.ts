// Names of an alert are shown to an investigator alone, with a reason, for a while, and never without a line in the audit.
import { BotError } from '../../src/domain/errors';
import { showsNames } from '../../src/domain/disclosure';
import { toSealedColumn, toTextRun, Untrusted } from '../../src/domain/untrusted';
import type { Click, ClickAnswer } from '../../src/workflows/click';
import { REASON_MIN, REVEAL_MS } from '../../src/workflows/reveal-names';
import { RevealEnds } from '../../src/workflows/reveal-ends';
import { NO_INPUTS } from '../builders/click';
import { ADMIN, ANALYST, AUDITOR, GUEST, INVESTIGATOR, SUBJECT, WITHOUT_ROLE } from '../builders/people';
import { createClickRig, said } from './click-rig';
import { sendAllDue } from './workflow-rig';

const because = (reason: string): Pick<Click, 'inputs'> => ({ inputs: { ...NO_INPUTS, reason: Untrusted.of(reason) } });
const GIVEN = because('HR case 77, asked by counsel');
const AUTOMATIC = { automatic: true };

const named = (answer: ClickAnswer) => answer.show === 'card' && showsNames(answer.view);
const title = (answer: ClickAnswer) =>
  answer.show === 'card' && showsNames(answer.view) && answer.view.details.text?.title
    ? toTextRun(answer.view.details.text.title)
    : null;

describe('an investigator who gives a reason', () => {
  it('sees the names until a time that is told, and it is one line in the audit with the reason', async () => {
    const { rig, press, audit, writes } = await createClickRig();
    const answer = await press(INVESTIGATOR, 'alert.reveal', GIVEN);
    expect(title(answer)).toContain('Mira Holt');
    const until = new Date(rig.clock.now() + REVEAL_MS).toISOString().slice(0, 19);
    expect(answer.show === 'card' && showsNames(answer.view) && answer.view.until).toContain(until);
    expect(audit()).toEqual(['alert.reveal applied -']);
    const [entry] = rig.auditTrail.entries;
    expect(entry?.statedReason && toSealedColumn(entry.statedReason)).toBe('HR case 77, asked by counsel');
    expect(entry).toMatchObject({ actorObjectId: INVESTIGATOR.objectId, alertNumber: 1000 });
    expect(writes()).toBe(0);
    expect(REVEAL_MS).toBe(600_000);
  });

  it('who names the person in the reason has the alias written down', async () => {
    const { rig, press, stored } = await createClickRig();
    await press(INVESTIGATOR, 'alert.reveal', because('mira.holt asked HR about it'));
    const [entry] = rig.auditTrail.entries;
    expect(entry?.statedReason && toSealedColumn(entry.statedReason)).toBe(`Person ${stored.alias} asked HR about it`);
  });

  it('sees them again by automatic refresh until the time is over, without a further line', async () => {
    const { rig, press, audit } = await createClickRig();
    const first = await press(INVESTIGATOR, 'alert.reveal', GIVEN);
    rig.clock.jumpTo(rig.clock.now() + REVEAL_MS - 1);
    expect(await press(INVESTIGATOR, 'alert.refresh', AUTOMATIC)).toEqual(first);
    expect(named(await press(INVESTIGATOR, 'alert.reveal', GIVEN))).toBe(true);
    rig.clock.jumpTo(rig.clock.now() + 1);
    expect(named(await press(INVESTIGATOR, 'alert.refresh', AUTOMATIC))).toBe(false);
    expect(audit()).toHaveLength(1);
  });

  it('hides them by a press, and a new look needs a new reason', async () => {
    const { press, audit } = await createClickRig();
    await press(INVESTIGATOR, 'alert.reveal', GIVEN);
    expect(named(await press(INVESTIGATOR, 'alert.refresh'))).toBe(false);
    expect(named(await press(INVESTIGATOR, 'alert.refresh', AUTOMATIC))).toBe(false);
    expect(said(await press(INVESTIGATOR, 'alert.reveal'))).toBe('form reveal');
    expect(audit()).toHaveLength(1);
  });

  it('loses them with the role, however fresh the memory of it is', async () => {
    const { rig, press } = await createClickRig();
    await press(INVESTIGATOR, 'alert.reveal', GIVEN);
    await press(INVESTIGATOR, 'alert.refresh', AUTOMATIC);
    rig.analystDirectory.setRoles(INVESTIGATOR, ['analyst']);
    expect(named(await press(INVESTIGATOR, 'alert.refresh', AUTOMATIC))).toBe(false);
  });

  it('sees nothing when it cannot be written down', async () => {
    const { rig, press } = await createClickRig();
    rig.auditTrail.append = async () => {
      throw new BotError('storeUnusable', { from: 'store' });
    };
    expect(said(await press(INVESTIGATOR, 'alert.reveal', GIVEN))).toBe('auditUnavailable');
    expect(named(await press(INVESTIGATOR, 'alert.refresh', AUTOMATIC))).toBe(false);
  });
});

describe('a reason', () => {
  it('is asked for by a form, which comes back with automatic refreshes and leaves no line', async () => {
    const { press, audit } = await createClickRig();
    expect(await press(INVESTIGATOR, 'alert.reveal')).toMatchObject({ form: { form: 'reveal' }, missing: null });
    expect(said(await press(INVESTIGATOR, 'alert.refresh', AUTOMATIC))).toBe('form reveal');
    expect(audit()).toEqual([]);
  });

  it.each(['', '  ', 'no', 'a\u200bb', '\u200b\u200b\u200b'])(
    'of fewer than three characters shows nothing: %j',
    async (text) => {
      const { press, audit } = await createClickRig();
      expect(await press(INVESTIGATOR, 'alert.reveal', because(text))).toMatchObject({
        form: { form: 'reveal' },
        missing: 'reason',
      });
      expect(audit()).toEqual([]);
      expect(REASON_MIN).toBe(3);
    },
  );
});

describe('everyone else', () => {
  it.each([
    ['an analyst', ANALYST, 'noRole'],
    ['an admin', ADMIN, 'noRole'],
    ['an auditor', AUDITOR, 'noRole'],
    ['somebody without a role', WITHOUT_ROLE, 'noRole'],
    ['a guest', GUEST, 'noRole'],
  ])('%s is refused, and it is written down', async (_who, person, reason) => {
    const { press, audit } = await createClickRig();
    expect(said(await press(person, 'alert.reveal', GIVEN))).toBe(reason);
    expect(audit()).toEqual([`alert.reveal refused ${reason}`]);
    expect(named(await press(person, 'alert.refresh', AUTOMATIC))).toBe(false);
  });

  it('the subject is refused as an investigator too', async () => {
    const { rig, press, audit } = await createClickRig();
    rig.analystDirectory.setRoles(SUBJECT, ['investigator']);
    expect(said(await press(SUBJECT, 'alert.reveal', GIVEN))).toBe('isSubject');
    expect(audit()).toEqual(['alert.reveal refused isSubject']);
  });

  it('sees none of it while an investigator does', async () => {
    const { press } = await createClickRig();
    await press(INVESTIGATOR, 'alert.reveal', GIVEN);
    expect(named(await press(ANALYST, 'alert.refresh', AUTOMATIC))).toBe(false);
  });

  it('is refused while the directory does not answer', async () => {
    const { rig, press } = await createClickRig();
    rig.analystDirectory.down = new BotError('unavailable', { from: 'graph' });
    expect(said(await press(INVESTIGATOR, 'alert.reveal', GIVEN))).toBe('lookupFailed');
  });
});

it('an alert whose words are no longer kept has no names to show', async () => {
  const { rig, press, audit } = await createClickRig();
  Object.assign(rig.state.alertByNumber(1000) ?? {}, { details: null });
  expect(said(await press(INVESTIGATOR, 'alert.reveal', GIVEN))).toBe('detailsNotKept');
  expect(audit()).toEqual([]);
});

it('when the time is over the card is drawn once more, and says that a reveal happened, of whom and by whom not', async () => {
  const { rig, press } = await createClickRig();
  await press(INVESTIGATOR, 'alert.reveal', GIVEN);
  const ends = new RevealEnds({ ...rig, wake: () => (rig.wakes += 1) });
  await ends.settle();
  expect(rig.wakes).toBe(0);
  rig.clock.jumpTo(rig.clock.now() + REVEAL_MS);
  await ends.settle();
  await ends.settle();
  expect(rig.wakes).toBe(1);
  await sendAllDue(rig);
  const updates = rig.cardPoster.written.filter(({ did }) => did === 'update');
  expect(updates).toHaveLength(1);
  const drawing = updates[0]?.drawing;
  expect(drawing?.kind === 'alert' && drawing.view.revealedUntil).toContain(
    new Date(rig.clock.now()).toISOString().slice(0, 19),
  );
  expect(drawing?.kind === 'alert' && JSON.stringify(drawing.view)).not.toContain(INVESTIGATOR.objectId);
});
