import { kindOfPolicy, NAMED_KINDS } from '../../src/domain/policy-kind';
import { riskKindWords } from '../../src/domain/wording/alert-words';

test.each(NAMED_KINDS)('what cards call %s is understood as a policy, in any case and number', (kind) => {
  const words = riskKindWords(kind);
  expect([words, words.toUpperCase(), ` ${words}s `].map(kindOfPolicy)).toEqual([kind, kind, kind]);
});

test.each([
  ['Data leaks', 'dataLeak'],
  ['security  policy violations', 'securityPolicyViolation'],
  ['Patient data misuse', 'patientDataMisuse'],
  ['Risky AI usage', 'riskyAiUsage'],
  ['Risky browser usage', 'riskyBrowsing'],
])('%j names every policy of its kind', (policy, kind) => {
  expect(kindOfPolicy(policy)).toBe(kind);
});

test.each([
  'Data leaks by priority users',
  'Data theft by departing users',
  'Project Falcon leaks',
  'Insider risk',
  'leak',
  'Zelda Quicksilver',
  '',
])('%j names less than a kind or nothing that is known', (policy) => {
  expect(kindOfPolicy(policy)).toBeNull();
});
