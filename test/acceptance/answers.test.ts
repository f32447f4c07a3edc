// Questions to the real program while Graph takes its time, and while it is killed: what is shown meanwhile, what stands
// there afterwards, and what is on record.
import { AskedThread, wordsOf } from './asked-thread';
import { HELD, killAt } from './kill-at';
import { runAudit } from './run-audit';
import { Stage } from './stage';

jest.setTimeout(60_000);

const QUERY = { method: 'POST', path: '/v1.0/security/runHuntingQuery' };
const SEED_QUESTION = 'how many confidential files went to mail.google.com in the last 7 days?';
const SEED_ANSWER = /54 Confidential files were sent to mail\.google\.com by 2 people/;
const LOOKING = /Looking at/;
const INTERRUPTED = /I was restarted while I was looking/;
const SLOW_MS = 2_500;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({
    env: { HUNTING_QUERIES_PER_MINUTE: '0', HUNTING_QUERIES_PER_PERSON_PER_MINUTE: '0' },
  });
});
afterAll(() => stage.close());
afterEach(() => stage.emulator.faults.clear());

const ask = (text: string, asker = stage.person('analyst')) => AskedThread.ask(stage, asker, text);

/** Queries that Graph has not answered yet. */
const unanswered = () => stage.requests('POST', /runHuntingQuery$/).filter(({ status }) => status === null).length;

describe('a question in the channel', () => {
  it('is answered with the figures that the tables hold', async () => {
    const thread = await ask(SEED_QUESTION);
    await thread.says(SEED_ANSWER);
    expect(await thread.replies()).toHaveLength(1);
  });

  it('is acknowledged before a slow Graph answers, announced, and the answer takes the place of the announcement', async () => {
    stage.emulator.faults.add({ ...QUERY, fault: { delayMs: SLOW_MS } });
    const thread = await ask('how many files were printed in the last 5 days?');
    expect(unanswered()).toBe(1);
    const looking = await thread.says(LOOKING);
    const answer = await thread.says(/printed/);
    expect([answer.id, wordsOf(await thread.replies())]).toEqual([looking.id, expect.not.stringMatching(LOOKING)]);
  });

  it('that a button asks on for is answered in the thread, and its press before Graph answers', async () => {
    const thread = await ask(SEED_QUESTION);
    await thread.says(SEED_ANSWER);
    stage.emulator.faults.add({ ...QUERY, fault: { delayMs: SLOW_MS } });
    expect((await thread.press('command.run')).answer).toMatchObject({ kind: 'message' });
    expect(unanswered()).toBe(1);
    await thread.says(LOOKING);
    await thread.says(/ranked by files/);
  });

  it('that Graph does not answer says so and is on record as failed', async () => {
    stage.emulator.faults.add({ ...QUERY, times: 0, fault: { status: 504 } });
    const thread = await ask('how many files were uploaded in the last 3 days?');
    await thread.says(/Defender took too long over this question/);
  });
});

describe('killed while it looks', () => {
  it('the card that says so is replaced by a sentence, and the question can be asked again', async () => {
    const text = 'how many files went to dropbox.com in the last 9 days?';
    let looking = '';
    const thread = await killAt(
      stage,
      { ...QUERY, fault: HELD },
      () => ask(text),
      async (asked) => (looking = (await (await asked)?.says(LOOKING))?.id ?? ''),
    );
    const told = await thread?.says(INTERRUPTED);
    expect(told).toMatchObject({ id: looking, cards: [] });
    expect(await thread?.replies()).toHaveLength(1);
    const again = await ask(text);
    await again.says(/dropbox\.com/);
  });

  it('before anything was said of it, the asker is told below', async () => {
    const thread = await killAt(stage, { ...QUERY, fault: HELD }, () => ask('how many files were copied to USB?'));
    await thread?.says(INTERRUPTED);
    expect(wordsOf(await thread?.replies())).not.toMatch(LOOKING);
  });

  it('between the answer’s record and its sight, the asker is told, and the hunt has the line it had', async () => {
    stage.emulator.faults.add({ ...QUERY, fault: { delayMs: SLOW_MS } });
    const put = { method: 'PUT', path: '/connector/*', fault: HELD };
    const thread = await killAt(stage, put, () => ask('how many files were deleted in the last 4 days?'));
    await thread?.says(INTERRUPTED);
    expect(wordsOf(await thread?.replies())).not.toMatch(LOOKING);
  });
});

describe('the audit of all that', () => {
  interface Hunt {
    action: string;
    outcome: string;
    reason: string | null;
    query: string | null;
    window: { from: string; to: string } | null;
    rows: number | null;
  }

  it('has one line for each hunt, with its query and window also where it was killed, and is whole', async () => {
    await stage.bot.end('SIGTERM');
    expect((await runAudit(stage.bot.env, 'verify')).code).toBe(0);
    const { output } = await runAudit(stage.bot.env, 'export');
    const hunts = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Hunt)
      .filter(({ action }) => ['summarizeHunting', 'command.run'].includes(action));
    // In the order of the tests above.
    expect(hunts.map(({ action, outcome, reason }) => `${action} ${outcome} ${reason ?? '-'}`)).toEqual([
      'summarizeHunting applied -',
      'summarizeHunting applied -',
      'summarizeHunting applied -',
      'command.run applied -',
      'summarizeHunting failed timedOut',
      'summarizeHunting failed interrupted',
      'summarizeHunting applied -',
      'summarizeHunting failed interrupted',
      'summarizeHunting applied -',
    ]);
    for (const { outcome, query, window, rows } of hunts) {
      expect(query).toMatch(/^[0-9a-f]{64}$/);
      expect(Date.parse(window?.to ?? '')).toBeGreaterThan(Date.parse(window?.from ?? ''));
      expect(typeof rows).toBe(outcome === 'applied' ? 'number' : 'object');
    }
  });
});
