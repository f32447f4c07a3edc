// Changes asked for in words and confirmed by a press, on the real program: by whom, how often, and what becomes of a
// press in whose middle the program is killed.
import { AskedThread, wordsOf } from './asked-thread';
import { eventually } from './bot-process';
import { HELD, killAt, UNANSWERED } from './kill-at';
import { runAudit } from './run-audit';
import { Stage } from './stage';

jest.setTimeout(60_000);

const ONE = '/v1.0/security/alerts_v2/*';
const CONFIRM = 'command.confirm';

/** What the audit has to say of each alert's change, by its number. */
const expected = new Map<number, string[]>();
const MADE = ['intended', 'applied'];

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
afterEach(() => stage.emulator.faults.clear());

/** A change of a new alert that waits to be confirmed: `start`, or whatever else is asked for. */
async function proposed(words: (number: number) => string = (number) => `set ${number} to in progress`) {
  const { id, number } = await stage.raiseWithCard({ severity: 'high' });
  const thread = await AskedThread.ask(stage, stage.person('analyst'), words(number));
  const { id: messageId, data } = await thread.button(CONFIRM);
  const confirm = (as = thread.asker) => stage.press(as, messageId, { verb: CONFIRM, data });
  return { id, number, thread, confirm, messageId };
}

const patches = (id: string) => stage.requests('PATCH', new RegExp(`alerts_v2/${id}$`)).length;
const comments = (id: string) => (stage.alertInGraph(id).comments as unknown[]).length;
const status = (id: string) => stage.alertInGraph(id).status;
/** What everyone sees in the place of the card to confirm. */
const seenByAll = async ({ thread }: { thread: AskedThread }) => wordsOf(await thread.replies(stage.person('auditor')));
const closedAs = (outcome: string) =>
  eventually(`an intent closed as ${outcome}`, () =>
    stage.bot.written.slice(written).includes(`"outcome":"${outcome}"`),
  );
let written = 0;
beforeEach(() => {
  written = stage.bot.written.length;
});

describe('a change asked for in words', () => {
  it('is made by its asker’s press alone, once, and everyone sees that it was', async () => {
    const change = await proposed();
    expected.set(change.number, ['refused', ...MADE]);
    const { answer } = await change.confirm(stage.person('investigator'));
    expect(wordsOf(answer)).toContain('Only the person who asked');
    expect([patches(change.id), status(change.id)]).toEqual([0, 'new']);
    await change.confirm();
    expect([patches(change.id), status(change.id), comments(change.id)]).toEqual([1, 'inProgress', 1]);
    await eventually('everyone sees it', async () => !(await seenByAll(change)).includes(CONFIRM));
  });

  it('is made once though its asker presses several times at once', async () => {
    const change = await proposed();
    expected.set(change.number, MADE);
    await Promise.all([change.confirm(), change.confirm(), change.confirm()]);
    expect([patches(change.id), comments(change.id)]).toEqual([1, 1]);
  });

  it('is either made or dropped when both buttons are pressed at once', async () => {
    const change = await proposed();
    const { id: messageId, data } = await change.thread.button('command.cancel');
    const cancel = () => stage.press(change.thread.asker, messageId, { verb: 'command.cancel', data });
    await Promise.all([cancel(), change.confirm()]);
    const isMade = status(change.id) === 'inProgress';
    expected.set(change.number, isMade ? MADE : []);
    expect(patches(change.id)).toBe(isMade ? 1 : 0);
    expect(await seenByAll(change)).toMatch(isMade ? /in progress by/i : /cancelled/i);
  });
});

describe('killed on the way from the press to the change', () => {
  it('before the intent is on record, nothing happened, and the same press makes it', async () => {
    const change = await proposed();
    expected.set(change.number, MADE);
    await killAt(stage, { method: 'GET', path: ONE, fault: HELD }, () => change.confirm());
    expect([patches(change.id), status(change.id)]).toEqual([0, 'new']);
    await change.confirm();
    expect([patches(change.id), status(change.id), comments(change.id)]).toEqual([1, 'inProgress', 1]);
  });

  it('before Graph took it, it is closed as failed, and the same press makes it', async () => {
    const change = await proposed();
    expected.set(change.number, ['intended', 'failed', ...MADE]);
    await killAt(stage, { method: 'PATCH', path: ONE, fault: HELD }, () => change.confirm());
    await closedAs('failed');
    expect(status(change.id)).toBe('new');
    await change.confirm();
    expect([status(change.id), comments(change.id)]).toEqual(['inProgress', 1]);
  });

  it('after Graph took it, it is closed as applied, and the same press shows that it was made', async () => {
    const change = await proposed();
    expected.set(change.number, MADE);
    await killAt(stage, { method: 'PATCH', path: ONE, fault: UNANSWERED }, () => change.confirm());
    await closedAs('applied');
    const { answer } = await change.confirm();
    expect([answer?.kind, patches(change.id), status(change.id)]).toEqual(['card', 1, 'inProgress']);
    expect(wordsOf(answer)).not.toContain(CONFIRM);
    await eventually('everyone sees it', async () => !(await seenByAll(change)).includes(CONFIRM));
  });

  it('after a comment was taken, nobody knows whether it was, and the same press says so and adds none', async () => {
    const change = await proposed((number) => `comment on ${number}: "spoke with the manager"`);
    expected.set(change.number, ['intended', 'failed']);
    const post = { method: 'POST', path: `${ONE}/comments`, fault: UNANSWERED };
    await killAt(stage, post, () => change.confirm());
    await closedAs('failed');
    expect(wordsOf((await change.confirm()).answer)).toContain('It is not certain whether the change was made');
    expect(comments(change.id)).toBe(1);
  });
});

describe('the audit of all that', () => {
  it('has an intent and an outcome for each change, a line for each refusal, and is whole', async () => {
    await stage.bot.end('SIGTERM');
    expect((await runAudit(stage.bot.env, 'verify')).code).toBe(0);
    const lines = (await runAudit(stage.bot.env, 'export')).output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { action: string; outcome: string; alertNumber: number | null })
      .filter(({ action }) => action === CONFIRM);
    for (const [number, outcomes] of expected) {
      const found = lines.filter(({ alertNumber }) => alertNumber === number).map(({ outcome }) => outcome);
      expect([number, found]).toEqual([number, outcomes]);
    }
    expect(expected.size).toBe(7);
  });
});
