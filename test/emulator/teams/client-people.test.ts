// People writing, installing the app, joining and leaving, and what open pages are told of it.
import { get, type IncomingMessage } from 'node:http';
import { OPEN_PAGES_LIMIT } from '../../../src/emulator/teams/client/page-events';
import { TEXT_LIMIT_CHARACTERS } from '../../../src/emulator/teams/client/client-requests';
import { choosePersonas, subjectIds } from '../../../src/emulator/teams/client/personas';
import { distinct, pathsOf, SHAPES } from './activity-shapes';
import type { Json } from './fake-bot';
import { ALERTS, GENERAL, PARTNER_TENANT, PEOPLE, sampleTenant } from './sample-tenant';
import { startTeams, textCard } from './teams-under-test';
import type { TeamsUnderTest } from './teams-under-test';

let teams: TeamsUnderTest;
beforeEach(async () => void (teams = await startTeams()));
afterEach(() => teams.stop());

const say = (more: Json) => teams.client('messages', { as: PEOPLE.anna, conversationId: ALERTS, text: 'hi', ...more });

test('the bot hears a channel message only when it is mentioned', async () => {
  expect((await say({})).body['delivery']).toBeUndefined();
  expect(teams.bot.arrivals).toEqual([]);
  const { body } = await say({ mentionBot: true, timeZone: 'Europe/Berlin', locale: 'de-DE' });
  const [message] = teams.bot.ofType('message');
  expect(message).toMatchObject({
    id: body['id'],
    text: '<at>Alert Bot</at> hi',
    conversation: { id: `${ALERTS};messageid=${body['id']}` },
    localTimezone: 'Europe/Berlin',
    locale: 'de-DE',
    serviceUrl: teams.serviceUrl,
  });
  expect(pathsOf(message)).toEqual(distinct(SHAPES.channelMention));
});

test('a reply names the thread it stands in', async () => {
  const id = await teams.postCard(textCard('posted'));
  await say({ mentionBot: true, threadId: id });
  expect(teams.bot.ofType('message')[0]).toMatchObject({ conversation: { id: `${ALERTS};messageid=${id}` } });
  expect((await say({ threadId: '12' })).status).toBe(404);
});

test('in a personal chat the bot hears everything, once the app is installed', async () => {
  await teams.client('install', { as: PEOPLE.suki, scope: 'personal' });
  const state = await teams.read(`state?as=${PEOPLE.suki}`);
  const conversations = state.body['conversations'] as { id: string; kind: string }[];
  expect(conversations.map(({ kind }) => kind)).toEqual(['personal']);
  const chat = conversations[0]?.id ?? '';
  await say({ as: PEOPLE.suki, conversationId: chat });
  expect(pathsOf(teams.bot.ofType('message')[0])).toEqual(distinct(SHAPES.personalMessage));
  await teams.client('uninstall', { as: PEOPLE.suki, scope: 'personal' });
  expect((await say({ as: PEOPLE.suki, conversationId: chat })).status).toBe(403);
});

test('a message that did not reach the bot says so to its writer alone', async () => {
  teams.bot.reply = () => ({ status: 503 });
  await say({ mentionBot: true });
  const problem = async (as: string) => {
    const { body } = await teams.read(`conversations/${encodeURIComponent(ALERTS)}?as=${as}`);
    return (body['threads'] as { root: { problem?: string } }[])[0]?.root.problem;
  };
  expect(await problem(PEOPLE.anna)).toBe('The bot refused the message (status 503).');
  expect(await problem(PEOPLE.ivan)).toBeUndefined();
});

test('a bot that is not there is not waited for', async () => {
  await teams.bot.stop();
  const { body } = await say({ mentionBot: true });
  expect(body).toMatchObject({ delivery: { kind: 'unreachable' } });
});

test.each([
  ['another zone than IANA knows', { timeZone: 'Mars/Olympus' }, 400],
  ['a text over the limit', { text: 'x'.repeat(TEXT_LIMIT_CHARACTERS + 1) }, 400],
  ['a stranger', { as: 'nobody' }, 404],
  ['a channel one does not belong to', { as: PEOPLE.suki }, 403],
])('%s is refused', async (_case, more, status) => {
  expect(await say(more)).toMatchObject({ status, body: { error: { message: expect.any(String) } } });
});

test('installing in a team sends both activities, in their recorded shapes, and so does removing', async () => {
  await teams.client('uninstall', { as: PEOPLE.ada, scope: 'team', channelId: ALERTS });
  await teams.client('install', { as: PEOPLE.ada, scope: 'team', channelId: ALERTS });
  const shapes = [...teams.bot.ofType('installationUpdate'), ...teams.bot.ofType('conversationUpdate')].map((one) =>
    pathsOf(one),
  );
  expect(shapes).toEqual(
    [SHAPES.removed, SHAPES.installed, SHAPES.botRemoved, SHAPES.botAdded].map((paths) => distinct(paths)),
  );
  expect(teams.bot.ofType('installationUpdate').map((one) => one['action'])).toEqual(['remove', 'add']);
});

test('joining a channel joins the team, leaving General leaves every channel, and the bot is told', async () => {
  const change = (what: string, channelId: string) =>
    teams.client(`members/${what}`, { as: PEOPLE.ada, channelId, personId: PEOPLE.gus });
  const channelsOf = () => teams.tenant.team.channels.filter((one) => one.memberIds.includes(PEOPLE.gus)).length;
  await change('add', ALERTS);
  expect(channelsOf()).toBe(2);
  await change('remove', GENERAL);
  expect(channelsOf()).toBe(0);
  const events = teams.bot.ofType('conversationUpdate');
  expect(events.map((one) => (one['channelData'] as Json)['eventType'])).toEqual([
    'teamMemberAdded',
    'teamMemberRemoved',
  ]);
  expect(events[0]).toMatchObject({ membersAdded: [{ aadObjectId: PEOPLE.gus }], conversation: { id: GENERAL } });
});

