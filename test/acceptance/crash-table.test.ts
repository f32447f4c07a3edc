// The real program killed at every point between an alert and its card, and between a press and its effect: what the
// next life makes of it. Where exactly it dies is fixed by holding back one request of it.
import type { FaultRule } from '../../src/emulator/faults';
import { eventually } from './bot-process';
import { HELD, killAt, UNANSWERED } from './kill-at';
import { auditedEvents, runAudit } from './run-audit';
import { Stage } from './stage';

jest.setTimeout(120_000);

const RESEND_AFTER_MS = 1_500;
const LIST = '/v1.0/security/alerts_v2';
const ONE = '/v1.0/security/alerts_v2/*';
const POSTS = '/connector/*v3/conversations';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ env: { RESEND_AFTER_MS: String(RESEND_AFTER_MS) } });
});
afterAll(() => stage.close());
afterEach(() => stage.emulator.faults.clear());

const cardsOf = async (numbers: ReadonlySet<number>) =>
  (await stage.alertCards()).filter(({ number }) => !numbers.has(number));
const isRepeat = (card: unknown) => JSON.stringify(card).includes('repeat');

/** Kills the program on the way of a new alert and gives its cards once they are there. */
async function cardsAfterDeath(rule: FaultRule) {
  const before = new Set((await stage.alertCards()).map(({ number }) => number));
  await killAt(stage, rule, () => stage.raise({ severity: 'high' }));
  await eventually('a card', async () => (await cardsOf(before)).length > 0);
  await new Promise((resolve) => setTimeout(resolve, RESEND_AFTER_MS + 1_000));
  return cardsOf(before);
}

async function pressable() {
  const { id, number } = await stage.raiseWithCard({ severity: 'high' });
  const analyst = stage.person('analyst');
  const { message, card } = await stage.cardOf(number, analyst);
  const press = { verb: 'alert.start', data: stage.buttonData(card, 'alert.start') };
  return { id, number, press: () => stage.press(analyst, message.id, press) };
}

const effects = (id: string) => ({
  status: stage.alertInGraph(id).status,
  comments: (stage.alertInGraph(id).comments as unknown[]).length,
});
const shows = (number: number, status: string) =>
  eventually(`the card of ${number} says ${status}`, async () =>
    JSON.stringify((await stage.cardOf(number)).card).includes(status),
  );

describe('killed on the way of an alert to its card', () => {
  it('before rows and watermark are committed, the page is read again: one card', async () => {
    const cards = await cardsAfterDeath({ method: 'GET', path: LIST, fault: HELD });
    expect(cards.map(({ card }) => isRepeat(card))).toEqual([false]);
  });

  it('after the row was claimed and before it was marked, it is claimed again: one card', async () => {
    // A new life knows no roster yet, and asks for it between the two.
    await stage.bot.end('SIGKILL');
    await stage.bot.start();
    const cards = await cardsAfterDeath({ method: 'GET', path: '/connector/*members*', fault: HELD });
    expect(cards.map(({ card }) => isRepeat(card))).toEqual([false]);
  });

  it('after the mark and before Teams took anything, it is sent after the wait: one card, marked', async () => {
    const cards = await cardsAfterDeath({ method: 'POST', path: POSTS, fault: HELD });
    expect(cards.map(({ card }) => isRepeat(card))).toEqual([true]);
  });

  it('after Teams took it and before its answer was on record: at most one more, marked', async () => {
    const cards = await cardsAfterDeath({ method: 'POST', path: POSTS, fault: UNANSWERED });
    expect(cards.map(({ card }) => isRepeat(card)).sort()).toEqual([false, true]);
    expect(new Set(cards.map(({ number }) => number)).size).toBe(1);
  });

  it.each([
    ['before', HELD],
    ['after', UNANSWERED],
  ])('%s Teams took an update, it is put again: the one card is true', async (_when, fault) => {
    const { id, number } = await stage.raiseWithCard({ severity: 'high' });
    const change = () => stage.changeElsewhere(id, { status: 'inProgress' });
    await killAt(stage, { method: 'PUT', path: '/connector/*', fault }, change);
    await shows(number, 'In progress');
    expect((await stage.alertCards()).filter((card) => card.number === number)).toHaveLength(1);
  });
});

describe('killed on the way of a press to its effect', () => {
  it('before the intent is on record, nothing happened and the press can be made again', async () => {
    const { id, number, press } = await pressable();
    await killAt(stage, { method: 'GET', path: ONE, fault: HELD }, press);
    expect(effects(id)).toEqual({ status: 'new', comments: 0 });
    await press();
    expect(effects(id)).toEqual({ status: 'inProgress', comments: 1 });
    await shows(number, 'In progress');
  });

  it('after the intent and before Graph took the change, it is closed as failed and not made after all', async () => {
    const { id, press } = await pressable();
    const told = await killAt(stage, { method: 'PATCH', path: ONE, fault: HELD }, press);
    expect(told?.answer?.kind).not.toBe('card');
    await eventually('the intent is closed', () => stage.bot.written.includes('"outcome":"failed"'));
    expect(effects(id)).toEqual({ status: 'new', comments: 0 });
  });

  it('after Graph took the change, it is closed as applied, made once, and the card follows', async () => {
    const { id, number, press } = await pressable();
    await killAt(stage, { method: 'PATCH', path: ONE, fault: UNANSWERED }, press);
    await eventually('the intent is closed', () => stage.bot.written.includes('"outcome":"applied"'));
    expect(effects(id).status).toBe('inProgress');
    expect(stage.requests('PATCH', new RegExp(`alerts_v2/${id}$`))).toHaveLength(1);
    await shows(number, 'In progress');
  });

  it('after the outcome is on record, what is left is the card, and it follows', async () => {
    const { id, number, press } = await pressable();
    await killAt(stage, { method: 'PUT', path: '/connector/*', fault: HELD }, press);
    await shows(number, 'In progress');
    expect(effects(id)).toEqual({ status: 'inProgress', comments: 1 });
    expect(stage.requests('PATCH', new RegExp(`alerts_v2/${id}$`))).toHaveLength(1);
  });

  it('each intent has one outcome in the audit, whose chain is whole', async () => {
    await stage.bot.end('SIGTERM');
    expect((await runAudit(stage.bot.env, 'verify')).code).toBe(0);
    const presses = auditedEvents((await runAudit(stage.bot.env, 'export')).output)
      .filter((event) => event.startsWith('alert.start'))
      .map((event) => event.replace('alert.start ', ''));
    // In the order of the tests above: pressed again, not made, found made, made.
    expect(presses).toEqual([
      'intended',
      'applied',
      'intended',
      'failed',
      'intended',
      'applied',
      'intended',
      'applied',
    ]);
  });
});
