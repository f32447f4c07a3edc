import {
  ALERT_STATUSES,
  CLASSIFICATIONS,
  DETERMINATIONS,
  SEVERITIES,
  type EvidenceCounts,
} from '../../../src/domain/alert';
import { RISK_KINDS } from '../../../src/domain/risk-kind';
import * as words from '../../../src/domain/wording/alert-words';

const NONE: EvidenceCounts = { files: 0, labels: 0, destinations: 0, devices: 0, others: 0 };

test('statuses and severities are said in the words of the product', () => {
  expect(ALERT_STATUSES.map(words.statusWords)).toEqual(['New', 'In progress', 'Resolved']);
  expect(SEVERITIES.map(words.severityWords)).toEqual(['High', 'Medium', 'Low', 'Informational']);
});

test('every member of every list has words of its own', () => {
  const lists = [
    RISK_KINDS.map(words.riskKindWords),
    CLASSIFICATIONS.map(words.classificationWords),
    DETERMINATIONS.map(words.determinationWords),
  ];
  for (const list of lists) {
    expect(new Set(list).size).toBe(list.length);
    for (const each of list) expect(each).toMatch(/^[A-Z][A-Za-z, -]+$/);
  }
});

test('what is not given is said to be not given', () => {
  expect([
    words.statusWords(null),
    words.severityWords(null),
    words.classificationWords(null),
    words.determinationWords(null),
    words.evidenceWords(null),
    words.sourceWords(null),
  ]).toEqual(Array(6).fill('not given'));
  expect(words.personWords(null)).toBe('Person not given');
});

test('a person is said by alias', () => {
  expect(words.personWords('K7F2')).toBe('Person K7F2');
});

test.each([
  [{ ...NONE, files: 12, labels: 2, destinations: 3 }, '12 files, 2 labels, 3 destinations'],
  [
    { files: 1, labels: 1, destinations: 1, devices: 1, others: 1 },
    '1 file, 1 label, 1 destination, 1 device, 1 other item',
  ],
  [{ ...NONE, others: 2 }, '2 other items'],
  [NONE, 'none listed'],
])('evidence %j is said as “%s”', (evidence, expected) => {
  expect(words.evidenceWords(evidence)).toBe(expected);
});

test.each([
  [0, '0 alerts'],
  [1, '1 alert'],
  [2, '2 alerts'],
])('%i is said as “%s”', (count, expected) => {
  expect(words.countWords(count, 'alert')).toBe(expected);
});

test('an alert’s line holds severity and short number', () => {
  expect(words.alertLine('high', 1042)).toBe('High alert 1042');
  expect(words.alertLine(null, 1042)).toBe('Severity not given: alert 1042');
});

test('severities are counted, most severe first', () => {
  expect(words.severityCountWords(['low', 'high', null, 'low'])).toBe('1 High, 2 Low, 1 severity not given');
  expect(words.severityCountWords([])).toBe('');
});

test('a source is said in words, known or not', () => {
  expect(words.sourceWords('microsoftInsiderRiskManagement')).toBe('Microsoft Insider Risk Management');
  expect(words.sourceWords('somethingNew2Come')).toBe('Something New2 Come');
});
