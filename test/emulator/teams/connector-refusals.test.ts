// What the Connector refuses, each with its documented status and code.
import jwt from 'jsonwebtoken';
import { createPublicKey } from 'node:crypto';
import { MESSAGE_LIMIT_BYTES } from '../../../src/emulator/teams/connector/message-routes';
import { LARGEST_PAGE, SMALLEST_PAGE } from '../../../src/emulator/teams/connector/roster-routes';
import { ALERTS, GENERAL, PEOPLE } from './sample-tenant';
import { startTeams, textCard } from './teams-under-test';
import type { TeamsUnderTest } from './teams-under-test';

let teams: TeamsUnderTest;
beforeEach(async () => void (teams = await startTeams()));
afterEach(() => teams.stop());

const path = (conversation: string, activity?: string) =>
  `/v3/conversations/${encodeURIComponent(conversation)}/activities${activity === undefined ? '' : `/${activity}`}`;
const text = { type: 'message', text: 'hello' };

function refusal(status: number, code: string) {
  return { status, body: { error: { code, message: expect.any(String) } } };
}

test('without a token, or with something that is none, the bot is not registered', async () => {
  expect(await teams.connector('POST', path(ALERTS), text, '')).toMatchObject(refusal(401, 'BotNotRegistered'));
  expect(await teams.connector('POST', path(ALERTS), text, 'Bearer nonsense')).toMatchObject(
    refusal(401, 'BotNotRegistered'),
  );
  expect((await teams.connector('POST', path(ALERTS), text, 'Bearer aa.bb.cc')).status).toBe(201);
});

test('an unknown conversation, and an unknown thread of a known channel, are not found', async () => {
  for (const id of ['19:nowhere@thread.tacv2', `${ALERTS};messageid=1`, 'a:nobody']) {
    expect(await teams.connector('POST', path(id), text)).toMatchObject(refusal(404, 'ConversationNotFound'));
  }
});

test('a deleted card can be neither updated nor deleted again', async () => {
  const id = await teams.postCard(textCard('gone'));
  expect((await teams.connector('DELETE', path(ALERTS, id))).status).toBe(200);
  for (const method of ['PUT', 'DELETE']) {
    expect(await teams.connector(method, path(ALERTS, id), text)).toMatchObject(
      refusal(404, 'ActivityNotFoundInConversation'),
    );
  }
});

test('a message is found in its own thread only', async () => {
  const [first, second] = [await teams.postCard(textCard('1')), await teams.postCard(textCard('2'))];
  expect((await teams.connector('PUT', path(`${ALERTS};messageid=${first}`, first), text)).status).toBe(200);
  const elsewhere = await teams.connector('PUT', path(`${ALERTS};messageid=${first}`, second), text);
  expect(elsewhere).toMatchObject(refusal(404, 'ActivityNotFoundInConversation'));
});

test('a bot may not change what a person wrote', async () => {
  const said = await teams.client('messages', { as: PEOPLE.anna, conversationId: ALERTS, text: 'mine' });
  const change = await teams.connector('PUT', path(ALERTS, String(said.body['id'])), text);
  expect(change).toMatchObject(refusal(403, 'NotEnoughPermissions'));
});

test('once the app is removed from the team nothing is allowed there any more', async () => {
  const id = await teams.postCard(textCard('before'));
  await teams.client('uninstall', { as: PEOPLE.ada, scope: 'team' });
  const refused = refusal(403, 'BotNotInConversationRoster');
  expect(await teams.connector('POST', path(ALERTS), text)).toMatchObject(refused);
  expect(await teams.connector('PUT', path(ALERTS, id), text)).toMatchObject(refused);
  expect(await teams.connector('GET', `/v3/conversations/${ALERTS}/pagedmembers`)).toMatchObject(refused);
  expect(await teams.connector('GET', `/v3/teams/${GENERAL}`)).toMatchObject(refused);
});

test('a message of exactly the limit passes, one character more is too big, pictures do not count', async () => {
  const frame = JSON.stringify({ type: 'message', text: '' }).length;
  const longest = 'é'.repeat(MESSAGE_LIMIT_BYTES / 2 - frame);
  expect((await teams.connector('POST', path(ALERTS), { type: 'message', text: longest })).status).toBe(201);
  const over = await teams.connector('POST', path(ALERTS), { type: 'message', text: `${longest}x` });
  expect(over).toMatchObject(refusal(413, 'MessageSizeTooBig'));
  const picture = { type: 'message', text: `data:image/png;base64,${'A'.repeat(MESSAGE_LIMIT_BYTES)}` };
  expect((await teams.connector('POST', path(ALERTS), picture)).status).toBe(201);
});

test('text beside a card becomes two messages and gives back no id', async () => {
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: textCard('card') }];
  const sent = await teams.connector('POST', path(ALERTS), { ...text, attachments });
  expect(sent).toMatchObject({ status: 201, body: {} });
  expect(sent.body).not.toHaveProperty('id');
  const { body } = await teams.read(`conversations/${encodeURIComponent(ALERTS)}?as=${PEOPLE.anna}`);
  expect(body['threads']).toHaveLength(2);
});

