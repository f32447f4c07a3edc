// What a confirmed change does: to Graph, to the audit, to every card of the alert, and what the asker is told.
import type { Alert } from '../../src/domain/alert';
import type { ChangeSlots } from '../../src/domain/command';
import { BotError } from '../../src/domain/errors';
import { toGraphValue, Untrusted } from '../../src/domain/untrusted';
import { CHANGE_LOCK_MS } from '../../src/workflows/change-alert';
import { recoverChanges } from '../../src/workflows/recover-changes';
import { changed, alertId } from '../builders/alert';
import { CHANNEL, NO_INPUTS } from '../builders/click';
import { afterStart, SECOND } from '../builders/instants';
import { ANALYST, INVESTIGATOR } from '../builders/people';
import { choose, createConfirmRig, nextCard, outcomeOf, settledCard, type ConfirmRig } from './confirm-rig';
import { sendAllDue } from './workflow-rig';

type Slots = Omit<ChangeSlots, 'alert'>;

const graph = (code: 'timedOut' | 'forbidden' | 'throttled') => new BotError(code, { from: 'graph' });
const WRITTEN_DOWN = ['command.confirm intended -', 'command.confirm applied -'];
const NOOR = INVESTIGATOR.userPrincipalName ?? '';
const named = (name: Untrusted | null | undefined) => name && toGraphValue(name);

async function changeInDefender({ rig, alert }: ConfirmRig, overrides: Partial<Alert>): Promise<void> {
  rig.alertSource.put(changed(alert, { lastUpdateDateTime: afterStart(SECOND), ...overrides }));
}

describe('a confirmed change', () => {
  const cases: [Slots, Partial<Alert>, object | null, string][] = [
    [{ change: 'start' }, {}, { status: 'inProgress' }, 'Set to in progress from Teams.'],
    [{ change: 'reopen' }, { status: 'resolved' }, { status: 'inProgress' }, 'Reopened from Teams.'],
    [
      { change: 'assign', assignee: 'me' },
      {},
      { assignedTo: ANALYST.userPrincipalName },
      'Assigned to themselves from Teams.',
    ],
    [{ change: 'assign', assignee: 'Noor Adeyemi' }, {}, { assignedTo: NOOR }, `Assigned to ${NOOR} from Teams.`],
    [{ change: 'unassign' }, { assignedTo: Untrusted.of(NOOR) }, { assignedTo: null }, 'Unassigned from Teams.'],
    [
      { change: 'resolve', classification: 'falsePositive', determination: 'notMalicious', comment: 'A known test.' },
      {},
      { status: 'resolved', classification: 'falsePositive', determination: 'notMalicious' },
      'Resolved from Teams as falsePositive (notMalicious). A known test.',
    ],
    [{ change: 'comment', comment: 'Spoke with HR.' }, {}, null, 'Spoke with HR.'],
  ];

  it.each(cases)(
    'is one PATCH, one comment naming its asker and two lines of audit: %j',
    async (slots, given, patch, text) => {
      const { rig, propose, confirm, audit } = await createConfirmRig(given);
      const answer = await confirm(await propose(slots));
      expect(outcomeOf(answer)).toBe('done');
      expect(rig.alertEditor.edits).toEqual(patch === null ? [] : [{ id: alertId(1), patch }]);
      expect(rig.alertEditor.comments.map((comment) => comment.text)).toEqual([
        `[${ANALYST.userPrincipalName}] ${text} (ref ${rig.alertEditor.comments[0]?.marker})`,
      ]);
      expect(audit()).toEqual(WRITTEN_DOWN);
      expect(rig.auditTrail.entries[0]).toMatchObject({
        actorObjectId: ANALYST.objectId,
        alertNumber: 1000,
        cardRef: null,
      });
    },
  );

  it('is answered with what was done, by whom and when, for everyone who sees the card', async () => {
    const { propose, confirm } = await createConfirmRig();
    const answer = await confirm(await propose({ change: 'start', comment: 'Mine.' }));
    expect(answer).toMatchObject({ show: 'answer', forEveryone: true });
    const { view, outcome, asker } = settledCard(answer);
    expect(outcome).toMatchObject({ is: 'done', at: afterStart(0), saying: null });
    expect([named(outcome.is === 'done' ? outcome.who : null), named(asker)]).toEqual(['Ilse Brandt', 'Ilse Brandt']);
    expect(view).toMatchObject({ alert: { number: 1000, status: 'inProgress' }, comment: null });
  });

  it('redraws every card of the alert with who did it', async () => {
    const { rig, propose, confirm, now } = await createConfirmRig({ assignedTo: Untrusted.of(NOOR) });
    await confirm(await propose({ change: 'unassign' }));
    await sendAllDue(rig);
    expect(rig.cardPoster.written.at(-1)).toMatchObject({
      did: 'update',
      channel: CHANNEL,
      drawing: { view: { owner: null, lastChange: { what: 'unassign' } } },
    });
    expect(named((await now()).lastChange?.who)).toBe(ANALYST.displayName);
  });

  it('keeps to the words, whatever a press holds besides', async () => {
    const { rig, propose, confirm } = await createConfirmRig();
    const card = await propose({ change: 'resolve', classification: 'falsePositive', determination: 'other' });
    const inputs = { ...choose('truePositive', 'malware').inputs, comment: Untrusted.of('not asked for') };
    expect(outcomeOf(await confirm(card, { inputs }))).toBe('done');
    expect(rig.alertEditor.edits[0]?.patch).toMatchObject({ classification: 'falsePositive', determination: 'other' });
    expect(rig.alertEditor.comments[0]?.text).not.toContain('not asked for');
  });
});

