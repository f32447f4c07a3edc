import fc from 'fast-check';
import { cardBytes, CARD_MAX_BYTES } from '../../src/cards/card-size';
import { drawAlertList, drawIncidentList } from '../../src/cards/list-card';
import { inOneLine, unbroken } from '../../src/cards/unbroken';
import { incidentListView, incidentView } from '../../src/domain/disclose-incident';
import { alertListView, type ListAsked, type ListPage } from '../../src/domain/disclose-list';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { Untrusted } from '../../src/domain/untrusted';
import { at, storedAlert } from '../domain/alert-builder';
import { objectsIn, titlesOf, wordsOf } from './card-walk';

const ASKED: ListAsked = {
  status: ['new', 'inProgress'],
  severity: ['high'],
  assignee: null,
  account: null,
  policy: null,
  window: null,
  sort: null,
};

const many = (count: number, over: Partial<StoredAlert> = {}) =>
  Array.from({ length: count }, (_, index) => storedAlert({ number: 1042 + index, ...over }));

const listOf = (alerts: StoredAlert[], over: Partial<ListPage> = {}) =>
  drawAlertList(
    alertListView(alerts, { total: alerts.length, from: 1, asked: ASKED, timeZone: 'UTC', ...over }),
    'ref-1',
  );

test('a row says severity, number, kind of risk, alias, status, when it was raised and its owner', () => {
  const alerts = [storedAlert({ assignedTo: Untrusted.of('Ilse Brandt') }), ...many(1, { severity: null })];
  expect(wordsOf(listOf(alerts)).split('\n')).toEqual([
    'Alert list',
    '2 open high alerts.',
    'High',
    ' 1042 ',
    'Data leak',
    inOneLine(['Person K7F2', 'New', 'raised 2026-11-23 06:08 UTC', 'owner Ilse Brandt']),
    'Severity not given',
    ' 1042 ',
    'Data leak',
    inOneLine(['Person K7F2', 'New', 'raised 2026-11-23 06:08 UTC', unbroken('no owner')]),
    'How this was read: ',
    'status new or in progress; severity high; of any time; newest first.',
    'Press a row, or type “show 1042”, to see that alert’s own card.',
  ]);
});

test('a row is pressed to see the alert', () => {
  const presses = objectsIn(listOf(many(2))).flatMap(({ selectAction }) => selectAction ?? []);
  expect(presses).toEqual(
    [1042, 1043].map((number) => ({
      type: 'Action.Execute',
      verb: 'command.run',
      title: `Show alert ${number}`,
      tooltip: `Posts the card of alert ${number} here.`,
      associatedInputs: 'none',
      data: { cardRef: 'ref-1', followUp: 'show', alert: String(number) },
    })),
  );
});

test('no alert is said with what was asked for, and nothing can be pressed', () => {
  const card = listOf([]);
  expect(wordsOf(card).split('\n').slice(0, 2)).toEqual(['Alert list', 'No open high alerts.']);
  expect(wordsOf(card)).toContain('status new or in progress; severity high');
  expect(card.actions).toEqual([]);
});

test.each([
  [1, 54, ['Next 10']],
  [11, 54, ['Previous 10', 'Next 10']],
  [41, 54, ['Previous 10', 'Next 4']],
  [6, 15, ['Previous 5']],
  [1, 10, []],
])('from %i of %i the ways on are %j', (from, total, titles) => {
  expect(titlesOf(listOf(many(10), { from, total }))).toEqual(titles);
});

test('the ways on carry the reference and the direction alone', () => {
  expect(listOf(many(10), { from: 11, total: 54 }).actions?.map(({ data }) => data)).toEqual([
    { cardRef: 'ref-1', followUp: 'previous' },
    { cardRef: 'ref-1', followUp: 'next' },
  ]);
});

test('a page says its place among all', () => {
  expect(wordsOf(listOf(many(4), { from: 51, total: 54 }))).toContain('51 to 54 of 54');
  expect(wordsOf(listOf(many(4)))).not.toMatch(/ to .* of 4/);
});

test('a full page keeps all its rows and its size, whatever owners and filters are called', () => {
  const outside = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('\\'.repeat(300), '語\u20d0\u20d0\u20d0'.repeat(200)),
  );
  fc.assert(
    fc.property(outside, (name) => {
      const text = Untrusted.of(name);
      const asked: ListAsked = { ...ASKED, assignee: text, account: text, policy: text };
      const card = listOf(many(10, { assignedTo: text, alias: 'K7F2K7F2K7F2K7F2' }), { asked, total: 54, from: 11 });
      expect(cardBytes(card)).toBeLessThan(CARD_MAX_BYTES);
      expect(objectsIn(card).filter((object) => 'selectAction' in object)).toHaveLength(10);
    }),
    { numRuns: 40 },
  );
});

const incident = (id: string, alerts: StoredAlert[]) =>
  incidentView(
    { id, status: 'active', severity: 'high', created: at('2026-03-04T10:00:00Z'), lastUpdate: null },
    alerts,
    0,
  );

test('incidents are listed by number, with how many of our alerts they hold', () => {
  const asked = { status: ['active', 'inProgress'], severity: [], window: null } as const;
  const incidents = [incident('77', many(2)), incident('zelda', [])];
  const card = drawIncidentList(incidentListView(incidents, { total: 2, from: 1, asked, timeZone: 'UTC' }), 'ref-1');
  expect(wordsOf(card).split('\n').slice(0, 8)).toEqual([
    'Incident list',
    '2 open incidents.',
    'High',
    ' Incident 77',
    '',
    inOneLine(['Active', 'created 2026-03-04 10:00 UTC', unbroken('2 insider risk alerts')]),
    'High',
    ' An incident without a number',
  ]);
  expect(objectsIn(card).flatMap(({ selectAction }) => selectAction ?? [])).toMatchObject([
    { verb: 'command.run', data: { cardRef: 'ref-1', followUp: 'show', incident: '77' } },
  ]);
  expect(wordsOf(card)).toContain('type “show incident 77”');
});

test('no incident is said with what was asked for', () => {
  const asked = { status: ['active'], severity: ['high'], window: null } as const;
  const card = drawIncidentList(incidentListView([], { total: 0, from: 1, asked, timeZone: 'UTC' }), 'ref-1');
  expect(wordsOf(card)).toContain('No active high incidents.');
});
