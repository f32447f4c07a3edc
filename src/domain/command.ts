// The closed vocabulary of what people may ask, however they say it. Slots a sentence does not name are absent.
import type { AlertStatus, Classification, Determination, Severity } from './alert';
import type { Change } from './triage-rules';

/** The bot's short number as text, a Graph alert id, or `this`. */
export type AlertReference = string;

/** UTC instants of second precision (`2026-03-02T00:00:00Z`), the end exclusive. */
export interface Window {
  from: string;
  to: string;
}

export const HUNTING_ACTIVITIES = [
  'exfiltration',
  'upload',
  'download',
  'removableMedia',
  'print',
  'sharing',
  'labelChange',
  'deletion',
  'archive',
  'clipboard',
  'ai',
  'browsing',
  'access',
] as const;
export type HuntingActivity = (typeof HUNTING_ACTIVITIES)[number];

export const DLP_OUTCOMES = ['audit', 'warn', 'bypass', 'block', 'allow'] as const;
export type DlpOutcome = (typeof DLP_OUTCOMES)[number];

export const HUNTING_GROUPS = [
  'account',
  'domain',
  'day',
  'department',
  'device',
  'label',
  'activity',
  'application',
  'policy',
  'severity',
] as const;
export type HuntingGroup = (typeof HUNTING_GROUPS)[number];

export const INCIDENT_STATUSES = ['active', 'inProgress', 'resolved'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

export const ALERT_SORTS = ['newest', 'oldest', 'severity'] as const;
export type AlertSort = (typeof ALERT_SORTS)[number];

/** What a hunting summary is narrowed and arranged by. `label`, `device` and the like as written. */
export interface HuntingSlots {
  activity?: HuntingActivity;
  /** Host name in lower case. */
  targetDomain?: string;
  label?: string;
  /** UPN, name or alias (`Person K7F2`) as written. */
  account?: string;
  department?: string;
  device?: string;
  sensitiveInfoType?: string;
  dlpOutcome?: DlpOutcome;
  alert?: AlertReference;
  anomalousOnly?: boolean;
  groupBy?: HuntingGroup;
  top?: number;
  compare?: boolean;
  window?: Window;
}

export interface ListSlots {
  status?: AlertStatus[];
  severity?: Severity[];
  /** `me`, `none`, or a UPN or name as written. */
  assignee?: string;
  account?: string;
  policy?: string;
  window?: Window;
  sort?: AlertSort;
  top?: number;
}

export interface IncidentSlots {
  status?: IncidentStatus[];
  severity?: Severity[];
  window?: Window;
  top?: number;
}

export interface ChangeSlots {
  alert: AlertReference;
  change: Change['kind'];
  classification?: Classification;
  determination?: Determination;
  assignee?: string;
  comment?: string;
}

export interface TriageSlots {
  window?: Window;
  groupBy?: 'policy' | 'severity';
}

export const NAMED_PERIODS = ['today', 'yesterday', 'thisWeek', 'lastWeek', 'thisMonth', 'lastMonth'] as const;
export const PERIOD_UNITS = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;

/** Resolved anew at each run of a schedule, in the schedule's zone. */
export type Period = (typeof NAMED_PERIODS)[number] | { last: number; unit: (typeof PERIOD_UNITS)[number] };

type WithPeriod<Slots> = Omit<Slots, 'window'> & { period?: Period };

export type ScheduledReport =
  | ({ command: 'summarizeHunting' } & WithPeriod<HuntingSlots>)
  | ({ command: 'reportTriage' } & WithPeriod<TriageSlots>)
  | ({ command: 'listAlerts' } & WithPeriod<ListSlots>);

export type Command =
  | { command: 'help' }
  | { command: 'whoAmI' }
  | ({ command: 'listAlerts' } & ListSlots)
  | { command: 'showAlert'; alert: AlertReference }
  | ({ command: 'changeAlert' } & ChangeSlots)
  | ({ command: 'summarizeHunting' } & HuntingSlots)
  | ({ command: 'listIncidents' } & IncidentSlots)
  | { command: 'showIncident'; incident: string }
  | ({ command: 'reportTriage' } & TriageSlots)
  | { command: 'subscribeChannel'; severity?: Severity[]; policy?: string }
  | { command: 'unsubscribeChannel' }
  | { command: 'listSubscriptions' }
  /** Five fields in figures, in the asker's zone. */
  | { command: 'scheduleReport'; report: ScheduledReport; cron: string }
  | { command: 'checkSetup' }
  | { command: 'unknown' };

export type CommandName = Command['command'];
