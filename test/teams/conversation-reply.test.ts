// Replies: sent again only when nothing was posted for certain, and never endlessly.
import { FakeLogger } from '../fakes/fake-logger';
import { personalMessage } from '../fixtures/teams/activities';
import type { Behaviour } from '../fakes/fake-connector';
import { readInboundActivity } from '../../src/teams/inbound-activity';
import { REPLY_ATTEMPTS, ConversationReply } from '../../src/teams/conversation-reply';
import { FakeClock } from '../fakes/fake-clock';
import { ConnectorRig } from './connector-rig';

let rig: ConnectorRig;
const logger = new FakeLogger();
beforeEach(async () => {
  rig = await new ConnectorRig().start();
  logger.lines.length = 0;
});
afterEach(() => rig.stop());

async function sayHello(...behaviours: Behaviour[]): Promise<number> {
  rig.connector.next(...behaviours);
  const activity = readInboundActivity(personalMessage('help', { serviceUrl: rig.connector.serviceUrl }));
  if (activity === null) throw new Error('the fixture is no activity');
  await new ConversationReply(rig.calls, new FakeClock('jumps'), logger).say(activity, { code: 'unsubscribed' });
  return rig.connector.received.length;
}

const throttled = (seconds: string): Behaviour => ({ status: 429, headers: { 'retry-after': seconds } });

it('a reply is sent once when it is taken', async () => {
  expect(await sayHello()).toBe(1);
  expect(logger.lines).toEqual([]);
});

it.each<[string, Behaviour]>([
  ['throttled', throttled('1')],
  ['in conflict', { status: 412 }],
])('a reply that was %s is sent again', async (_why, behaviour) => {
  expect(await sayHello(behaviour)).toBe(2);
});

it.each<[string, Behaviour]>([
  ['may have arrived (502)', { status: 502 }],
  ['may have arrived (reset)', 'reset'],
  ['is not wanted', { status: 403 }],
  ['would have to wait too long', throttled('60')],
])('a reply that %s is not sent again', async (_why, behaviour) => {
  expect(await sayHello(behaviour)).toBe(1);
  expect(logger.at('warn')).toHaveLength(1);
});

it('a reply is given up after a few attempts', async () => {
  expect(await sayHello(...Array.from({ length: 10 }, () => throttled('0')))).toBe(REPLY_ATTEMPTS);
});
