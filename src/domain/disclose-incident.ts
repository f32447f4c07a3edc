// The only place that decides what of an incident may be shown. Its display name is left in Graph, since it may name people.
import type { Severity } from './alert';
import type { IncidentStatus, Window } from './command';
import { channelView, type ChannelView } from './disclosure';
import type { Instant } from './instant';
import type { StoredAlert } from './stored-alert';

declare const disclosed: unique symbol;

/** What is read of an incident, its alerts apart. */
export interface IncidentFacts {
  /** As Graph gave it. */
  id: string;
  status: IncidentStatus | null;
  severity: Severity | null;
  created: Instant | null;
  lastUpdate: Instant | null;
}

export interface IncidentView {
  readonly [disclosed]: 'incident';
  /** Digits; null when Graph gave anything else. */
  readonly id: string | null;
  readonly status: IncidentStatus | null;
  readonly severity: Severity | null;
  readonly created: Instant | null;
  readonly lastUpdate: Instant | null;
  /** The insider risk alerts among its alerts. */
  readonly alerts: readonly ChannelView[];
  /** Its alerts of other products, which are counted and no more; 0 where nobody counted them. */
  readonly alertsElsewhere: number;
}

export interface IncidentsAsked {
  /** Empty: every status. */
  readonly status: readonly IncidentStatus[];
  /** Empty: every severity. */
  readonly severity: readonly Severity[];
  readonly window: Window | null;
  /** Incidents that alerts name and that were not looked up; absent when all were. */
  readonly notRead?: number;
}

export interface IncidentListView {
  readonly [disclosed]: 'incidentList';
  /** Of the page alone. */
  readonly incidents: readonly IncidentView[];
  /** On all pages. */
  readonly total: number;
  /** Place of the first row, from 1. */
  readonly from: number;
  readonly asked: IncidentsAsked;
  /** IANA zone in which the window is said. */
  readonly timeZone: string;
}

const INCIDENT_ID = /^\d{1,20}$/;

export function incidentView(
  facts: IncidentFacts,
  alerts: readonly StoredAlert[],
  alertsElsewhere: number,
): IncidentView {
  const view: Omit<IncidentView, typeof disclosed> = {
    id: INCIDENT_ID.test(facts.id) ? facts.id : null,
    status: facts.status,
    severity: facts.severity,
    created: facts.created,
    lastUpdate: facts.lastUpdate,
    alerts: alerts.map(channelView),
    alertsElsewhere,
  };
  return view as IncidentView;
}

export type IncidentPage = Omit<IncidentListView, 'incidents' | typeof disclosed>;

export function incidentListView(incidents: readonly IncidentView[], page: IncidentPage): IncidentListView {
  const view: Omit<IncidentListView, typeof disclosed> = { ...page, incidents };
  return view as IncidentListView;
}
