// Cards into Teams: what is sent, that it is sent once, and what is known when it went wrong.
import { aStoredAlert } from '../builders/alert';
import { CHANNEL, OTHER_CHANNEL, PERSONAL_CHAT } from '../builders/click';
import { HOME_TENANT } from '../builders/people';
import type { Behaviour } from '../fakes/fake-connector';
import { BOT_MRI, CARD_REF } from '../fixtures/teams/activities';
import { ConnectorRig } from './connector-rig';
import { channelView, digestView } from '../../src/domain/disclosure';
import type { BotError } from '../../src/domain/errors';
import type { Drawing } from '../../src/ports/card-poster';

let rig: ConnectorRig;
beforeEach(async () => {
  rig = await new ConnectorRig().start();
});
afterEach(() => rig.stop());

const view = channelView(aStoredAlert({ number: 1042 }));
const ALERT: Drawing = {
  kind: 'alert',
  view,
  cardRef: CARD_REF,
  refreshFor: ['29:one'],
  tier: 'full',
  possibleRepeat: false,
};
const POSTED = { conversationId: `${CHANNEL};messageid=1763877600000`, activityId: '1763877600000' };

interface Message {
  type: string;
  summary: string;
  text?: string;
  attachments: { contentType: string; content: { type: string } }[];
}

describe('posting', () => {
  it('into a channel starts a root post of the card alone and learns its id', async () => {
    const posted = await rig.poster.post(CHANNEL, ALERT);
    const [sent] = rig.connector.received;
    expect(sent).toMatchObject({ method: 'POST', path: '/emea/v3/conversations', authorization: 'Bearer emulator' });
    expect(sent?.body).toMatchObject({
      isGroup: true,
      tenantId: HOME_TENANT,
      bot: { id: BOT_MRI },
      channelData: { channel: { id: CHANNEL }, tenant: { id: HOME_TENANT } },
    });
    const message = sent?.body.activity as Message;
    expect(message).toMatchObject({ type: 'message', summary: 'High alert 1042' });
    expect(message).not.toHaveProperty('text');
    expect(message.attachments).toHaveLength(1);
    expect(message.attachments[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.5', refresh: { userIds: ['29:one'] } },
    });
    expect(posted.conversationId).toBe(`${CHANNEL};messageid=${posted.activityId}`);
    expect(rig.metrics.connectorRequests).toEqual(['ok']);
  });

  it('into a personal chat sends a message there', async () => {
    rig.install(PERSONAL_CHAT);
    const posted = await rig.poster.post(PERSONAL_CHAT, ALERT);
    expect(rig.connector.received[0]).toMatchObject({ path: `/emea/v3/conversations/${PERSONAL_CHAT}/activities` });
    expect(posted).toEqual({ conversationId: PERSONAL_CHAT, activityId: expect.stringMatching(/^\d+$/) });
  });

  it('a digest names counts alone in its notification', async () => {
    const view = digestView([aStoredAlert()], 0);
    await rig.poster.post(CHANNEL, { kind: 'digest', view, tier: 'full', possibleRepeat: false });
    const message = rig.connector.received[0]?.body.activity as Message;
    expect(message.summary).toBe('Open alerts: 1 High');
  });

  it('takes the id of the root post from the conversation where the answer names it there only', async () => {
    rig.connector.next({ status: 201, body: { id: `${CHANNEL};messageid=77` } });
    expect(await rig.poster.post(CHANNEL, ALERT)).toEqual({
      conversationId: `${CHANNEL};messageid=77`,
      activityId: '77',
    });
  });

  it('nowhere fails before anything is sent', async () => {
    await expect(rig.poster.post(OTHER_CHANNEL, ALERT)).rejects.toMatchObject({
      code: 'notFound',
      detail: 'ConversationNotFound',
    });
    expect(rig.connector.received).toEqual([]);
  });
});

describe('a card that stands', () => {
  it('is replied to in its thread', async () => {
    const reply = await rig.poster.reply(CHANNEL, POSTED, { kind: 'severityRose', number: 1042, severity: 'high' });
    expect(rig.connector.received[0]).toMatchObject({
      method: 'POST',
      path: `/emea/v3/conversations/${POSTED.conversationId}/activities`,
      body: { summary: 'High alert 1042' },
    });
    expect(reply.conversationId).toBe(POSTED.conversationId);
  });

  it('is replaced for everybody', async () => {
    await rig.poster.update(CHANNEL, POSTED, ALERT);
    expect(rig.connector.received[0]).toMatchObject({
      method: 'PUT',
      path: `/emea/v3/conversations/${POSTED.conversationId}/activities/${POSTED.activityId}`,
      body: { type: 'message', id: POSTED.activityId, summary: 'High alert 1042' },
    });
  });

  it('is taken away', async () => {
    await rig.poster.retract(CHANNEL, POSTED);
    expect(rig.connector.received[0]).toMatchObject({ method: 'DELETE' });
  });

  it.each([201, 202, 204])('is replaced when the Connector answers %d as well', async (status) => {
    rig.connector.next({ status }, { status });
    await rig.poster.update(CHANNEL, POSTED, ALERT);
    await rig.poster.retract(CHANNEL, POSTED);
    expect(rig.connector.received).toHaveLength(2);
  });
});

