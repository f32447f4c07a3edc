// A change asked for in words: the card it becomes, or why it becomes none. Nothing is written to Graph here.
import fc from 'fast-check';
import { CLASSIFICATIONS, DETERMINATIONS } from '../../src/domain/alert';
import type { ChangeSlots } from '../../src/domain/command';
import { BotError } from '../../src/domain/errors';
import { toGraphValue, Untrusted } from '../../src/domain/untrusted';
import { CONFIRM_OPEN_MS } from '../../src/workflows/propose-change';
import { presser } from '../builders/click';
import { afterStart, DAY, MINUTE } from '../builders/instants';
import {
  ANALYST,
  EVERYONE,
  GUEST,
  identity,
  INVESTIGATOR,
  objectIdOf,
  SECOND_ANALYST,
  SUBJECT,
  WITHOUT_ROLE,
} from '../builders/people';
import { ANSWER_PLACE, choose, createConfirmRig, outcomeOf, saidTo } from './confirm-rig';

type Slots = Omit<ChangeSlots, 'alert'>;

const MINE = Untrusted.of(ANALYST.userPrincipalName ?? '');
const NOOR = INVESTIGATOR.userPrincipalName ?? '';

describe('a change asked for in words', () => {
  const whole: [Slots, object][] = [
    [{ change: 'start' }, { kind: 'start' }],
    [{ change: 'comment', comment: 'Spoke with HR.' }, { kind: 'comment' }],
    [
      { change: 'assign', assignee: 'me' },
      { kind: 'assign', assignee: 'me' },
    ],
    [
      { change: 'resolve', classification: 'falsePositive', determination: 'notMalicious' },
      { kind: 'resolve', classification: 'falsePositive', determination: 'notMalicious' },
    ],
    [{ change: 'resolve' }, { kind: 'resolve', classification: null, determination: null }],
    [
      { change: 'resolve', classification: 'truePositive' },
      { kind: 'resolve', classification: 'truePositive', determination: null },
    ],
  ];

  it.each(whole)('becomes a card that says it, names who asked and ends in ten minutes: %j', async (slots, change) => {
    const { rig, propose, audit, writes } = await createConfirmRig();
    const card = await propose(slots);
    expect(card).toMatchObject({ view: { change }, missing: null, until: afterStart(10 * MINUTE) });
    expect(card.asker && toGraphValue(card.asker)).toBe(ANALYST.displayName);
    expect(CONFIRM_OPEN_MS).toBe(600_000);
    expect(audit()).toEqual([]);
    expect(rig.alertSource.reads + writes()).toBe(0);
  });

  it('is kept under a reference of its own, as its asker’s and in its conversation', async () => {
    const { askedBook, propose } = await createConfirmRig();
    const cards = [await propose({ change: 'start' }), await propose({ change: 'start' })];
    expect(new Set(cards.map((card) => card.cardRef)).size).toBe(2);
    const { channel, conversationId } = ANSWER_PLACE;
    expect(askedBook.rows.map((row) => row.asked)).toMatchObject(
      cards.map((card) => ({
        ref: card.cardRef,
        kind: 'confirm',
        askerObjectId: ANALYST.objectId,
        channel,
        conversationId,
      })),
    );
  });

  it('shows its comment', async () => {
    const { propose } = await createConfirmRig();
    const { view } = await propose({ change: 'start', comment: 'Leaver on 31 March.' });
    expect(view.comment && toGraphValue(view.comment)).toBe('Leaver on 31 March.');
  });

  it('whose determination is not legal with the classification asks for another', async () => {
    const { propose } = await createConfirmRig();
    const card = await propose({ change: 'resolve', classification: 'falsePositive', determination: 'malware' });
    expect(card.view.change).toEqual({ kind: 'resolve', classification: 'falsePositive', determination: null });
  });

  it('that names a determination alone is asked for both, one after the other', async () => {
    const { propose } = await createConfirmRig();
    const card = await propose({ change: 'resolve', determination: 'other' });
    expect(card.view.change).toEqual({ kind: 'resolve', classification: null, determination: null });
  });

  it.each([undefined, '', '  '])('that is a comment without text is not proposed: %j', async (text) => {
    const { ask } = await createConfirmRig();
    const slots: Slots = text === undefined ? { change: 'comment' } : { change: 'comment', comment: text };
    expect(saidTo(await ask(slots))).toBe('commentMissing');
  });
});

