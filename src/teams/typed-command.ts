// What a person typed to the bot, freed of what Teams puts around it. What it means is the sentence reader's business.
import type { InboundActivity } from './inbound-activity';
import { isGroupChat, placeOf } from './conversation-from-activity';

export const COMMAND_MAX_CHARS = 2_048;
const NO_BREAK_SPACE = /\u00a0|&nbsp;/g;

type Mention = NonNullable<InboundActivity['entities']>[number];

/** Mentions of the bot itself; others stay in the text. */
function ownMentions(activity: InboundActivity): Mention[] {
  const entities = activity.entities ?? [];
  return entities.filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === activity.recipient.id);
}

function withoutMentions(text: string, mentions: readonly Mention[]): string {
  return mentions.reduce((rest, mention) => (mention.text ? rest.split(mention.text).join(' ') : rest), text);
}

/**
 * The sentence without the bot's mention, at most `COMMAND_MAX_CHARS`; empty when there is the mention alone. Null when
 * the message is not for the bot: a channel message that does not mention it, a message without text, a group chat.
 */
export function typedCommand(activity: InboundActivity): string | null {
  if (typeof activity.text !== 'string' || activity.text.trim() === '' || isGroupChat(activity)) return null;
  const mentions = ownMentions(activity);
  if (placeOf(activity).kind === 'channel' && mentions.length === 0) return null;
  const text = withoutMentions(activity.text, mentions).replace(NO_BREAK_SPACE, ' ');
  return text.replace(/\s+/g, ' ').trim().slice(0, COMMAND_MAX_CHARS);
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The writer's IANA zone where the activity names a real one. */
export function timeZoneOf(activity: InboundActivity, defaultTimeZone: string): string {
  const named = [activity.localTimezone, ...(activity.entities ?? []).map((entity) => entity.timezone)];
  return named.find((zone) => typeof zone === 'string' && isTimeZone(zone)) ?? defaultTimeZone;
}
