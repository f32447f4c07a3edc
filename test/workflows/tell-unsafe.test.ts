// Who is told that a channel became unsafe: each once, and again only when nothing can have reached them.
import { BotError, type ErrorCode } from '../../src/domain/errors';
import type { Saying } from '../../src/domain/saying';
import { toMessageText, Untrusted } from '../../src/domain/untrusted';
import { NOTICE_RETRY_MS, UnsafeTeller, type TellUnsafeSettings } from '../../src/workflows/tell-unsafe';
import { CHANNEL, OTHER_CHANNEL } from '../builders/click';
import { ADMIN, mriOf, rosterMember } from '../builders/people';
import { createRig, subscribe } from './workflow-rig';

const ADMIN_ID = ADMIN.objectId ?? '';
const fault = (code: ErrorCode) => new BotError(code, { from: 'connector' });

async function createTeller(settings: Partial<TellUnsafeSettings> = {}) {
  const rig = createRig();
  await subscribe(rig);
  await rig.conversationBook.subscribe(CHANNEL, { severity: [], policy: null }, ADMIN_ID, rig.clock.now());
  rig.channelRoster.fill(CHANNEL, [rosterMember(ADMIN)]);
  rig.channelRoster.described.set(CHANNEL, { name: Untrusted.of('Leavers'), type: 'standard' });
  const told: { via: string; person: string; saying: Saying }[] = [];
  const failures: BotError[] = [];
  const personMessenger = {
    tell: async (via: string, person: string, saying: Saying) => {
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      told.push({ via, person, saying });
    },
  };
  const all = { operationsChannel: OTHER_CHANNEL, unsafeChannels: 'refuse' as const, ...settings };
  const teller = new UnsafeTeller({ ...rig, personMessenger }, all);
  const becomeUnsafe = (...reasons: ('guests' | 'shared')[]) =>
    rig.channelSafetyBook.record(CHANNEL, { reasons, tell: true }, rig.clock.now());
  const later = async () => {
    rig.clock.jumpTo(rig.clock.now() + NOTICE_RETRY_MS);
    await teller.tellDue();
  };
  return { rig, teller, told, failures, becomeUnsafe, later };
}

const channelOf = (saying: Saying | undefined) =>
  saying?.code === 'channelBecameUnsafe' && saying.channel ? toMessageText(saying.channel) : null;

describe('a channel that became unsafe', () => {
  it('is told to whoever subscribed, by Teams’ id of theirs, and to operations, each once', async () => {
    const { rig, teller, told, becomeUnsafe, later } = await createTeller();
    await becomeUnsafe('guests');
    await teller.tellDue();
    await later();
    const saying = { code: 'channelBecameUnsafe', reasons: ['guests'], then: 'refuse' };
    expect(told).toMatchObject([{ via: CHANNEL, person: mriOf(ADMIN), saying: { ...saying, reader: 'subscriber' } }]);
    expect(channelOf(told[0]?.saying)).toBe('Leavers');
    expect(rig.cardPoster.written).toMatchObject([
      { did: 'post', channel: OTHER_CHANNEL, drawing: { kind: 'notice', saying: { ...saying, reader: 'operations' } } },
    ]);
  });

  it('is told of again when there is a new reason, and not when one of them went', async () => {
    const { teller, told, becomeUnsafe } = await createTeller();
    for (const reasons of [['guests'], ['guests', 'shared'], ['shared']] as const) {
      await becomeUnsafe(...reasons);
      await teller.tellDue();
    }
    expect(told).toHaveLength(2);
  });

  it('is told to whoever subscribed and has left by the directory’s id', async () => {
    const { rig, teller, told, becomeUnsafe } = await createTeller();
    rig.channelRoster.fill(CHANNEL, []);
    await becomeUnsafe('guests');
    await teller.tellDue();
    expect(told).toMatchObject([{ person: ADMIN_ID }]);
  });

  it('is told without its name while Teams gives none', async () => {
    const { rig, teller, told, becomeUnsafe } = await createTeller();
    rig.channelRoster.down = fault('timedOut');
    await becomeUnsafe('guests');
    await teller.tellDue();
    expect(told).toMatchObject([{ person: ADMIN_ID, saying: { channel: null } }]);
  });

  it('is told to nobody in operations when no such channel is set', async () => {
    const { rig, teller, told, becomeUnsafe, later } = await createTeller({ operationsChannel: null });
    await becomeUnsafe('guests');
    await teller.tellDue();
    await later();
    expect(rig.cardPoster.written).toEqual([]);
    expect(told).toHaveLength(1);
  });

  it('is told to operations alone when nobody has subscribed it', async () => {
    const { rig, teller, told, becomeUnsafe } = await createTeller();
    await rig.conversationBook.subscribe(CHANNEL, null, ADMIN_ID, rig.clock.now());
    await becomeUnsafe('guests');
    await teller.tellDue();
    expect(told).toEqual([]);
    expect(rig.cardPoster.written).toHaveLength(1);
  });
});

describe('a word that does not get through', () => {
  it.each(['throttled', 'notConnected', 'unauthorised', 'credentialRefused', 'conflict'] as const)(
    'is said again a minute later, to that reader alone: %s',
    async (code) => {
      const { rig, teller, told, failures, becomeUnsafe, later } = await createTeller();
      failures.push(fault(code));
      await becomeUnsafe('guests');
      await teller.tellDue();
      await teller.tellDue();
      expect(told).toEqual([]);
      await later();
      await later();
      expect(told).toHaveLength(1);
      expect(rig.cardPoster.written).toHaveLength(1);
    },
  );

  it.each(['timedOut', 'unavailable', 'forbidden', 'notFound'] as const)(
    'is said no second time when it may have been read, or never can be: %s',
    async (code) => {
      const { rig, teller, told, failures, becomeUnsafe, later } = await createTeller();
      failures.push(fault(code));
      await becomeUnsafe('guests');
      await teller.tellDue();
      await later();
      expect(told).toEqual([]);
      expect(rig.logger.at('error')).toHaveLength(1);
      expect(JSON.stringify(rig.logger.lines)).not.toMatch(/lund|leavers/i);
    },
  );

  it('of a process that died with it in hand is said by the next one', async () => {
    const { rig, told, becomeUnsafe, later } = await createTeller();
    await becomeUnsafe('guests');
    await rig.safetyNotices.take(rig.clock.now(), NOTICE_RETRY_MS);
    await later();
    expect(told).toHaveLength(1);
  });
});