describe('an alert that needs or allows no such change', () => {
  const resolved = { status: 'resolved', classification: 'truePositive', determination: 'malware' } as const;
  const cases: [Parameters<typeof createConfirmRig>[0], Slots, string][] = [
    [{ status: 'inProgress' }, { change: 'start' }, 'alreadySo'],
    [{ status: 'inProgress' }, { change: 'reopen' }, 'alreadySo'],
    [{ assignedTo: MINE }, { change: 'assign', assignee: 'me' }, 'alreadySo'],
    [{ assignedTo: MINE }, { change: 'assign', assignee: 'Ilse Brandt' }, 'alreadySo'],
    [{ assignedTo: null }, { change: 'unassign' }, 'alreadySo'],
    [resolved, { change: 'resolve', classification: 'truePositive', determination: 'malware' }, 'alreadySo'],
    [{ status: 'new' }, { change: 'reopen' }, 'changeNotLegal'],
    [resolved, { change: 'start' }, 'changeNotLegal'],
    [resolved, { change: 'resolve' }, 'changeNotLegal'],
    [resolved, { change: 'resolve', classification: 'falsePositive', determination: 'other' }, 'changeNotLegal'],
    [resolved, { change: 'assign', assignee: 'me' }, 'changeNotLegal'],
    [{ ...resolved, assignedTo: MINE }, { change: 'unassign' }, 'changeNotLegal'],
  ];

  it.each(cases)('(%j) is told so, and no card is drawn: %j', async (alert, slots, code) => {
    const { ask, askedBook } = await createConfirmRig(alert);
    expect(saidTo(await ask(slots))).toBe(code);
    expect(askedBook.rows.length).toBe(0);
  });

  it('says how it is now, its owner by alias where that is the person it is about', async () => {
    const assignedTo = Untrusted.of(SUBJECT.userPrincipalName ?? '');
    const { ask } = await createConfirmRig({ status: 'inProgress', assignedTo });
    const answer = await ask({ change: 'start' });
    if (answer.is !== 'said' || answer.saying.code !== 'alreadySo') throw new Error(saidTo(answer));
    expect(answer.saying.status).toBe('inProgress');
    expect(answer.saying.owner && toGraphValue(answer.saying.owner)).toMatch(/^Person [0-9A-Z]{4,}$/);
  });

  it('because it is gone from Defender is told so', async () => {
    const { rig, alert, ask, now } = await createConfirmRig();
    await rig.alertLog.commit({ decisions: [], gone: [alert.id] });
    expect((await now()).gone).toBe(true);
    expect(saidTo(await ask({ change: 'start' }))).toBe('alertGone');
  });

  it('is not offered for a stub: its buttons are gone as well', async () => {
    const { rig, ask } = await createConfirmRig({ status: 'resolved', resolvedDateTime: afterStart(-31 * DAY) });
    await rig.retention.reduce(30, 1, rig.clock.now());
    expect(saidTo(await ask({ change: 'reopen' }))).toBe('alertReduced');
  });
});

