// What an alert says in words: its text, the names in its evidence and everyone it names. An element that cannot be read
// adds nothing; none keeps an alert out.
import { NAMES_KEPT, PEOPLE_KEPT, type AlertDetails } from '../domain/alert-details';
import { isSamePerson, type PersonIdentity } from '../domain/person';
import { Untrusted } from '../domain/untrusted';
import { mergedPerson, peopleInEvidence } from './people-from-graph';
import { evidenceKind } from './subject-from-graph';
import { asObject, outsideText, type WireObject } from './wire-values';

export const MAX_DESCRIPTION = 4_000;
export const MAX_EVIDENCE_NAME = 500;
export const MAX_TITLE = 2_000;

/** A text that is there; several are joined, so that a file keeps its path. */
function joined(separator: string, ...values: unknown[]): string | null {
  const parts = values.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
  return parts.length === 0 ? null : parts.map((value) => value.trim()).join(separator);
}

function fileName(file: WireObject): string | null {
  const { filePath, fileName: name } = asObject(file['fileDetails']) ?? {};
  if (typeof filePath === 'string' && typeof name === 'string' && filePath.endsWith(name)) return filePath;
  const separator = typeof filePath === 'string' && filePath.includes('\\') ? '\\' : '/';
  return joined(separator, typeof filePath === 'string' ? filePath.replace(/[\\/]$/, '') : filePath, name);
}

type NamedKind = 'files' | 'devices' | 'places' | 'messages';

interface NameOfKind {
  of: NamedKind;
  name: (element: WireObject) => unknown;
}

const NAMES: Readonly<Record<string, NameOfKind | undefined>> = {
  fileEvidence: { of: 'files', name: fileName },
  deviceEvidence: { of: 'devices', name: (device) => device['deviceDnsName'] ?? device['hostName'] },
  urlEvidence: { of: 'places', name: (address) => address['url'] },
  cloudApplicationEvidence: { of: 'places', name: (app) => app['displayName'] ?? app['instanceName'] },
  analyzedMessageEvidence: { of: 'messages', name: (mail) => mail['subject'] },
  teamsMessageEvidence: { of: 'messages', name: (message) => message['subject'] },
};

function namesOf(evidence: readonly WireObject[]): Record<NamedKind, Untrusted[]> {
  const names = {
    files: new Set<string>(),
    devices: new Set<string>(),
    places: new Set<string>(),
    messages: new Set<string>(),
  };
  for (const element of evidence) {
    const kind = NAMES[evidenceKind(element)];
    const name = kind?.name(element);
    if (kind === undefined || typeof name !== 'string' || name.trim() === '') continue;
    if (names[kind.of].size < NAMES_KEPT) names[kind.of].add(name.trim().slice(0, MAX_EVIDENCE_NAME));
  }
  const untrusted = (kind: NamedKind) => [...names[kind]].map(Untrusted.of);
  return {
    files: untrusted('files'),
    devices: untrusted('devices'),
    places: untrusted('places'),
    messages: untrusted('messages'),
  };
}

function everyone(evidence: readonly WireObject[], subject: PersonIdentity | null): PersonIdentity[] {
  const named = peopleInEvidence(evidence);
  if (subject === null) return named.slice(0, PEOPLE_KEPT);
  // Another element may tell more of the subject than the one that named them.
  const whole = named.filter((person) => isSamePerson(person, subject)).reduce(mergedPerson, subject);
  return [whole, ...named.filter((person) => !isSamePerson(person, subject))].slice(0, PEOPLE_KEPT);
}

/** `evidence` null = the alert came without a list. */
export function detailsFromGraph(
  wire: WireObject,
  evidence: readonly WireObject[] | null,
  subject: PersonIdentity | null,
): AlertDetails {
  return {
    title: outsideText(wire['title'], MAX_TITLE),
    description: outsideText(wire['description'], MAX_DESCRIPTION),
    ...namesOf(evidence ?? []),
    people: everyone(evidence ?? [], subject),
  };
}
