// The Connector driven by the bot SDK itself: its adapter receives signed activities and its client answers them.
import { CloudAdapter, MessageFactory } from 'botbuilder';
import type { Activity, ConversationParameters, TurnContext } from 'botbuilder';
import {
  AuthenticationConfiguration,
  BotFrameworkAuthenticationFactory,
  ConnectorClient,
  ServiceClientCredentialsFactory,
  Teams,
} from 'botframework-connector';
import { ALERTS, GENERAL, PARTNER_TENANT, PEOPLE } from './sample-tenant';
import type { Json } from './fake-bot';
import { adaptive, startTeams, textCard } from './teams-under-test';
import type { TeamsUnderTest } from './teams-under-test';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

const emulatorToken: Credentials = {
  async signRequest(request) {
    request.headers.set('authorization', 'Bearer emulator');
    return request;
  },
};

class EmulatorCredentials extends ServiceClientCredentialsFactory {
  constructor(private readonly appId: string) {
    super();
  }
  override async isValidAppId(appId: string) {
    return appId === this.appId;
  }
  override async isAuthenticationDisabled() {
    return false;
  }
  override async createCredentials() {
    return emulatorToken;
  }
}

let teams: TeamsUnderTest;
let client: ConnectorClient;

beforeAll(async () => {
  teams = await startTeams({ time: Date.now() });
  client = new ConnectorClient(emulatorToken, { baseUri: teams.serviceUrl });
});
afterAll(() => teams.stop());

function rootPost(content: Json): ConversationParameters {
  const activity = MessageFactory.attachment(adaptive(content)) as Activity;
  return {
    isGroup: true,
    bot: { id: 'b', name: '' },
    channelData: { channel: { id: ALERTS } },
    activity,
  } as ConversationParameters;
}

async function threads(): Promise<Json[]> {
  const { body } = await teams.read(`conversations/${encodeURIComponent(ALERTS)}?as=${PEOPLE.anna}`);
  return body['threads'] as Json[];
}

test('a channel post gives back the thread, the activity id and the service URL', async () => {
  const posted = await client.conversations.createConversation(rootPost(textCard('first')));
  expect(posted).toMatchObject({ id: `${ALERTS};messageid=${posted.activityId}`, serviceUrl: teams.serviceUrl });
});

test('a reply lands in the thread its conversation id names, an update replaces, a deletion leaves a tombstone', async () => {
  const posted = await client.conversations.createConversation(rootPost(textCard('second')));
  const reply = await client.conversations.replyToActivity(
    posted.id,
    'any',
    MessageFactory.text('in thread') as Activity,
  );
  await client.conversations.updateActivity(posted.id, posted.activityId, {
    ...(MessageFactory.attachment(adaptive(textCard('changed'))) as Activity),
  });
  await client.conversations.deleteActivity(posted.id, reply.id);
  const thread = (await threads()).at(-1);
  expect(thread).toMatchObject({
    id: posted.activityId,
    root: { edited: true, deleted: false, cards: [textCard('changed')] },
    replies: [{ id: reply.id, deleted: true, text: '' }],
  });
});

test('a bare channel id starts another thread', async () => {
  const before = (await threads()).length;
  await client.conversations.sendToConversation(ALERTS, MessageFactory.text('new root') as Activity);
  expect((await threads()).length).toBe(before + 1);
});

test('the paged roster names people with every id they go by', async () => {
  const page = await client.conversations.getConversationPagedMembers(ALERTS);
  expect(page.members.map((member) => member.aadObjectId)).toEqual([PEOPLE.anna, PEOPLE.ivan, PEOPLE.ada, PEOPLE.noel]);
  expect(page.continuationToken).toBeUndefined();
});

test('the roster and the team’s list tell people of other organisations and shared channels', async () => {
  await teams.client('channels/share', { as: PEOPLE.ada, channelId: ALERTS });
  await teams.client('members/add', { as: PEOPLE.ada, channelId: ALERTS, personId: PEOPLE.vera });
  const page = await client.conversations.getConversationPagedMembers(ALERTS);
  expect(page.members).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ aadObjectId: PEOPLE.anna, tenantId: teams.tenant.tenantId }),
      expect.objectContaining({ aadObjectId: PEOPLE.vera, tenantId: PARTNER_TENANT }),
    ]),
  );
  const list = await new Teams(client).fetchChannelList(teams.tenant.team.id);
  expect(list.conversations?.map(({ id, type }) => [id, type])).toEqual([
    [GENERAL, 'standard'],
    [ALERTS, 'shared'],
  ]);
});

test('a signed mention passes the SDK’s own token check and is answered in its thread', async () => {
  const { appId } = teams.tenant.bot;
  const openId = `${teams.url}/connector/openid/.well-known/openidconfiguration`;
  const login = 'https://login.microsoftonline.com/botframework.com';
  const scope = 'https://api.botframework.com';
  const adapter = new CloudAdapter(
    BotFrameworkAuthenticationFactory.create(
      '',
      true,
      login,
      scope,
      scope,
      scope,
      openId,
      openId,
      '',
      new EmulatorCredentials(appId),
      new AuthenticationConfiguration(),
    ),
  );
  const turn = async (context: TurnContext) => void (await context.sendActivity('heard you'));
  teams.bot.reply = async (activity) => {
    const authorization = teams.bot.arrivals.at(-1)?.authorization;
    const response = {
      socket: null,
      status: () => undefined,
      header: () => undefined,
      send: () => undefined,
      end: () => undefined,
    };
    await adapter.process({ body: activity, headers: { authorization }, method: 'POST' }, response, turn);
    return { status: 200 };
  };
  const said = { as: PEOPLE.anna, conversationId: ALERTS, text: 'hello', mentionBot: true };
  const { body } = await teams.client('messages', said);
  expect(body).toMatchObject({ delivery: { kind: 'answered', status: 200 } });
  expect((await threads()).at(-1)).toMatchObject({
    id: body['id'],
    replies: [{ text: 'heard you', author: { kind: 'bot' } }],
  });
});
