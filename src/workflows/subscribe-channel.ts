// Channels receive alerts after a person with the admin role said so there, and no longer after one said otherwise.
import type { Command } from '../domain/command';
import { isOpen } from '../domain/alert';
import type { Saying } from '../domain/saying';
import { untrustedOrNull } from '../domain/untrusted';
import type { AlertLog } from '../ports/alert-log';
import type { CardBook } from '../ports/card-book';
import type { Clock } from '../ports/clock';
import type { ConversationBook } from '../ports/conversation-book';
import type { AuditTrail } from '../ports/audit-trail';
import type { Ask } from './ask';

/** A digest counts every open alert it lists; a tenant with more has other troubles than a card. */
export const DIGEST_ALERTS_MAX = 2_000;

export interface SubscribeDeps {
  alertLog: AlertLog;
  cardBook: CardBook;
  conversationBook: ConversationBook;
  auditTrail: AuditTrail;
  clock: Clock;
  wake(): void;
}

type Subscribe = Extract<Command, { command: 'subscribeChannel' }>;

async function audit(deps: SubscribeDeps, ask: Ask): Promise<void> {
  await deps.auditTrail.append(
    {
      action: ask.command.command,
      outcome: 'applied',
      actorObjectId: ask.asker.objectId,
      alertNumber: null,
      cardRef: null,
      reason: null,
    },
    deps.clock.now(),
  );
}

/** On record before it takes effect; then one digest of what is open now, if anything is. */
export async function subscribeChannel(deps: SubscribeDeps, ask: Ask, command: Subscribe): Promise<Saying> {
  const { alertLog, conversationBook, cardBook, clock } = deps;
  const channel = ask.place.channel;
  const severity = command.severity ?? [];
  await audit(deps, ask);
  await conversationBook.subscribe(
    channel,
    { severity, policy: command.policy ?? null },
    ask.asker.objectId,
    clock.now(),
  );
  const open = (await alertLog.listOpen(DIGEST_ALERTS_MAX)).filter(
    (alert) => isOpen(alert.status) && (severity.length === 0 || severity.includes(alert.severity ?? 'high')),
  );
  if (open.length > 0) {
    await cardBook.requestDigest(
      channel,
      open.map((alert) => alert.number),
      0,
      clock.now(),
    );
    deps.wake();
  }
  const policy = untrustedOrNull(command.policy);
  return { code: 'subscribed', severity, policy, open: open.length, alreadyResolved: 0 };
}

/** On record before it takes effect, as above; where there is nothing to end, nothing is recorded. */
export async function unsubscribeChannel(deps: SubscribeDeps, ask: Ask): Promise<Saying> {
  const { conversationBook, clock } = deps;
  const { channel } = ask.place;
  const all = await conversationBook.subscriptions();
  if (!all.some((subscription) => subscription.channel === channel)) return { code: 'notSubscribed' };
  await audit(deps, ask);
  await conversationBook.subscribe(channel, null, ask.asker.objectId, clock.now());
  return { code: 'unsubscribed' };
}

export async function listSubscriptions(deps: SubscribeDeps, ask: Ask): Promise<Saying> {
  const all = await deps.conversationBook.subscriptions();
  const here = all.find((subscription) => subscription.channel === ask.place.channel) ?? null;
  return {
    code: 'subscriptions',
    here: here && { severity: here.severity, policy: untrustedOrNull(here.policy) },
    total: all.length,
  };
}
