// All the promises of the store in memory, seeing each other's effects as the real ones do.
import type { Keepers } from '../../src/store/keepers';
import { FakeAlertDetailsBook } from './fake-alert-details-book';
import { FakeAlertLog } from './fake-alert-log';
import { FakeAskedBook } from './fake-asked-book';
import { FakeAuditTrail } from './fake-audit-trail';
import { FakeCardBook } from './fake-card-book';
import { FakeCardOutbox } from './fake-card-outbox';
import { FakeChangeRecord } from './fake-change-record';
import { FakeChannelSafetyBook, FakeSafetyNotices } from './fake-channel-safety';
import { FakeClickLog } from './fake-click-log';
import { FakeConversationBook } from './fake-conversation-book';
import { FakeHuntLog } from './fake-hunt-log';
import { FakeLeases } from './fake-leases';
import { FakeOpenForms } from './fake-open-forms';
import { FakePeopleBook } from './fake-people-book';
import { FakeRetention } from './fake-retention';
import { FakeRevealBook } from './fake-reveal-book';
import { FakeState } from './fake-state';

export interface FakeStoreOptions {
  tenantId?: string;
  holder?: string;
  leaseMs?: number;
  resendAfterMs?: number;
  now?: () => number;
}

export interface FakeStore extends Keepers {
  askedBook: FakeAskedBook;
  huntLog: FakeHuntLog;
  auditTrail: FakeAuditTrail;
  retention: FakeRetention;
  state: FakeState;
  /** The outbox as another process sees it. */
  outboxOf(holder: string): FakeCardOutbox;
}

export function createFakeStore(options: FakeStoreOptions = {}): FakeStore {
  const { holder = 'this process', leaseMs = 30_000, resendAfterMs = 120_000, now = Date.now } = options;
  const state = new FakeState(now);
  const peopleBook = new FakePeopleBook(state);
  const alertLog = new FakeAlertLog(state, peopleBook, options.tenantId ?? 'a tenant');
  const auditTrail = new FakeAuditTrail();
  const clickLog = new FakeClickLog();
  const askedBook = new FakeAskedBook();
  const outboxOf = (of: string) => new FakeCardOutbox(state, { holder: of, leaseMs, resendAfterMs });
  return {
    state,
    peopleBook,
    alertLog,
    alertDetails: new FakeAlertDetailsBook(state),
    outboxOf,
    cardOutbox: outboxOf(holder),
    cardBook: new FakeCardBook(state, alertLog),
    cardRedraws: { request: async (numbers) => numbers.forEach((number) => alertLog.redrawAll(number)) },
    conversationBook: new FakeConversationBook(state),
    clickLog,
    changeRecord: new FakeChangeRecord({ auditTrail, clickLog, askedBook }),
    auditTrail,
    leases: new FakeLeases(state),
    openForms: new FakeOpenForms(state),
    revealBook: new FakeRevealBook(state, alertLog),
    retention: new FakeRetention(state, alertLog),
    expiryBook: askedBook,
    askedBook,
    huntLog: new FakeHuntLog(auditTrail, holder),
    channelSafetyBook: new FakeChannelSafetyBook(state),
    safetyNotices: new FakeSafetyNotices(state),
  };
}