describe('a resolution that lacks its verdict', () => {
  it('is carried out in two presses, each with its question', async () => {
    const { rig, propose, confirm, audit, writes } = await createConfirmRig();
    const first = await propose({ change: 'resolve' });
    const answer = await confirm(first, choose('falsePositive'));
    expect([outcomeOf(answer), writes(), audit()]).toEqual(['ask -', 0, []]);
    expect(answer).not.toMatchObject({ forEveryone: true });
    const second = nextCard(answer);
    expect(second).toMatchObject({ cardRef: first.cardRef, until: first.until });
    expect(second.view).toMatchObject({ change: { classification: 'falsePositive' }, purviewOutcome: 'Dismissed' });
    expect(outcomeOf(await confirm(second, choose('falsePositive', 'notMalicious')))).toBe('done');
    expect(rig.alertEditor.edits.map((edit) => edit.patch)).toEqual([
      { status: 'resolved', classification: 'falsePositive', determination: 'notMalicious' },
    ]);
    expect(audit()).toEqual(WRITTEN_DOWN);
  });

  it.each([
    ['no classification', null, null, 'ask classification'],
    ['a classification that is none', 'harmless', null, 'ask classification'],
    ['a determination alone', null, 'malware', 'ask classification'],
    ['a determination that is not legal with it', 'falsePositive', 'malware', 'ask determination'],
    ['a determination that is none', 'falsePositive', 'harmless', 'ask determination'],
  ])('comes back saying what is missing after %s', async (_what, classification, determination, outcome) => {
    const { propose, confirm, audit, writes } = await createConfirmRig();
    const answer = await confirm(await propose({ change: 'resolve' }), choose(classification, determination));
    expect([outcomeOf(answer), writes(), audit()]).toEqual([outcome, 0, []]);
  });

  it('keeps what was chosen for a press that leaves the determination out', async () => {
    const { propose, confirm } = await createConfirmRig();
    const second = nextCard(await confirm(await propose({ change: 'resolve' }), choose('truePositive')));
    const third = await confirm(second, choose('truePositive'));
    expect(outcomeOf(third)).toBe('ask determination');
    const fourth = await confirm(nextCard(third), choose(null, 'malware'));
    expect(settledCard(fourth).view.change).toEqual({
      kind: 'resolve',
      classification: 'truePositive',
      determination: 'malware',
    });
  });

  it('may be classified otherwise from the first card, which everyone still sees', async () => {
    const { propose, confirm } = await createConfirmRig();
    const first = await propose({ change: 'resolve' });
    await confirm(first, choose('truePositive'));
    const again = await confirm(first, choose('falsePositive'));
    expect(outcomeOf(again)).toBe('ask -');
    expect(nextCard(again).view.change).toMatchObject({ classification: 'falsePositive' });
  });

  it('cannot be classified otherwise than the words said', async () => {
    const { propose, confirm, writes } = await createConfirmRig();
    const card = await propose({ change: 'resolve', classification: 'falsePositive' });
    expect(outcomeOf(await confirm(card, choose('truePositive', 'malware')))).toBe('ask determination');
    expect(writes()).toBe(0);
  });

  it('stops as soon as the alert is known to have moved on', async () => {
    const click = await createConfirmRig();
    const asked = await click.propose({ change: 'resolve' });
    const other = await click.propose({ change: 'start' });
    await click.confirm(other);
    const answer = await click.confirm(asked, choose('truePositive'));
    expect(answer).toMatchObject({ forEveryone: true });
    expect(outcomeOf(answer)).toBe('stale stale');
    expect(outcomeOf(await click.confirm(asked, choose('truePositive', 'malware')))).toBe('cardNoLongerValid');
  });
});

