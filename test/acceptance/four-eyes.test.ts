// Names and the dismissal of a grave alert under the four-eyes rule, on the real program: asked for, approved by a second
// person over a kill in between, and on record with both.
import type { Person } from '../../src/emulator/entities';
import { eventually } from './bot-process';
import { runAudit } from './run-audit';
import { Stage, type CardJson, type SeenMessage } from './stage';

jest.setTimeout(60_000);

let stage: Stage;
let one: Person;
let two: Person;
beforeAll(async () => {
  stage = await Stage.open({ env: { FOUR_EYES: 'reveal,dismissHigh' } });
  one = stage.person('investigator', 0);
  two = stage.person('investigator', 1);
});
afterAll(() => stage.close());

const words = (of: unknown) => JSON.stringify(of);

/** The card that asks a second person in the alert's thread, as somebody sees it. */
async function question(number: number, as: Person): Promise<{ message: SeenMessage; card: CardJson }> {
  let found: SeenMessage | undefined;
  await eventually('the question to a second person', async () => {
    const { replies } = await stage.cardOf(number, as);
    found = replies.findLast(({ cards }) => words(cards).includes('alert.approve'));
    return found !== undefined;
  });
  const card = found?.cards[0];
  if (found === undefined || card === undefined) throw new Error('no question stands there');
  return { message: found, card };
}

async function approve(number: number, as: Person): Promise<void> {
  const { message, card } = await question(number, as);
  const verb = 'alert.approve';
  const look = await stage.press(as, message.id, { verb, data: stage.buttonData(card, verb) });
  if (look.answer?.card === undefined) throw new Error(`nothing to look at: ${words(look)}`);
  await stage.press(as, message.id, { verb, data: stage.buttonData(look.answer.card, verb) });
  await eventually('everyone sees the approval', async () =>
    words((await stage.cardOf(number, stage.person('auditor'))).replies).includes('Approved by'),
  );
}

it('names are shown once a second investigator approved it, also when the program died in between', async () => {
  const { number } = await stage.raiseWithCard({ severity: 'medium' });
  const { message, card } = await stage.cardOf(number, one);
  const data = { cardRef: stage.buttonData(card, 'alert.start').cardRef };
  const reveal = () => stage.press(one, message.id, { verb: 'alert.reveal', data, inputs: { reason: 'HR case 77' } });
  expect((await reveal()).answer).toMatchObject({ kind: 'message' });
  const { message: asked, card: standing } = await question(number, one);
  expect(words(standing)).not.toContain('HR case 77');
  const own = await stage.press(one, asked.id, {
    verb: 'alert.approve',
    data: stage.buttonData(standing, 'alert.approve'),
  });
  expect(own.answer?.text).toContain('You asked for this yourself');

  await approve(number, two);
  await stage.bot.end('SIGKILL');
  await stage.bot.start();
  const shown = await reveal();
  expect(shown.answer?.kind).toBe('card');
  expect(words(shown.answer?.card)).toMatch(/until/i);
});

it('a grave alert is dismissed once a second person approved exactly that, and Graph is told of both', async () => {
  const analyst = stage.person('analyst');
  const { id, number } = await stage.raiseWithCard({ severity: 'high' });
  const { message, card } = await stage.cardOf(number, analyst);
  const { cardRef, version } = stage.buttonData(card, 'alert.start');
  const dismiss = (determination: string) =>
    stage.press(analyst, message.id, {
      verb: 'alert.resolve',
      data: { cardRef, version, classification: 'falsePositive' },
      inputs: { determination },
    });
  await dismiss('notMalicious');
  await approve(number, two);
  expect(stage.alertInGraph(id)).toMatchObject({ status: 'new' });
  expect((await dismiss('other')).answer).toMatchObject({ kind: 'message' });
  expect(stage.alertInGraph(id)).toMatchObject({ status: 'new' });
  await dismiss('notMalicious');
  expect(stage.alertInGraph(id)).toMatchObject({ status: 'resolved', determination: 'notMalicious' });
  const comments = words(stage.alertInGraph(id).comments);
  expect(comments).toContain(analyst.userPrincipalName);
  expect(comments).toContain(`Approved by ${two.userPrincipalName}`);
});

it('the audit has who asked, who approved and who was refused, and is whole', async () => {
  await stage.bot.end('SIGTERM');
  expect((await runAudit(stage.bot.env, 'verify')).code).toBe(0);
  const lines = (await runAudit(stage.bot.env, 'export')).output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { action: string; outcome: string })
    .filter(({ action }) => action.startsWith('alert.'))
    .map(({ action, outcome }) => `${action} ${outcome}`);
  expect(lines).toEqual([
    'alert.approve refused',
    'alert.approve applied',
    'alert.reveal applied',
    'alert.approve applied',
    'alert.resolve intended',
    'alert.resolve applied',
  ]);
});
