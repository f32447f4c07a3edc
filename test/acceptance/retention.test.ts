// What the real program keeps and for how long: details until their time is over, a person until they are erased, an alias
// until its key is replaced. Each on the embedded store, and on PostgreSQL where a server is named.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Person } from '../../src/emulator/entities';
import { reachedStores, type ReachedStore } from './audit-stores';
import { eventually } from './bot-process';
import { auditedEvents, runAudit } from './run-audit';
import { runErase } from './run-erase';
import { Stage, type CardJson } from './stage';

jest.setTimeout(120_000);

const DAY_MS = 86_400_000;
const RETENTION_DAYS = 30;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
const text = (card: CardJson) => JSON.stringify(card);
const aliasOn = (card: CardJson) => /Person ([0-9A-Z]{4,16})/.exec(text(card))?.[1] ?? null;
const stores = reachedStores().map((store) => [store.name, store] as const);

async function openOn(store: ReachedStore, env: Record<string, string> = {}): Promise<Stage> {
  await store.prepare();
  return Stage.open({ env: { ...store.env, RETENTION_DAYS: String(RETENTION_DAYS), ...env } });
}

async function restart(stage: Stage): Promise<void> {
  await stage.bot.end('SIGTERM');
  await stage.bot.start();
}

const numbersOf = async (stage: Stage) => (await stage.alertCards()).map(({ number }) => number).sort();

/** Two looks later: whatever a look could lead to has been led to. */
async function afterTwoLooks(stage: Stage): Promise<void> {
  const looks = () => stage.requests('GET', /alerts_v2/).length;
  const before = looks();
  await eventually('two looks', () => looks() >= before + 2);
}

describe.each(stores)('retention in %s', (_name, store) => {
  let stage: Stage;
  let alert: { id: string; number: number };
  let alias: string | null;
  beforeAll(async () => {
    stage = await openOn(store);
    alert = await stage.raiseWithCard({ severity: 'high' });
    alias = aliasOn((await stage.cardOf(alert.number)).card);
    await stage.changeElsewhere(alert.id, {
      status: 'resolved',
      classification: 'truePositive',
      determination: 'confirmedActivity',
      assignedTo: stage.person('analyst').userPrincipalName,
      resolvedDateTime: daysAgo(RETENTION_DAYS + 1),
    });
    await eventually('the card follows', async () =>
      text((await stage.cardOf(alert.number)).card).includes('Resolved'),
    );
    await restart(stage);
    await eventually('the card is a stub', async () =>
      text((await stage.cardOf(alert.number)).card).includes('Details were removed on'),
    );
  });
  afterAll(async () => {
    await stage.close();
    await store.remove();
  });

  it('makes a stub of a card whose alert was resolved long ago: no alias, no owner, one way to Defender', async () => {
    const { card } = await stage.cardOf(alert.number);
    expect(text(card)).toContain(`after ${RETENTION_DAYS} days`);
    expect(alias).not.toBeNull();
    expect(text(card)).not.toContain(alias ?? 'none');
    expect(text(card)).not.toContain(stage.person('analyst').userPrincipalName);
    expect((card['actions'] as CardJson[]).map(({ type }) => type)).toEqual(['Action.OpenUrl']);
  });

  it('keeps of it no words and no person in the store', async () => {
    const { number } = alert;
    await stage.bot.end('SIGTERM');
    const value = (query: string) => store.value(stage.dataDir, query);
    const kept = {
      words: Number(await value(`select count(*) from alert_details where alert_number = ${number}`)),
      links: Number(await value(`select count(*) from alert_people where alert_number = ${number}`)),
      person: await value(`select person_id from alerts where number = ${number}`),
      unnamed: Number(
        await value(`select count(*) from people where merged_into is null
          and not exists (select 1 from alerts where person_id = people.id)
          and not exists (select 1 from alert_people where person_id = people.id)`),
      ),
    };
    expect(kept).toEqual({ words: 0, links: 0, person: null, unnamed: 0 });
    await stage.bot.start();
  });

  it('shows an investigator no more than everyone', async () => {
    const investigator = stage.person('investigator');
    const { message, card } = await stage.cardOf(alert.number);
    const refresh = (card['refresh'] as { action: { data: Record<string, unknown> } }).action;
    const answer = await stage.press(investigator, message.id, { verb: 'alert.refresh', data: refresh.data });
    expect(text(answer.answer?.card ?? {})).toContain('Details were removed on');
    expect(text(answer.answer?.card ?? {})).not.toContain('What the alert says');
  });

  it('says so when the alert is asked for, and posts nothing', async () => {
    const before = await numbersOf(stage);
    const { threadId } = await stage.say(stage.person('analyst'), `show ${alert.number}`);
    await eventually('the answer', async () =>
      JSON.stringify((await stage.threads()).filter(({ id }) => id === threadId)).includes('details were removed'),
    );
    expect(await numbersOf(stage)).toEqual(before);
  });

  it('posts nothing again, however often the alert is read, and takes nothing in for a comment', async () => {
    const before = await numbersOf(stage);
    await stage.changeElsewhere(alert.id, { comments: [{ comment: 'checked once more' }] });
    await afterTwoLooks(stage);
    await restart(stage);
    await afterTwoLooks(stage);
    expect(await numbersOf(stage)).toEqual(before);
    expect(text((await stage.cardOf(alert.number)).card)).toContain('Details were removed on');
  });

  it('lets an alert live on, person and all, when it is reopened at Graph', async () => {
    await stage.changeElsewhere(alert.id, { status: 'inProgress' });
    await eventually('the card lives', async () => aliasOn((await stage.cardOf(alert.number)).card) !== null);
    expect(aliasOn((await stage.cardOf(alert.number)).card)).toBe(alias);
    expect(text((await stage.cardOf(alert.number)).card)).toContain('alert.resolveForm');
  });
});

