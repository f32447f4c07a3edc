// Draws one incident with its insider risk alerts, those about one person together.
import type { ChannelView } from '../domain/disclosure';
import type { IncidentView } from '../domain/disclose-incident';
import { NOT_GIVEN, personWords, severityWords } from '../domain/wording/alert-words';
import { ANSWER_HEADINGS, INCIDENT, LIST } from '../domain/wording/answer-card-words';
import { INCIDENT_STATUS } from '../domain/wording/list-words';
import { instantWords } from '../domain/wording/time-words';
import type { AdaptiveCard, Fact } from './adaptive-card';
import { alertRow } from './alert-row';
import { firstThatFits } from './card-size';
import { severityPlace } from './severity-look';
import { cardTemplate, type CardData } from './template';

const draw = cardTemplate(require('../../cards/list.json'));

interface Amount {
  rows: number;
  /** Graphemes of an owner's name. */
  names: number;
}

/** Alerts shown with as much of their owners' names; the rest are counted. */
export const INCIDENT_AMOUNTS: readonly [Amount, ...Amount[]] = [
  { rows: 15, names: 60 },
  { rows: 15, names: 24 },
  { rows: 10, names: 10 },
];

function factsOf(view: IncidentView): Fact[] {
  return [
    { label: INCIDENT.severity, value: severityWords(view.severity) },
    { label: INCIDENT.status, value: view.status === null ? NOT_GIVEN : INCIDENT_STATUS[view.status] },
    { label: INCIDENT.created, value: instantWords(view.created) },
    { label: INCIDENT.updated, value: instantWords(view.lastUpdate) },
  ];
}

function countWords({ alerts, alertsElsewhere }: IncidentView): string {
  if (alerts.length > 0) return INCIDENT.alerts(alerts.length);
  return alertsElsewhere === 0 ? INCIDENT.empty : INCIDENT.noneOfOurs;
}

/** Worst first within a person; the person with the worst alert stands first. */
function groupsOf(alerts: readonly ChannelView[], cardRef: string, names: number): CardData[] {
  const byPerson = new Map<string, ChannelView[]>();
  for (const alert of alerts) {
    const person = personWords(alert.alias);
    byPerson.set(person, [...(byPerson.get(person) ?? []), alert]);
  }
  return [...byPerson].map(([person, theirs]) => ({
    titles: [{ text: person }],
    rows: theirs.map((alert) => alertRow(alert, cardRef, { names, withPerson: false })),
  }));
}

function atAmount(view: IncidentView, cardRef: string, amount: Amount): AdaptiveCard {
  const worstFirst = [...view.alerts].sort(
    (a, b) => severityPlace(a.severity) - severityPlace(b.severity) || b.number - a.number,
  );
  const shown = worstFirst.slice(0, amount.rows);
  const hidden = worstFirst.length - shown.length;
  const remarks = [
    ...(hidden > 0 ? [LIST.moreAlerts(hidden)] : []),
    ...(view.alertsElsewhere > 0 ? [INCIDENT.elsewhere(view.alertsElsewhere)] : []),
    ...(shown[0] === undefined ? [] : [LIST.hint(shown[0].number)]),
  ];
  return draw({
    summary: ANSWER_HEADINGS.incident,
    heading: ANSWER_HEADINGS.incident,
    lead: INCIDENT.numbered(view.id),
    places: [{ text: countWords(view) }],
    facts: factsOf(view),
    groups: groupsOf(shown, cardRef, amount.names),
    reading: [],
    remarks: remarks.map((text) => ({ text })),
    presses: [],
  });
}

/** One incident; one without alerts says so. */
export function drawIncidentCard(view: IncidentView, cardRef: string): AdaptiveCard {
  const [fullest, ...barer] = INCIDENT_AMOUNTS;
  const at = (amount: Amount) => () => atAmount(view, cardRef, amount);
  return firstThatFits([at(fullest), ...barer.map(at)]);
}