test('a shared channel has members of its own, and the bot is told in the channel itself', async () => {
  const sharing = (what: string) => teams.client(`channels/${what}`, { as: PEOPLE.ada, channelId: ALERTS });
  const change = (what: string, personId: string) =>
    teams.client(`members/${what}`, { as: PEOPLE.ada, channelId: ALERTS, personId });
  const [general, alerts] = teams.tenant.team.channels;
  await sharing('share');
  expect(alerts?.type).toBe('shared');
  await change('add', PEOPLE.vera);
  await change('add', PEOPLE.suki);
  expect(alerts?.memberIds).toEqual(expect.arrayContaining([PEOPLE.vera, PEOPLE.suki]));
  expect(general?.memberIds).not.toContain(PEOPLE.suki);
  await change('remove', PEOPLE.vera);
  await sharing('unshare');
  expect(alerts?.type).toBe('standard');
  const events = teams.bot.ofType('conversationUpdate');
  expect(events.map((one) => (one['channelData'] as Json)['eventType'])).toEqual([
    'channelShared',
    'channelMemberAdded',
    'channelMemberAdded',
    'channelMemberRemoved',
    'channelUnshared',
  ]);
  for (const event of events)
    expect(event).toMatchObject({ conversation: { id: ALERTS }, channelData: { channel: { id: ALERTS } } });
});

test('a person of another organisation speaks with the tenant they belong to', async () => {
  await teams.client('members/add', { as: PEOPLE.ada, channelId: ALERTS, personId: PEOPLE.vera });
  await say({ as: PEOPLE.vera, mentionBot: true });
  expect(teams.bot.ofType('message')[0]).toMatchObject({
    from: { aadObjectId: PEOPLE.vera, tenantId: PARTNER_TENANT },
    conversation: { tenantId: teams.tenant.tenantId },
  });
});

async function nextEvents(as: string, act: () => Promise<unknown>): Promise<string> {
  const stop = new AbortController();
  const response = await fetch(`${teams.url}/teams/events?as=${as}`, { signal: stop.signal });
  const reader = response.body?.getReader();
  await reader?.read();
  await act();
  await teams.client('uninstall', { as: PEOPLE.ada, scope: 'team' });
  let text = '';
  while (!text.includes('"app"')) text += new TextDecoder().decode((await reader?.read())?.value);
  stop.abort();
  return text;
}

test('an open page is told of a new message with its summary, if its person sees the channel', async () => {
  const post = () => teams.postCard(textCard('secret words'), 'High alert 1042');
  const told = await nextEvents(PEOPLE.anna, post);
  expect(told).toContain('"toast":"High alert 1042"');
  expect(told).not.toContain('secret words');
});

test('a person outside the channel is told nothing of it', async () => {
  expect(await nextEvents(PEOPLE.suki, () => teams.postCard(textCard('x')))).not.toContain('posted');
});

/** A page on a socket of its own, which stays open until it is destroyed. */
function openPage(): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(`${teams.url}/teams/events?as=${PEOPLE.anna}`, { agent: false }, resolve).once('error', reject);
  });
}

test('pages beyond the limit are refused until one goes away', async () => {
  const pages: IncomingMessage[] = [];
  while (pages.length < OPEN_PAGES_LIMIT) pages.push(await openPage());
  expect(new Set(pages.map((page) => page.statusCode))).toEqual(new Set([200]));
  const refused = await openPage();
  expect(refused.statusCode).toBe(503);
  pages[0]?.destroy();
  pages.push(refused);
  // The server learns a moment later that a page has gone.
  for (let tries = 0; tries < 100 && pages.at(-1)?.statusCode !== 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    pages.push(await openPage());
  }
  expect(pages.at(-1)?.statusCode).toBe(200);
  for (const page of pages) page.destroy();
});

test('the page offers one person for each part, the subject among those the evidence names', () => {
  const subject = (id: string, role: string) => ({ evidence: [{ roles: [role], userAccount: { azureAdUserId: id } }] });
  const subjects = subjectIds([
    subject(PEOPLE.noel, 'policyViolator'),
    subject(PEOPLE.anna, 'contextual'),
    { evidence: null },
  ]);
  const personas = choosePersonas(sampleTenant(), subjects);
  expect(personas.map(({ part, person }) => [part, person.id])).toEqual([
    ['analyst', PEOPLE.anna],
    ['investigator', PEOPLE.ivan],
    ['admin', PEOPLE.ada],
    ['none', PEOPLE.suki],
    ['subject', PEOPLE.noel],
  ]);
});

test('the page itself may run no foreign script and no file outside its folders is served', async () => {
  const page = await fetch(`${teams.url}/teams`);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  for (const name of ['..%2f..%2fpackage.json', 'teams.html', 'missing.js']) {
    expect((await fetch(`${teams.url}/teams/page/${name}`)).status).toBe(404);
  }
  expect((await fetch(`${teams.url}/teams/lib/adaptivecards.js`)).status).toBe(200);
  expect((await fetch(`${teams.url}/teams/lib/package.json`)).status).toBe(404);
});
