// What an alert is based on, one line for each piece.
import type { Alert, Evidence } from '../../alert';
import { element } from './elements.js';
import { evidenceKind, inWords } from './words.js';

const LOOSE_TEXT = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

export function evidenceList(alert: Alert): HTMLElement {
  const evidence = alert.evidence ?? [];
  const title = element('h3', {}, `Evidence (${evidence.length})`);
  if (evidence.length === 0) return element('section', {}, title, element('p', { class: 'none' }, 'None was given.'));
  return element('section', {}, title, element('ul', { class: 'evidence' }, ...evidence.map(evidenceLine)));
}

function evidenceLine(evidence: Evidence): HTMLElement {
  const roles = (evidence.roles ?? []).map(inWords).join(', ');
  return element(
    'li',
    {},
    element('span', { class: 'kind' }, evidenceKind(evidence['@odata.type'])),
    element('span', { class: 'what' }, describe(evidence)),
    roles === '' ? null : element('span', { class: 'roles' }, roles),
  );
}

/** The most telling thing about a piece of evidence, whatever its kind. */
function describe(evidence: Evidence): string {
  const { userAccount } = evidence;
  const name = userAccount?.displayName ?? LOOSE_TEXT(evidence['displayName']);
  const address = userAccount?.userPrincipalName ?? LOOSE_TEXT(evidence['primaryAddress']);
  if (name !== null && address !== null) return `${name} (${address})`;
  if (name !== null || address !== null) return name ?? address ?? '';
  const file = fileName(evidence['fileDetails']);
  const named = file ?? LOOSE_TEXT(evidence['deviceDnsName']) ?? LOOSE_TEXT(evidence['url']);
  return named ?? LOOSE_TEXT(evidence['ipAddress']) ?? 'No details';
}

function fileName(details: unknown): string | null {
  if (typeof details !== 'object' || details === null) return null;
  const { fileName: name, filePath } = details as { fileName?: unknown; filePath?: unknown };
  const folder = LOOSE_TEXT(filePath);
  if (folder === null) return LOOSE_TEXT(name);
  return `${folder}${folder.includes('\\') ? '\\' : '/'}${LOOSE_TEXT(name) ?? ''}`;
}
