// Whole turns through the real route table: what reaches the workflows, and what Teams is answered.
import { said } from '../../src/workflows/answer';
import { aConversation, CHANNEL, PERSONAL_CHAT, placeIn, TEAM } from '../builders/click';
import { aStoredAlert } from '../builders/alert';
import { ANALYST, HOME_TENANT, mriOf } from '../builders/people';
import {
  BOT_MRI,
  bytes,
  CARD_REF,
  cardPress,
  cardRefresh,
  channelMention,
  channelTalk,
  conversationUpdate,
  installation,
  personalMessage,
  ROOT_MESSAGE,
  submit,
  VERSION,
  type Json,
} from '../fixtures/teams/activities';
import { TeamsRig } from './teams-rig';
import { channelView, discloseAlert } from '../../src/domain/disclosure';
import { isBlank, toTextRun } from '../../src/domain/untrusted';
import { say } from '../../src/domain/wording/saying-words';
import { CLICK_ANSWER_MS } from '../../src/teams/card-press';
import { TURN_ANSWER_MS, TURNS_IN_HAND_MAX } from '../../src/teams/turns';

let rig: TeamsRig;
beforeEach(async () => {
  rig = await new TeamsRig().start();
});
afterEach(() => rig.stop());

const local = () => ({ serviceUrl: rig.connector.serviceUrl });
const MESSAGE = 'application/vnd.microsoft.activity.message';
const CARD = 'application/vnd.microsoft.card.adaptive';

function invokeBody(answer: { body?: unknown }): { statusCode: number; type: string; value: unknown } {
  return answer.body as { statusCode: number; type: string; value: unknown };
}