/** Every sealed text that says something of a person. */
async function sealedIn(store: ReachedStore, dataDir: string): Promise<Set<string>> {
  const columns = {
    sealed_details: 'alert_details',
    sealed_identity: 'people',
    sealed_object_id: 'audit_people',
    sealed_body: 'alerts',
  };
  const joined = store.kind === 'file' ? 'group_concat' : 'string_agg';
  const all = Object.entries(columns).map(([column, table]) => `select ${column} as sealed from ${table}`);
  const found = await store.value(dataDir, `select ${joined}(sealed, ' ') from (${all.join(' union all ')}) as texts`);
  return new Set(String(found).split(' '));
}

const bytesIn = (dataDir: string) =>
  readdirSync(dataDir)
    .map((file) => readFileSync(path.join(dataDir, file)).toString('latin1'))
    .join('');

const namesOf = ({ displayName, userPrincipalName, accountName, id }: Person) => [
  displayName,
  userPrincipalName,
  accountName,
  id,
];

describe.each(stores)('erasing a person from %s', (_name, store) => {
  let stage: Stage;
  let subject: Person;
  let inChannel: Person;
  let alert: { id: string; number: number };
  let withheld: { id: string };
  let before: Set<string>;
  let run: Awaited<ReturnType<typeof runErase>>;
  const erase = (...args: string[]) => runErase(stage.bot.env, ...args);
  const value = async (query: string) => Number(await store.value(stage.dataDir, query));

  beforeAll(async () => {
    stage = await openOn(store);
    const { people, team } = stage.emulator.world.tenant;
    const members = team.channels.find(({ id }) => id === stage.channelId)?.memberIds ?? [];
    const outsider = people.find(({ id, roles }) => !members.includes(id) && roles.length === 0);
    if (outsider === undefined) throw new Error('everybody is in the channel');
    subject = outsider;
    inChannel = stage.person('analyst', 1);
    alert = await stage.raiseWithCard({ subject: subject.id });
    withheld = await stage.raise({ subject: inChannel.id });
    const analyst = stage.person('analyst');
    const { message, card } = await stage.cardOf(alert.number, analyst);
    await stage.press(analyst, message.id, { verb: 'alert.start', data: stage.buttonData(card, 'alert.start') });
    await afterTwoLooks(stage);
    await stage.bot.end('SIGTERM');
    before = await sealedIn(store, stage.dataDir);
    run = await erase('--person', subject.id.toUpperCase());
  });
  afterAll(async () => {
    await stage.close();
    await store.remove();
  });

  it('tells in numbers what it removed, and names nobody', () => {
    expect(run.code).toBe(0);
    expect(run.output).toContain('removed 1 identities with their aliases');
    expect(run.output).toMatch(/removed [1-9]\d* alerts about the person/);
    expect(run.output).toMatch(/removed [1-9]\d* alerts whose words named the person/);
    for (const name of namesOf(subject)) expect(run.output.toLowerCase()).not.toContain(name.toLowerCase());
  });

  it('leaves an audit that verifies, with a line that says so and nobody’s name', async () => {
    expect((await runAudit(stage.bot.env, 'verify')).code).toBe(0);
    const exported = await runAudit(stage.bot.env, 'export');
    expect(auditedEvents(exported.output).at(-1)).toBe('erase applied');
    for (const name of namesOf(subject)) expect(exported.output.toLowerCase()).not.toContain(name.toLowerCase());
  });

  it('leaves no byte of the person’s names, nor of what was sealed about them', async () => {
    const after = await sealedIn(store, stage.dataDir);
    const removed = [...before].filter((sealed) => !after.has(sealed));
    expect(removed.length).toBeGreaterThanOrEqual(2);
    const bytes = bytesIn(stage.dataDir);
    for (const name of namesOf(subject)) expect(bytes.toLowerCase()).not.toContain(name.toLowerCase());
    expect(removed.filter((sealed) => bytes.includes(sealed.slice(0, 48)))).toEqual([]);
  });

  it('removes the object id of somebody who used the bot, and the audit still verifies', async () => {
    const analyst = stage.person('analyst');
    const actors = await value('select count(*) from audit_people');
    expect(await erase('--person', analyst.id)).toMatchObject({ code: 0 });
    expect(await value('select count(*) from audit_people')).toBe(actors - 1);
    expect((await runAudit(stage.bot.env, 'verify')).code).toBe(0);
    expect((await runAudit(stage.bot.env, 'export', '--people')).output).not.toContain(analyst.id);
  });

  it('erases the subject whose card was held back from their own channel', async () => {
    expect(await erase('--person', inChannel.id)).toMatchObject({ code: 0 });
  });

  it('says that it knows nobody, with exit code 1, and writes nothing', async () => {
    const rows = await value('select count(*) from audit');
    const unknown = await erase('--person', '00000000-0000-4000-8000-00000000dead');
    expect(unknown).toEqual({ code: 1, output: 'nothing is known of this person; nothing was removed\n' });
    expect(await erase('--person', subject.id)).toMatchObject({ code: 1 });
    expect(await value('select count(*) from audit')).toBe(rows);
  });

  it.each([[[]], [['--person']], [['--person', 'Alex Wilber']], [['--people', '0']], [['--person', '0', 'more']]])(
    'explains itself to %j, with exit code 2',
    async (args) => {
      const { code, output } = await erase(...args);
      expect(code).toBe(2);
      expect(output).toContain('usage: npm run erase -- --person');
    },
  );

  it('leaves the card to those who work on it, without an alias, and takes nothing in again', async () => {
    await stage.bot.start();
    await stage.changeElsewhere(alert.id, { severity: 'low' });
    await eventually('the card follows', async () => {
      const { card } = await stage.cardOf(alert.number);
      return (
        text(card).includes('Low') &&
        text(card).includes('Person not given') &&
        text(card).includes('alert.resolveForm')
      );
    });
    const { number } = alert;
    await stage.bot.end('SIGTERM');
    expect(await value(`select count(*) from alert_details where alert_number = ${number}`)).toBe(0);
    expect(await value(`select count(*) from alerts where number = ${number} and person_id is not null`)).toBe(0);
    await stage.bot.start();
  });

  it('still shows no alert to an erased subject who sits in the channel', async () => {
    const before = await numbersOf(stage);
    await stage.changeElsewhere(withheld.id, { status: 'inProgress' });
    await afterTwoLooks(stage);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await numbersOf(stage)).toEqual(before);
  });
});

