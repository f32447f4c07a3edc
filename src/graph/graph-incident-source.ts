// Reads incidents from Microsoft Graph: pages by filter, or one incident by its id. A list never expands its alerts: on
// large tenants that fails for good, and insider-risk incidents may come without any.
import { SEVERITIES } from '../domain/alert';
import { INCIDENT_STATUSES } from '../domain/command';
import { isBotError } from '../domain/errors';
import type { Incident } from '../domain/incident';
import { parseInstant, toFilterLiteral } from '../domain/instant';
import type { Clock } from '../ports/clock';
import type { IncidentAsk, IncidentQuery, IncidentsListed, IncidentSource } from '../ports/incident-source';
import type { GraphClient } from './graph-client';
import { garbageAnswer } from './graph-errors';
import { incidentFromGraph } from './incident-from-graph';
import { walkPages } from './list-pages';
import { EXPANDED_READ, HUNTING_LOOKUP, within, type Patience } from './patience';
import { GRAPH_ID } from './wire-values';

/** Of one page: connectors in the field meet refusals above this, and no page gives a figure. */
export const INCIDENTS_MAX = 50;
/** Incidents of every product fill these; what a person reads is found sooner by the ids that alerts name. */
export const INCIDENT_PAGES_MAX = 4;
/** A chain of merged incidents longer than this goes in a circle. */
export const REDIRECTS_MAX = 5;
/** For how long alerts are not expanded after that failed. */
export const EXPAND_REST_MS = 60 * 60_000;

function oneOf(property: string, members: readonly string[], chosen: readonly string[]): string[] {
  const known = members.filter((member) => chosen.includes(member));
  if (known.length === 0) return [];
  const terms = known.map((member) => `${property} eq '${member}'`);
  return [terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' or ')})`];
}

function raisedIn(window: IncidentQuery['window']): string[] {
  const [from, to] = [parseInstant(window?.from), parseInstant(window?.to)];
  return [
    ...(from === null ? [] : [`createdDateTime ge ${toFilterLiteral(from)}`]),
    ...(to === null ? [] : [`createdDateTime lt ${toFilterLiteral(to)}`]),
  ];
}

/** Filters are made of closed words and instants alone. */
export function incidentListAddress({ status, severity, window }: IncidentQuery): string {
  const terms = [
    ...oneOf('status', INCIDENT_STATUSES, status),
    ...oneOf('severity', SEVERITIES, severity),
    ...raisedIn(window),
  ];
  const filter = terms.length === 0 ? '' : `&$filter=${encodeURIComponent(terms.join(' and '))}`;
  return `/security/incidents?$top=${INCIDENTS_MAX}${filter}`;
}

export class GraphIncidentSource implements IncidentSource {
  private expandsFrom = 0;

  constructor(
    private readonly client: GraphClient,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  async list(query: IncidentQuery, withinMs: number): Promise<IncidentsListed> {
    const left = this.timer(withinMs);
    const patience = () => within(HUNTING_LOOKUP, left());
    const ask = { address: incidentListAddress(query), maxPages: INCIDENT_PAGES_MAX, lane: 'click', patience } as const;
    const { elements, complete } = await walkPages(this.client, ask, incidentFromGraph);
    const incidents = elements.filter((incident) => incident !== null).sort(byNewest);
    return { incidents: withoutRepeats(incidents), complete };
  }

  async read(id: string, { withinMs, countAlerts }: IncidentAsk): Promise<Incident | null> {
    const left = this.timer(withinMs);
    let next = id;
    for (let steps = 0; steps <= REDIRECTS_MAX; steps += 1) {
      const incident = await this.readOne(next, left, countAlerts);
      if (incident === null || incident.redirectIncidentId === null) return incident;
      next = incident.redirectIncidentId;
    }
    throw garbageAnswer();
  }

  private timer(withinMs: number): () => number {
    const deadline = this.clock.now() + withinMs;
    return () => Math.max(0, deadline - this.clock.now());
  }

  private async readOne(id: string, left: () => number, countAlerts: boolean): Promise<Incident | null> {
    if (!GRAPH_ID.test(id)) return null;
    const address = `/security/incidents/${encodeURIComponent(id)}`;
    try {
      const expanded = countAlerts ? await this.askExpanded(address, left) : null;
      const body = expanded ?? (await this.ask(address, within(HUNTING_LOOKUP, left())));
      const incident = incidentFromGraph(body);
      if (incident === null || incident.id !== id) throw garbageAnswer();
      return incident;
    } catch (error) {
      if (isBotError(error, 'notFound')) return null;
      throw error;
    }
  }

  /** Null where Graph cannot expand: the incident is then read without its alerts, here and for a while. */
  private async askExpanded(address: string, left: () => number): Promise<unknown> {
    if (this.clock.now() < this.expandsFrom) return null;
    try {
      return await this.ask(`${address}?$expand=alerts`, within(EXPANDED_READ, left()));
    } catch (error) {
      if (!isBotError(error, 'unavailable', 'timedOut', 'badRequest', 'tooLarge', 'garbage')) throw error;
      this.expandsFrom = this.clock.now() + EXPAND_REST_MS;
      return null;
    }
  }

  private async ask(address: string, patience: Patience): Promise<unknown> {
    const call = { method: 'GET', address, row: 'graphRead', lane: 'click', patience } as const;
    return (await this.client.call(call)).body;
  }
}

/** A row that moves between two pages is seen on both. */
function withoutRepeats(incidents: readonly Incident[]): Incident[] {
  return [...new Map(incidents.map((incident) => [incident.id, incident])).values()];
}

function byNewest(a: Incident, b: Incident): number {
  const [left, right] = [a.createdDateTime ?? '', b.createdDateTime ?? ''];
  return left < right ? 1 : left > right ? -1 : 0;
}
