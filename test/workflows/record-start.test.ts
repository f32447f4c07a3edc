// The start on record, and a bot that goes on when it cannot be recorded.
import { BotError } from '../../src/domain/errors';
import { START_AGAIN_MS, StartRecord } from '../../src/workflows/record-start';
import { FakeAuditTrail } from '../fakes/fake-audit-trail';
import { FakeClock } from '../fakes/fake-clock';
import { FakeLogger } from '../fakes/fake-logger';

const SHUT = new BotError('storeUnusable', { from: 'store', detail: 'SQLITE_CONSTRAINT_TRIGGER' });

function createRecord() {
  const clock = new FakeClock('stands');
  const auditTrail = new FakeAuditTrail();
  const logger = new FakeLogger();
  const told: string[] = [];
  const desk = { tell: async (trouble: string) => void told.push(trouble) };
  const append = auditTrail.append.bind(auditTrail);
  const shut = (error: Error = SHUT) => void (auditTrail.append = () => Promise.reject(error));
  const mend = () => void (auditTrail.append = append);
  return {
    record: new StartRecord({ auditTrail, clock, logger, desk }, '0123456789abcdef'),
    ...{ clock, logger },
    auditTrail,
    told,
    shut,
    mend,
  };
}

describe('a start', () => {
  it('is one line of nobody, with the digest of the settings in force', async () => {
    const { record, auditTrail, clock } = createRecord();
    await record.start();
    const nobody = { actorObjectId: null, alertNumber: null, cardRef: null };
    expect(auditTrail.entries).toEqual([
      { action: 'start', outcome: 'applied', ...nobody, reason: 'config 0123456789abcdef' },
    ]);
    expect(clock.sleeping).toBe(0);
    await record.stop();
  });

  it('that cannot be recorded is tried again until it stands, and operators are told', async () => {
    const { record, auditTrail, clock, logger, told, shut, mend } = createRecord();
    shut();
    await record.start();
    await clock.advance(START_AGAIN_MS);
    expect(told).toEqual(['auditUnwritable', 'auditUnwritable']);
    expect(logger.at('error')[0]?.fields).toEqual({ code: 'storeUnusable', detail: 'SQLITE_CONSTRAINT_TRIGGER' });
    mend();
    await clock.advance(START_AGAIN_MS);
    await clock.advance(START_AGAIN_MS);
    expect(auditTrail.entries).toHaveLength(1);
    expect(clock.sleeping).toBe(0);
    await record.stop();
  });

  it('that cannot be recorded keeps no process from stopping', async () => {
    const { record, auditTrail, shut, mend } = createRecord();
    shut();
    await record.start();
    mend();
    await record.stop();
    expect(auditTrail.entries).toEqual([]);
  });

  it('that fails for a defect of ours is not passed over', async () => {
    const { record, shut } = createRecord();
    shut(new TypeError('a defect'));
    await expect(record.start()).rejects.toThrow(TypeError);
  });
});
