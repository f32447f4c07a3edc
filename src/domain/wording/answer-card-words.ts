// The fixed words of the cards that answer a command: headings, captions and remarks.
import type { HuntingGroup } from '../command';
import type { ButtonWords } from './card-words';
import { figureWords } from './figure-words';
import { GROUP_WORDS } from './hunting-words';

/** What a notification preview says of each kind: nothing of whom, nothing of how many. */
export const ANSWER_HEADINGS = {
  hunting: 'Hunting answer',
  alerts: 'Alert list',
  incidents: 'Incident list',
  incident: 'Incident',
} as const;

export const READING = { label: 'How this was read: ' } as const;

export const QUERY = {
  title: 'The KQL that ran',
  button: 'Query',
  tooltip: 'Shows or hides the KQL that gave these figures.',
  left: (lines: number) => `${figureWords(lines, 'more line', 'more lines')}, not shown here.`,
  tooLong: 'The KQL is too long to be shown here.',
} as const;

export const OPEN_QUERY: ButtonWords = {
  title: 'Open in Defender',
  tooltip: 'Opens the query in advanced hunting in your browser.',
};

export const TILES = { files: ['file', 'files'], people: ['person', 'people'] } as const;

export const NOT_IN_DATA = 'not given';

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** `Domain`: the head of the first column of a ranking. */
export const groupHead = (group: HuntingGroup) => capitalised(GROUP_WORDS[group].one);

/** `Domains, ranked by files`. */
export const rankingTitle = (group: HuntingGroup, measure: string) =>
  `${capitalised(GROUP_WORDS[group].many)}, ranked by ${measure}`;

/** `Files by domain`. */
export const chartTitle = (measure: string, group: HuntingGroup) =>
  `${capitalised(measure)} by ${GROUP_WORDS[group].one}`;

/** `12 more domains, not shown here.` */
export const moreRows = (count: number, group: HuntingGroup) =>
  `${figureWords(count, `more ${GROUP_WORDS[group].one}`, `more ${GROUP_WORDS[group].many}`)}, not shown here.`;

export const earlierDays = (count: number) => `${figureWords(count, 'earlier day', 'earlier days')}, not shown here.`;

/** Shown while the search runs; Graph itself gives up after this long. */
export const HUNT_MINUTES_MAX = 3;

export const LOOKING = {
  atDefault: (length: string, window: string) => `Looking at the last ${length}: ${window}.`,
  at: (window: string) => `Looking at ${window}.`,
  patience: `This can take up to ${HUNT_MINUTES_MAX} minutes.`,
} as const;

export const LIST = {
  noOwner: 'no owner',
  show: (number: number) => ({ title: `Show alert ${number}`, tooltip: `Posts the card of alert ${number} here.` }),
  showIncident: (id: string) => ({
    title: `Show incident ${id}`,
    tooltip: `Shows you incident ${id} with its alerts.`,
  }),
  next: (count: number) => ({ title: `Next ${count}`, tooltip: 'Shows you the next page of this list.' }),
  previous: (count: number) => ({ title: `Previous ${count}`, tooltip: 'Shows you the page before this one.' }),
  hint: (number: number) => `Press a row, or type “show ${number}”, to see that alert’s own card.`,
  incidentHint: (id: string) => `Press a row, or type “show incident ${id}”, to see its alerts.`,
  moreAlerts: (count: number) => `${figureWords(count, 'more alert', 'more alerts')}, not shown here.`,
} as const;

export const INCIDENT = {
  created: 'Created',
  updated: 'Last updated',
  status: 'Status',
  severity: 'Severity',
  numbered: (id: string | null) => (id === null ? 'An incident without a number' : `Incident ${id}`),
  alerts: (count: number) => figureWords(count, 'insider risk alert', 'insider risk alerts'),
  elsewhere: (count: number) =>
    `${figureWords(count, 'alert', 'alerts')} of other products ${count === 1 ? 'stands' : 'stand'} in Defender alone.`,
  empty: 'This incident holds no alerts.',
  noneOfOurs: 'None of its alerts is an insider risk alert.',
} as const;
