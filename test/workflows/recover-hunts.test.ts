// Hunts whose process died: on record once, and whoever asked is told once, where they wait.
import { BotError, type ErrorCode } from '../../src/domain/errors';
import type { BegunHunt, LeftHunt } from '../../src/ports/hunt-log';
import { HuntRecovery } from '../../src/workflows/recover-hunts';
import { CHANNEL } from '../builders/click';
import { ANALYST } from '../builders/people';
import { createRig, type WorkflowRig } from './workflow-rig';

const WINDOW = { from: '2026-03-04T10:00:00Z', to: '2026-03-11T10:00:00Z' };
const SENT = { queryHash: 'a'.repeat(64), window: WINDOW };
const HUNT: BegunHunt = {
  id: 'hunt',
  action: 'summarizeHunting',
  askerObjectId: ANALYST.objectId ?? '',
  alertNumber: 1000,
  channel: CHANNEL,
  conversationId: `${CHANNEL};messageid=1`,
};
const FAILED = { action: 'summarizeHunting', outcome: 'failed', reason: 'interrupted' };

/** A hunt of the process before this one. */
async function leftHunt(rig: WorkflowRig, { sent = true, messageId = 'looking' as string | null } = {}) {
  const dead = rig.huntLog.of('the dead one');
  await dead.begin(HUNT);
  if (sent) await dead.note(HUNT.id, { sent: SENT });
  if (messageId !== null) await dead.note(HUNT.id, { messageId });
}

const open = (rig: WorkflowRig): Promise<readonly LeftHunt[]> => rig.huntLog.of('yet another').left();
const said = (rig: WorkflowRig) =>
  rig.cardPoster.written.map(({ did, where, drawing }) => [did, where.activityId, drawing?.kind]);
const connector = (code: ErrorCode) => new BotError(code, { from: 'connector' });

describe('a hunt whose process died', () => {
  test('gets its line, and its asker is told in the place of the card that said it runs', async () => {
    const rig = createRig();
    await leftHunt(rig);
    expect(await new HuntRecovery(rig).recover()).toBe(0);
    expect(rig.auditTrail.entries).toMatchObject([
      { ...FAILED, actorObjectId: ANALYST.objectId, alertNumber: 1000, hunt: { ...SENT, rowCount: null } },
    ]);
    expect(said(rig)).toEqual([['update', 'looking', 'notice']]);
    expect(rig.cardPoster.written[0]?.drawing).toMatchObject({ saying: { code: 'huntInterrupted' } });
    expect(await open(rig)).toEqual([]);
  });

  test('before anything was sent has no line; its asker is told all the same', async () => {
    const rig = createRig();
    await leftHunt(rig, { sent: false, messageId: null });
    await new HuntRecovery(rig).recover();
    expect(rig.auditTrail.entries).toEqual([]);
    expect(said(rig)).toEqual([['reply', '', 'notice']]);
  });

  test('after its line was written gets no second one', async () => {
    const rig = createRig();
    await leftHunt(rig);
    const line = { ...FAILED, outcome: 'applied', actorObjectId: null, alertNumber: null, cardRef: null } as const;
    await rig.huntLog.record(HUNT.id, line, rig.clock.now());
    await new HuntRecovery(rig).recover();
    expect(rig.auditTrail.entries).toHaveLength(1);
    expect(said(rig)).toHaveLength(1);
  });

  test('after its asker was told, and before it had a line, is recorded in silence', async () => {
    const rig = createRig();
    await leftHunt(rig);
    await rig.huntLog.told(HUNT.id);
    await new HuntRecovery(rig).recover();
    expect(rig.auditTrail.entries).toMatchObject([FAILED]);
    expect(said(rig)).toEqual([]);
  });
});

describe('what cannot be told', () => {
  test('in the card because somebody deleted it is said below', async () => {
    const rig = createRig();
    await leftHunt(rig);
    rig.cardPoster.failNext(connector('notFound'));
    await new HuntRecovery(rig).recover();
    expect(said(rig)).toEqual([['reply', 'looking', 'notice']]);
  });

  test.each<ErrorCode>(['notConnected', 'throttled', 'unavailable'])(
    'now waits for the next time, and is told once: %s',
    async (code) => {
      const rig = createRig();
      await leftHunt(rig);
      rig.cardPoster.failNext(connector(code));
      const recovery = new HuntRecovery(rig);
      expect(await recovery.recover()).toBe(1);
      expect(await recovery.recover()).toBe(0);
      expect(await recovery.recover()).toBe(0);
      expect(said(rig)).toHaveLength(1);
      expect(rig.auditTrail.entries).toHaveLength(1);
    },
  );

  test.each<ErrorCode>(['timedOut', 'forbidden', 'badRequest'])('in a message is given up: %s', async (code) => {
    const rig = createRig();
    await leftHunt(rig, { messageId: null });
    rig.cardPoster.failNext(connector(code));
    expect(await new HuntRecovery(rig).recover()).toBe(0);
    expect(said(rig)).toEqual([]);
    expect(await open(rig)).toEqual([]);
  });

  test('while the store is busy stays open', async () => {
    const rig = createRig();
    await leftHunt(rig);
    const { record } = rig.huntLog;
    rig.huntLog.record = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
    const recovery = new HuntRecovery(rig);
    expect(await recovery.recover()).toBe(1);
    expect(said(rig)).toEqual([]);
    rig.huntLog.record = record.bind(rig.huntLog);
    expect(await recovery.recover()).toBe(0);
  });
});
