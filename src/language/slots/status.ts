// States of alerts and incidents. "open" is a state where no alert is named to be opened.
import { ALERT_STATUSES, type AlertStatus } from '../../domain/alert';
import { INCIDENT_STATUSES, type IncidentStatus } from '../../domain/command';
import type { Sentence } from '../sentence/sentence';

const OPEN: readonly AlertStatus[] = ['new', 'inProgress'];
const INCIDENT_WORDS: Readonly<Record<AlertStatus | 'open' | 'active', readonly IncidentStatus[]>> = {
  new: ['active'],
  active: ['active'],
  open: ['active', 'inProgress'],
  inProgress: ['inProgress'],
  resolved: ['resolved'],
};

/** "new" beside time words names the time alone, unless it is named as a status. */
function takeNew(sentence: Sentence): boolean {
  const isNamed = sentence.takeAll('status', 'newNamed') > 0;
  const places = sentence.find('status', 'new');
  const isListed = places.some((at) => isBesideStatus(sentence, at));
  const isValue = places.some((at) => followsStatusWord(sentence, at));
  const count = sentence.takeAll('status', 'new');
  return isNamed || (count > 0 && (isValue || isListed || !sentence.has('time')));
}

function followsStatusWord(sentence: Sentence, at: number): boolean {
  const before = sentence.is(at - 1, 'mark', ':', '=') || sentence.is(at - 1, 'word', 'is', 'as') ? at - 2 : at - 1;
  return sentence.is(before, 'word', 'status', 'state');
}

/** "new and in progress": one of several states, so a state. */
function isBesideStatus(sentence: Sentence, at: number): boolean {
  const joint = (place: number) => sentence.is(place, 'word', 'and', 'or') || sentence.is(place, 'mark', ',', '/');
  const isState = (place: number) => sentence.is(place, 'status') || sentence.is(place, 'word', 'open');
  return (joint(at + 1) && isState(at + 2)) || (joint(at - 1) && isState(at - 2));
}

function takeOpen(sentence: Sentence): boolean {
  return sentence.takeAll('status', 'open', 'active') + sentence.takeAll('word', 'open') > 0;
}

/** In the contract's order; undefined where none is named. */
export function takeStatuses(sentence: Sentence): AlertStatus[] | undefined {
  const named = new Set<AlertStatus>();
  if (takeNew(sentence)) named.add('new');
  for (const status of ['inProgress', 'resolved'] as const) {
    if (sentence.takeAll('status', status) > 0) named.add(status);
  }
  if (takeOpen(sentence)) for (const status of OPEN) named.add(status);
  return named.size === 0 ? undefined : ALERT_STATUSES.filter((status) => named.has(status));
}

export function takeIncidentStatuses(sentence: Sentence): IncidentStatus[] | undefined {
  const named = new Set<IncidentStatus>();
  const add = (word: keyof typeof INCIDENT_WORDS) => INCIDENT_WORDS[word].forEach((status) => named.add(status));
  if (takeNew(sentence)) add('new');
  if (sentence.takeAll('status', 'active') > 0) add('active');
  if (takeOpen(sentence)) add('open');
  for (const status of ['inProgress', 'resolved'] as const) if (sentence.takeAll('status', status) > 0) add(status);
  return named.size === 0 ? undefined : INCIDENT_STATUSES.filter((status) => named.has(status));
}
