import fc from 'fast-check';
import { ALERT_STATUSES, SEVERITIES, severityRank } from '../../src/domain/alert';
import { isListed, listedAlerts, type AlertFilter } from '../../src/domain/alert-list';
import { ALERT_SORTS } from '../../src/domain/command';
import { erasedPerson } from '../../src/domain/person';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { toGraphValue, Untrusted } from '../../src/domain/untrusted';
import { at, storedAlert, SUBJECT } from './alert-builder';

const EVERY: AlertFilter = { status: [], severity: [], window: null, assignee: null, person: null, riskKind: null };
const OTTO = { ...SUBJECT, objectId: 'ab12', userPrincipalName: 'otto@contoso.example', sid: null };
const INSTANTS = ['2026-03-04T00:00:00Z', '2026-03-04T00:00:00.0000001Z', '2026-03-04T10:00:00.3Z'].map(at);
const OWNERS = ['ilse@contoso.example', 'Ilse Brandt', ' ', 'otto@contoso.example'];

const alerts = fc
  .array(
    fc.record({
      status: fc.constantFrom(null, ...ALERT_STATUSES),
      severity: fc.constantFrom(null, ...SEVERITIES),
      createdDateTime: fc.constantFrom(null, ...INSTANTS),
      assignedTo: fc.option(fc.constantFrom(...OWNERS).map((owner) => Untrusted.of(owner))),
      riskKind: fc.constantFrom('dataLeak' as const, 'dataTheft' as const),
      subject: fc.constantFrom(null, SUBJECT, OTTO),
    }),
  )
  .map((many) => many.map((over, index) => storedAlert({ ...over, alias: null, number: 1_000 + index })));

const filters = fc.record({
  status: fc.subarray([...ALERT_STATUSES]),
  severity: fc.subarray([...SEVERITIES]),
  window: fc.option(fc.constantFrom(...INSTANTS).map((to) => ({ from: at('2026-03-04T00:00:00Z'), to }))),
  assignee: fc.constantFrom<AlertFilter['assignee'][]>(null, 'none', ['ILSE@contoso.example'], OWNERS.slice(1)),
  person: fc.constantFrom(null, { ...OTTO, alias: 'Q3M8' }),
  riskKind: fc.constantFrom(null, 'dataLeak' as const),
});

/** One rule after another, each as its slot is explained. */
function naively(all: readonly StoredAlert[], filter: AlertFilter): number[] {
  const { status, severity, window, assignee, person, riskKind } = filter;
  let left = [...all];
  if (status.length > 0) left = left.filter((alert) => status.some((each) => each === alert.status));
  if (severity.length > 0) left = left.filter((alert) => severity.some((each) => each === alert.severity));
  if (window)
    left = left.filter(({ createdDateTime: raised }) => raised && raised >= window.from && raised < window.to);
  if (person) left = left.filter(({ subject }) => subject === OTTO);
  if (riskKind) left = left.filter((alert) => alert.riskKind === riskKind);
  if (assignee !== null) {
    const wanted = assignee === 'none' ? [''] : assignee.map((form) => form.trim().toLowerCase()).filter(Boolean);
    left = left.filter(({ assignedTo, subject }) => {
      const owner = assignedTo === null ? '' : toGraphValue(assignedTo).trim().toLowerCase();
      const isHidden = subject === OTTO && owner === 'otto@contoso.example';
      return wanted.includes(owner) && !isHidden;
    });
  }
  return left.map(({ number }) => number).sort();
}

const numbers = (listed: readonly StoredAlert[]) => listed.map(({ number }) => number);

test('a list holds what each filter leaves over, whatever the order', () => {
  fc.assert(
    fc.property(alerts, filters, fc.constantFrom(...ALERT_SORTS), (all, filter, sort) => {
      expect(numbers(listedAlerts(all, filter, sort, null)).sort()).toEqual(naively(all, filter));
    }),
  );
});

test('top bounds the list to the first of its order', () => {
  fc.assert(
    fc.property(alerts, fc.constantFrom(...ALERT_SORTS), fc.integer({ min: 1, max: 12 }), (all, sort, top) => {
      expect(listedAlerts(all, EVERY, sort, top)).toEqual(listedAlerts(all, EVERY, sort, null).slice(0, top));
    }),
  );
});

