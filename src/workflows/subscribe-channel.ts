// Channels receive alerts after a person with the admin role said so there, and no longer after one said otherwise.
import type { UnsafeChannels } from '../domain/channel-safety';
import type { Command } from '../domain/command';
import type { Saying } from '../domain/saying';
import { kindOfPolicy } from '../domain/policy-kind';
import type { StoredAlert } from '../domain/stored-alert';
import { untrustedOrNull } from '../domain/untrusted';
import type { AlertLog } from '../ports/alert-log';
import type { CardBook } from '../ports/card-book';
import type { ConversationBook } from '../ports/conversation-book';
import type { Ask } from './ask';
import type { ChannelAudience } from './channel-audience';
import type { ChannelGuard } from './channel-guard';
import { refuse, type RefuseDeps } from './refuse';

/** A digest counts every open alert it lists; a tenant with more has other troubles than a card. */
export const DIGEST_ALERTS_MAX = 2_000;

export interface SubscribeDeps extends RefuseDeps {
  alertLog: AlertLog;
  cardBook: CardBook;
  conversationBook: ConversationBook;
  audience: Pick<ChannelAudience, 'members' | 'holdsSubject'>;
  guard: Pick<ChannelGuard, 'survey' | 'approve'>;
  unsafeChannels: UnsafeChannels;
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

function bareRefusal({ command, asker }: Ask) {
  return { action: command.command, actorObjectId: asker.objectId, alertNumber: null, cardRef: null };
}

/** On record before it takes effect; then one digest of what is open now, if anything is. */
export async function subscribeChannel(deps: SubscribeDeps, ask: Ask, command: Subscribe): Promise<Saying> {
  const { alertLog, conversationBook, cardBook, audience, clock, guard, unsafeChannels } = deps;
  const channel = ask.place.channel;
  const severity = command.severity ?? [];
  // First of all: where nobody knows who reads, nothing is begun.
  const survey = await guard.survey(channel);
  const { members, reasons } = survey;
  if (reasons.length > 0 && unsafeChannels === 'refuse') {
    await refuse(deps, { ...bareRefusal(ask), reason: 'channelUnsafe' });
    return { code: 'channelUnsafe', refused: 'subscription', reasons };
  }
  await audit(deps, ask);
  await guard.approve(channel, survey);
  await conversationBook.subscribe(
    channel,
    { severity, policy: command.policy ?? null },
    ask.asker.objectId,
    clock.now(),
  );
  // Of an alert the store keeps the kind of risk alone: by a policy's own name none is left out of this first list.
  const kind = kindOfPolicy(command.policy ?? '');
  // The answer's figures leave out what the digest leaves out: a difference would tell a member of an alert about them.
  const told = (alert: StoredAlert) =>
    (severity.length === 0 || severity.includes(alert.severity ?? 'high')) &&
    (kind === null || alert.riskKind === kind) &&
    !audience.holdsSubject(members, alert.subject);
  const listed = await alertLog.listForDigest(DIGEST_ALERTS_MAX);
  const open = listed.open.filter(told).map((alert) => alert.number);
  const alreadyResolved = listed.alreadyResolved.filter(told).length;
  if (open.length + alreadyResolved > 0) {
    await cardBook.requestDigest(channel, open, alreadyResolved, clock.now());
    deps.wake();
  }
  const policy = untrustedOrNull(command.policy);
  const neutral = reasons.length === 0 ? {} : { neutralFor: reasons };
  return { code: 'subscribed', severity, policy, open: open.length, alreadyResolved, ...neutral };
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
