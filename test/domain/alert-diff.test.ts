import fc from 'fast-check';
import { ALERT_STATUSES, SEVERITIES, severityRank, type Alert } from '../../src/domain/alert';
import { diffAlert, TRACKED_FIELDS } from '../../src/domain/alert-diff';
import { versionOf } from '../../src/domain/alert-version';
import { Untrusted } from '../../src/domain/untrusted';
import { alert, at, EVIDENCE } from './alert-builder';

const LATER = at('2026-11-23T07:00:00Z');
const seenAs = (over: Partial<Alert>) => alert({ contentHash: 'hash-2', lastUpdateDateTime: LATER, ...over });

test('an alert that was never stored is first seen, without changes', () => {
  expect(diffAlert(null, alert())).toEqual({ news: 'firstSeen', changes: [], severityRose: false });
});

test('the same content is no news, even with another time', () => {
  expect(diffAlert(alert(), alert({ lastUpdateDateTime: LATER })).news).toBe('nothing');
});

test('other content that no card shows is no news', () => {
  expect(diffAlert(alert(), seenAs({ commentCount: 9 }))).toEqual({
    news: 'nothing',
    changes: [],
    severityRose: false,
  });
});

test.each<[string, Partial<Alert>, string, string[]]>([
  ['status', { status: 'resolved' }, 'statusChanged', ['status']],
  ['severity up', { severity: 'high' }, 'severityRose', ['severity']],
  ['severity down', { severity: 'low' }, 'changed', ['severity']],
  ['evidence', { evidence: { ...EVIDENCE, files: 20 } }, 'evidenceGrew', ['evidence']],
  ['owner', { assignedTo: Untrusted.of('adele@contoso.example') }, 'changed', ['assignedTo']],
  ['classification', { classification: 'truePositive' }, 'changed', ['classification']],
  ['status and severity up', { status: 'inProgress', severity: 'high' }, 'statusChanged', ['status', 'severity']],
  ['severity up and evidence', { severity: 'high', evidence: null }, 'severityRose', ['severity', 'evidence']],
])('a change of %s is named', (_what, over, news, fields) => {
  const diff = diffAlert(alert({ severity: 'medium' }), seenAs({ severity: 'medium', ...over }));
  expect(diff.news).toBe(news);
  expect(diff.changes.map((change) => change.field)).toEqual(fields);
});

test('a change tells what it was and what it became', () => {
  const diff = diffAlert(
    alert({ assignedTo: Untrusted.of('adele@contoso.example') }),
    seenAs({ status: 'inProgress', evidence: { ...EVIDENCE, files: 20 } }),
  );
  expect(diff.changes).toEqual([
    { field: 'status', from: 'new', to: 'inProgress' },
    { field: 'assignedTo', from: 'adele@contoso.example', to: null },
    { field: 'evidence', from: '12/2/3/1/0', to: '20/2/3/1/0' },
  ]);
});

test('counts kept in another order are no change beside a real one', () => {
  const { files, labels, destinations, devices, others } = EVIDENCE;
  const stored = alert({ evidence: { others, devices, destinations, labels, files } });
  expect(diffAlert(stored, seenAs({ status: 'inProgress' })).changes.map((change) => change.field)).toEqual(['status']);
});

test('two reads with one time and different content both count', () => {
  const stored = alert();
  const seen = alert({ contentHash: 'hash-2', status: 'inProgress' });
  expect(stored.lastUpdateDateTime).toBe(seen.lastUpdateDateTime);
  expect(diffAlert(stored, seen).news).toBe('statusChanged');
});

test('an older read is stale and changes nothing, by a single tick even', () => {
  const older = seenAs({ status: 'resolved', lastUpdateDateTime: at('2026-11-23T06:20:30.1234566Z') });
  expect(diffAlert(alert(), older)).toEqual({ news: 'stale', changes: [], severityRose: false });
});

test('a read without a time is believed', () => {
  expect(diffAlert(alert(), seenAs({ status: 'resolved', lastUpdateDateTime: null })).news).toBe('statusChanged');
});

test('a severity that was not given before is no rise', () => {
  expect(diffAlert(alert({ severity: null }), seenAs({ severity: 'high' }))).toMatchObject({
    news: 'changed',
    severityRose: false,
  });
});

const anyAlert = fc
  .record({
    status: fc.constantFrom(...ALERT_STATUSES, null),
    severity: fc.constantFrom(...SEVERITIES, null),
    files: fc.integer({ min: 0, max: 3 }),
    owner: fc.constantFrom('adele', 'Adele ', 'bo', null),
    contentHash: fc.constantFrom('a', 'b', 'c'),
  })
  .map(({ files, owner, ...rest }) =>
    alert({ ...rest, evidence: { ...EVIDENCE, files }, assignedTo: owner === null ? null : Untrusted.of(owner) }),
  );

test('there are changes exactly when the version differs, and a rise exactly when the rank rose', () => {
  fc.assert(
    fc.property(anyAlert, anyAlert, (stored, seen) => {
      fc.pre(stored.contentHash !== seen.contentHash);
      const diff = diffAlert(stored, seen);
      expect(diff.changes.length > 0).toBe(versionOf(stored) !== versionOf(seen));
      expect(diff.news === 'nothing').toBe(diff.changes.length === 0);
      const rose = stored.severity !== null && severityRank(seen.severity) > severityRank(stored.severity);
      expect(diff.severityRose).toBe(rose);
      expect(TRACKED_FIELDS).toEqual(expect.arrayContaining(diff.changes.map((change) => change.field)));
    }),
  );
});
