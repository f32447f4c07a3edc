// A word to one person: their chat is opened, and what may have been written is told apart from what cannot have been.
import { CHANNEL, OTHER_CHANNEL } from '../builders/click';
import { ADMIN, HOME_TENANT, mriOf } from '../builders/people';
import { BOT_MRI } from '../fixtures/teams/activities';
import { say } from '../../src/domain/wording/saying-words';
import type { Saying } from '../../src/domain/saying';
import { ConnectorRig } from './connector-rig';

let rig: ConnectorRig;
beforeEach(async () => {
  rig = await new ConnectorRig().start();
});
afterEach(() => rig.stop());

const SAYING: Saying = {
  code: 'channelBecameUnsafe',
  reader: 'subscriber',
  channel: null,
  reasons: ['guests'],
  then: 'refuse',
};
const tell = (via = CHANNEL) => rig.messenger.tell(via, mriOf(ADMIN), SAYING);

it('opens the chat with that one person and writes there', async () => {
  await tell();
  const [opening, message] = rig.connector.received;
  expect(opening).toMatchObject({ method: 'POST', path: '/emea/v3/conversations', authorization: 'Bearer emulator' });
  expect(opening?.body).toMatchObject({
    isGroup: false,
    tenantId: HOME_TENANT,
    bot: { id: BOT_MRI },
    members: [{ id: mriOf(ADMIN) }],
    channelData: { tenant: { id: HOME_TENANT } },
  });
  expect(opening?.body).not.toHaveProperty('activity');
  expect(message).toMatchObject({ method: 'POST', path: '/emea/v3/conversations/a:1opened/activities' });
  expect(message?.body).toMatchObject({ type: 'message', text: say(SAYING) });
  expect(rig.connector.received).toHaveLength(2);
});

it('asks nobody where the bot is not', async () => {
  await expect(tell(OTHER_CHANNEL)).rejects.toMatchObject({ code: 'notFound', from: 'connector' });
  expect(rig.connector.received).toEqual([]);
});

it.each([{ status: 502 }, 'reset', 'hang'] as const)(
  'says that nothing can have been written when the chat was not opened: %j',
  async (answer) => {
    rig.connector.next(answer);
    await expect(tell()).rejects.toMatchObject({ code: 'notConnected' });
    expect(rig.connector.received).toHaveLength(1);
  },
);

it('says that the person cannot be reached', async () => {
  rig.connector.next({ status: 403, body: { error: { code: 'ForbiddenOperationException' } } });
  await expect(tell()).rejects.toMatchObject({ code: 'forbidden', detail: 'ForbiddenOperationException' });
});

it('leaves it in doubt when the answer to the message itself was lost', async () => {
  rig.connector.next({ status: 201, body: { id: 'a:1opened' } }, { status: 502 });
  await expect(tell()).rejects.toMatchObject({ code: 'unavailable' });
});

it('writes nowhere when the opened chat has no id', async () => {
  rig.connector.next({ status: 201, body: {} });
  await expect(tell()).rejects.toMatchObject({ code: 'garbage' });
  expect(rig.connector.received).toHaveLength(1);
});
