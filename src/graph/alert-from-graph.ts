// Graph's alert as the domain's. Every property may be missing, null, oddly spelt or of another type: such a value
// reads as "not given" and the alert still comes through. Only an unusable id keeps an alert out.
import { ALERT_STATUSES, CLASSIFICATIONS, DETERMINATIONS, SEVERITIES, type Alert } from '../domain/alert';
import { contentHash } from './content-hash';
import { detailsFromGraph, MAX_TITLE } from './details-from-graph';
import { evidenceElements, evidenceFromGraph } from './evidence-from-graph';
import { subjectFromGraph } from './subject-from-graph';
import {
  asObject,
  GRAPH_ID,
  idOf,
  instantOf,
  listOf,
  memberOf,
  outsideText,
  textOf,
  type WireObject,
} from './wire-values';

export const MAX_CATEGORIES = 20;
export const MAX_TECHNIQUES = 50;
const MAX_CATEGORY = 200;
const MAX_OWNER = 400;
const MAX_ADDRESS = 2_000;

const SOURCE = /^[A-Za-z][A-Za-z0-9]{0,63}$/;
const NO_SOURCE = new Set(['unknown', 'unknownfuturevalue']);
const TECHNIQUE = /^T\d{4}(\.\d{3})?$/;

/** Kept as Graph spelt it, known or not, so that a renamed source can be noticed. */
function sourceOf(value: unknown): string | null {
  return typeof value === 'string' && SOURCE.test(value) && !NO_SOURCE.has(value.toLowerCase()) ? value : null;
}

/** `categories` replaces `category`, which Graph deprecated in 2026; either may be the one that is filled. */
function categoriesOf(wire: WireObject): Alert['categories'] {
  const many = listOf(wire['categories'], MAX_CATEGORIES);
  return (many.length > 0 ? many : [wire['category']])
    .map((category) => outsideText(category, MAX_CATEGORY))
    .filter((category) => category !== null);
}

function techniquesOf(value: unknown): string[] {
  return listOf(value, MAX_TECHNIQUES).filter(
    (technique): technique is string => typeof technique === 'string' && TECHNIQUE.test(technique),
  );
}

function wordsOf(wire: WireObject) {
  return {
    status: memberOf(ALERT_STATUSES, wire['status']),
    severity: memberOf(SEVERITIES, wire['severity']),
    classification: memberOf(CLASSIFICATIONS, wire['classification']),
    determination: memberOf(DETERMINATIONS, wire['determination']),
    serviceSource: sourceOf(wire['serviceSource']),
    detectionSource: sourceOf(wire['detectionSource']),
    mitreTechniques: techniquesOf(wire['mitreTechniques']),
  };
}

function instantsOf(wire: WireObject) {
  return {
    createdDateTime: instantOf(wire['createdDateTime']),
    lastUpdateDateTime: instantOf(wire['lastUpdateDateTime']),
    resolvedDateTime: instantOf(wire['resolvedDateTime']),
    firstActivityDateTime: instantOf(wire['firstActivityDateTime']),
    lastActivityDateTime: instantOf(wire['lastActivityDateTime']),
  };
}

function contentsOf(wire: WireObject) {
  const evidence = evidenceElements(wire['evidence']);
  const subject = evidence && subjectFromGraph(evidence);
  return {
    title: outsideText(wire['title'], MAX_TITLE),
    categories: categoriesOf(wire),
    assignedTo: outsideText(wire['assignedTo'], MAX_OWNER),
    alertWebUrl: textOf(wire['alertWebUrl'], MAX_ADDRESS),
    evidence: evidence && evidenceFromGraph(evidence, subject),
    subject,
    details: detailsFromGraph(wire, evidence, subject),
    commentCount: Array.isArray(wire['comments']) ? wire['comments'].length : 0,
    contentHash: contentHash(wire),
  };
}

/**
 * `wire`: one element of `GET /security/alerts_v2`, parsed JSON. `tenantId`: the tenant it was read in, which keys the
 * alert whatever the element says. Null when the id is missing or no id of Graph's. Never throws.
 */
export function alertFromGraph(wire: unknown, tenantId: string): Alert | null {
  const alert = asObject(wire);
  const id = alert?.['id'];
  if (alert === null || typeof id !== 'string' || !GRAPH_ID.test(id)) return null;
  return {
    tenantId,
    source: 'graph',
    id,
    incidentId: idOf(alert['incidentId']),
    alertPolicyId: idOf(alert['alertPolicyId']),
    ...wordsOf(alert),
    ...instantsOf(alert),
    ...contentsOf(alert),
  };
}
