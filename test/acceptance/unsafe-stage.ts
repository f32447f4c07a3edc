// Guests who come and go on a whole stage, and where the bot speaks of it: the administrator's own chat and operations.
import { createWorld } from '../../src/emulator/world';
import type { Channel, Person } from '../../src/emulator/entities';
import { personalConversationId } from '../../src/emulator/teams/conversation-book';
import type { CardJson, SeenThread, Stage } from './stage';

const { team } = createWorld({ events: 0 }).tenant;

export function channelNamed(name: string): Channel {
  const found = team.channels.find((channel) => channel.name === name);
  if (found === undefined) throw new Error(`the sample team has no channel ${name}`);
  return found;
}

export function guestOf(stage: Stage): Person {
  const found = stage.emulator.world.tenant.people.find(({ userType }) => userType === 'Guest');
  if (found === undefined) throw new Error('the sample tenant has no guest');
  return found;
}

/** As an owner of the team does it; resolves when the bot has heard of it. */
export async function moveGuest(stage: Stage, change: 'add' | 'remove', channelId = stage.channelId): Promise<void> {
  const who = { as: stage.person('admin').id, personId: guestOf(stage).id, channelId };
  await stage.api('POST', `/teams/api/members/${change}`, who);
}

export function install(stage: Stage): Promise<unknown> {
  const { id: as } = stage.person('admin');
  return stage.api('POST', '/teams/api/install', { as, scope: 'team', channelId: stage.channelId });
}

/** What the bot has said to the administrator alone. */
export async function toldInPrivate(stage: Stage): Promise<string[]> {
  const admin = stage.person('admin');
  const chat = personalConversationId(stage.emulator.world.tenant, admin);
  const threads = await stage.threads(admin, chat).catch(() => [] as SeenThread[]);
  return threads.map(({ root }) => root.text);
}

export async function toldIn(stage: Stage, channel: Channel): Promise<string[]> {
  return (await stage.threads(stage.person('admin'), channel.id)).map(({ root }) => root.text).filter(Boolean);
}

/** The bot's answers in the alerts channel, in the threads of those who asked. */
export async function answers(stage: Stage): Promise<string[]> {
  return (await stage.threads()).flatMap(({ replies }) => replies.map(({ text }) => text));
}

/** How often each alert has a card among the threads, by its short number. */
export function cardsByNumber(threads: readonly SeenThread[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { root } of threads) {
    const number = /alert (\d+)$/i.exec(root.summary ?? '')?.[1];
    if (number !== undefined && root.cards.length > 0 && !root.deleted) counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}

/** Whether the card says more than a channel with guests may read, or asks for anything. */
export function saysTooMuch(card: CardJson | undefined): boolean {
  return card === undefined || /Person [0-9A-Z]{4}|Owner|Action\.Execute/.test(JSON.stringify(card));
}
