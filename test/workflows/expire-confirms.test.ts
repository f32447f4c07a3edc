// Cards to confirm whose time is over: they offer nothing any more, also when the bot was away at that moment.
import { BotError, type ErrorCode } from '../../src/domain/errors';
import { toGraphValue } from '../../src/domain/untrusted';
import type { AnswerDrawing, AnswerPlace } from '../../src/workflows/answer';
import { ConfirmExpiry, EXPIRIES_PER_LOOK, EXPIRY_GRACE_MS, EXPIRY_LOOK_MS } from '../../src/workflows/expire-confirms';
import { CONFIRM_OPEN_MS, proposeChange } from '../../src/workflows/propose-change';
import { whoAsks } from '../../src/workflows/who-asks';
import { anAlert } from '../builders/alert';
import { CHANNEL, placeIn, presser } from '../builders/click';
import { afterStart } from '../builders/instants';
import { ANALYST } from '../builders/people';
import { FakeClock } from '../fakes/fake-clock';
import { createRig, see } from './workflow-rig';

const PLACE = placeIn(CHANNEL, '1763878999000');

async function createExpiry() {
  const rig = createRig(new FakeClock('stands'));
  const alert = await see(rig, anAlert());
  const drawn: { where: AnswerPlace; drawing: AnswerDrawing }[] = [];
  const failures: BotError[] = [];
  const redrawAnswer = async ({ channel, conversationId, messageId }: AnswerPlace, drawing: AnswerDrawing) => {
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
    drawn.push({ where: { channel, conversationId, messageId }, drawing });
  };
  const open = () => new ConfirmExpiry({ ...rig, redrawAnswer });
  /** Gives the reference of a change that was asked for and whose card was posted. */
  const ask = async (messageId: string | null = 'message 1') => {
    const asker = presser(ANALYST);
    const known = await whoAsks(rig, asker, alert, 'fresh');
    const slots = { alert: String(alert.number), change: 'comment', comment: 'Spoke with HR.' } as const;
    const answer = await proposeChange(rig, { slots, alert, asker, known, place: PLACE });
    if (answer.is !== 'shown' || answer.drawing.draw !== 'confirm') throw new Error('no card to confirm');
    if (messageId !== null) await answer.standsIn?.(messageId);
    return answer.drawing.cardRef;
  };
  const fail = (code: ErrorCode) => failures.push(new BotError(code, { from: 'connector' }));
  return { ...rig, drawn, fail, open, ask, redrawAnswer };
}

describe('a card to confirm', () => {
  it('is drawn as over once its time is, where it stands, without the comment', async () => {
    const { clock, drawn, open, ask } = await createExpiry();
    await ask();
    const expiry = open();
    expiry.start();
    await clock.advance(CONFIRM_OPEN_MS - 1);
    expect(drawn).toEqual([]);
    await clock.advance(EXPIRY_LOOK_MS);
    const [{ where, drawing } = {}] = drawn;
    expect(where).toEqual({ channel: CHANNEL, conversationId: PLACE.conversationId, messageId: 'message 1' });
    if (drawing?.draw !== 'settled') throw new Error('not settled');
    expect(drawing).toMatchObject({
      outcome: { is: 'expired', at: afterStart(CONFIRM_OPEN_MS) },
      view: { comment: null },
    });
    expect(drawing.asker && toGraphValue(drawing.asker)).toBe(ANALYST.displayName);
    await clock.advance(EXPIRY_LOOK_MS);
    expect(drawn).toHaveLength(1);
    expect(EXPIRY_LOOK_MS).toBe(15_000);
    await expiry.stop();
  });

  it('is drawn by the next process when this one was away', async () => {
    const { clock, drawn, open, ask } = await createExpiry();
    await ask();
    clock.jumpTo(clock.now() + CONFIRM_OPEN_MS + 3_600_000);
    const expiry = open();
    expiry.start();
    expiry.start();
    await clock.settle();
    expect(drawn).toHaveLength(1);
    await expiry.stop();
  });

  it('that was settled, or whose message nobody knows, is left alone', async () => {
    const { clock, drawn, open, ask, askedBook } = await createExpiry();
    await askedBook.settle(await ask(), clock.now());
    await ask(null);
    clock.jumpTo(clock.now() + CONFIRM_OPEN_MS);
    const expiry = open();
    expiry.start();
    await clock.settle();
    expect(drawn).toEqual([]);
    await expiry.stop();
  });

  it('about an alert that is no longer kept, or of another form, is forgotten', async () => {
    const { clock, drawn, open, ask, expiryBook, askedBook } = await createExpiry();
    const ref = await ask();
    const asked = await askedBook.find(ref, clock.now());
    if (asked === null) throw new Error('nothing was asked');
    await askedBook.keep(
      { ...asked, facts: JSON.stringify({ ...JSON.parse(asked.facts), alertId: 'gone' }) },
      clock.now(),
    );
    await askedBook.keep({ ...asked, ref: 'of another form', facts: '{}' }, clock.now());
    await expiryBook.stands('of another form', 'message 2');
    clock.jumpTo(clock.now() + CONFIRM_OPEN_MS);
    const expiry = open();
    expiry.start();
    await clock.settle();
    expect([drawn, await expiryBook.over(clock.now(), 10)]).toEqual([[], []]);
    await expiry.stop();
  });
});