describe('erasing a person while the bot runs', () => {
  it('is refused on the embedded store', async () => {
    const stage = await Stage.open({ subscribe: false });
    const { code, output } = await runErase(stage.bot.env, '--person', stage.person('analyst').id);
    await stage.close();
    expect(code).toBe(2);
    expect(output).toContain('stop the bot first');
  });
});

describe.each(stores)('another PSEUDONYM_KEY in %s', (_name, store) => {
  it('redraws every card with a new alias at the next start, even one that is killed', async () => {
    const stage = await openOn(store, { PSEUDONYM_KEY: 'the first key of this suite' });
    const { number } = await stage.raiseWithCard();
    const former = aliasOn((await stage.cardOf(number)).card);
    await stage.bot.end('SIGTERM');
    stage.bot.env.PSEUDONYM_KEY = 'the second key of this suite';
    stage.bot.launch();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await stage.bot.end('SIGKILL');
    await stage.bot.start();
    await eventually('the card has another alias', async () => {
      const now = aliasOn((await stage.cardOf(number)).card);
      return now !== null && now !== former;
    });
    const cards = await stage.alertCards();
    expect(cards.filter(({ card }) => text(card).includes(`Person ${former}`))).toEqual([]);
    const renewed = aliasOn((await stage.cardOf(number)).card);
    await restart(stage);
    await afterTwoLooks(stage);
    expect(aliasOn((await stage.cardOf(number)).card)).toBe(renewed);
    await stage.close();
    await store.remove();
  });
});
