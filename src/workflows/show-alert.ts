// `show 1042`: the alert's own card in this conversation, or where it already stands.
import { channelView } from '../domain/disclosure';
import type { StoredAlert } from '../domain/stored-alert';
import type { Saying } from '../domain/saying';
import type { AlertLog } from '../ports/alert-log';
import type { CardBook } from '../ports/card-book';
import type { Clock } from '../ports/clock';
import type { ConversationBook } from '../ports/conversation-book';
import type { ChannelAudience } from './channel-audience';
import type { Place } from './click';

export interface ShowDeps {
  alertLog: AlertLog;
  cardBook: CardBook;
  conversationBook: ConversationBook;
  audience: Pick<ChannelAudience, 'members' | 'holdsSubject'>;
  clock: Clock;
  wake(): void;
}

const SHORT_NUMBER = /^\d{1,9}$/;

/** By short number or Graph id; null when the bot has not seen such an alert. */
export async function findAlert(alertLog: AlertLog, reference: string): Promise<StoredAlert | null> {
  if (SHORT_NUMBER.test(reference)) return alertLog.findByNumber(Number(reference));
  return (await alertLog.find([reference])).get(reference) ?? null;
}

/** In a channel only where alerts go anyway; a personal chat belongs to the asker, whose role is already checked. */
export async function showAlert(deps: ShowDeps, place: Place, alert: StoredAlert): Promise<Saying> {
  const { conversationBook, cardBook, audience, clock } = deps;
  const { kind, channel } = place;
  const subscriptions = await conversationBook.subscriptions();
  if (kind === 'channel' && !subscriptions.some((subscription) => subscription.channel === channel)) {
    return { code: 'showWhereAlertsGo' };
  }
  // Even a reply that names the number would tell its subject, who reads here.
  if (audience.holdsSubject(await audience.members(channel), alert.subject)) return { code: 'showWhereAlertsGo' };
  const { number, reduced } = alert;
  if (reduced !== null) return { code: 'alertReduced', number, ...reduced };
  const answer = await cardBook.requestPost(alert.number, channel, clock.now());
  deps.wake();
  return answer === 'queued'
    ? { code: 'alertPosting', number: alert.number }
    : { code: 'alertHere', number: alert.number, status: alert.status, owner: channelView(alert).owner };
}
