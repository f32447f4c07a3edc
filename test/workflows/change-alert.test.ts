// What one accepted press does: to Graph, to the audit, to the card, and what the presser is told.
import { versionOf } from '../../src/domain/alert-version';
import { toGraphValue, Untrusted } from '../../src/domain/untrusted';
import type { ClickAnswer } from '../../src/workflows/click';
import { alertId, anAlert, changed } from '../builders/alert';
import { CHANNEL, OTHER_CHANNEL } from '../builders/click';
import { afterStart, START_MS } from '../builders/instants';
import { ANALYST, SECOND_ANALYST } from '../builders/people';
import { CHANGING_VERBS, comment, COMPLETE, createClickRig, RESOLUTION, said, startBy } from './click-rig';
import { sendAllDue, storedNow, subscribe } from './workflow-rig';

function staleness(answer: ClickAnswer) {
  if (answer.show !== 'card' || answer.saying?.code !== 'stale') throw new Error(`not stale: ${said(answer)}`);
  const { owner, changedBy, ...rest } = answer.saying;
  return { ...rest, owner: owner && toGraphValue(owner), changedBy: changedBy && toGraphValue(changedBy) };
}

describe('a change', () => {
  it.each([
    ['alert.start', { status: 'inProgress' }, 'Set to in progress'],
    ['alert.assignToMe', { assignedTo: ANALYST.userPrincipalName }, 'Assigned to themselves'],
    [
      'alert.resolve',
      { status: 'resolved', classification: 'truePositive', determination: 'maliciousUserActivity' },
      'Resolved from Teams as truePositive (maliciousUserActivity).',
    ],
  ])('%s is one PATCH of exactly its properties and one comment naming the person', async (verb, patch, sentence) => {
    const { rig, press } = await createClickRig();
    await press(ANALYST, verb, COMPLETE[verb]);
    expect(rig.alertEditor.edits).toEqual([{ id: alertId(1), patch }]);
    expect(rig.alertEditor.comments).toHaveLength(1);
    const [written] = rig.alertEditor.comments;
    expect(written?.text).toContain(`[${ANALYST.userPrincipalName}]`);
    expect(written?.text).toContain(sentence);
    expect(written?.text).toContain(written?.marker ?? 'no marker');
  });

  it('holds the typed comment of the resolve form', async () => {
    const { rig, press } = await createClickRig();
    await press(ANALYST, 'alert.resolve', {
      inputs: { ...RESOLUTION, comment: Untrusted.of('Leaver, agreed with HR.') },
    });
    expect(rig.alertEditor.comments[0]?.text).toContain('Leaver, agreed with HR.');
  });

  it('that is a comment writes no PATCH', async () => {
    const { rig, press, audit } = await createClickRig();
    await press(ANALYST, 'alert.comment', comment('Spoke with the manager.'));
    expect(rig.alertEditor.edits).toEqual([]);
    expect(rig.alertEditor.comments).toHaveLength(1);
    expect(audit()).toEqual(['alert.comment intended -', 'alert.comment applied -']);
  });

  it('is on record before Graph is written to, by person and number and nothing else', async () => {
    const { rig, press } = await createClickRig();
    let before: unknown = null;
    rig.alertEditor.afterEdit = () => {
      before = structuredClone(rig.auditTrail.entries);
    };
    await press(ANALYST, 'alert.start');
    const actorObjectId = ANALYST.objectId;
    const entry = { action: 'alert.start', actorObjectId, alertNumber: 1000, cardRef: null, reason: null };
    expect(before).toEqual([{ ...entry, outcome: 'intended' }]);
    expect(rig.auditTrail.entries).toEqual([
      { ...entry, outcome: 'intended' },
      { ...entry, outcome: 'applied' },
    ]);
  });

  it('is answered with the card as it is now, and redraws every card of the alert with who did it', async () => {
    const { rig, press, alert } = await createClickRig();
    await subscribe(rig, OTHER_CHANNEL);
    await rig.cardBook.requestPost(1000, OTHER_CHANNEL, START_MS);
    await sendAllDue(rig);
    rig.cardPoster.written.length = 0;
    const answer = await press(ANALYST, 'alert.start');
    expect(answer).toMatchObject({ show: 'card', saying: null, view: { status: 'inProgress', details: {} } });
    expect(rig.wakes).toBeGreaterThan(0);
    await sendAllDue(rig);
    expect(rig.cardPoster.written.map(({ did, channel }) => [did, channel])).toEqual([
      ['update', CHANNEL],
      ['update', OTHER_CHANNEL],
    ]);
    const { lastChange } = await storedNow(rig, alert.id);
    expect(lastChange).toMatchObject({ what: 'start', at: afterStart(0) });
    expect(lastChange?.who && toGraphValue(lastChange.who)).toBe(ANALYST.displayName);
  });

  it('names its maker on the card even when the watch saw the new state first', async () => {
    const { rig, press, alert } = await createClickRig();
    rig.alertEditor.afterEdit = () => {
      const now = rig.alertSource.get(alert.id);
      const row = rig.state.alerts[0];
      if (now && row) Object.assign(row.stored, { status: now.status, contentHash: now.contentHash });
    };
    await press(ANALYST, 'alert.start');
    expect((await storedNow(rig, alert.id)).lastChange).toMatchObject({ what: 'start' });
    expect(rig.state.sends.filter((send) => send.kind === 'update')).toHaveLength(1);
  });

  it('of a channel that had only a digest brings the alert its own card there', async () => {
    const { rig, press } = await createClickRig();
    await subscribe(rig, OTHER_CHANNEL);
    await press(ANALYST, 'alert.start');
    await sendAllDue(rig);
    expect(rig.cardPoster.written.at(-1)).toMatchObject({ did: 'post', channel: OTHER_CHANNEL });
  });
});

