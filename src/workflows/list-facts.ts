// A list as it is kept between an answer and the next button: written as JSON, read back like outside data.
import { z } from 'zod/v4';
import { ALERT_STATUSES, SEVERITIES } from '../domain/alert';
import { ALERT_SORTS, INCIDENT_STATUSES, type IncidentSlots, type ListSlots } from '../domain/command';
import { turned, type PageTurn } from '../domain/list-page';

/** Which page of which list was shown. */
export interface ListFacts<Slots> {
  slots: Slots;
  /** Place of the page's first row, from 1. */
  from: number;
  /** IANA zone in which windows are said. */
  timeZone: string;
}

const window = z.strictObject({ from: z.string(), to: z.string() });
const top = z.number().int().positive();
const place = { from: z.number().int().positive(), timeZone: z.string() };

const alertFacts = z.strictObject({
  slots: z.strictObject({
    status: z.array(z.enum(ALERT_STATUSES)).optional(),
    severity: z.array(z.enum(SEVERITIES)).optional(),
    assignee: z.string().optional(),
    account: z.string().optional(),
    policy: z.string().optional(),
    window: window.optional(),
    sort: z.enum(ALERT_SORTS).optional(),
    top: top.optional(),
  }),
  ...place,
});

const incidentFacts = z.strictObject({
  slots: z.strictObject({
    status: z.array(z.enum(INCIDENT_STATUSES)).optional(),
    severity: z.array(z.enum(SEVERITIES)).optional(),
    window: window.optional(),
    top: top.optional(),
  }),
  ...place,
});

/** It may name people: for a sealed column. */
export function listFacts({ slots, from, timeZone }: ListFacts<ListSlots | IncidentSlots>): string {
  return JSON.stringify({ slots, from, timeZone });
}

/** Throws for facts of another form, which this version never wrote. */
export function readAlertListFacts(text: string): ListFacts<ListSlots> {
  return alertFacts.parse(JSON.parse(text)) as ListFacts<ListSlots>;
}

/** Throws for facts of another form, which this version never wrote. */
export function readIncidentListFacts(text: string): ListFacts<IncidentSlots> {
  return incidentFacts.parse(JSON.parse(text)) as ListFacts<IncidentSlots>;
}

/** The same list on the page that a button asks for. */
export function pageOf<Slots>(facts: ListFacts<Slots>, turn: PageTurn): ListFacts<Slots> {
  return { ...facts, from: turned(facts.from, turn) };
}