describe('a redraw that fails', () => {
  it.each<[ErrorCode, number]>([
    ['throttled', 2],
    ['unavailable', 2],
    ['timedOut', 2],
    ['notConnected', 2],
    ['notFound', 1],
    ['forbidden', 1],
    ['badRequest', 1],
  ])('as %s leaves %d cards drawn in the end, one of them at once', async (code, inTheEnd) => {
    const { clock, drawn, fail, open, ask, logger } = await createExpiry();
    await ask('message 1');
    await ask('message 2');
    clock.jumpTo(clock.now() + CONFIRM_OPEN_MS);
    fail(code);
    const expiry = open();
    expiry.start();
    await clock.settle();
    expect(drawn.map(({ where }) => where.messageId)).toEqual(['message 2']);
    await clock.advance(EXPIRY_LOOK_MS);
    expect(drawn).toHaveLength(inTheEnd);
    expect(logger.at('warn')).toHaveLength(1);
    await expiry.stop();
  });

  it('for a store that fails is tried again at the next look', async () => {
    const { clock, drawn, open, ask, expiryBook, logger } = await createExpiry();
    await ask();
    clock.jumpTo(clock.now() + CONFIRM_OPEN_MS);
    const over = expiryBook.over.bind(expiryBook);
    expiryBook.over = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
    const expiry = open();
    expiry.start();
    await clock.settle();
    expect(logger.at('warn')).toHaveLength(1);
    expiryBook.over = over;
    await clock.advance(EXPIRY_LOOK_MS);
    expect(drawn).toHaveLength(1);
    await expiry.stop();
  });
});

it(`no more than ${EXPIRIES_PER_LOOK} are drawn at one look`, async () => {
  const asked: number[] = [];
  const { clock, open, expiryBook } = await createExpiry();
  expiryBook.over = async (_now, limit) => (asked.push(limit), []);
  const expiry = open();
  expiry.start();
  await clock.settle();
  expect(asked).toEqual([EXPIRIES_PER_LOOK]);
  await expiry.stop();
});

it('a stop waits for a redraw a little only, and none is begun after it', async () => {
  const rig = await createExpiry();
  await rig.ask('message 1');
  await rig.ask('message 2');
  rig.clock.jumpTo(rig.clock.now() + CONFIRM_OPEN_MS);
  let redraws = 0;
  let release = (): void => undefined;
  const redrawAnswer = () => {
    redraws += 1;
    return new Promise<void>((resolve) => (release = resolve));
  };
  const expiry = new ConfirmExpiry({ ...rig, redrawAnswer });
  expiry.start();
  await rig.clock.settle();
  let stopped = false;
  const stopping = expiry.stop().then(() => (stopped = true));
  await rig.clock.settle();
  expect(stopped).toBe(false);
  await rig.clock.advance(EXPIRY_GRACE_MS);
  expect(stopped).toBe(true);
  release();
  await rig.clock.settle();
  expect(redraws).toBe(1);
  await stopping;
});
