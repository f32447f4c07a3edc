import type { Alert } from '../../src/domain/alert';
import { evidenceParts, versionOf } from '../../src/domain/alert-version';
import { Untrusted } from '../../src/domain/untrusted';
import { alert, at, EVIDENCE } from './alert-builder';

const counted: [string, Partial<Alert>][] = [
  ['status', { status: 'inProgress' }],
  ['an unknown status', { status: null }],
  ['severity', { severity: 'low' }],
  ['classification', { classification: 'truePositive' }],
  ['determination', { determination: 'malware' }],
  ['owner', { assignedTo: Untrusted.of('adele@contoso.example') }],
  ['files', { evidence: { ...EVIDENCE, files: 13 } }],
  ['labels', { evidence: { ...EVIDENCE, labels: 3 } }],
  ['destinations', { evidence: { ...EVIDENCE, destinations: 4 } }],
  ['devices', { evidence: { ...EVIDENCE, devices: 2 } }],
  ['other evidence', { evidence: { ...EVIDENCE, others: 1 } }],
  ['evidence that is gone', { evidence: null }],
];

test.each(counted)('another %s is another version', (_what, over) => {
  expect(versionOf(alert(over))).not.toBe(versionOf(alert()));
});

test('no two of these changes give the same version', () => {
  expect(new Set(counted.map(([, over]) => versionOf(alert(over)))).size).toBe(counted.length);
});

const ignored: [string, Partial<Alert>][] = [
  ['last update', { lastUpdateDateTime: at('2027-01-01T00:00:00Z') }],
  ['resolution time', { resolvedDateTime: at('2027-01-01T00:00:00Z') }],
  ['last activity', { lastActivityDateTime: at('2027-01-01T00:00:00Z') }],
  ['comment', { commentCount: 9 }],
  ['title', { title: Untrusted.of('another') }],
  ['category', { categories: [] }],
  ['address', { alertWebUrl: null }],
  ['content hash', { contentHash: 'hash-2' }],
  ['technique', { mitreTechniques: [] }],
  ['person', { subject: null }],
];

test.each(ignored)('another %s is the same version', (_what, over) => {
  expect(versionOf(alert(over))).toBe(versionOf(alert()));
});

test('an owner in other case or with blanks around is the same owner', () => {
  const [a, b] = ['Adele@Contoso.example', '  adele@contoso.example '].map(Untrusted.of);
  expect(versionOf(alert({ assignedTo: a ?? null }))).toBe(versionOf(alert({ assignedTo: b ?? null })));
});

test('counts are compared in one order, whatever order they were kept in', () => {
  const { files, labels, destinations, devices, others } = EVIDENCE;
  expect(evidenceParts({ others, devices, destinations, labels, files })).toEqual([12, 2, 3, 1, 0]);
  expect(evidenceParts(null)).toBeNull();
});

test('a version is 16 hex digits', () => {
  expect(versionOf(alert())).toMatch(/^[0-9a-f]{16}$/);
});