describe('a press', () => {
  it('reaches the workflow with who pressed, where and on which message', async () => {
    await rig.send(
      cardPress('alert.resolve', {
        cardRef: CARD_REF,
        version: VERSION,
        classification: 'truePositive',
        comment: 'seen',
      }),
    );
    const [click] = rig.workflows.clicks;
    expect(click).toMatchObject({
      verb: 'alert.resolve',
      cardRef: CARD_REF,
      version: VERSION,
      inputs: { classification: 'truePositive', determination: null },
      wellFormed: true,
      presser: { objectId: ANALYST.objectId, tenantId: HOME_TENANT, mri: mriOf(ANALYST) },
      place: placeIn(CHANNEL, ROOT_MESSAGE),
      cardActivityId: ROOT_MESSAGE,
      automatic: false,
    });
    expect(click?.inputs.comment && toTextRun(click.inputs.comment)).toBe('seen');
    expect(click?.presser.name && toTextRun(click.presser.name)).toBe(ANALYST.displayName);
  });

  it('refused by the workflow is answered with HTTP 200 and a sentence under the card', async () => {
    const answer = await rig.send(cardPress('alert.start'));
    const value = say({ code: 'noRole', needs: ['analyst'] });
    expect(answer).toEqual({ status: 200, body: { statusCode: 200, type: MESSAGE, value } });
    expect(rig.metrics.cardActions).toEqual(['alert.start noRole']);
    expect(rig.connector.received).toEqual([]);
  });

  it('answered with a view is answered with a card of one’s own, and nothing is sent to the channel', async () => {
    const viewer = { homeTenant: true, roles: ['analyst' as const], isSubject: false };
    const view = discloseAlert(aStoredAlert(), viewer, null);
    rig.workflows.clickAnswer = async () => ({
      show: 'card',
      view,
      cardRef: CARD_REF,
      refreshFor: [mriOf(ANALYST)],
      saying: null,
    });
    for (const activity of [cardPress('alert.start'), cardRefresh(), cardPress('alert.refresh')]) {
      const body = invokeBody(await rig.send(activity));
      expect(body).toMatchObject({ statusCode: 200, type: CARD, value: { type: 'AdaptiveCard' } });
    }
    // The bot packages would have replaced everyone's card by now.
    expect(rig.connector.received).toEqual([]);
    expect(rig.workflows.clicks.map((click) => click.automatic)).toEqual([false, true, false]);
  });

  it('answered with a form is answered with the form’s card, which does not refresh itself', async () => {
    const view = channelView(aStoredAlert());
    rig.workflows.clickAnswer = async () => ({
      show: 'form',
      form: { form: 'comment' },
      missing: null,
      typed: null,
      view,
      cardRef: CARD_REF,
    });
    const body = invokeBody(await rig.send(cardPress('alert.comment')));
    expect(body).toMatchObject({ type: CARD, value: { type: 'AdaptiveCard' } });
    expect(body.value).not.toHaveProperty('refresh');
    expect(rig.metrics.cardActions).toEqual(['alert.comment form']);
  });

  it('of a verb we do not have is one label in the metrics, whatever it says', async () => {
    await rig.send(cardPress('alert.explode.jane.doe'));
    expect(rig.workflows.clicks[0]?.verb).toBe('alert.explode.jane.doe');
    expect(rig.metrics.cardActions).toEqual(['unknown noRole']);
  });

  it('by somebody whom Teams does not name is refused without asking the workflow', async () => {
    const press = cardPress('alert.start');
    for (const aadObjectId of [undefined, null, '', 'admin', '00000000-0000-0000-0000-00000000000g']) {
      const answer = await rig.send({ ...press, from: { ...(press.from as Json), aadObjectId } });
      expect(invokeBody(answer).value).toBe(say({ code: 'lookupFailed' }));
    }
    expect(rig.workflows.clicks).toEqual([]);
  });

  it('whose handling takes too long is answered within the time Teams waits, and goes on', async () => {
    let finish: () => void = () => {};
    rig.workflows.clickAnswer = () =>
      new Promise((resolve) => (finish = () => resolve({ show: 'message', saying: { code: 'notUnderstood' } })));
    const answer = rig.send(cardPress('alert.resolve'));
    while (rig.workflows.clicks.length === 0) await new Promise(setImmediate);
    await rig.clock.advance(CLICK_ANSWER_MS);
    expect(invokeBody(await answer).value).toBe(say({ code: 'working' }));
    let stopped = false;
    const stopping = rig.turns.stop().then(() => (stopped = true));
    await rig.clock.settle();
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(rig.metrics.cardActions).toEqual(['alert.resolve working', 'alert.resolve notUnderstood']);
  });

  it('whose handler breaks its word and fails is answered with doubt, not with the error', async () => {
    rig.workflows.clickAnswer = () => Promise.reject(new Error('mira.holt@fabrikam.example'));
    const answer = await rig.send(cardPress('alert.start'));
    expect(invokeBody(answer).value).toBe(say({ code: 'outcomeUncertain' }));
    expect(JSON.stringify(rig.logger.lines)).not.toContain('mira');
    expect(rig.logger.at('error')).toHaveLength(1);
  });

  it.each([
    ['an unknown key', { cardRef: CARD_REF, alertId: 'ir4c8f' }],
    ['a short reference', { cardRef: 'abc' }],
    ['a reference that is no text', { cardRef: { id: 1 } }],
    ['a version that is none', { cardRef: CARD_REF, version: 'now' }],
    ['data of text', 'alert.start'],
    ['a list', [CARD_REF]],
    ['an endless comment', { cardRef: CARD_REF, comment: 'x'.repeat(20_000) }],
  ])('with %s is marked as none of ours and keeps nothing of it', async (_kind, data) => {
    await rig.send(cardPress('alert.start', data));
    expect(rig.workflows.clicks[0]).toMatchObject({
      verb: 'alert.start',
      wellFormed: false,
      cardRef: null,
      version: null,
    });
  });

  it('of an old Action.Submit in an invoke is marked as none of ours', async () => {
    const press = cardPress('alert.start');
    const value = { action: { type: 'Action.Submit', verb: 'alert.start', data: { cardRef: CARD_REF } } };
    await rig.send({ ...press, value });
    expect(rig.workflows.clicks[0]).toMatchObject({ wellFormed: false, verb: '' });
  });

  it('tells a comment left empty from one that was not asked for', async () => {
    await rig.send(cardPress('alert.comment', { cardRef: CARD_REF, comment: '', classification: '' }));
    await rig.send(cardPress('alert.comment', { cardRef: CARD_REF }));
    const [asked, opened] = rig.workflows.clicks.map((click) => click.inputs);
    expect(asked?.comment !== null && isBlank(asked?.comment ?? null)).toBe(true);
    expect([asked?.classification, opened?.comment]).toEqual([null, null]);
  });
});

