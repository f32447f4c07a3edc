// Why a channel is no place for alerts, in words, and what follows from it.
import type { UnsafeReason } from '../channel-safety';
import type { Saying } from '../saying';
import type { Show } from '../untrusted';
import { listWords } from './role-words';

const REASON_WORDS: Record<UnsafeReason, string> = {
  guests: 'it has guests',
  otherTenants: 'it has members of another organisation',
  shared: 'it is shared with other teams',
  grown: 'it has many more members than when it was subscribed',
  rosterUnknown: 'I cannot tell who reads it',
};

const reasonWords = (reasons: readonly UnsafeReason[]) => listWords(reasons.map((reason) => REASON_WORDS[reason]));

const BARE = 'Cards here show no alias and no owner and have no buttons';

export function refusedChannelWords({ refused, reasons }: Extract<Saying, { code: 'channelUnsafe' }>): string {
  const why = reasonWords(reasons);
  return refused === 'subscription'
    ? `This channel cannot get alerts: ${why}. Nothing was changed. Please choose a channel where only people of your organisation read.`
    : `I answer no questions in this channel: ${why}. Nothing was changed. Please ask me in a chat with me alone.`;
}

export function neutralWords(reasons: readonly UnsafeReason[]): string {
  return `${BARE}, since this channel is not safe: ${reasonWords(reasons)}.`;
}

/** What was approved once and has only grown is approved by subscribing again. */
function wayOut(reasons: readonly UnsafeReason[]): string {
  return reasons.every((reason) => reason === 'grown')
    ? 'An admin who types “subscribe this channel” there approves its new size.'
    : 'As soon as that is over, it goes on by itself.';
}

export function becameUnsafeWords(
  { reader, channel, reasons, then }: Extract<Saying, { code: 'channelBecameUnsafe' }>,
  show: Show,
): string {
  const which = channel === null ? 'a channel' : `the channel “${show(channel)}”`;
  const whose = reader === 'subscriber' ? `${which} that you subscribed` : which;
  const what =
    then === 'refuse'
      ? `Posting alerts in ${whose} is paused: ${reasonWords(reasons)}. New cards wait or go to the fallback channel, and cards that stand there show less.`
      : `Cards in ${whose} show no alias and no owner and have no buttons from now on: ${reasonWords(reasons)}.`;
  return `${what} ${wayOut(reasons)}`;
}
