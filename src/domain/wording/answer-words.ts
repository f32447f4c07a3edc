// What the bot says to typed commands and on arrival. These are sent as text messages, which Teams reads as markdown:
// outside text goes through `toMessageText`, and the only markdown of our own is the plain list.
import type { Severity } from '../alert';
import type { Saying, SayingCode, Trouble } from '../saying';
import { toMessageText, type Untrusted } from '../untrusted';
import { countWords, severityWords } from './alert-words';
import { becameUnsafeWords, neutralWords } from './channel-safety-words';
import { huntingFailureWords } from './hunting-failure-words';
import { stateWords, type REFUSAL_WORDS, type WordsFor } from './refusal-words';
import { ownRolesWords } from './own-role-words';
import { listWords } from './role-words';
import { instantWords } from './time-words';

type Place = Extract<Saying, { code: 'help' }>['place'];

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['open high alerts', 'lists alerts'],
  ['show 1042', 'posts the card of alert 1042 here'],
  ['open incidents', 'lists incidents'],
  ['how many files went to Dropbox yesterday', 'counts in the hunting data'],
  ['who copied files to USB this week', 'counts by person, under aliases in a channel'],
  ['resolve 1042 as false positive, not malicious', 'asks you to confirm, then resolves it'],
  ['comment on 1042: spoke with the manager', 'asks you to confirm, then adds the comment'],
  ['subscribe this channel', 'posts every new alert here (admins, in a channel)'],
  ['send high alerts to this channel', 'posts high alerts alone (admins, in a channel)'],
  ['unsubscribe', 'ends the subscription of this channel (admins)'],
  ['list subscriptions', 'shows what this channel gets (admins)'],
  ['who am I', 'shows your roles and what they allow'],
  ['help', 'shows this list'],
];

function help({ place }: { place: Place }): string {
  const how = place === 'channel' ? 'Mention me and type one of these:' : 'Type one of these:';
  const lines = EXAMPLES.map(([example, effect]) => `- “${example}” ${effect}`);
  return `${how}\n\n${lines.join('\n')}\n\nNothing is changed by text alone: a change is made once somebody presses a button for it.`;
}

const PROMISE =
  'Channels see severity, status, times, counts and an alias for the person concerned. Names, titles, files and devices are never shown there.';

function welcome({ place }: { place: Place }): string {
  const what = 'I bring insider risk alerts from Microsoft Defender to Teams and keep their cards up to date.';
  const next =
    place === 'channel'
      ? 'Nothing is posted here until an admin of this bot mentions me and types “subscribe this channel”.'
      : 'Alerts are posted in channels, after an admin of this bot types “subscribe this channel” there.';
  return [what, PROMISE, next, 'Type “help” to see what you can ask.'].join('\n\n');
}

/** `all insider risk alerts`, `high and medium insider risk alerts about “…”`. */
function filterWords(severity: readonly Severity[], policy: Untrusted | null): string {
  const which = severity.length === 0 ? 'all' : listWords(severity.map((each) => severityWords(each).toLowerCase()));
  const about = policy === null ? '' : ` of the policy “${toMessageText(policy)}”`;
  return `${which} insider risk alerts${about}`;
}

function openWords(open: number): string {
  if (open === 0) return 'None is open now.';
  return open === 1 ? 'The one that is open now follows as a list.' : `The ${open} that are open now follow as a list.`;
}

function subscribed(saying: Extract<Saying, { code: 'subscribed' }>): string {
  const { severity, policy, open, alreadyResolved, neutralFor = [] } = saying;
  const resolved = alreadyResolved === 0 ? '' : ` ${countWords(alreadyResolved, 'alert')} came already resolved.`;
  const neutral = neutralFor.length === 0 ? '' : ` ${neutralWords(neutralFor)}`;
  return `This channel now gets ${filterWords(severity, policy)}. ${openWords(open)}${resolved}${neutral}`;
}

function subscriptions({ here, total }: Extract<Saying, { code: 'subscriptions' }>): string {
  const mine = here === null ? 'nothing' : filterWords(here.severity, here.policy);
  const all = total === 1 ? '1 channel is subscribed' : `${total} channels are subscribed`;
  return `This conversation gets ${mine}. ${all} in all.`;
}

function alertHere({ number, status, owner }: Extract<Saying, { code: 'alertHere' }>): string {
  return `The card of alert ${number} is already here: ${stateWords(status, owner)}.`;
}

function alertReduced({ number, at, afterDays }: Extract<Saying, { code: 'alertReduced' }>): string {
  const when = `on ${instantWords(at)} after ${countWords(afterDays, 'day')}`;
  return `Alert ${number} is resolved. Its details were removed ${when}. Open it in Defender.`;
}

const TROUBLE_WORDS: Record<Trouble, string> = {
  channelRefused:
    'A subscribed channel refuses me: the app was removed or blocked there. Its cards wait, and go out once it is installed again.',
  cardUndeliverable: 'Teams refused a card in every size. The log names the alert; its state stands in Defender.',
  cardHeldBack:
    'An alert’s card waits: its own channel may not see it, and no fallback channel can take it. The alert stands in Defender.',
  looksFailing:
    'Microsoft Graph could not be read several times in a row. New alerts are late until it can; none is lost.',
  sourceRenamed:
    'Graph names insider risk alerts by another source than before. From now on I read every product’s alerts and pick them out.',
  auditUnwritable:
    'The audit cannot be written, so nobody can change an alert or see a name. Cards are posted as ever; the log has the cause.',
  auditNotAnchored:
    'The newest row of the audit could not be kept outside the store. Until it can, rows that are cut off may go unnoticed.',
};

type AnswerCode = Exclude<SayingCode, keyof typeof REFUSAL_WORDS>;

export const ANSWER_WORDS: WordsFor<AnswerCode> = {
  help,
  welcome,
  roles: ownRolesWords,
  subscribed,
  unsubscribed: () =>
    'This channel gets no more alerts. Cards that are here stay up to date, and their buttons keep working.',
  notSubscribed: () => 'This channel is not subscribed, so there was nothing to end.',
  subscribeInChannel: () =>
    'Alerts are sent to channels. Please mention me in the channel that shall get them and type “subscribe this channel”.',
  subscriptions,
  showWhereAlertsGo: () =>
    'An alert’s card can be shown in a channel that gets alerts, or in a chat with me alone. Nothing was posted.',
  alertUnknown: () => 'I know no alert with that number.',
  alertPosting: ({ number }) => `The card of alert ${number} is on its way.`,
  alertHere,
  alertReduced,
  answerComes: () => 'I am looking. The answer comes in this conversation.',
  huntInterrupted: () => 'I was restarted while I was looking, and have no answer to this question. Please ask again.',
  huntingFailed: ({ failure }) => huntingFailureWords(failure, toMessageText),
  auditHead: ({ seq, hash }) => `Audit anchor: row ${seq} has the hash ${hash}.`,
  channelBecameUnsafe: (saying) => becameUnsafeWords(saying, toMessageText),
  trouble: ({ trouble }) => TROUBLE_WORDS[trouble],
};
