// An alert's evidence as counts of distinct things. Names of files, sites and devices end here.
import type { EvidenceCounts } from '../domain/alert';
import type { PersonIdentity } from '../domain/person';
import { evidenceKind, isMailboxOf } from './subject-from-graph';
import { asObject, listOf, type WireObject } from './wire-values';

/** Elements looked at; Graph's alerts carry at most some thousands. */
export const MAX_EVIDENCE_ELEMENTS = 10_000;
const MAX_TAGS = 100;
const MAX_IDENTITY_PART = 2_000;

/** Null when the alert came without a list: that is "not given", not "none". */
export function evidenceElements(value: unknown): WireObject[] | null {
  if (!Array.isArray(value)) return null;
  return listOf(value, MAX_EVIDENCE_ELEMENTS)
    .map(asObject)
    .filter((element) => element !== null);
}

function part(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, MAX_IDENTITY_PART) : '';
}

/** The first filled part, folded: what makes two elements one thing. Null when nothing is filled. */
function firstOf(...values: unknown[]): string | null {
  return values.map((value) => part(value).trim().toLowerCase()).find((text) => text !== '') ?? null;
}

function fileIdentity(evidence: WireObject): string | null {
  const details = asObject(evidence['fileDetails']) ?? {};
  const place = `${part(details['filePath'])}/${part(details['fileName'])}`;
  return firstOf(details['sha256'], place === '/' ? '' : place);
}

function hostOf(address: unknown): string | null {
  try {
    return new URL(part(address)).hostname || null;
  } catch {
    return firstOf(address);
  }
}

function deviceIdentity(evidence: WireObject): string | null {
  return firstOf(evidence['mdeDeviceId'], evidence['azureAdDeviceId'], evidence['deviceDnsName'], evidence['hostName']);
}

interface CountedKind {
  as: 'files' | 'destinations' | 'devices';
  identity: (evidence: WireObject) => string | null;
}

const COUNTED: ReadonlyMap<string, CountedKind> = new Map<string, CountedKind>([
  ['fileEvidence', { as: 'files', identity: fileIdentity }],
  ['urlEvidence', { as: 'destinations', identity: (url) => hostOf(url['url']) }],
  ['cloudApplicationEvidence', { as: 'destinations', identity: (app) => firstOf(app['appId'], app['displayName']) }],
  ['deviceEvidence', { as: 'devices', identity: deviceIdentity }],
]);

/** That labels travel as `tags` of file evidence is unverified: no published insider-risk alert shows any. */
function labelsOf(evidence: WireObject, kind: string): string[] {
  if (kind !== 'fileEvidence') return [];
  return listOf(evidence['tags'], MAX_TAGS)
    .map((tag) => firstOf(tag))
    .filter((label) => label !== null);
}

/**
 * Distinct files (by SHA-256, else path and name), labels, destinations (cloud apps and hosts of addresses) and
 * devices; `others` counts elements of any other kind, people and the subject's own mailbox left out. A thing without
 * any identity counts as one of its own.
 */
export function evidenceFromGraph(evidence: readonly WireObject[], subject: PersonIdentity | null): EvidenceCounts {
  const things = { files: new Set<string>(), destinations: new Set<string>(), devices: new Set<string>() };
  const labels = new Set<string>();
  let others = 0;
  evidence.forEach((element, index) => {
    const kind = evidenceKind(element);
    const counted = COUNTED.get(kind);
    if (counted !== undefined) {
      things[counted.as].add(`${kind}:${counted.identity(element) ?? `#${index}`}`);
    } else if (kind !== 'userEvidence' && !isMailboxOf(subject, element)) {
      others += 1;
    }
    for (const label of labelsOf(element, kind)) labels.add(label);
  });
  const { files, destinations, devices } = things;
  return { files: files.size, labels: labels.size, destinations: destinations.size, devices: devices.size, others };
}
