// A person's message to the bot, in a channel thread or in their own chat with it.
import { botMri, clientInfo, deviceKeys, envelope } from './activity-envelope';
import type { Activity, ActivityScene } from './activity-envelope';
import { messageTimestamp } from './activity-instants';

/** What was typed, without the mention; the mention always stands first. */
export interface TypedMessage {
  text: string;
  mentionsBot: boolean;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function htmlOf(scene: ActivityScene, typed: TypedMessage): string {
  const words = escapeHtml(typed.text).replaceAll('\n', '<br>');
  if (!typed.mentionsBot) return `<p>${words}</p>`;
  const name = escapeHtml(scene.tenant.bot.name);
  const span = `<span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">${name}</span>`;
  return `<p>${span}&nbsp;${words}</p>`;
}

function mentionOf(scene: ActivityScene): Activity {
  const { name } = scene.tenant.bot;
  return { mentioned: { id: botMri(scene.tenant), name }, text: `<at>${name}</at>`, type: 'mention' };
}

function channelDataOf(scene: ActivityScene): Activity {
  const tenant = { id: scene.tenant.tenantId };
  if (scene.place.kind === 'personal') return { tenant };
  const channelId = scene.place.channel.id;
  const teamId = scene.tenant.team.id;
  return { teamsChannelId: channelId, teamsTeamId: teamId, channel: { id: channelId }, team: { id: teamId }, tenant };
}

/**
 * The `message` activity for `typed`. In a channel it carries Teams' HTML attachment and, when the bot is
 * mentioned, the mention entity; the conversation id always names the thread, of a root post its own.
 */
export function messageActivity(scene: ActivityScene, typed: TypedMessage): Activity {
  const inChannel = scene.place.kind === 'channel';
  const mentions = typed.mentionsBot ? [mentionOf(scene)] : [];
  return {
    type: 'message',
    text: typed.mentionsBot ? `<at>${scene.tenant.bot.name}</at> ${typed.text}` : typed.text,
    textFormat: 'plain',
    ...(inChannel && { attachments: [{ contentType: 'text/html', content: htmlOf(scene, typed) }] }),
    timestamp: messageTimestamp(scene.now),
    ...envelope(scene, { withSenderName: true, withChannelName: false }),
    entities: [...mentions, clientInfo(scene.device)],
    channelData: channelDataOf(scene),
    ...deviceKeys(scene),
  };
}
