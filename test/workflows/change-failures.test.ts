// What is told and recorded when Graph, the audit or the store fails in the middle of a change. Two rules decide
// everything: no write without a record of the intent, and no "nothing was changed" after something may have been.
import { BotError } from '../../src/domain/errors';
import type { AuditEntry } from '../../src/ports/audit-trail';
import { READ_BACK_TRIES } from '../../src/workflows/make-change';
import { changed } from '../builders/alert';
import { afterStart, SECOND } from '../builders/instants';
import { ANALYST } from '../builders/people';
import { comment, createClickRig, said, type ClickRig } from './click-rig';

const graph = (code: ConstructorParameters<typeof BotError>[0], retryAfterMs?: number) =>
  new BotError(code, { from: 'graph', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
const STORE_DOWN = new BotError('storeUnusable', { from: 'store' });

/** The audit fails for entries of one outcome. */
function failAudit({ rig }: ClickRig, outcome: AuditEntry['outcome']): () => void {
  const append = rig.auditTrail.append.bind(rig.auditTrail);
  rig.auditTrail.append = (entry, now) => (entry.outcome === outcome ? Promise.reject(STORE_DOWN) : append(entry, now));
  return () => {
    rig.auditTrail.append = append;
  };
}

describe('an audit that cannot be written', () => {
  it('before the change means that there is no change', async () => {
    const click = await createClickRig();
    const mend = failAudit(click, 'intended');
    expect(said(await click.press(ANALYST, 'alert.start'))).toBe('auditUnavailable');
    expect(click.writes()).toBe(0);
    mend();
    expect(said(await click.press(ANALYST, 'alert.start'))).toBe('card');
  });

  it('after the change is never told as "nothing was changed"; the next start closes what stayed open', async () => {
    const click = await createClickRig();
    failAudit(click, 'applied');
    expect(said(await click.press(ANALYST, 'alert.start'))).toBe('outcomeUncertain');
    expect(click.rig.alertEditor.edits).toHaveLength(1);
    expect(click.audit()).toEqual(['alert.start intended -']);
    expect(await click.rig.clickLog.unfinished()).toHaveLength(1);
    expect(said(await click.press(ANALYST, 'alert.start'))).toBe('changeInProgress');
    expect(click.rig.alertEditor.edits).toHaveLength(1);
    expect(click.rig.logger.at('error')).toHaveLength(1);
  });

  it('after a change that was not made leaves the click free to be tried again', async () => {
    const click = await createClickRig();
    click.rig.alertEditor.outcome = 'notApplied';
    failAudit(click, 'failed');
    expect(said(await click.press(ANALYST, 'alert.start'))).toBe('auditUnavailable');
  });
});

describe('a write of which Graph says', () => {
  it('that it was not made leaves no effect and may be tried again at once', async () => {
    const { rig, press, audit } = await createClickRig();
    rig.alertEditor.outcome = 'notApplied';
    expect(said(await press(ANALYST, 'alert.start'))).toBe('graphUnavailable');
    expect(audit()).toEqual(['alert.start intended -', 'alert.start failed notApplied']);
    expect(rig.alertEditor.comments).toEqual([]);
    rig.alertEditor.outcome = 'applied';
    expect(said(await press(ANALYST, 'alert.start'))).toBe('card');
  });

  it('that a third state stands there tells how it is now', async () => {
    const { rig, alert, press, audit } = await createClickRig();
    rig.alertEditor.outcome = 'conflict';
    rig.alertEditor.afterEdit = () =>
      rig.alertSource.put(changed(alert, { status: 'resolved', lastUpdateDateTime: afterStart(SECOND) }));
    const answer = await press(ANALYST, 'alert.start');
    expect(answer).toMatchObject({ show: 'card', saying: { code: 'stale', status: 'resolved' } });
    expect(audit()).toEqual(['alert.start intended -', 'alert.start failed conflict']);
    expect(rig.alertEditor.comments).toEqual([]);
  });

  it('that it was made, though no read shows it, is uncertain and stays so for the same click', async () => {
    const { rig, press, audit } = await createClickRig();
    rig.alertEditor.takesEffect = false;
    expect(said(await press(ANALYST, 'alert.start'))).toBe('outcomeUncertain');
    expect(rig.alertSource.reads).toBe(1 + READ_BACK_TRIES);
    expect(audit()).toEqual(['alert.start intended -', 'alert.start failed unconfirmed']);
    expect(said(await press(ANALYST, 'alert.start'))).toBe('outcomeUncertain');
    expect(rig.alertEditor.edits).toHaveLength(1);
  });

  it('that it was made is believed once a later read shows it', async () => {
    const { rig, alert, press, audit } = await createClickRig();
    rig.alertEditor.takesEffect = false;
    rig.alertSource.beforeRead = () => {
      const { edits } = rig.alertEditor;
      if (edits.length === 1 && rig.alertSource.reads === 1 + READ_BACK_TRIES) {
        rig.alertSource.put(changed(alert, { status: 'inProgress', lastUpdateDateTime: afterStart(SECOND) }));
      }
    };
    expect(said(await press(ANALYST, 'alert.start'))).toBe('card');
    expect(audit()[1]).toBe('alert.start applied -');
  });

  it('that it was made, while reading back fails, is uncertain', async () => {
    const { rig, press, audit } = await createClickRig();
    rig.alertSource.failNext(null, graph('timedOut'), graph('throttled'), graph('unavailable'));
    expect(said(await press(ANALYST, 'alert.start'))).toBe('outcomeUncertain');
    expect(audit()).toEqual(['alert.start intended -', 'alert.start failed unconfirmed']);
  });

  it('that it was made counts when one of the reads back goes through', async () => {
    const { rig, press } = await createClickRig();
    rig.alertSource.failNext(null, graph('timedOut'));
    expect(said(await press(ANALYST, 'alert.start'))).toBe('card');
  });
});

describe('a write that throws', () => {
  it.each(['timedOut', 'unavailable', 'garbage'] as const)(
    'because its answer was lost is uncertain, and not made again by the same click: %s',
    async (code) => {
      const { rig, press, audit } = await createClickRig();
      rig.alertEditor.editFault = graph(code);
      expect(said(await press(ANALYST, 'alert.start'))).toBe('outcomeUncertain');
      expect(audit()).toEqual(['alert.start intended -', 'alert.start failed unconfirmed']);
      rig.alertEditor.editFault = null;
      expect(said(await press(ANALYST, 'alert.start'))).toBe('outcomeUncertain');
      expect(rig.alertEditor.edits).toHaveLength(1);
    },
  );

  it.each(['forbidden', 'badRequest', 'notConnected', 'unauthorised'] as const)(
    'because Graph did not take it has changed nothing: %s',
    async (code) => {
      const { rig, press, audit } = await createClickRig();
      rig.alertEditor.editFault = graph(code);
      expect(said(await press(ANALYST, 'alert.start'))).toBe('graphUnavailable');
      expect(audit()).toEqual(['alert.start intended -', `alert.start failed ${code}`]);
      rig.alertEditor.editFault = null;
      expect(said(await press(ANALYST, 'alert.start'))).toBe('card');
    },
  );

  it('because Graph is busy tells how long to wait', async () => {
    const { rig, press } = await createClickRig();
    rig.alertEditor.editFault = graph('throttled', 6_200);
    expect(await press(ANALYST, 'alert.start')).toEqual({
      show: 'message',
      saying: { code: 'graphThrottled', retryAfterSeconds: 7 },
    });
  });
});

describe('a comment that fails', () => {
  it('beside a change is said and recorded; the change stands', async () => {
    const { rig, press, audit } = await createClickRig();
    rig.alertEditor.commentFault = graph('throttled');
    const answer = await press(ANALYST, 'alert.start');
    expect(answer).toMatchObject({
      show: 'card',
      saying: { code: 'changedButCommentFailed' },
      view: { status: 'inProgress' },
    });
    expect(audit()).toEqual(['alert.start intended -', 'alert.start applied commentFailed']);
    expect(rig.logger.at('error')).toHaveLength(1);
  });

  it.each([
    ['forbidden', 'graphUnavailable', 'forbidden'],
    ['timedOut', 'outcomeUncertain', 'unconfirmed'],
  ] as const)('alone is told as what is known of it: %s', async (code, saying, reason) => {
    const { rig, press, audit } = await createClickRig();
    rig.alertEditor.commentFault = graph(code);
    expect(said(await press(ANALYST, 'alert.comment', comment('Seen.')))).toBe(saying);
    expect(audit()).toEqual(['alert.comment intended -', `alert.comment failed ${reason}`]);
  });
});

describe('a read of the alert that fails', () => {
  it.each([
    ['timedOut', 'graphUnavailable'],
    ['throttled', 'graphThrottled'],
  ] as const)('means that nothing is written or recorded: %s', async (code, saying) => {
    const { rig, press, audit, writes } = await createClickRig();
    rig.alertSource.failNext(graph(code));
    expect(said(await press(ANALYST, 'alert.start'))).toBe(saying);
    expect(audit()).toEqual([]);
    expect(writes()).toBe(0);
    expect(said(await press(ANALYST, 'alert.start'))).toBe('card');
  });
});

describe('a store that cannot write the outcome down', () => {
  it('leaves the click taken, not free, and its end to the next start', async () => {
    const { rig, handle, click } = await createClickRig();
    rig.changeRecord.end = () => Promise.reject(STORE_DOWN);
    const once = click(ANALYST, 'alert.start');
    expect(said(await handle(once))).toBe('outcomeUncertain');
    expect(said(await handle(once))).toBe('changeInProgress');
    expect(rig.alertEditor.edits).toHaveLength(1);
    expect(await rig.clickLog.unfinished()).toHaveLength(1);
  });
});

describe('a store that fails once the change is on record', () => {
  it('does not take the change back in words: the card follows later', async () => {
    const { rig, press, audit } = await createClickRig();
    rig.openForms.close = () => Promise.reject(STORE_DOWN);
    expect(said(await press(ANALYST, 'alert.start'))).toBe('working');
    expect(audit()).toEqual(['alert.start intended -', 'alert.start applied -']);
  });

  it('and cannot give the lock back does not turn a success into a failure', async () => {
    const { rig, press } = await createClickRig();
    rig.leases.release = () => Promise.reject(STORE_DOWN);
    expect(said(await press(ANALYST, 'alert.start'))).toBe('card');
  });
});

describe('a failure elsewhere', () => {
  it('of the store is told as such, and nothing rejects', async () => {
    const { rig, press, writes } = await createClickRig();
    rig.cardBook.findByRef = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
    expect(said(await press(ANALYST, 'alert.start'))).toBe('auditUnavailable');
    expect(writes()).toBe(0);
  });

  it('that nobody foresaw is logged by its kind and never by its text', async () => {
    const { rig, press } = await createClickRig();
    rig.cardBook.findByRef = () => Promise.reject(new TypeError('Mira Holt is not a function'));
    expect(said(await press(ANALYST, 'alert.start'))).toBe('graphUnavailable');
    expect(rig.logger.at('error')).toEqual([
      { level: 'error', event: 'a click failed', fields: { verb: 'alert.start', code: 'unexpected' } },
    ]);
  });

  it('while a change is being made is uncertain, and the intent stays for the next start', async () => {
    const { rig, press } = await createClickRig();
    rig.alertEditor.edit = () => Promise.reject(new TypeError('unforeseen'));
    expect(said(await press(ANALYST, 'alert.start'))).toBe('outcomeUncertain');
    expect(await rig.clickLog.unfinished()).toHaveLength(1);
  });
});
