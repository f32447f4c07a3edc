// One keeper for each promise that the store keeps, all made from one context.
import type { AlertLog } from '../ports/alert-log';
import type { AskedBook } from '../ports/asked-book';
import type { AuditTrail } from '../ports/audit-trail';
import type { CardBook } from '../ports/card-book';
import type { CardOutbox } from '../ports/card-outbox';
import type { ChannelSafetyBook } from '../ports/channel-safety-book';
import type { ClickLog } from '../ports/click-log';
import type { ConversationBook } from '../ports/conversation-book';
import type { Leases } from '../ports/lease';
import type { OpenForms } from '../ports/open-forms';
import type { PeopleBook } from '../ports/people-book';
import type { SafetyNotices } from '../ports/safety-notices';
import { SqlAlertLog } from './sql-alert-log';
import { SqlAskedBook } from './sql-asked-book';
import { SqlAuditTrail } from './sql-audit-trail';
import { SqlCardBook } from './sql-card-book';
import { SqlCardOutbox } from './sql-card-outbox';
import { SqlChannelSafetyBook } from './sql-channel-safety-book';
import { SqlClickLog } from './sql-click-log';
import { SqlConversationBook } from './sql-conversation-book';
import { SqlLeases } from './sql-leases';
import { SqlOpenForms } from './sql-open-forms';
import { SqlPeopleBook } from './sql-people-book';
import { SqlSafetyNotices } from './sql-safety-notices';
import type { StoreContext } from './store-context';

export interface Keepers {
  alertLog: AlertLog;
  peopleBook: PeopleBook;
  cardOutbox: CardOutbox;
  cardBook: CardBook;
  conversationBook: ConversationBook;
  clickLog: ClickLog;
  auditTrail: AuditTrail;
  leases: Leases;
  openForms: OpenForms;
  askedBook: AskedBook;
  channelSafetyBook: ChannelSafetyBook;
  safetyNotices: SafetyNotices;
}

export function keepersOf(context: StoreContext): Keepers {
  return {
    alertLog: new SqlAlertLog(context),
    peopleBook: new SqlPeopleBook(context),
    cardOutbox: new SqlCardOutbox(context),
    cardBook: new SqlCardBook(context),
    conversationBook: new SqlConversationBook(context),
    clickLog: new SqlClickLog(context),
    auditTrail: new SqlAuditTrail(context),
    leases: new SqlLeases(context),
    openForms: new SqlOpenForms(context),
    askedBook: new SqlAskedBook(context),
    channelSafetyBook: new SqlChannelSafetyBook(context),
    safetyNotices: new SqlSafetyNotices(context),
  };
}
