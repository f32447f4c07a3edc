import { ALERT_STATUSES, CLASSIFICATIONS, DETERMINATIONS } from '../../src/domain/alert';
import {
  changesOffered,
  isChangeLegal,
  isLegalPair,
  LEGAL_DETERMINATIONS,
  patchFor,
  purviewOutcome,
  type Change,
} from '../../src/domain/triage-rules';

/** Microsoft's own table of what a classification may be determined as, written out a second time. */
const LEGAL = new Set([
  'truePositive/maliciousUserActivity',
  'truePositive/compromisedAccount',
  'truePositive/multiStagedAttack',
  'truePositive/malware',
  'truePositive/phishing',
  'truePositive/unwantedSoftware',
  'truePositive/other',
  'informationalExpectedActivity/confirmedActivity',
  'informationalExpectedActivity/lineOfBusinessApplication',
  'informationalExpectedActivity/securityTesting',
  'informationalExpectedActivity/other',
  'falsePositive/notMalicious',
  'falsePositive/notEnoughDataToValidate',
  'falsePositive/other',
]);

const pairs = CLASSIFICATIONS.flatMap((classification) =>
  DETERMINATIONS.map((determination) => [classification, determination] as const),
);

test.each(pairs)('%s with %s is legal exactly when the table says so', (classification, determination) => {
  expect(isLegalPair(classification, determination)).toBe(LEGAL.has(`${classification}/${determination}`));
});

test('every classification has determinations, none twice', () => {
  for (const classification of CLASSIFICATIONS) {
    const offered = LEGAL_DETERMINATIONS[classification];
    expect(offered.length).toBeGreaterThan(0);
    expect(new Set(offered).size).toBe(offered.length);
  }
});

test('Purview confirms a true positive and dismisses the rest', () => {
  expect(CLASSIFICATIONS.map(purviewOutcome)).toEqual(['Confirmed', 'Dismissed', 'Dismissed']);
});

const CHANGES: Change[] = [
  { kind: 'start' },
  { kind: 'assign', assignee: 'adele@contoso.example' },
  { kind: 'resolve', classification: 'truePositive', determination: 'malware' },
  { kind: 'reopen' },
  { kind: 'unassign' },
  { kind: 'comment' },
];

test.each([
  ['new', ['start', 'assign', 'resolve', 'comment']],
  ['inProgress', ['assign', 'resolve', 'comment']],
  ['resolved', ['reopen', 'comment']],
  [null, ['start', 'assign', 'resolve', 'comment']],
] as const)('an alert that is %s offers %j, and exactly that is legal', (status, offered) => {
  expect(changesOffered(status)).toEqual(offered);
  const legal = CHANGES.filter((change) => isChangeLegal(change, status)).map((change) => change.kind);
  expect(legal.filter((kind) => kind !== 'unassign')).toEqual(offered);
});

test.each([
  ['new', true],
  ['inProgress', true],
  ['resolved', false],
  [null, true],
] as const)('an alert that is %s can lose its owner exactly when it can get one: %s', (status, legal) => {
  expect(isChangeLegal({ kind: 'unassign' }, status)).toBe(legal);
  expect(isChangeLegal({ kind: 'assign', assignee: 'adele@contoso.example' }, status)).toBe(legal);
});

test.each([...ALERT_STATUSES, null])('a resolution with an illegal pair is never legal (%s)', (status) => {
  const bare: Change = { kind: 'resolve', classification: 'falsePositive', determination: 'malware' };
  expect(isChangeLegal(bare, status)).toBe(false);
});

test('a patch holds exactly the properties of its change', () => {
  expect(CHANGES.map(patchFor)).toEqual([
    { status: 'inProgress' },
    { assignedTo: 'adele@contoso.example' },
    { status: 'resolved', classification: 'truePositive', determination: 'malware' },
    { status: 'inProgress' },
    { assignedTo: null },
    null,
  ]);
});
