// Reads incidents from Microsoft Graph: one page by filter, or one incident by its id. Alerts are never expanded: on
// large tenants that fails for good, and insider-risk incidents come without any.
import { SEVERITIES } from '../domain/alert';
import { INCIDENT_STATUSES } from '../domain/command';
import { isBotError } from '../domain/errors';
import type { Incident } from '../domain/incident';
import { parseInstant, toFilterLiteral } from '../domain/instant';
import type { IncidentQuery, IncidentSource } from '../ports/incident-source';
import type { GraphClient } from './graph-client';
import { garbageAnswer } from './graph-errors';
import { incidentFromGraph } from './incident-from-graph';
import { HUNTING_LOOKUP } from './patience';
import { asObject, GRAPH_ID } from './wire-values';

/** Connectors in the field meet refusals above this, and no page gives a figure. */
export const INCIDENTS_MAX = 50;
/** A chain of merged incidents longer than this goes in a circle. */
export const REDIRECTS_MAX = 5;

function oneOf(property: string, members: readonly string[], chosen: readonly string[]): string[] {
  const known = members.filter((member) => chosen.includes(member));
  if (known.length === 0) return [];
  const terms = known.map((member) => `${property} eq '${member}'`);
  return [terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' or ')})`];
}

function within(window: IncidentQuery['window']): string[] {
  const [from, to] = [parseInstant(window?.from), parseInstant(window?.to)];
  return [
    ...(from === null ? [] : [`createdDateTime ge ${toFilterLiteral(from)}`]),
    ...(to === null ? [] : [`createdDateTime lt ${toFilterLiteral(to)}`]),
  ];
}

/** Filters are made of closed words and instants alone. */
export function incidentListAddress({ status, severity, window, top }: IncidentQuery): string {
  const terms = [
    ...oneOf('status', INCIDENT_STATUSES, status),
    ...oneOf('severity', SEVERITIES, severity),
    ...within(window),
  ];
  const count = Math.min(INCIDENTS_MAX, Math.max(1, Math.trunc(top)));
  const filter = terms.length === 0 ? '' : `&$filter=${encodeURIComponent(terms.join(' and '))}`;
  return `/security/incidents?$top=${count}${filter}`;
}

export class GraphIncidentSource implements IncidentSource {
  constructor(private readonly client: GraphClient) {}

  async list(query: IncidentQuery): Promise<readonly Incident[]> {
    const body = asObject(await this.ask(incidentListAddress(query)));
    const elements = body?.['value'];
    if (!Array.isArray(elements)) throw garbageAnswer();
    const incidents = elements.slice(0, INCIDENTS_MAX).map(incidentFromGraph);
    return incidents.filter((incident) => incident !== null).sort(byNewest);
  }

  async read(id: string): Promise<Incident | null> {
    let next = id;
    for (let steps = 0; steps <= REDIRECTS_MAX; steps += 1) {
      const incident = await this.readOne(next);
      if (incident === null || incident.redirectIncidentId === null) return incident;
      next = incident.redirectIncidentId;
    }
    throw garbageAnswer();
  }

  private async readOne(id: string): Promise<Incident | null> {
    if (!GRAPH_ID.test(id)) return null;
    try {
      const incident = incidentFromGraph(await this.ask(`/security/incidents/${encodeURIComponent(id)}`));
      if (incident === null || incident.id !== id) throw garbageAnswer();
      return incident;
    } catch (error) {
      if (isBotError(error, 'notFound')) return null;
      throw error;
    }
  }

  private async ask(address: string): Promise<unknown> {
    const lookup = { row: 'graphRead', lane: 'click', patience: HUNTING_LOOKUP } as const;
    return (await this.client.call({ method: 'GET', address, ...lookup })).body;
  }
}

function byNewest(a: Incident, b: Incident): number {
  const [left, right] = [a.createdDateTime ?? '', b.createdDateTime ?? ''];
  return left < right ? 1 : left > right ? -1 : 0;
}
