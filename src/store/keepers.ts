// One keeper for each promise that the store keeps, all made from one context.
import type { AlertDetailsBook } from '../ports/alert-details-book';
import type { AlertLog } from '../ports/alert-log';
import type { AskedBook } from '../ports/asked-book';
import type { AuditTrail } from '../ports/audit-trail';
import type { CardBook } from '../ports/card-book';
import type { CardOutbox } from '../ports/card-outbox';
import type { CardRedraws } from '../ports/card-redraws';
import type { ChangeRecord } from '../ports/change-record';
import type { ChannelSafetyBook } from '../ports/channel-safety-book';
import type { ClickLog } from '../ports/click-log';
import type { ConversationBook } from '../ports/conversation-book';
import type { ExpiryBook } from '../ports/expiry-book';
import type { HuntLog } from '../ports/hunt-log';
import type { Leases } from '../ports/lease';
import type { OpenForms } from '../ports/open-forms';
import type { Retention } from '../ports/retention';
import type { RevealBook } from '../ports/reveal-book';
import type { PeopleBook } from '../ports/people-book';
import { SqlRevealBook } from './sql-reveal-book';
import { SqlAlertDetailsBook } from './sql-alert-details-book';
import type { SafetyNotices } from '../ports/safety-notices';
import { SqlAlertLog } from './sql-alert-log';
import { SqlAskedBook } from './sql-asked-book';
import { SqlAuditTrail } from './sql-audit-trail';
import { SqlCardBook } from './sql-card-book';
import { SqlCardOutbox } from './sql-card-outbox';
import { SqlCardRedraws } from './sql-card-redraws';
import { SqlChangeRecord } from './sql-change-record';
import { SqlChannelSafetyBook } from './sql-channel-safety-book';
import { SqlClickLog } from './sql-click-log';
import { SqlConversationBook } from './sql-conversation-book';
import { SqlExpiryBook } from './sql-expiry-book';
import { SqlHuntLog } from './sql-hunt-log';
import { SqlLeases } from './sql-leases';
import { SqlOpenForms } from './sql-open-forms';
import { SqlRetention } from './sql-retention';
import { SqlPeopleBook } from './sql-people-book';
import { SqlSafetyNotices } from './sql-safety-notices';
import type { StoreContext } from './store-context';

export interface Keepers {
  alertLog: AlertLog;
  alertDetails: AlertDetailsBook;
  peopleBook: PeopleBook;
  cardOutbox: CardOutbox;
  cardBook: CardBook;
  cardRedraws: CardRedraws;
  conversationBook: ConversationBook;
  clickLog: ClickLog;
  changeRecord: ChangeRecord;
  auditTrail: AuditTrail;
  leases: Leases;
  openForms: OpenForms;
  askedBook: AskedBook;
  revealBook: RevealBook;
  retention: Retention;
  expiryBook: ExpiryBook;
  huntLog: HuntLog;
  channelSafetyBook: ChannelSafetyBook;
  safetyNotices: SafetyNotices;
}

export function keepersOf(context: StoreContext): Keepers {
  const auditTrail = new SqlAuditTrail(context);
  const clickLog = new SqlClickLog(context);
  const askedBook = new SqlAskedBook(context);
  return {
    alertLog: new SqlAlertLog(context),
    alertDetails: new SqlAlertDetailsBook(context),
    peopleBook: new SqlPeopleBook(context),
    cardOutbox: new SqlCardOutbox(context),
    cardBook: new SqlCardBook(context),
    cardRedraws: new SqlCardRedraws(context),
    conversationBook: new SqlConversationBook(context),
    clickLog,
    changeRecord: new SqlChangeRecord(context, { auditTrail, clickLog, askedBook }),
    auditTrail,
    leases: new SqlLeases(context),
    openForms: new SqlOpenForms(context),
    askedBook,
    revealBook: new SqlRevealBook(context),
    retention: new SqlRetention(context),
    expiryBook: new SqlExpiryBook(context),
    huntLog: new SqlHuntLog(context, auditTrail),
    channelSafetyBook: new SqlChannelSafetyBook(context),
    safetyNotices: new SqlSafetyNotices(context),
  };
}
