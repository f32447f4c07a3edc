// Changes whose process died between intent and outcome are closed at the next start, and never made again.
import { BotError } from '../../src/domain/errors';
import { Untrusted } from '../../src/domain/untrusted';
import type { ClickOutcome } from '../../src/ports/click-log';
import { CHANGE_LOCK_MS } from '../../src/workflows/change-alert';
import { createRecoverChanges, recoverChanges } from '../../src/workflows/recover-changes';
import { changed } from '../builders/alert';
import { afterStart, SECOND } from '../builders/instants';
import { ANALYST } from '../builders/people';
import { comment, createClickRig, RESOLUTION, said, type ClickRig } from './click-rig';

/** A process that dies once Graph was asked for the change: nothing that follows is ever done. */
async function dieAtPatch(click: ClickRig, verb: string, how: { arrived: boolean }, overrides = {}): Promise<void> {
  const { alertEditor } = click.rig;
  const { edit, comment: write } = alertEditor;
  const dead = new Promise<never>(() => undefined);
  alertEditor.takesEffect = how.arrived;
  alertEditor.edit = async (id, patch) => {
    await edit.call(alertEditor, id, patch);
    return dead;
  };
  alertEditor.comment = () => dead;
  void click.press(ANALYST, verb, overrides);
  await click.rig.clock.settle();
  Object.assign(alertEditor, { edit, comment: write, takesEffect: true });
}

async function restart({ rig }: ClickRig): Promise<number> {
  return recoverChanges(rig, await rig.clickLog.unfinished());
}

describe('a change interrupted by a stop', () => {
  it('that arrived is closed as applied', async () => {
    const click = await createClickRig();
    await dieAtPatch(click, 'alert.start', { arrived: true });
    expect(click.audit()).toEqual(['alert.start intended -']);
    expect(await restart(click)).toBe(1);
    expect(click.audit()).toEqual(['alert.start intended -', 'alert.start applied foundAfterRestart']);
    expect(click.rig.auditTrail.entries[1]).toMatchObject({ actorObjectId: ANALYST.objectId, alertNumber: 1000 });
  });

  it('that did not arrive is closed as failed, and not made after all', async () => {
    const click = await createClickRig();
    await dieAtPatch(click, 'alert.resolve', { arrived: false }, { inputs: RESOLUTION });
    expect(await restart(click)).toBe(1);
    expect(click.audit()).toEqual(['alert.resolve intended -', 'alert.resolve failed interrupted']);
    expect(click.rig.alertEditor.edits).toHaveLength(1);
  });

  it('of an alert that is gone is closed as failed', async () => {
    const click = await createClickRig();
    await dieAtPatch(click, 'alert.start', { arrived: true });
    click.rig.alertSource.remove(click.alert.id);
    await restart(click);
    expect(click.audit()[1]).toBe('alert.start failed interrupted');
  });

  it('by somebody else’s later change is not taken for ours', async () => {
    const click = await createClickRig();
    await dieAtPatch(click, 'alert.resolve', { arrived: false }, { inputs: RESOLUTION });
    const other = {
      classification: 'falsePositive',
      determination: 'other',
      lastUpdateDateTime: afterStart(SECOND),
    } as const;
    click.rig.alertSource.put(changed(click.alert, { status: 'resolved', ...other }));
    await restart(click);
    expect(click.audit()[1]).toBe('alert.resolve failed interrupted');
  });

  it('that is a comment cannot be told and is closed as such', async () => {
    const click = await createClickRig();
    await dieAtPatch(click, 'alert.comment', { arrived: false }, comment('Seen.'));
    await restart(click);
    expect(click.audit()[1]).toBe('alert.comment failed interruptedComment');
    expect(said(await click.press(ANALYST, 'alert.comment', comment('Seen.')))).toBe('outcomeUncertain');
  });

  it('is closed once: a second start finds nothing', async () => {
    const click = await createClickRig();
    await dieAtPatch(click, 'alert.start', { arrived: true });
    await restart(click);
    expect(await restart(click)).toBe(0);
    expect(click.audit()).toHaveLength(2);
  });

  it('holds no text that a person typed', async () => {
    const click = await createClickRig();
    const inputs = { ...RESOLUTION, comment: Untrusted.of('Mira Holt') };
    await dieAtPatch(click, 'alert.resolve', { arrived: true }, { inputs });
    const left = await click.rig.clickLog.unfinished();
    expect(left).toHaveLength(1);
    expect(JSON.stringify(left)).not.toContain('Mira');
  });
});