const refusal = (status: number, code: string, headers: Record<string, string> = {}): Behaviour => ({
  status,
  headers,
  body: { error: { code, message: 'Mira Holt may not be named here' } },
});

const failures: [string, Behaviour, Partial<BotError>][] = [
  ['400', refusal(400, 'Bad Argument'), { code: 'badRequest', status: 400 }],
  ['401', refusal(401, 'BotNotRegistered'), { code: 'unauthorised', detail: 'BotNotRegistered' }],
  [
    '403 not in the roster',
    refusal(403, 'BotNotInConversationRoster'),
    { code: 'forbidden', detail: 'BotNotInConversationRoster' },
  ],
  ['403 disabled', refusal(403, 'BotDisabledByAdmin'), { code: 'forbidden', detail: 'BotDisabledByAdmin' }],
  ['404 conversation', refusal(404, 'ConversationNotFound'), { code: 'notFound', detail: 'ConversationNotFound' }],
  [
    '404 activity',
    refusal(404, 'ActivityNotFoundInConversation'),
    { code: 'notFound', detail: 'ActivityNotFoundInConversation' },
  ],
  ['408', { status: 408 }, { code: 'timedOut' }],
  ['412', refusal(412, 'PreconditionFailed'), { code: 'conflict' }],
  ['413', refusal(413, 'MessageSizeTooBig'), { code: 'tooLarge' }],
  ['429', refusal(429, 'Throttled', { 'retry-after': '2' }), { code: 'throttled', retryAfterMs: 2_000 }],
  ['429 without a wait', refusal(429, 'Throttled'), { code: 'throttled', retryAfterMs: undefined }],
  ['500', refusal(500, 'ServiceError'), { code: 'unavailable', status: 500 }],
  ['502 of a gateway', { status: 502, body: '<html>' }, { code: 'unavailable', status: 502 }],
  [
    '503',
    refusal(503, 'ServiceUnavailable', { 'retry-after': '900' }),
    { code: 'unavailable', detail: undefined, retryAfterMs: 300_000 },
  ],
  ['504', { status: 504 }, { code: 'unavailable' }],
  ['a redirect', { status: 307, headers: { location: '/emea/v3/conversations' } }, { code: 'garbage', status: 307 }],
  ['a reset', 'reset', { code: 'timedOut' }],
  ['silence', 'hang', { code: 'timedOut' }],
  ['half an answer', 'half', { code: 'timedOut' }],
];

describe('a post that fails', () => {
  it.each(failures)('with %s is sent exactly once, and told in our own words', async (_kind, behaviour, expected) => {
    rig.connector.next(behaviour);
    const error = await rig.poster.post(CHANNEL, ALERT).catch((thrown: BotError) => thrown);
    expect(error).toMatchObject({ from: 'connector', ...expected });
    expect(JSON.stringify([String(error), error])).not.toContain('Mira');
    expect(rig.connector.received).toHaveLength(1);
    expect(rig.metrics.connectorRequests).toEqual([(error as BotError).code]);
  });

  it.each([
    ['no id', {}],
    ['an id that is no text', { id: 5, activityId: {} }],
    ['a conversation without a message', { id: CHANNEL }],
    ['nothing', undefined],
    ['something that is no object', 'ok'],
  ])('because its answer holds %s may have been posted', async (_kind, body) => {
    rig.connector.next({ status: 201, ...(body !== undefined && { body }) });
    await expect(rig.poster.post(CHANNEL, ALERT)).rejects.toMatchObject({ code: 'garbage' });
    expect(rig.connector.received).toHaveLength(1);
  });

  it('because nobody listens was not posted', async () => {
    rig.install(OTHER_CHANNEL, { serviceUrl: 'http://127.0.0.1:1/' });
    await expect(rig.poster.post(OTHER_CHANNEL, ALERT)).rejects.toMatchObject({ code: 'notConnected' });
  });

  it('with an update is sent exactly once too', async () => {
    for (const behaviour of [refusal(429, 'Throttled'), refusal(502, 'ServiceError'), 'reset'] as const) {
      rig.connector.next(behaviour);
      await expect(rig.poster.update(CHANNEL, POSTED, ALERT)).rejects.toMatchObject({ from: 'connector' });
    }
    expect(rig.connector.received).toHaveLength(3);
  });
});

describe('a service URL that was tampered with', () => {
  it.each(['https://evil.example/', 'https://smba.trafficmanager.net.evil.example/', 'http://10.1.1.1/'])(
    'gets neither card nor token: %s',
    async (serviceUrl) => {
      rig.install(OTHER_CHANNEL, { serviceUrl });
      await expect(rig.poster.post(OTHER_CHANNEL, ALERT)).rejects.toMatchObject({
        code: 'forbidden',
        detail: 'ServiceUrlNotAllowed',
      });
      expect(rig.tokensAsked).toEqual([]);
    },
  );
});
