// What an administrator does first in a real tenant: add the app to the team, then tell the bot in the channel.
// Done through the page's own interface, so that every activity is signed and goes through the bot's production door.
import { z } from 'zod/v4';
import type { Tenant } from './entities';

export const DEMO_CHANNEL = 'Insider risk alerts';
const ANSWER_WITHIN_MS = 20_000;
const POLL_MS = 200;

const sent = z.object({ id: z.string(), threadId: z.string() });
const conversation = z.looseObject({ threads: z.array(z.looseObject({ replies: z.array(z.unknown()).default([]) })) });

async function call(address: string, body?: unknown): Promise<unknown> {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`the Teams page answered ${response.status} to ${new URL(address).pathname}`);
  return response.json();
}

/** Resolves once the bot has answered the administrator in the channel. */
export async function subscribeDemoChannel(emulatorUrl: string, tenant: Tenant): Promise<{ channelId: string }> {
  const admin = tenant.people.find((person) => person.roles.includes('admin'));
  const channel = tenant.team.channels.find(({ name }) => name === DEMO_CHANNEL);
  if (!admin || !channel) throw new Error(`the seed has no administrator or no channel "${DEMO_CHANNEL}"`);
  const api = `${emulatorUrl}/teams/api`;
  await call(`${api}/install`, { as: admin.id, scope: 'team', channelId: channel.id });
  const before = await repliesIn(api, admin.id, channel.id);
  const said = { as: admin.id, conversationId: channel.id, text: 'subscribe this channel', mentionBot: true };
  sent.parse(await call(`${api}/messages`, said));
  const deadline = Date.now() + ANSWER_WITHIN_MS;
  while ((await repliesIn(api, admin.id, channel.id)) <= before) {
    if (Date.now() > deadline) throw new Error('the bot did not answer the administrator');
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return { channelId: channel.id };
}

async function repliesIn(api: string, as: string, channelId: string): Promise<number> {
  const address = `${api}/conversations/${encodeURIComponent(channelId)}?as=${encodeURIComponent(as)}`;
  const { threads } = conversation.parse(await call(address));
  return threads.reduce((count, thread) => count + thread.replies.length, 0);
}
