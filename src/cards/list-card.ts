// Draws one page of a list of alerts or of incidents: what was asked for, the rows, and the way to further pages.
import type { IncidentListView, IncidentView } from '../domain/disclose-incident';
import type { AlertListView } from '../domain/disclose-list';
import { toTextRun, type Untrusted } from '../domain/untrusted';
import { ANSWER_HEADINGS, INCIDENT, LIST, READING } from '../domain/wording/answer-card-words';
import { NOT_GIVEN } from '../domain/wording/alert-words';
import * as listWords from '../domain/wording/list-words';
import { instantWords } from '../domain/wording/time-words';
import type { AdaptiveCard } from './adaptive-card';
import { alertRow } from './alert-row';
import { pagePresses, showIncidentPress } from './answer-buttons';
import { firstThatFits } from './card-size';
import { severityLook } from './severity-look';
import { cardTemplate, type CardData } from './template';
import { inOneLine, unbroken } from './unbroken';

const draw = cardTemplate(require('../../cards/list.json'));

/** Graphemes of names on a page, cut shorter rather than leaving rows out: the next page goes on after the last row. */
export const LIST_NAMES = [60, 24, 10] as const;

function listData(page: { from: number; total: number }, rows: readonly CardData[], reading: readonly string[]) {
  const place = listWords.placeWords(page.from, rows.length, page.total);
  return {
    places: place === null ? [] : [{ text: place }],
    facts: [],
    groups: rows.length === 0 ? [] : [{ titles: [], rows }],
    reading: [{ label: READING.label, text: `${reading.join('; ')}.` }],
  };
}

function alertListAt(view: AlertListView, cardRef: string, nameMax: number): AdaptiveCard {
  const show = (text: Untrusted) => toTextRun(text, nameMax);
  const { alerts, total, from, asked, timeZone } = view;
  const rows = alerts.map((alert) => alertRow(alert, cardRef, { names: nameMax, withPerson: true }));
  const [first] = alerts;
  return draw({
    summary: ANSWER_HEADINGS.alerts,
    heading: ANSWER_HEADINGS.alerts,
    lead: listWords.alertListLead(total, asked, timeZone, show),
    ...listData(view, rows, listWords.alertListReading(asked, timeZone, show)),
    remarks: first === undefined ? [] : [{ text: LIST.hint(first.number) }],
    presses: pagePresses({ from, shown: rows.length, total }, cardRef),
  });
}

/** One page of alerts; an empty list says what it was asked for. */
export function drawAlertList(view: AlertListView, cardRef: string): AdaptiveCard {
  const [longest, ...shorter] = LIST_NAMES;
  const at = (nameMax: number) => () => alertListAt(view, cardRef, nameMax);
  return firstThatFits([at(longest), ...shorter.map(at)]);
}

function incidentRow(incident: IncidentView, cardRef: string): CardData {
  const look = severityLook(incident.severity);
  const status = incident.status === null ? `status ${NOT_GIVEN}` : listWords.INCIDENT_STATUS[incident.status];
  const details = [
    status,
    `created ${instantWords(incident.created)}`,
    unbroken(INCIDENT.alerts(incident.alerts.length)),
  ];
  return {
    severity: look.word,
    colour: look.colour,
    name: ` ${INCIDENT.numbered(incident.id)}`,
    what: '',
    details: inOneLine(details),
    ...(incident.id === null ? {} : { press: showIncidentPress(incident.id, cardRef) }),
  };
}

export function drawIncidentList(view: IncidentListView, cardRef: string): AdaptiveCard {
  const { incidents, total, from, asked, timeZone } = view;
  const rows = incidents.map((incident) => incidentRow(incident, cardRef));
  const id = incidents.find((incident) => incident.id !== null)?.id ?? null;
  return draw({
    summary: ANSWER_HEADINGS.incidents,
    heading: ANSWER_HEADINGS.incidents,
    lead: listWords.incidentListLead(total, asked, timeZone),
    ...listData(view, rows, listWords.incidentListReading(asked, timeZone)),
    remarks: id === null ? [] : [{ text: LIST.incidentHint(id) }],
    presses: pagePresses({ from, shown: rows.length, total }, cardRef),
  });
}