describe('what fails while changes are closed', () => {
  it('for want of Graph leaves them for the next start', async () => {
    const click = await createClickRig();
    await dieAtPatch(click, 'alert.start', { arrived: true });
    click.rig.alertSource.failNext(new BotError('timedOut', { from: 'graph' }));
    expect(await restart(click)).toBe(0);
    expect(await restart(click)).toBe(1);
  });

  it('for want of the audit leaves them for the next start', async () => {
    const click = await createClickRig();
    await dieAtPatch(click, 'alert.start', { arrived: true });
    const { append } = click.rig.auditTrail;
    click.rig.auditTrail.append = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
    expect(await restart(click)).toBe(0);
    click.rig.auditTrail.append = append.bind(click.rig.auditTrail);
    expect(await restart(click)).toBe(1);
  });

  it.each(['not json', '{}', '{"alertId":1}', 'null'])(
    'in one row of another form does not stop the others: %s',
    async (facts) => {
      const click = await createClickRig();
      await dieAtPatch(click, 'alert.start', { arrived: true });
      const odd: ClickOutcome & { key: string } = { key: 'odd', outcome: 'intended', facts };
      expect(await recoverChanges(click.rig, [odd, ...(await click.rig.clickLog.unfinished())])).toBe(1);
      expect(click.rig.logger.at('error')).toHaveLength(1);
    },
  );
});

describe('a start that looks again and again', () => {
  it('closes later what Graph kept it from, and leaves alone what was begun since', async () => {
    const click = await createClickRig();
    await dieAtPatch(click, 'alert.start', { arrived: true });
    const recover = createRecoverChanges(click.rig, await click.rig.clickLog.unfinished());
    click.rig.alertSource.failNext(new BotError('timedOut', { from: 'graph' }));
    expect(await recover()).toBe(0);
    await click.rig.clickLog.take(['begun since'], click.rig.clock.now(), SECOND);
    await click.rig.clickLog.keep(
      ['begun since'],
      (await click.rig.clickLog.unfinished())[0] ?? { outcome: '', facts: '' },
    );
    expect([await recover(), await recover()]).toEqual([1, 0]);
    expect(await click.rig.clickLog.unfinished()).toHaveLength(1);
  });

  it('closes among replicas whatever the log names, whenever it does', async () => {
    const click = await createClickRig();
    const recover = createRecoverChanges(click.rig, null);
    await dieAtPatch(click, 'alert.start', { arrived: true });
    expect([await recover(), await recover()]).toEqual([1, 0]);
  });
});

describe('the person whose click was interrupted', () => {
  it('may press again what was not made, and it is made once', async () => {
    const click = await createClickRig();
    await dieAtPatch(click, 'alert.start', { arrived: false });
    await restart(click);
    click.rig.alertEditor.edits.length = 0;
    // The dead one held the alert for a while.
    click.rig.clock.jumpTo(click.rig.clock.now() + CHANGE_LOCK_MS);
    expect(said(await click.press(ANALYST, 'alert.start'))).toBe('card');
    expect(click.rig.alertEditor.edits).toHaveLength(1);
    expect(click.audit().slice(2)).toEqual(['alert.start intended -', 'alert.start applied -']);
  });

  it('sees the card as it is now where the change was found made', async () => {
    const click = await createClickRig();
    await dieAtPatch(click, 'alert.start', { arrived: true });
    await restart(click);
    expect(said(await click.press(ANALYST, 'alert.start'))).toBe('card');
    expect(click.rig.alertEditor.edits).toHaveLength(1);
  });

  it('is not answered with a success that nobody read', async () => {
    const click = await createClickRig();
    await dieAtPatch(click, 'alert.start', { arrived: true });
    expect(said(await click.press(ANALYST, 'alert.start'))).toBe('changeInProgress');
  });
});
