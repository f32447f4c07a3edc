// The only place that makes a page of a list of alerts. A list holds what everyone in a channel may see, whoever asked.
import type { AlertStatus, Severity } from './alert';
import type { AlertSort, Window } from './command';
import { channelView, type ChannelView } from './disclosure';
import type { StoredAlert } from './stored-alert';
import type { Untrusted } from './untrusted';

declare const disclosed: unique symbol;

/** Rows of one page. */
export const LIST_PAGE = 10;

/** The filters as they were read. Whoever may not be named stands as an alias already. */
export interface ListAsked {
  /** Empty: every status. */
  readonly status: readonly AlertStatus[];
  /** Empty: every severity. */
  readonly severity: readonly Severity[];
  readonly assignee: 'me' | 'none' | Untrusted | null;
  readonly account: Untrusted | null;
  readonly policy: Untrusted | null;
  readonly window: Window | null;
  /** Null: not named, so the newest stand first. */
  readonly sort: AlertSort | null;
}

export interface AlertListView {
  readonly [disclosed]: 'alertList';
  /** At most `LIST_PAGE`, in the order asked for. */
  readonly alerts: readonly ChannelView[];
  /** On all pages. */
  readonly total: number;
  /** Place of the first row, from 1. */
  readonly from: number;
  readonly asked: ListAsked;
  /** IANA zone in which the window is said. */
  readonly timeZone: string;
}

export type ListPage = Omit<AlertListView, 'alerts' | typeof disclosed>;

/** `alerts` are those of the page alone; more than a page are left out. */
export function alertListView(alerts: readonly StoredAlert[], page: ListPage): AlertListView {
  const view: Omit<AlertListView, typeof disclosed> = { ...page, alerts: alerts.slice(0, LIST_PAGE).map(channelView) };
  return view as AlertListView;
}
