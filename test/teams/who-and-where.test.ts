// Who speaks and where, as the signed activity proves it.
import { CHANNEL, PERSONAL_CHAT, TEAM } from '../builders/click';
import { ANALYST, HOME_TENANT, OTHER_TENANT } from '../builders/people';
import { channelMention, personalMessage, ROOT_MESSAGE, type Json } from '../fixtures/teams/activities';
import { createBot } from '../../src/teams/bot';
import { conversationOf, placeOf, presserOf } from '../../src/teams/conversation-from-activity';
import { readInboundActivity, type InboundActivity } from '../../src/teams/inbound-activity';

function read(activity: Json, from: Json = {}, conversation: Json = {}): InboundActivity {
  const inbound = readInboundActivity({
    ...activity,
    from: { ...(activity.from as Json), ...from },
    conversation: { ...(activity.conversation as Json), ...conversation },
  });
  if (inbound === null) throw new Error('the fixture is no activity');
  return inbound;
}

describe('a person', () => {
  it('is known by the Entra object id in lower case', () => {
    const upper = (ANALYST.objectId ?? '').toUpperCase();
    expect(presserOf(read(personalMessage('hi'), { aadObjectId: upper }))?.objectId).toBe(ANALYST.objectId);
  });

  it('is nobody without an object id, whatever the name and the Teams id say', () => {
    for (const aadObjectId of [undefined, null, '', 'admin', `${ANALYST.objectId} `, `29:${ANALYST.objectId}`]) {
      for (const name of ['Pia Lund', ANALYST.objectId])
        expect(presserOf(read(personalMessage('hi'), { aadObjectId, name }))).toBeNull();
    }
  });

  it('belongs to the tenant the activity names for them, and else to the conversation’s', () => {
    expect(presserOf(read(channelMention('hi')))?.tenantId).toBe(HOME_TENANT);
    expect(presserOf(read(channelMention('hi'), { tenantId: OTHER_TENANT.toUpperCase() }))?.tenantId).toBe(
      OTHER_TENANT,
    );
  });
});

describe('a place', () => {
  it('in a thread is the channel, and the thread is kept', () => {
    expect(placeOf(read(channelMention('hi')))).toEqual({
      kind: 'channel',
      channel: CHANNEL,
      conversationId: `${CHANNEL};messageid=${ROOT_MESSAGE}`,
    });
    expect(conversationOf(read(channelMention('hi')))).toMatchObject({ channel: CHANNEL, teamId: TEAM });
  });

  it('is told by its id where no kind is named', () => {
    const unnamed = { conversationType: undefined };
    expect(placeOf(read(personalMessage('hi'), {}, unnamed)).kind).toBe('personal');
    expect(placeOf(read(channelMention('hi'), {}, unnamed)).kind).toBe('channel');
  });

  it('that is personal belongs to the person and to no team', () => {
    const conversation = conversationOf(read(personalMessage('hi')));
    expect(conversation).toMatchObject({ channel: PERSONAL_CHAT, teamId: null, personObjectId: ANALYST.objectId });
  });
});

it('the bot keeps nothing of a conversation and runs no timer that its turns would share', () => {
  const nothing = async () => {};
  const plan = async () => ({ type: 'plan' as const, commands: [] });
  const bot = createBot({
    planner: { beginTask: plan, continueTask: plan },
    followInstallation: nothing,
    answerCommand: nothing,
    planFailed: () => {},
  });
  expect(bot.options).toMatchObject({ startTypingTimer: false });
  expect(bot.options.storage).toBeUndefined();
});