describe('an owner named in words', () => {
  it.each([NOOR, NOOR.toUpperCase(), 'Noor Adeyemi'])('is found in the directory: %s', async (assignee) => {
    const { propose } = await createConfirmRig();
    const { change } = (await propose({ change: 'assign', assignee })).view;
    if (change.kind !== 'assign' || change.assignee === 'me') throw new Error('assigned to nobody');
    expect(toGraphValue(change.assignee)).toBe(NOOR);
  });

  it('who is the asker is shown as such', async () => {
    const { propose } = await createConfirmRig();
    const card = await propose({ change: 'assign', assignee: ANALYST.userPrincipalName ?? '' });
    expect(card.view.change).toEqual({ kind: 'assign', assignee: 'me' });
  });

  const unknown: [string, string | undefined][] = [
    ['nobody has', 'Nemo Nobody'],
    ['is the name of the person the alert is about', SUBJECT.displayName ?? ''],
    ['is the address of the person the alert is about', SUBJECT.userPrincipalName ?? ''],
    ['is the name of somebody without a role', WITHOUT_ROLE.displayName ?? ''],
    ['is the address of a guest', GUEST.userPrincipalName ?? ''],
    ['is left out', undefined],
  ];
  it.each(unknown)('by what %s is nobody', async (_what, assignee) => {
    const { ask, askedBook } = await createConfirmRig();
    const answer = await ask({ change: 'assign', ...(assignee === undefined ? {} : { assignee }) });
    expect(answer).toEqual({ is: 'said', saying: { code: 'assigneeUnknown' } });
    expect(askedBook.rows.length).toBe(0);
  });

  it('who has no address cannot own an alert', async () => {
    const { ask, peopleFinder } = await createConfirmRig();
    peopleFinder.people.push(
      identity({ objectId: objectIdOf(0x201), userPrincipalName: null, displayName: 'Kay Roe' }),
    );
    expect(saidTo(await ask({ change: 'assign', assignee: 'Kay Roe' }))).toBe('assigneeUnknown');
  });

  it('whose name several people have is asked for by address', async () => {
    const { ask, peopleFinder } = await createConfirmRig();
    const { displayName } = SECOND_ANALYST;
    peopleFinder.people.push(identity({ objectId: objectIdOf(0x202), sid: null, displayName }));
    expect(saidTo(await ask({ change: 'assign', assignee: displayName ?? '' }))).toBe('assigneeAmbiguous');
  });

  it('while the directory does not answer is an error of Graph, and nothing is kept', async () => {
    const { ask, askedBook, peopleFinder } = await createConfirmRig();
    peopleFinder.down = new BotError('timedOut', { from: 'graph' });
    await expect(ask({ change: 'assign', assignee: NOOR })).rejects.toMatchObject({ code: 'timedOut' });
    expect(askedBook.rows.length).toBe(0);
  });
});

const slots: fc.Arbitrary<Slots> = fc.record(
  {
    change: fc.constantFrom('start', 'resolve', 'reopen', 'assign', 'unassign', 'comment'),
    classification: fc.constantFrom(...CLASSIFICATIONS),
    determination: fc.constantFrom(...DETERMINATIONS),
    assignee: fc.constantFrom('me', NOOR, 'Mira Holt', 'nobody'),
    comment: fc.string(),
  },
  { requiredKeys: ['change'] },
);
/** Presses short of a confirmation: the first of two choices, and Cancel. */
const step = fc.oneof(
  slots.map((words) => ({ words })),
  fc.constantFrom(...CLASSIFICATIONS).map((chosen) => ({ chosen })),
  fc.constant({ cancel: true }),
);

test('no sequence of words, first choices and cancellations ever writes to Graph or to the audit', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('new' as const, 'inProgress' as const, 'resolved' as const, null),
      fc.constantFrom(...EVERYONE),
      async (steps, status, person) => {
        const { rig, ask, cancel, confirm, writes } = await createConfirmRig({ status });
        const proposed = [];
        for (const one of steps) {
          if ('words' in one) {
            const answer = await ask(one.words, { asker: presser(person) });
            if (answer.is === 'shown' && answer.drawing.draw === 'confirm') proposed.push(answer.drawing);
            continue;
          }
          const card = proposed.at(-1);
          if (card === undefined) continue;
          if ('cancel' in one) await cancel(card, { presser: presser(person) });
          else if (card.view.change.kind === 'resolve' && card.view.change.classification === null) {
            expect(outcomeOf(await confirm(card, { ...choose(one.chosen), presser: presser(person) }))).not.toBe(
              'done',
            );
          }
        }
        expect(writes()).toBe(0);
        expect(rig.auditTrail.entries.filter((entry) => entry.outcome !== 'refused')).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
