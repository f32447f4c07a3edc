import type { ListAsked } from '../../../src/domain/disclose-list';
import { toTextRun, Untrusted } from '../../../src/domain/untrusted';
import * as words from '../../../src/domain/wording/list-words';

const ANY: ListAsked = {
  status: [],
  severity: [],
  assignee: null,
  account: null,
  policy: null,
  window: null,
  sort: null,
};
const WINDOW = { from: '2026-03-04T10:00:00Z', to: '2026-03-11T10:00:00Z' };
const text = (of: string) => Untrusted.of(of);

test.each([
  [12, { status: ['new', 'inProgress'], severity: ['high'] }, '12 open high alerts.'],
  [0, { status: ['new', 'inProgress'], severity: ['high'] }, 'No open high alerts.'],
  [1, {}, '1 alert.'],
  [0, {}, 'No alerts.'],
  [3, { status: ['inProgress'] }, '3 in-progress alerts.'],
  [3, { status: ['new', 'resolved'], severity: ['high', 'low'] }, '3 new or resolved high or low alerts.'],
  [3, { assignee: 'me' }, '3 alerts assigned to you.'],
  [3, { assignee: 'none', status: ['new'] }, '3 new alerts assigned to nobody.'],
  [3, { assignee: text('Ilse Brandt') }, '3 alerts assigned to Ilse Brandt.'],
  [
    1_200,
    { account: text('Person K7F2'), policy: text('Leavers'), window: WINDOW },
    '1,200 alerts about Person K7F2 of policy “Leavers”, raised 4–11 March 2026.',
  ],
  [0, { window: WINDOW, status: ['resolved'] }, 'No resolved alerts raised 4–11 March 2026.'],
] as const)('%i of %j is said as “%s”', (total, asked, lead) => {
  expect(words.alertListLead(total, { ...ANY, ...asked }, 'UTC', toTextRun)).toBe(lead);
});

test.each([
  [0, { status: ['active', 'inProgress'] }, 'No open incidents.'],
  [2, { status: ['active'], severity: ['high'] }, '2 active high incidents.'],
  [1, { window: WINDOW }, '1 incident, raised 4–11 March 2026.'],
] as const)('%i incidents of %j are said as “%s”', (total, asked, lead) => {
  expect(words.incidentListLead(total, { status: [], severity: [], window: null, ...asked }, 'UTC')).toBe(lead);
});

test('what was read is said whole, what was not named as well', () => {
  expect(words.alertListReading(ANY, 'UTC', toTextRun)).toEqual([
    'every status',
    'every severity',
    'of any time',
    'newest first',
  ]);
  const asked: ListAsked = {
    status: ['new', 'inProgress'],
    severity: ['high'],
    assignee: 'none',
    account: text('Person K7F2'),
    policy: text('Leavers'),
    window: WINDOW,
    sort: 'severity',
  };
  expect(words.alertListReading(asked, 'UTC', toTextRun)).toEqual([
    'status new or in progress',
    'severity high',
    'raised 4 Mar 2026 10:00 – 11 Mar 2026 10:00 UTC',
    'about Person K7F2',
    'policy Leavers',
    'assigned to nobody',
    'most severe first',
  ]);
});

test.each([
  [undefined, []],
  [1, ['1 other incident not looked up']],
  [1_204, ['1,204 other incidents not looked up']],
])('incidents that were not looked up are counted: %s', (notRead, counted) => {
  const asked = { status: [], severity: [], window: null, ...(notRead !== undefined && { notRead }) };
  const everything = ['every status', 'every severity', 'of any time', 'newest first'];
  expect(words.incidentListReading(asked, 'UTC')).toEqual([...everything, ...counted]);
});

test('a policy’s name that was taken for a kind of risk says so', () => {
  expect(words.policyOfKindWords('dataLeak')).toBe('Data leak (by kind of risk)');
});

test.each([
  [11, 10, 54, '11 to 20 of 54'],
  [51, 4, 54, '51 to 54 of 54'],
  [1, 10, 10, null],
  [1, 0, 0, null],
  [1, 10, 1_200, '1 to 10 of 1,200'],
])('a page from %i with %i rows of %i is said as “%s”', (from, shown, total, place) => {
  expect(words.placeWords(from, shown, total)).toBe(place);
});
