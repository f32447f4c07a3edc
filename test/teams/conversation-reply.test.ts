// Replies: sent again only when nothing was posted for certain, and never endlessly.
import { FakeLogger } from '../fakes/fake-logger';
import { personalMessage } from '../fixtures/teams/activities';
import type { Behaviour } from '../fakes/fake-connector';
import { shown, type AnswerNow } from '../../src/workflows/answer';
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

describe('an answer that is told where it stands', () => {
  async function standing(standsIn: (messageId: string) => Promise<void>, ...behaviours: Behaviour[]) {
    rig.connector.next(...behaviours);
    const activity = readInboundActivity(personalMessage('start 1042', { serviceUrl: rig.connector.serviceUrl }));
    if (activity === null) throw new Error('the fixture is no activity');
    const answer = { ...shown({ draw: 'failure', failure: { code: 'timedOut' } }), standsIn };
    await new ConversationReply(rig.calls, new FakeClock('jumps'), logger).give(activity, answer);
  }

  it('hears the message’s id once it is posted, and nothing when it is not', async () => {
    const ids: string[] = [];
    const keep = async (id: string) => void ids.push(id);
    await standing(keep, { status: 201, body: { id: 'm7' } });
    await standing(keep, { status: 403 });
    expect(ids).toEqual(['m7']);
  });

  it('stands although that could not be kept, which is logged', async () => {
    await standing(() => Promise.reject(new Error('the disk is full')), { status: 201, body: { id: 'm7' } });
    expect(logger.at('warn')).toHaveLength(1);
    expect(rig.connector.received).toHaveLength(1);
  });
});

describe('an answer that comes later', () => {
  /** How far it was said to have come, and after how many requests. */
  const way: string[] = [];
  const asked = {
    window: { from: '2026-03-04T10:00:00Z', to: '2026-03-11T10:00:00Z' },
    timeZone: 'UTC',
    defaultWindow: true,
  };
  const given = (behaviours: Behaviour[]) =>
    giveLater(behaviours, shown({ draw: 'failure', failure: { code: 'timedOut' } }));

  const looking = { draw: 'looking', asked } as const;
  async function giveLater(behaviours: Behaviour[], settled: AnswerNow, meanwhile: typeof looking | null = looking) {
    rig.connector.next(...behaviours);
    const activity = readInboundActivity(personalMessage('hunting summary', { serviceUrl: rig.connector.serviceUrl }));
    if (activity === null) throw new Error('the fixture is no activity');
    const reply = new ConversationReply(rig.calls, new FakeClock('jumps'), logger);
    way.length = 0;
    const asFar = async (as: string) => void way.push(`${as} after ${rig.connector.received.length}`);
    const told = { announced: (id: string) => asFar(`announced in ${id}`), told: () => asFar('told') };
    await reply.give(activity, { is: 'later', meanwhile, then: Promise.resolve(settled), way: told });
    return rig.connector.received.map(({ method }) => method);
  }

  it('takes the place of the card that announced it', async () => {
    expect(await given([{ status: 201, body: { id: 'm1' } }])).toEqual(['POST', 'PUT']);
    expect(JSON.stringify(rig.connector.received[0])).toContain('Looking at the last 7 days');
    expect(JSON.stringify(rig.connector.received[1])).toContain('Defender took too long');
  });

  it('is posted by itself when nothing is shown meanwhile', async () => {
    const settled = shown({ draw: 'failure', failure: { code: 'timedOut' } });
    expect(await giveLater([], settled, null)).toEqual(['POST']);
    expect(JSON.stringify(rig.connector.received[0])).toContain('Defender took too long');
  });

  it('is posted by itself when nobody knows where the announcement stands', async () => {
    expect(await given([{ status: 403 }])).toEqual(['POST', 'POST']);
  });

  it('is updated again when that may pass, and posted when the announcement is gone', async () => {
    expect(await given([{ status: 201, body: { id: 'm1' } }, { status: 503 }])).toEqual(['POST', 'PUT', 'PUT']);
    rig.connector.received.length = 0;
    expect(await given([{ status: 201, body: { id: 'm1' } }, { status: 404 }])).toEqual(['POST', 'PUT', 'POST']);
  });

  it('says how far it has come: announced, and told once it stands there', async () => {
    await given([{ status: 201, body: { id: 'm1' } }]);
    expect(way).toEqual(['announced in m1 after 1', 'told after 2']);
    await given([{ status: 403 }]);
    expect(way).toEqual(['told after 4']);
  });
});
