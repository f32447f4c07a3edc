// The head of the audit in the log, every hour: the trace that a cut tail cannot erase.
import { ANCHOR_EVERY_MS, AuditAnchor } from '../../src/workflows/anchor-audit';
import { START_MS } from '../builders/instants';
import { FakeAuditTrail } from '../fakes/fake-audit-trail';
import { FakeClock } from '../fakes/fake-clock';
import { FakeLogger } from '../fakes/fake-logger';

const ENTRY = {
  action: 'start',
  outcome: 'applied',
  actorObjectId: null,
  alertNumber: null,
  cardRef: null,
  reason: null,
} as const;

function createAnchor() {
  const clock = new FakeClock('stands');
  const auditTrail = new FakeAuditTrail();
  const logger = new FakeLogger();
  return { anchor: new AuditAnchor({ auditTrail, clock, logger }), clock, auditTrail, logger };
}

describe('the anchor', () => {
  it('logs the newest row at the start and every hour', async () => {
    const { anchor, clock, auditTrail, logger } = createAnchor();
    await auditTrail.append(ENTRY, START_MS);
    anchor.start();
    anchor.start();
    await clock.settle();
    const head = await auditTrail.head();
    expect(logger.lines).toEqual([{ level: 'info', event: 'audit head', fields: { seq: 1, hash: head?.hash } }]);
    await auditTrail.append(ENTRY, START_MS);
    await clock.advance(ANCHOR_EVERY_MS - 1);
    expect(logger.lines).toHaveLength(1);
    await clock.advance(1);
    expect(logger.lines.at(-1)?.fields.seq).toBe(2);
    expect(ANCHOR_EVERY_MS).toBe(3_600_000);
    await anchor.stop();
  });

  it('says nothing of an empty audit', async () => {
    const { anchor, clock, logger } = createAnchor();
    anchor.start();
    await clock.settle();
    expect(logger.lines).toEqual([]);
    await anchor.stop();
  });

  it('tells a human when the head cannot be read, and goes on', async () => {
    const { anchor, clock, auditTrail, logger } = createAnchor();
    const { head } = auditTrail;
    auditTrail.head = () => Promise.reject(new Error('disk'));
    anchor.start();
    await clock.settle();
    expect(logger.at('error')).toHaveLength(1);
    auditTrail.head = head.bind(auditTrail);
    await auditTrail.append(ENTRY, START_MS);
    await clock.advance(ANCHOR_EVERY_MS);
    expect(logger.at('info')).toHaveLength(1);
    await anchor.stop();
  });

  it('stops at once, before a start as well', async () => {
    const { anchor, clock } = createAnchor();
    anchor.start();
    await clock.settle();
    await anchor.stop();
    expect(clock.sleeping).toBe(0);
    await expect(createAnchor().anchor.stop()).resolves.toBeUndefined();
  });
});
