import { DIGEST_LINES, drawDigestCard } from '../../src/cards/digest-card';
import { digestView } from '../../src/domain/disclosure';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { storedAlert } from '../domain/alert-builder';
import { elementsOf, objectsIn, wordsOf } from './card-walk';

const drawn = (alerts: Partial<StoredAlert>[], alreadyResolved = 0, tier: 'full' | 'compact' | 'text' = 'full') =>
  drawDigestCard(
    digestView(
      alerts.map((over) => storedAlert(over)),
      alreadyResolved,
    ),
    tier,
  );

const severities = (...list: StoredAlert['severity'][]) =>
  list.map((severity, index) => ({ severity, number: 1000 + index }));

/** Each block of the card as one line. */
const linesOf = (...of: Parameters<typeof drawn>) =>
  drawn(...of).body.map((block) =>
    objectsIn(block)
      .map(({ text }) => (typeof text === 'string' ? text : ''))
      .join(''),
  );

test('open alerts are counted by severity and listed, worst and newest first', () => {
  expect(linesOf(severities('low', 'high', 'medium', 'high', null))).toEqual([
    '5 open insider risk alerts',
    '2 High, 1 Medium, 1 Low, 1 severity not given',
    '1004 Severity not given, New, Data leak, Person K7F2, raised 2026-11-23 06:08 UTC',
    '1003 High, New, Data leak, Person K7F2, raised 2026-11-23 06:08 UTC',
    '1001 High, New, Data leak, Person K7F2, raised 2026-11-23 06:08 UTC',
    '1002 Medium, New, Data leak, Person K7F2, raised 2026-11-23 06:08 UTC',
    '1000 Low, New, Data leak, Person K7F2, raised 2026-11-23 06:08 UTC',
    'Type show and a number, for example “show 1042”, to post an alert’s own card.',
  ]);
});

test('a neutral digest names nobody by alias and invites no question', () => {
  const json = JSON.stringify(
    drawDigestCard(digestView([storedAlert({}), storedAlert({ number: 1001 })], 1, true), 'full'),
  );
  expect(json).toContain('Data leak, raised 2026-11-23 06:08 UTC');
  expect(json).not.toMatch(/Person|K7F2|Type show/);
});

test('one alert is a digest, too', () => {
  expect(linesOf([{}])[0]).toBe('1 open insider risk alert');
  expect(linesOf([{}])).toHaveLength(4);
});

test('no alert is said in one line', () => {
  expect(linesOf([])).toEqual(['No open insider risk alerts']);
});

test('alerts that came resolved are counted apart', () => {
  expect(linesOf([], 1)).toEqual([
    'No open insider risk alerts',
    '1 alert was already resolved when it was first seen.',
  ]);
  expect(linesOf([{}], 3)).toContain('3 alerts were already resolved when they were first seen.');
});

test('an alert that was resolved meanwhile is listed, but not counted as open', () => {
  const lines = linesOf([{ status: 'resolved' }, { number: 1043, severity: 'low' }]);
  expect(lines.slice(0, 2)).toEqual(['1 open insider risk alert', '1 Low']);
  expect(lines[2]).toMatch(/^1042 High, Resolved/);
});

test.each([
  ['full', 15],
  ['compact', 5],
  ['text', 0],
] as const)('a %s digest lists %i alerts and counts the rest', (tier, listed) => {
  expect(DIGEST_LINES[tier]).toBe(listed);
  const alerts = severities(...Array<'high'>(20).fill('high'));
  const lines = linesOf(alerts, 0, tier);
  expect(lines.filter((line) => /^\d{4} High/.test(line))).toHaveLength(listed);
  expect(lines).toContain(`${20 - listed} more, not listed here.`);
  expect(lines[0]).toBe('20 open insider risk alerts');
});

test('as many alerts as fit need no remark on more', () => {
  expect(wordsOf(drawn(severities(...Array<'low'>(DIGEST_LINES.full).fill('low'))))).not.toMatch(/more/);
});

test('a digest can be pressed nowhere and refers to no card', () => {
  const card = drawn([{}]);
  expect(JSON.stringify(card)).not.toMatch(/cardRef|Action\./);
  expect(card.refresh).toBeUndefined();
  expect(elementsOf(card, 'TextBlock')).toHaveLength(1);
});