describe('an alert that is no longer as the card showed it', () => {
  it.each(['alert.start', 'alert.assignToMe', 'alert.resolve', 'alert.reopen'])(
    'is not written to by %s: the presser is told how it is now and who changed it',
    async (verb) => {
      const click = await createClickRig();
      await startBy(click, SECOND_ANALYST);
      const { press, audit, rig } = click;
      const before = rig.alertEditor.edits.length;
      expect(staleness(await press(ANALYST, verb, COMPLETE[verb]))).toEqual({
        code: 'stale',
        status: 'inProgress',
        owner: null,
        changedBy: SECOND_ANALYST.displayName,
        changedAt: afterStart(0),
        commentAdded: false,
      });
      expect(rig.alertEditor.edits).toHaveLength(before);
      expect(audit()).toEqual(['alert.start intended -', 'alert.start applied -']);
    },
  );

  it('was changed in Defender: no name is known, and the card is redrawn', async () => {
    const { rig, alert, press, audit } = await createClickRig();
    const owner = Untrusted.of('noor.adeyemi@fabrikam.example');
    rig.alertSource.put(changed(alert, { status: 'resolved', assignedTo: owner, lastUpdateDateTime: afterStart(-1) }));
    expect(staleness(await press(ANALYST, 'alert.start'))).toEqual({
      code: 'stale',
      status: 'resolved',
      owner: 'noor.adeyemi@fabrikam.example',
      changedBy: null,
      changedAt: afterStart(-1),
      commentAdded: false,
    });
    expect(audit()).toEqual([]);
    await sendAllDue(rig);
    expect(rig.cardPoster.written.at(-1)).toMatchObject({ did: 'update', drawing: { view: { status: 'resolved' } } });
  });

  it('gets a comment all the same, and the presser is told both', async () => {
    const click = await createClickRig();
    await startBy(click, SECOND_ANALYST);
    const answer = await click.press(ANALYST, 'alert.comment', comment('Seen.'));
    expect(staleness(answer)).toMatchObject({ commentAdded: true, changedBy: SECOND_ANALYST.displayName });
    expect(click.rig.alertEditor.comments.at(-1)?.text).toContain('Seen.');
    expect(click.audit().slice(2)).toEqual(['alert.comment intended -', 'alert.comment applied -']);
  });

  it('can be changed from the card of the answer', async () => {
    const click = await createClickRig();
    await startBy(click, SECOND_ANALYST);
    const answer = await click.press(ANALYST, 'alert.assignToMe');
    const version = answer.show === 'card' ? answer.view.version : null;
    expect(said(await click.press(ANALYST, 'alert.assignToMe', { version }))).toBe('card');
    expect(click.rig.alertEditor.edits).toHaveLength(2);
  });

  it('by a time, a title or a comment alone counts as unchanged', async () => {
    const { rig, alert, press } = await createClickRig();
    rig.alertSource.put(changed(alert, { commentCount: 5, lastUpdateDateTime: afterStart(0), title: null }));
    expect(said(await press(ANALYST, 'alert.start'))).toBe('card');
    expect(rig.alertEditor.edits).toHaveLength(1);
  });
});