test('oldest is newest turned round, and alerts without a date stand last in both', () => {
  fc.assert(
    fc.property(alerts, (all) => {
      const dated = all.filter(({ createdDateTime }) => createdDateTime !== null);
      const undated = numbers(all.filter(({ createdDateTime }) => createdDateTime === null));
      expect(listedAlerts(dated, EVERY, 'oldest', null)).toEqual(listedAlerts(dated, EVERY, 'newest', null).reverse());
      for (const sort of ['newest', 'oldest'] as const) {
        const last = numbers(listedAlerts(all, EVERY, sort, null)).slice(dated.length);
        expect(last.sort()).toEqual(undated.sort());
      }
    }),
  );
});

test('the most severe stand first, one that is not given among the high ones, and equals newest first', () => {
  fc.assert(
    fc.property(alerts, (all) => {
      const listed = listedAlerts(all, EVERY, 'severity', null);
      const ranks = listed.map(({ severity }) => severityRank(severity ?? 'high'));
      expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
      for (const rank of new Set(ranks)) {
        const equals = listed.filter((_, index) => ranks[index] === rank);
        expect(equals).toEqual(listedAlerts(equals, EVERY, 'newest', null));
      }
    }),
  );
});

test('ticks decide between alerts of one second', () => {
  const all = INSTANTS.slice(0, 2).map((createdDateTime, index) => storedAlert({ createdDateTime, number: 9 - index }));
  expect(numbers(listedAlerts(all, EVERY, 'newest', null))).toEqual([8, 9]);
});

test.each<[string, string | null, AlertFilter['assignee'], boolean]>([
  ['by UPN', 'Ilse@contoso.example', ['ilse@contoso.example'], true],
  ['by any form of theirs', 'Ilse Brandt', ['a7e0', 'ilse@contoso.example', 'ilse brandt'], true],
  ['by a part of the name', 'Ilse Brandt', ['Ilse'], false],
  ['as nobody', null, 'none', true],
  ['as nobody, where Graph holds blanks', '  ', 'none', true],
  ['as nobody, where somebody is', 'Ilse Brandt', 'none', false],
  ['by a name, where nobody is', null, ['Ilse Brandt'], false],
  ['by name, being whom the alert is about', 'Zelda Quicksilver', ['Zelda Quicksilver'], false],
  [
    'by UPN, being whom the alert is about',
    'zelda.quicksilver@contoso.example',
    [SUBJECT.userPrincipalName ?? ''],
    false,
  ],
  ['by the alias that cards show for them', 'Zelda Quicksilver', ['Person K7F2'], true],
])('an owner is found %s: %#', (_how, owner, assignee, found) => {
  const alert = storedAlert({ assignedTo: owner === null ? null : Untrusted.of(owner) });
  expect(isListed(alert, { ...EVERY, assignee })).toBe(found);
});

test('a person is found by alias or by any identifier, and an alert about nobody never is', () => {
  const person = { objectId: null, userPrincipalName: null, sid: null, displayName: null, accountName: null };
  const isFor = (known: Partial<typeof SUBJECT>, alias: string, over: Partial<StoredAlert> = {}) =>
    isListed(storedAlert(over), { ...EVERY, person: { ...person, ...known, alias } });
  expect(isFor({}, 'K7F2')).toBe(true);
  expect(isFor({ sid: SUBJECT.sid }, 'Q3M8')).toBe(true);
  expect(isFor({ displayName: SUBJECT.displayName }, 'Q3M8')).toBe(false);
  expect(isFor({}, 'K7F2', { subject: null, alias: null })).toBe(false);
});

test('nobody finds the alerts of an erased person by naming them', () => {
  const subject = erasedPerson((identifiers) => identifiers.includes('oid:ab12'));
  const erased = storedAlert({ subject, alias: null });
  expect(isListed(erased, { ...EVERY, person: { ...OTTO, alias: 'Q3M8' } })).toBe(false);
  expect(isListed(erased, EVERY)).toBe(true);
});
