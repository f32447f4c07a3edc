// The words for what a hunting question is about: activities, groups, outcomes of DLP and the known gaps of the data.
import type { DlpOutcome, HuntingActivity, HuntingGroup } from '../command';
import type { HuntingFollowUp, HuntingGap } from '../disclose-hunting';
import type { ButtonWords } from './card-words';

export interface ActivityWords {
  /** `54 files were …`. */
  done: string;
  /** `54 files were … mail.google.com`; null where the verb takes no place. */
  doneAt: string | null;
  /** `files blocked by DLP in …`. */
  noun: string;
  /** `12 … events`. */
  kind: string;
}

const ACTIVITIES: Record<HuntingActivity, ActivityWords> = {
  exfiltration: { done: 'sent out', doneAt: 'sent to', noun: 'exfiltration', kind: 'exfiltration' },
  upload: { done: 'uploaded', doneAt: 'uploaded to', noun: 'uploads', kind: 'upload' },
  download: { done: 'downloaded', doneAt: 'downloaded from', noun: 'downloads', kind: 'download' },
  removableMedia: {
    done: 'copied to removable media',
    doneAt: null,
    noun: 'copies to removable media',
    kind: 'removable media',
  },
  print: { done: 'printed', doneAt: null, noun: 'printing', kind: 'print' },
  sharing: { done: 'shared', doneAt: 'shared with', noun: 'sharing', kind: 'sharing' },
  labelChange: { done: 'relabelled', doneAt: null, noun: 'label changes', kind: 'label change' },
  deletion: { done: 'deleted', doneAt: null, noun: 'deletions', kind: 'deletion' },
  archive: { done: 'put into archives', doneAt: null, noun: 'archiving', kind: 'archive' },
  clipboard: { done: 'copied to the clipboard', doneAt: null, noun: 'copying to the clipboard', kind: 'clipboard' },
  ai: { done: 'used with AI', doneAt: null, noun: 'use of AI', kind: 'AI' },
  browsing: { done: 'involved in browsing', doneAt: 'involved in browsing', noun: 'browsing', kind: 'browsing' },
  access: { done: 'accessed', doneAt: 'accessed at', noun: 'access', kind: 'access' },
};

const ANY_ACTIVITY: ActivityWords = { done: 'handled', doneAt: null, noun: 'any activity', kind: '' };

export function activityWords(activity: HuntingActivity | null): ActivityWords {
  return activity === null ? ANY_ACTIVITY : ACTIVITIES[activity];
}

interface OutcomeWords {
  one: string;
  many: string;
  /** In the list of filters. */
  filter: string;
}

/** `54 files …`: what DLP did, since a blocked file was not sent. */
export const DLP_WORDS: Record<DlpOutcome, OutcomeWords> = {
  audit: { one: 'was audited by DLP', many: 'were audited by DLP', filter: 'audited' },
  warn: { one: 'met a DLP warning', many: 'met a DLP warning', filter: 'warned' },
  bypass: { one: 'passed DLP by an override', many: 'passed DLP by an override', filter: 'overridden' },
  block: { one: 'was blocked by DLP', many: 'were blocked by DLP', filter: 'blocked' },
  allow: { one: 'was allowed by DLP', many: 'were allowed by DLP', filter: 'allowed' },
};

export const GROUP_WORDS: Record<HuntingGroup, { one: string; many: string }> = {
  account: { one: 'person', many: 'people' },
  domain: { one: 'domain', many: 'domains' },
  day: { one: 'day', many: 'days' },
  department: { one: 'department', many: 'departments' },
  device: { one: 'device', many: 'devices' },
  label: { one: 'label', many: 'labels' },
  activity: { one: 'activity', many: 'activities' },
  application: { one: 'application', many: 'applications' },
  policy: { one: 'policy', many: 'policies' },
  severity: { one: 'severity', many: 'severities' },
};

export const GAP_WORDS: Record<HuntingGap, string> = {
  sharedDataOnly: 'Only what Insider Risk Management shares with Defender is counted.',
  windowCutTo30Days: 'Hunting reaches back 30 days, so what lies before was not searched.',
  mailNotShared: 'Mail is not part of the shared data.',
  aiPartlyShared: 'Use of AI is shared in part only.',
  domainColumnMissing:
    'This tenant’s data does not name one target domain for each event, so lists of domains were searched instead.',
  groupColumnMissing:
    'This tenant’s table does not give what is asked for by each, so that everything stands as “not given”.',
  behaviorsByDay:
    'A behaviour sums up one person’s calendar day, so the first and the last day of the window count as whole days.',
  deviceNamesMasked: 'Names of devices are masked here, since they may spell a person.',
  peopleUnknownLeftOut: 'Some events name no person. They count as files and events, not as people.',
};

export const FOLLOW_UP_BUTTONS: Record<HuntingFollowUp, ButtonWords> = {
  who: { title: 'Who', tooltip: 'Asks the same question again, by person.' },
  whereTo: { title: 'Where to', tooltip: 'Asks the same question again, by target domain.' },
  byDay: { title: 'By day', tooltip: 'Asks the same question again, day by day.' },
  compare: { title: 'Compare', tooltip: 'Asks the same question again, beside the period right before.' },
};