describe('a typed command', () => {
  it('in a channel is read without the mention and answered in its thread', async () => {
    await rig.send(channelMention('what may\u00a0I do', local()));
    expect(rig.workflows.read).toEqual([
      { text: 'what may I do', context: { now: new Date(rig.clock.now()), timeZone: 'Europe/Berlin' } },
    ]);
    expect(rig.workflows.asks[0]).toMatchObject({
      command: { command: 'whoAmI' },
      asker: { objectId: ANALYST.objectId },
      place: placeIn(CHANNEL, ROOT_MESSAGE),
      conversation: {
        channel: CHANNEL,
        kind: 'channel',
        teamId: TEAM,
        botId: BOT_MRI,
        personObjectId: null,
        ...local(),
      },
    });
    const [sent] = rig.connector.received;
    expect(sent).toMatchObject({ method: 'POST', authorization: 'Bearer emulator' });
    expect(sent?.path).toBe(`/emea/v3/conversations/${CHANNEL};messageid=${ROOT_MESSAGE}/activities`);
    expect(sent?.body).toMatchObject({ type: 'message', text: say({ code: 'help', place: 'channel' }) });
    expect(rig.connector.received).toHaveLength(1);
  });

  it('in a personal chat needs no mention', async () => {
    expect(await rig.send(personalMessage('help', local()))).toEqual({ status: 200 });
    expect(rig.workflows.read[0]).toMatchObject({ text: 'help', context: { timeZone: 'UTC' } });
    expect(rig.workflows.asks[0]).toMatchObject({
      place: { kind: 'personal', channel: PERSONAL_CHAT, conversationId: PERSONAL_CHAT },
      conversation: { kind: 'personal', teamId: null, personObjectId: ANALYST.objectId },
    });
  });

  it('that is the mention alone asks for help', async () => {
    await rig.send(channelMention('', local()));
    expect(rig.workflows.read).toEqual([]);
    expect(rig.workflows.asks[0]?.command).toEqual({ command: 'help' });
  });

  it('of a person whom Teams does not name is answered with that, and nobody is asked', async () => {
    const message = personalMessage('help', local());
    await rig.send({ ...message, from: { id: '29:bot-of-somebody' } });
    expect(rig.workflows.asks).toEqual([]);
    expect(rig.connector.received[0]?.body.text).toBe(say({ code: 'lookupFailed' }));
  });

  it('delivered again gets no second answer when the workflow says so', async () => {
    rig.workflows.commandAnswer = async () => null;
    expect(await rig.send(personalMessage('help', local()))).toEqual({ status: 200 });
    expect(rig.connector.received).toEqual([]);
  });

  it('that takes long is acknowledged in time and answered later', async () => {
    let finish: () => void = () => {};
    rig.workflows.commandAnswer = () =>
      new Promise((resolve) => (finish = () => resolve(said({ code: 'unsubscribed' }))));
    const acknowledged = rig.send(personalMessage('unsubscribe', local()));
    while (rig.workflows.asks.length === 0) await new Promise(setImmediate);
    await rig.clock.advance(TURN_ANSWER_MS);
    expect(await acknowledged).toEqual({ status: 202 });
    finish();
    await rig.turns.stop();
    expect(rig.connector.received[0]?.body.text).toBe(say({ code: 'unsubscribed' }));
  });

  it('whose answering fails is not answered with the error', async () => {
    rig.workflows.commandAnswer = () => Promise.reject(new Error('the secret'));
    expect(await rig.send(personalMessage('help', local()))).toEqual({ status: 200 });
    expect(rig.connector.received).toEqual([]);
    expect(rig.logger.at('error')).toHaveLength(1);
    expect(JSON.stringify(rig.logger.lines)).not.toContain('the secret');
  });

  it.each([
    ['talk that does not mention the bot', () => channelTalk('help me with alert 1000')],
    ['an old submit', () => submit({ verb: 'alert.start' })],
    ['a picture', () => ({ ...personalMessage(''), attachments: [{ contentType: 'image/png' }] })],
    [
      'a mention of somebody else',
      () => {
        const message = channelMention('look at this');
        return {
          ...message,
          entities: [{ type: 'mention', text: '<at>Ilse</at>', mentioned: { id: mriOf(ANALYST) } }],
        };
      },
    ],
    [
      'a group chat',
      () => {
        const message = channelMention('help');
        return { ...message, conversation: { ...(message.conversation as Json), conversationType: 'groupChat' } };
      },
    ],
    ['a reaction', () => ({ ...personalMessage(''), type: 'messageReaction', text: undefined })],
    ['an edited message', () => ({ ...personalMessage('help'), type: 'messageUpdate' })],
  ])('is not: %s', async (_kind, activity) => {
    expect(await rig.send(activity())).toEqual({ status: 200 });
    expect(rig.workflows.reached).toBe(0);
    expect(rig.connector.received).toEqual([]);
  });
});