test('a typing indicator is accepted and leaves no message', async () => {
  expect((await teams.connector('POST', path(ALERTS), { type: 'typing' })).status).toBe(201);
  const { body } = await teams.read(`conversations/${encodeURIComponent(ALERTS)}?as=${PEOPLE.anna}`);
  expect(body['threads']).toEqual([]);
});

test('a chat is opened with a member of the team, not with a stranger to it', async () => {
  const open = (id: string) => teams.connector('POST', '/v3/conversations', { members: [{ id }], activity: text });
  const opened = await open(PEOPLE.anna);
  expect(opened).toMatchObject({
    status: 201,
    body: { id: expect.stringMatching(/^a:/), activityId: expect.any(String) },
  });
  expect(await open(PEOPLE.suki)).toMatchObject(refusal(403, 'ForbiddenOperationException'));
  await teams.client('install', { as: PEOPLE.suki, scope: 'personal' });
  expect((await open(PEOPLE.suki)).status).toBe(201);
});

test('a conversation with nobody, two people or no known channel is a bad argument', async () => {
  for (const body of [{}, { members: [{ id: PEOPLE.anna }, { id: PEOPLE.ivan }] }, { members: 'all' }]) {
    expect(await teams.connector('POST', '/v3/conversations', body)).toMatchObject(refusal(400, 'Bad Argument'));
  }
});

test('a member is found by MRI and by object id, anybody else is not', async () => {
  const member = (id: string) =>
    teams.connector('GET', `/v3/conversations/${ALERTS}/members/${encodeURIComponent(id)}`);
  const anna = teams.tenant.people[0];
  expect(await member(PEOPLE.anna)).toMatchObject({ status: 200, body: { id: anna?.mri, userRole: 'user' } });
  expect((await member(anna?.mri ?? '')).body['aadObjectId']).toBe(PEOPLE.anna);
  expect(await member(PEOPLE.suki)).toMatchObject(refusal(404, 'MemberNotFoundInConversation'));
});

test('a large roster comes in pages no smaller and no larger than documented', async () => {
  const [, alerts] = teams.tenant.team.channels;
  const [template] = teams.tenant.people;
  if (!alerts || !template) throw new Error('the sample tenant lacks its people');
  for (let number = 0; number < LARGEST_PAGE + 20; number += 1) {
    teams.tenant.people.push({ ...template, id: `extra-${number}`, mri: `29:extra-${number}` });
    alerts.memberIds.push(`extra-${number}`);
  }
  const page = async (query: string) =>
    (await teams.connector('GET', `/v3/conversations/${ALERTS}/pagedmembers?${query}`)).body as {
      members: unknown[];
      continuationToken?: string;
    };
  expect((await page('pageSize=1')).members).toHaveLength(SMALLEST_PAGE);
  const first = await page('pageSize=100000');
  expect(first.members).toHaveLength(LARGEST_PAGE);
  const rest = await page(`pageSize=500&continuationToken=${first.continuationToken}`);
  expect(rest.members).toHaveLength(24);
  expect(rest.continuationToken).toBeUndefined();
  const wrong = await teams.connector('GET', `/v3/conversations/${ALERTS}/pagedmembers?continuationToken=what`);
  expect(wrong).toMatchObject(refusal(400, 'Bad Argument'));
});

test('a team is described, and its General channel has no name', async () => {
  expect(await teams.connector('GET', `/v3/teams/${GENERAL}`)).toMatchObject({
    body: {
      id: GENERAL,
      name: 'Security Operations',
      aadGroupId: teams.tenant.team.aadGroupId,
      channelCount: 2,
      memberCount: 4,
    },
  });
  const { body } = await teams.connector('GET', `/v3/teams/${GENERAL}/conversations`);
  expect(body).toEqual({
    conversations: [
      { id: GENERAL, type: 'standard' },
      { id: ALERTS, name: 'Alerts', type: 'standard' },
    ],
  });
});

test('both addresses of the Connector serve the same', async () => {
  const plain = await teams.connector('GET', `/v3/teams/${GENERAL}`);
  const regional = await teams.connector('GET', `/amer/${teams.tenant.tenantId}/v3/teams/${GENERAL}`);
  expect(regional.body).toEqual(plain.body);
});

test('a token verifies with the published key and names bot, service URL and a short life', async () => {
  await teams.client('messages', { as: PEOPLE.anna, conversationId: ALERTS, text: 'hi', mentionBot: true });
  const token = teams.bot.arrivals.at(-1)?.authorization?.replace('Bearer ', '') ?? '';
  const metadata = await teams.connector('GET', '/openid/.well-known/openidconfiguration', undefined, '');
  const published = await fetch(String(metadata.body['jwks_uri']));
  const [key] = ((await published.json()) as { keys: (JsonWebKey & { endorsements: string[] })[] }).keys;
  if (!key) throw new Error('no key is published');
  const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' });
  const clockTimestamp = teams.clock.time / 1000;
  const issuer = String(metadata.body['issuer']);
  const audience = teams.tenant.bot.appId;
  const claims = jwt.verify(token, publicKey, { algorithms: ['RS256'], issuer, audience, clockTimestamp });
  expect(claims).toMatchObject({ serviceurl: teams.serviceUrl });
  expect(key.endorsements).toEqual(['msteams']);
  expect(() => jwt.verify(token, publicKey, { clockTimestamp: clockTimestamp + 3601 })).toThrow('jwt expired');
});