describe('a change that is refused after the alert was read', () => {
  it.each([
    ['new', 'alert.reopen'],
    ['inProgress', 'alert.start'],
    ['resolved', 'alert.start'],
    ['resolved', 'alert.assignToMe'],
    ['resolved', 'alert.resolve'],
  ] as const)('because a %s alert knows no %s', async (status, verb) => {
    const { rig, press, audit, stored } = await createClickRig({ status: 'new' });
    const alert = changed(anAlert(), { status });
    rig.alertSource.put(alert);
    const version = versionOf(alert);
    expect(stored.status).toBe('new');
    expect(await press(ANALYST, verb, { ...COMPLETE[verb], version })).toEqual({
      show: 'message',
      saying: { code: 'changeNotLegal', status },
    });
    expect(audit()).toEqual([`${verb} refused changeNotLegal`]);
    expect(rig.alertEditor.edits).toEqual([]);
  });

  it.each(CHANGING_VERBS)('because it is of another product: %s', async (verb) => {
    const { rig, alert, press, audit, writes } = await createClickRig();
    rig.alertSource.put(
      changed(alert, { serviceSource: 'microsoftDefenderForEndpoint', detectionSource: 'antivirus' }),
    );
    expect(said(await press(ANALYST, verb, COMPLETE[verb]))).toBe('notInsiderRisk');
    expect(audit()).toEqual([`${verb} refused notInsiderRisk`]);
    expect(writes()).toBe(0);
  });

  it('is not refused when either source names insider risk', async () => {
    const { rig, alert, press } = await createClickRig();
    rig.alertSource.put(changed(alert, { serviceSource: 'renamed' }));
    expect(said(await press(ANALYST, 'alert.start'))).toBe('card');
  });

  it.each(CHANGING_VERBS)('because it carries no version: %s', async (verb) => {
    const { press, audit, writes } = await createClickRig();
    expect(said(await press(ANALYST, verb, { ...COMPLETE[verb], version: null }))).toBe('cardNoLongerValid');
    expect(audit()).toEqual([`${verb} refused malformed`]);
    expect(writes()).toBe(0);
  });
});

describe('an alert that Graph no longer knows', () => {
  it('is told so, loses its buttons everywhere, and leaves no refusal', async () => {
    const { rig, alert, press, audit, writes } = await createClickRig();
    rig.alertSource.remove(alert.id);
    const answer = await press(ANALYST, 'alert.start');
    expect(answer).toMatchObject({ show: 'card', saying: { code: 'alertGone' }, view: { gone: true, offers: [] } });
    await sendAllDue(rig);
    expect(rig.cardPoster.written.at(-1)).toMatchObject({ did: 'update', drawing: { view: { gone: true } } });
    expect(audit()).toEqual([]);
    expect(writes()).toBe(0);
  });
});