describe('an installation', () => {
  it('is told to the workflow, and its welcome is said there', async () => {
    rig.workflows.welcome = { code: 'welcome', place: 'channel' };
    await rig.send(installation('add', local()));
    expect(rig.workflows.events).toEqual([
      { kind: 'added', conversation: aConversation(CHANNEL, { botId: BOT_MRI, ...local() }) },
    ]);
    expect(rig.connector.received[0]?.body.text).toBe(say({ code: 'welcome', place: 'channel' }));
  });

  it('makes the rosters known so far worthless', async () => {
    rig.conversations.set(CHANNEL, aConversation(CHANNEL, local()));
    await rig.room.channelRoster.members(CHANNEL, 60_000);
    await rig.room.channelRoster.members(CHANNEL, 60_000);
    expect(rig.connector.received).toHaveLength(1);
    await rig.send(conversationUpdate({ membersAdded: [{ id: '29:new' }] }, { eventType: 'teamMemberAdded' }));
    await rig.room.channelRoster.members(CHANNEL, 60_000);
    expect(rig.connector.received).toHaveLength(2);
    expect(rig.workflows.events).toEqual([{ kind: 'membersChanged', channel: CHANNEL, teamId: TEAM }]);
  });
});

describe('the room', () => {
  it('leaves invokes it has no route for unanswered', async () => {
    for (const name of ['task/fetch', 'composeExtension/query', 'signin/verifyState', undefined]) {
      expect(await rig.send({ ...cardPress('alert.start'), name })).toEqual({ status: 501, body: undefined });
    }
    expect(rig.workflows.reached).toBe(0);
  });

  it('answers a press as ever when the activity asks for replies in the response', async () => {
    const answer = await rig.send({ ...cardPress('alert.start'), deliveryMode: 'expectReplies' });
    expect(invokeBody(answer)).toMatchObject({ statusCode: 200, type: MESSAGE });
  });

  it('takes only so many turns at a time', async () => {
    let finish: () => void = () => {};
    const held = new Promise<void>((resolve) => (finish = resolve));
    rig.workflows.commandAnswer = () => held.then(() => null);
    // Each message is one piece of work.
    const authorization = rig.bearer(rig.connector.serviceUrl);
    const turns = Array.from({ length: TURNS_IN_HAND_MAX }, () =>
      rig.turns.onActivity(authorization, bytes(personalMessage('help', local()))),
    );
    while (rig.workflows.asks.length < TURNS_IN_HAND_MAX) await new Promise(setImmediate);
    expect(await rig.turns.onActivity(authorization, bytes(personalMessage('help', local())))).toEqual({ status: 503 });
    expect(rig.metrics.activitiesRefused).toEqual(['busy']);
    finish();
    expect(new Set((await Promise.all(turns)).map((answer) => answer.status))).toEqual(new Set([200]));
  });
});
