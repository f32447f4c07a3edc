// Channels that an operator names may be written to before anything was said there.
import { withConfiguredChannels } from '../../src/workflows/configured-channels';
import { aConversation, CHANNEL, OTHER_CHANNEL } from '../builders/click';
import { START_MS } from '../builders/instants';
import { createRig, subscribe } from './workflow-rig';

async function places() {
  const rig = createRig();
  return { rig, book: withConfiguredChannels(rig.conversationBook, [OTHER_CHANNEL, null]) };
}

it('a configured channel nobody has spoken in is reached as a subscribed one is', async () => {
  const { rig, book } = await places();
  await subscribe(rig);
  expect(await book.find(OTHER_CHANNEL)).toEqual({ ...aConversation(CHANNEL), channel: OTHER_CHANNEL });
});

it('a channel that is known is itself, configured or not', async () => {
  const { rig, book } = await places();
  const own = aConversation(OTHER_CHANNEL, { serviceUrl: 'https://smba.trafficmanager.net/apac/' });
  await rig.conversationBook.remember(own, START_MS);
  await subscribe(rig);
  expect(await book.find(OTHER_CHANNEL)).toEqual(own);
});

it('a channel that nobody configured is not reached so', async () => {
  const { rig, book } = await places();
  await subscribe(rig);
  expect(await book.find('19:somewhere@thread.tacv2')).toBeNull();
});

it('what is no channel is not reached so, though an operator wrote it there', async () => {
  const { rig } = await places();
  await subscribe(rig);
  const book = withConfiguredChannels(rig.conversationBook, ['none', 'a:1chat']);
  expect([await book.find('none'), await book.find('a:1chat')]).toEqual([null, null]);
});

it('nothing is reached while nothing is subscribed', async () => {
  const { book } = await places();
  expect(await book.find(OTHER_CHANNEL)).toBeNull();
});
