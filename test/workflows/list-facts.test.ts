import type { IncidentSlots, ListSlots } from '../../src/domain/command';
import {
  listFacts,
  pageOf,
  readAlertListFacts,
  readIncidentListFacts,
  type ListFacts,
} from '../../src/workflows/list-facts';

const WINDOW = { from: '2026-11-16T00:00:00Z', to: '2026-11-23T00:00:00Z' };
const ALERTS: ListFacts<ListSlots> = {
  slots: {
    status: ['new', 'inProgress'],
    severity: ['high'],
    assignee: 'me',
    account: 'Person K7F2',
    policy: 'Data leaks',
    window: WINDOW,
    sort: 'oldest',
    top: 40,
  },
  from: 11,
  timeZone: 'Europe/Berlin',
};
const INCIDENTS: ListFacts<IncidentSlots> = {
  slots: { status: ['active'], severity: ['low'], window: WINDOW, top: 12 },
  from: 1,
  timeZone: 'UTC',
};

test('what was asked for comes back as it was kept', () => {
  expect(readAlertListFacts(listFacts(ALERTS))).toEqual(ALERTS);
  expect(readAlertListFacts(listFacts({ ...ALERTS, slots: {} }))).toEqual({ ...ALERTS, slots: {} });
  expect(readIncidentListFacts(listFacts(INCIDENTS))).toEqual(INCIDENTS);
});

test('nothing but the list itself is kept, whatever else is known of the question', () => {
  const whole = { ...ALERTS, asker: { userPrincipalName: 'ilse@fabrikam.example' } };
  expect(JSON.parse(listFacts(whole))).toEqual(ALERTS);
});

test.each([
  ['another form', '{"question":"who"}'],
  ['an unknown slot', listFacts({ ...ALERTS, slots: JSON.parse('{"everything":true}') })],
  ['an unknown status', listFacts({ ...ALERTS, slots: JSON.parse('{"status":["closed"]}') })],
  ['a place before the first', listFacts({ ...ALERTS, from: 0 })],
  ['a place between two rows', listFacts({ ...ALERTS, from: 1.5 })],
])('facts of %s are refused', (_form, facts) => {
  expect(() => readAlertListFacts(facts)).toThrow();
  expect(() => readIncidentListFacts(facts)).toThrow();
});

test('a list of alerts is no list of incidents', () => {
  expect(() => readIncidentListFacts(listFacts(ALERTS))).toThrow();
});

test('a page is turned without touching what was asked for', () => {
  expect(pageOf(ALERTS, 'next')).toEqual({ ...ALERTS, from: 21 });
  expect(pageOf(ALERTS, 'previous')).toEqual({ ...ALERTS, from: 1 });
});
