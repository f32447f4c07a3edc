// The fixed words of cards and forms: labels, buttons and what a press will do. Facts about an alert are in `alert-words`.
import type { ChangeKind } from '../triage-rules';

export interface ButtonWords {
  title: string;
  /** One sentence on what the press will do. */
  tooltip: string;
}

export const CHANGE_BUTTONS: Record<ChangeKind, ButtonWords> = {
  start: { title: 'Start', tooltip: 'Sets the status to In progress in Defender.' },
  assign: { title: 'Assign to me', tooltip: 'Makes you the owner of this alert in Defender.' },
  resolve: { title: 'Resolve…', tooltip: 'Opens a form. Nothing changes until you press Resolve there.' },
  reopen: { title: 'Reopen', tooltip: 'Sets the status back to In progress in Defender.' },
  comment: { title: 'Comment…', tooltip: 'Opens a form. The comment is added to the alert in Defender.' },
};

export const BUTTONS = {
  details: { title: 'Details', tooltip: 'Shows you alone what your role may see of this alert.' },
  updateDetails: { title: 'Update details', tooltip: 'Reads the alert again and shows it to you alone.' },
  openInDefender: { title: 'Open in Defender', tooltip: 'Opens this alert in Microsoft Defender in your browser.' },
  resolve: { title: 'Resolve', tooltip: 'Sets the alert to Resolved in Defender, classified as shown.' },
  back: { title: 'Back', tooltip: 'Goes back to the classification. Nothing is changed.' },
  cancel: { title: 'Cancel', tooltip: 'Closes the form. Nothing is changed.' },
  reveal: {
    title: 'Reveal names…',
    tooltip: 'Opens a form. Names are shown to you alone, after you give a reason, and it is recorded.',
  },
  showNames: {
    title: 'Show names',
    tooltip: 'Shows you alone the names in this alert for ten minutes. Your name and reason go into the audit.',
  },
  hideNames: { title: 'Hide names', tooltip: 'Replaces the names in your view by aliases again.' },
  addComment: { title: 'Add comment', tooltip: 'Adds the comment, with your name, to the alert in Defender.' },
} as const satisfies Record<string, ButtonWords>;

export const LABELS = {
  heading: 'Insider risk alert',
  riskKind: 'Kind of risk',
  person: 'About',
  status: 'Status',
  owner: 'Owner',
  noOwner: 'nobody yet',
  raised: 'Raised',
  activity: 'Activity',
  evidence: 'Evidence',
  classification: 'Classification',
  determination: 'Determination',
  lastChange: 'Last change',
  noChange: 'none seen yet',
  severity: 'Severity',
  details: 'Details',
  reveal: 'Reveal',
  said: 'What the alert says',
  title: 'Title',
  description: 'Description',
  people: 'People',
  files: 'Files',
  devices: 'Devices',
  places: 'Sites and apps',
  messages: 'Messages',
  incident: 'Incident',
  detectionSource: 'Detected by',
  techniques: 'Techniques',
  lastUpdated: 'Last updated',
  resolved: 'Resolved at',
  comments: 'Comments',
} as const;

export const NOTES = {
  possibleRepeat: 'This may be a repeat of an earlier post.',
  gone: 'No longer available in Defender.',
  named: (until: string) => `Names are shown to you alone until ${until}. The reveal is on record.`,
  revealed: (until: string) => `names were shown to an investigator until ${until}`,
  reduced: (at: string, after: string) => `Resolved. Details were removed on ${at} after ${after}. Open in Defender.`,
  moreItems: (count: number) => `and ${count} more`,
  textNotKept: 'no longer kept here; open the alert in Defender',
} as const;

export const RESOLVE_FORM = {
  heading: 'Resolve alert',
  question: 'What did the alert turn out to be?',
  determination: 'Determination',
  determinationHint: 'Choose one',
  determinationMissing: 'Choose a determination.',
  comment: 'Comment (optional)',
  commentHint: 'Added to the alert in Defender with your name',
} as const;

export const COMMENT_FORM = {
  heading: 'Comment on alert',
  input: 'Comment',
  hint: 'Added to the alert in Defender with your name',
  missing: 'Write a comment.',
} as const;

export const REVEAL_FORM = {
  heading: 'Reveal names in alert',
  input: 'Reason',
  hint: 'Why you need to know who this is. It goes into the audit with your name.',
  missing: 'Give a reason.',
} as const;

/** What a form says when it comes back; nothing was changed in any of these cases. */
export const MISSING = {
  classification: 'Choose a classification first. Nothing was changed.',
  determination: 'Choose a determination of this classification. Nothing was changed.',
  comment: 'The comment is empty. Nothing was added.',
  reason: 'The reason is too short. No names were shown.',
} as const;

export const DIGEST = {
  headingNone: 'No open insider risk alerts',
  headingOne: '1 open insider risk alert',
  headingMany: (count: number) => `${count} open insider risk alerts`,
  more: (count: number) => `${count} more, not listed here.`,
  hint: 'Type show and a number, for example “show 1042”, to post an alert’s own card.',
  alreadyResolvedOne: '1 alert was already resolved when it was first seen.',
  alreadyResolvedMany: (count: number) => `${count} alerts were already resolved when they were first seen.`,
} as const;

export const severityRoseWords = (number: number, severity: string) =>
  `Severity of alert ${number} rose to ${severity}.`;
