// The head of the audit in the log and in the places that were configured: the trace that a cut tail cannot erase.
import { BotError } from '../../src/domain/errors';
import type { AnchorPlace } from '../../src/ports/anchor-place';
import { ANCHOR_EVERY_MS, ANCHOR_GRACE_MS, AuditAnchor } from '../../src/workflows/anchor-audit';
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

/** Keeps what it is told, unless it is away. */
class FakePlace implements AnchorPlace {
  readonly seqs: number[] = [];
  keeping: () => Promise<void> = async () => {};

  constructor(
    readonly name: AnchorPlace['name'],
    readonly isNear: boolean,
  ) {}

  async keep({ seq }: { seq: number }): Promise<void> {
    await this.keeping();
    this.seqs.push(seq);
  }
}

function createAnchor() {
  const clock = new FakeClock('stands');
  const auditTrail = new FakeAuditTrail();
  const logger = new FakeLogger();
  const [file, channel] = [new FakePlace('file', true), new FakePlace('channel', false)];
  const told: string[] = [];
  const desk = { tell: async (trouble: string) => void told.push(trouble) };
  const anchor = new AuditAnchor({ auditTrail, clock, logger, desk, places: [file, channel] });
  return { anchor, clock, auditTrail, logger, file, channel, told };
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

  it('tells every place the newest row, and again only when there is a newer one', async () => {
    const { anchor, clock, auditTrail, file, channel } = createAnchor();
    await auditTrail.append(ENTRY, START_MS);
    anchor.start();
    await clock.settle();
    await clock.advance(ANCHOR_EVERY_MS);
    expect([file.seqs, channel.seqs]).toEqual([[1], [1]]);
    await auditTrail.append(ENTRY, START_MS);
    await auditTrail.append(ENTRY, START_MS);
    await clock.advance(ANCHOR_EVERY_MS);
    expect([file.seqs, channel.seqs]).toEqual([
      [1, 3],
      [1, 3],
    ]);
    await anchor.stop();
  });

  it('tells a human when a place is away, goes on with the others and tries again an hour later', async () => {
    const { anchor, clock, auditTrail, logger, file, channel, told } = createAnchor();
    file.keeping = () => Promise.reject(new BotError('storeUnusable', { from: 'store' }));
    await auditTrail.append(ENTRY, START_MS);
    anchor.start();
    await clock.settle();
    expect(logger.at('error').map(({ fields }) => fields)).toEqual([{ detail: 'file', code: 'storeUnusable' }]);
    expect(told).toEqual(['auditNotAnchored']);
    expect(channel.seqs).toEqual([1]);
    file.keeping = async () => {};
    await clock.advance(ANCHOR_EVERY_MS);
    expect(file.seqs).toEqual([1]);
    await anchor.stop();
  });

  it('at a stop tells the log and the near places what was written since the last hour', async () => {
    const { anchor, clock, auditTrail, logger, file, channel } = createAnchor();
    await auditTrail.append(ENTRY, START_MS);
    anchor.start();
    await clock.settle();
    await auditTrail.append(ENTRY, START_MS);
    await anchor.stop();
    expect(logger.lines.map(({ fields }) => fields.seq)).toEqual([1, 2]);
    expect([file.seqs, channel.seqs]).toEqual([[1, 2], [1]]);
  });

  it('at a stop repeats nothing that is told already', async () => {
    const { anchor, clock, auditTrail, logger, file } = createAnchor();
    await auditTrail.append(ENTRY, START_MS);
    anchor.start();
    await clock.settle();
    await anchor.stop();
    expect(logger.lines).toHaveLength(1);
    expect(file.seqs).toEqual([1]);
  });

  it('at a stop waits only a moment for a place that does not answer', async () => {
    const { anchor, clock, auditTrail, channel } = createAnchor();
    channel.keeping = () => new Promise(() => {});
    await auditTrail.append(ENTRY, START_MS);
    anchor.start();
    await clock.settle();
    let stopped = false;
    const stopping = anchor.stop().then(() => (stopped = true));
    await clock.advance(ANCHOR_GRACE_MS - 1);
    expect(stopped).toBe(false);
    await clock.advance(1);
    await stopping;
  });

  it('says nothing of an empty audit', async () => {
    const { anchor, clock, logger, file } = createAnchor();
    anchor.start();
    await clock.settle();
    await anchor.stop();
    expect([logger.lines, file.seqs]).toEqual([[], []]);
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
