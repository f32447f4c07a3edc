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
  two = stage.person('analyst', 0);
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
  const data = { cardRef: stage.buttonData(card, 'alert.reveal').cardRef };
  const reveal = () => stage.press(one, message.id, { verb: 'alert.reveal', data, inputs: { reason: 'HR case 77' } });
  expect((await reveal()).answer).toMatchObject({ kind: 'message' });
  const { message: asked, card: standing } = await question(number, one);
  expect(words(standing)).not.toContain('HR case 77');
  const own = await stage.press(one, asked.id, {
    verb: 'alert.approve',
    data: stage.buttonData(standing, 'alert.approve'),
  });
  expect(own.answer?.text).toContain('You asked for this yourself');

  await stage.grant(two, ['investigator']);
  await approve(number, two);
  await stage.bot.end('SIGKILL');
  await stage.bot.start();
  const shown = await reveal();
  expect(shown.answer?.kind).toBe('card');
  expect(words(shown.answer?.card)).toMatch(/until/i);
});
