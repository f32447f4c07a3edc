import { cardBytes, CARD_MAX_BYTES } from '../../src/cards/card-size';
import { drawIncidentCard, INCIDENT_AMOUNTS } from '../../src/cards/incident-card';
import { incidentView, type IncidentFacts } from '../../src/domain/disclose-incident';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { Untrusted } from '../../src/domain/untrusted';
import { at, storedAlert } from '../domain/alert-builder';
import { objectsIn, valueBeside, wordsOf } from './card-walk';

const FACTS: IncidentFacts = {
  id: '77',
  status: 'inProgress',
  severity: 'high',
  created: at('2026-03-04T10:00:00Z'),
  lastUpdate: at('2026-03-05T11:30:00Z'),
};

const drawn = (alerts: StoredAlert[], elsewhere = 0, over: Partial<IncidentFacts> = {}) =>
  drawIncidentCard(incidentView({ ...FACTS, ...over }, alerts, elsewhere), 'ref-1');

test('an incident is told by its number, state and times', () => {
  const card = drawn([storedAlert()]);
  expect(wordsOf(card).split('\n').slice(0, 3)).toEqual(['Incident', 'Incident 77', '1 insider risk alert']);
  expect(['Severity', 'Status', 'Created', 'Last updated'].map((label) => valueBeside(card, label))).toEqual([
    'High',
    'In progress',
    '2026-03-04 10:00 UTC',
    '2026-03-05 11:30 UTC',
  ]);
});

test('alerts about one person stand together, whoever has the worst first', () => {
  const alerts = [
    storedAlert({ number: 1001, severity: 'low', alias: 'AAAA' }),
    storedAlert({ number: 1002, severity: 'high', alias: 'BBBB' }),
    storedAlert({ number: 1003, severity: 'medium', alias: 'AAAA' }),
    storedAlert({ number: 1004, severity: 'low', alias: null }),
  ];
  const lines = wordsOf(drawn(alerts)).split('\n');
  expect(lines.filter((line) => /^Person \w+( given)?$|^ \d{4} $/.test(line))).toEqual([
    'Person BBBB',
    ' 1002 ',
    'Person AAAA',
    ' 1003 ',
    ' 1001 ',
    'Person not given',
    ' 1004 ',
  ]);
});

test('an incident without alerts says so plainly', () => {
  expect(wordsOf(drawn([]))).toContain('This incident holds no alerts.');
});

test('alerts of other products are counted, and told apart from none at all', () => {
  expect(wordsOf(drawn([], 1))).toContain('None of its alerts is an insider risk alert.');
  expect(wordsOf(drawn([], 1))).toContain('1 alert of other products stands in Defender alone.');
  expect(wordsOf(drawn([storedAlert()], 2))).toContain('2 alerts of other products stand in Defender alone.');
});

test('what Graph does not say is not given', () => {
  const card = drawn([], 0, { status: null, severity: null, created: null, lastUpdate: null, id: 'x' });
  expect(['Severity', 'Status', 'Created', 'Last updated'].map((label) => valueBeside(card, label))).toEqual(
    Array(4).fill('not given'),
  );
  expect(wordsOf(card)).toContain('An incident without a number');
});

test('of many alerts the worst are shown and the rest counted, under the size of a card', () => {
  const rows = INCIDENT_AMOUNTS[0].rows;
  const alerts = (owner: string) =>
    Array.from({ length: 100 }, (_, index) =>
      storedAlert({
        number: 1000 + index,
        severity: index % 2 === 0 ? 'low' : 'high',
        alias: `K7F2K7F2K7F2${1000 + index}`,
        assignedTo: Untrusted.of(owner),
      }),
    );
  const card = drawn(alerts('Ilse Brandt'));
  expect(objectsIn(card).filter((object) => 'selectAction' in object)).toHaveLength(rows);
  expect(wordsOf(card)).toContain(`${100 - rows} more alerts, not shown here.`);
  expect(wordsOf(card)).not.toContain('Low');
  for (const owner of ['\\'.repeat(300), '語\u20d0\u20d0\u20d0'.repeat(200), '👩‍👩‍👧‍👦'.repeat(100)])
    expect(cardBytes(drawn(alerts(owner)))).toBeLessThan(CARD_MAX_BYTES);
});