describe('an alert that differs from what the card showed', () => {
  it('is not written to: the card says what changed and is over for everyone', async () => {
    const click = await createConfirmRig();
    const card = await click.propose({ change: 'start' });
    await changeInDefender(click, { status: 'resolved' });
    const answer = await click.confirm(card);
    expect(answer).toMatchObject({ forEveryone: true });
    expect(settledCard(answer)).toMatchObject({
      outcome: { is: 'stale', saying: { code: 'stale', status: 'resolved' } },
      view: { alert: { status: 'resolved' } },
    });
    expect([click.writes(), click.audit()]).toEqual([0, []]);
    expect(outcomeOf(await click.confirm(card))).toBe('cardNoLongerValid');
  });

  it('gets a comment all the same', async () => {
    const click = await createConfirmRig();
    const card = await click.propose({ change: 'comment', comment: 'Seen.' });
    await changeInDefender(click, { status: 'resolved' });
    expect(outcomeOf(await click.confirm(card))).toBe('done');
    expect(click.rig.alertEditor.comments).toHaveLength(1);
  });

  it.each([
    ['is gone', 'refused alertGone', []],
    ['is of another product', 'refused notInsiderRisk', ['command.confirm refused notInsiderRisk']],
  ])('because it %s settles the card', async (what, outcome, lines) => {
    const click = await createConfirmRig();
    const card = await click.propose({ change: 'start' });
    if (what === 'is gone') click.rig.alertSource.remove(click.alert.id);
    else await changeInDefender(click, { serviceSource: 'x', detectionSource: 'y' });
    expect(outcomeOf(await click.confirm(card))).toBe(outcome);
    expect([click.writes(), click.audit()]).toEqual([0, lines]);
    expect(outcomeOf(await click.confirm(card))).toBe('cardNoLongerValid');
  });
});

