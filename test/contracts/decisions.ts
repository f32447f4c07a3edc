// Decisions about alerts as the watcher would make them, and sends carried through to their end.
import type { Alert } from '../../src/domain/alert';
import { diffAlert } from '../../src/domain/alert-diff';
import { riskKindOf } from '../../src/domain/risk-kind';
import type { AlertDecision } from '../../src/ports/alert-log';
import type { ClaimedSend } from '../../src/ports/card-outbox';
import type { PostedMessage } from '../../src/ports/card-poster';
import { alertId, anAlert } from '../builders/alert';
import type { StoreUnderTest } from './store-under-test';

export const CHANNEL = '19:leavers@thread.tacv2';
export const OTHER_CHANNEL = '19:exfiltration@thread.tacv2';

export function decided(alert: Alert, overrides: Partial<AlertDecision> = {}): AlertDecision {
  return {
    alert,
    diff: diffAlert(null, alert),
    riskKind: riskKindOf(alert),
    backlog: false,
    lastChange: null,
    decidedAgainst: null,
    postTo: [CHANNEL],
    redraw: 'no',
    tellSeverityRise: false,
    ...overrides,
  };
}

/** What the watcher decides about a known alert that was read again. */
export function decidedAgain(before: Alert, after: Alert, overrides: Partial<AlertDecision> = {}): AlertDecision {
  const diff = diffAlert(before, after);
  return decided(after, {
    diff,
    decidedAgainst: before.contentHash,
    postTo: [],
    redraw: 'now',
    tellSeverityRise: diff.severityRose,
    ...overrides,
  });
}

/** Alert `seed`, committed with a card wanted in `CHANNEL`. */
export async function commitAlert(
  store: StoreUnderTest,
  seed: number,
  overrides: Partial<Alert> = {},
  decision: Partial<AlertDecision> = {},
): Promise<Alert> {
  const alert = anAlert({ id: alertId(seed), ...overrides });
  await store.alertLog.commit({ decisions: [decided(alert, decision)] });
  return alert;
}

export function messageNamed(name: string): PostedMessage {
  return { conversationId: `${CHANNEL};messageid=${name}`, activityId: name };
}

export async function claimed(store: StoreUnderTest, holder?: string): Promise<ClaimedSend> {
  const outbox = holder === undefined ? store.cardOutbox : store.outboxOf(holder);
  const send = await outbox.claim([], store.clock.now);
  if (send === null) throw new Error('nothing was due');
  return send;
}

/** Claims and marks the next send. `ref` is the card reference of a post. */
export async function underWay(store: StoreUnderTest, ref: string | null = null): Promise<ClaimedSend> {
  const send = await claimed(store);
  const marked = await store.cardOutbox.markSending(send, ref, store.clock.now);
  if (!marked) throw new Error('the claim was lost');
  return send;
}

/** The next send goes out and its answer comes: a post stands as `name` under the reference `ref`. */
export async function deliver(store: StoreUnderTest, ref: string | null, name = `of ${ref}`): Promise<ClaimedSend> {
  const send = await underWay(store, ref);
  const posted = send.kind === 'post' ? messageNamed(name) : null;
  await store.cardOutbox.settle(send, { is: 'sent', posted }, store.clock.now);
  return send;
}

/** An alert whose card stands under `ref`. */
export async function commitAndPost(store: StoreUnderTest, seed: number, ref: string): Promise<Alert> {
  const alert = await commitAlert(store, seed);
  await deliver(store, ref);
  return alert;
}

/** Every send that is due, in order, left claimed. */
export async function claimAll(store: StoreUnderTest): Promise<ClaimedSend[]> {
  const sends: ClaimedSend[] = [];
  for (let send = await store.cardOutbox.claim([], store.clock.now); send !== null;) {
    sends.push(send);
    send = await store.cardOutbox.claim([], store.clock.now);
  }
  return sends;
}