describe('a failure', () => {
  it('to read the alert leaves the card open', async () => {
    const { rig, propose, confirm, audit } = await createConfirmRig();
    const card = await propose({ change: 'start' });
    rig.alertSource.failNext(graph('timedOut'));
    expect(outcomeOf(await confirm(card))).toBe('graphUnavailable');
    expect(outcomeOf(await confirm(card))).toBe('done');
    expect(audit()).toEqual(WRITTEN_DOWN);
  });

  it('while somebody else changes the alert leaves the card open', async () => {
    const { rig, alert, propose, confirm } = await createConfirmRig();
    const card = await propose({ change: 'start' });
    const lease = await rig.leases.acquire(`alert:${alert.id}`, 'somebody else', 60_000, rig.clock.now());
    if (lease === null) throw new Error('the alert is taken');
    expect(outcomeOf(await confirm(card))).toBe('changeInProgress');
    await rig.leases.release(lease, 'somebody else');
    expect(outcomeOf(await confirm(card))).toBe('done');
  });

  it('of a write that Graph did not take is said on the card, which is over', async () => {
    const { rig, propose, confirm, audit } = await createConfirmRig();
    const card = await propose({ change: 'start' });
    rig.alertEditor.editFault = graph('forbidden');
    expect(outcomeOf(await confirm(card))).toBe('refused graphUnavailable');
    expect(audit()).toEqual(['command.confirm intended -', 'command.confirm failed forbidden']);
    rig.alertEditor.editFault = null;
    expect(outcomeOf(await confirm(card))).toBe('cardNoLongerValid');
    expect(rig.alertEditor.edits).toHaveLength(1);
  });

  it('whose outcome is not known is told as such, and not tried again by the same press', async () => {
    const { rig, propose, confirm, audit } = await createConfirmRig();
    const card = await propose({ change: 'start' });
    rig.alertEditor.editFault = graph('timedOut');
    expect(outcomeOf(await confirm(card))).toBe('outcomeUncertain');
    expect(outcomeOf(await confirm(card))).toBe('outcomeUncertain');
    expect(audit()).toEqual(['command.confirm intended -', 'command.confirm failed unconfirmed']);
    expect(rig.alertEditor.edits).toHaveLength(1);
  });

  it('of the comment beside a change is said on the card, which is over; the change stands', async () => {
    const { rig, propose, confirm, audit } = await createConfirmRig();
    rig.alertEditor.commentFault = graph('throttled');
    const card = await propose({ change: 'start' });
    const answer = await confirm(card);
    expect(answer).toMatchObject({ forEveryone: true });
    expect(settledCard(answer)).toMatchObject({
      outcome: { is: 'done', saying: { code: 'changedButCommentFailed' } },
      view: { alert: { status: 'inProgress' } },
    });
    expect(audit()).toEqual(['command.confirm intended -', 'command.confirm applied commentFailed']);
    rig.alertEditor.commentFault = null;
    expect(settledCard(await confirm(card)).outcome).toMatchObject({ saying: { code: 'changedButCommentFailed' } });
    expect(rig.alertEditor.edits).toHaveLength(1);
  });

  it('of the audit means that nothing is written, and leaves the card open', async () => {
    const { rig, propose, confirm, writes } = await createConfirmRig();
    const card = await propose({ change: 'start' });
    const { append } = rig.auditTrail;
    rig.auditTrail.append = () => Promise.reject(new BotError('storeUnusable', { from: 'store' }));
    expect(outcomeOf(await confirm(card))).toBe('auditUnavailable');
    expect(writes()).toBe(0);
    rig.auditTrail.append = append.bind(rig.auditTrail);
    expect(outcomeOf(await confirm(card))).toBe('done');
  });

  it('of the process in the middle is closed by the next start, and the same press then learns of it', async () => {
    const { rig, propose, confirm, audit } = await createConfirmRig();
    const { alertEditor } = rig;
    const card = await propose({ change: 'assign', assignee: 'me', comment: 'Mira Holt' });
    const { edit } = alertEditor;
    alertEditor.edit = async (id, patch) => {
      await edit.call(alertEditor, id, patch);
      return new Promise<never>(() => undefined);
    };
    void confirm(card, { inputs: NO_INPUTS });
    await rig.clock.settle();
    expect(outcomeOf(await confirm(card))).toBe('changeInProgress');
    const left = await rig.clickLog.unfinished();
    expect(JSON.stringify(left)).not.toContain('Mira');
    expect(await recoverChanges(rig, left)).toBe(1);
    expect(audit()).toEqual(['command.confirm intended -', 'command.confirm applied foundAfterRestart']);
    expect(outcomeOf(await confirm(card))).toBe('done');
    expect(alertEditor.edits).toHaveLength(1);
  });

  it('of the process before Graph took it leaves the change to be confirmed again by the same press', async () => {
    const { rig, propose, confirm, audit } = await createConfirmRig();
    const { alertEditor } = rig;
    const card = await propose({ change: 'start' });
    const { edit } = alertEditor;
    alertEditor.edit = () => new Promise<never>(() => undefined);
    void confirm(card);
    await rig.clock.settle();
    alertEditor.edit = edit;
    await recoverChanges(rig, await rig.clickLog.unfinished());
    expect(audit()).toEqual(['command.confirm intended -', 'command.confirm failed interrupted']);
    // The dead one held the alert for a while.
    rig.clock.jumpTo(rig.clock.now() + CHANGE_LOCK_MS);
    expect(outcomeOf(await confirm(card))).toBe('done');
    expect(alertEditor.edits).toHaveLength(1);
  });
});
