import fc from 'fast-check';
import { RISK_KINDS, riskKindOf } from '../../src/domain/risk-kind';
import { Untrusted } from '../../src/domain/untrusted';

const kindOf = (title: string | null, ...categories: string[]) =>
  riskKindOf({ title: title === null ? null : Untrusted.of(title), categories: categories.map(Untrusted.of) });

test.each([
  ['Data theft by departing users', [], 'departingUser'],
  ['Data leaks by risky users', ['Exfiltration'], 'dataLeak'],
  ['Data theft by departing users', ['Exfiltration'], 'departingUser'],
  ['Unusual access to patient records', ['Exfiltration'], 'patientDataMisuse'],
  ['Risky browsing', [], 'riskyBrowsing'],
  ['Risky AI usage', [], 'riskyAiUsage'],
  ['Security policy violations', [], 'securityPolicyViolation'],
  ['Something about USB sticks', [], 'dataLeak'],
  ['A custom policy', ['Exfiltration'], 'dataLeak'],
  ['A custom policy', ['Data theft'], 'dataTheft'],
  ['Departing users', ['Data theft'], 'dataTheft'],
  ['A custom policy', ['Unheard of'], 'other'],
  ['A custom policy', ['Unheard of', 'DefenseEvasion'], 'securityPolicyViolation'],
  [null, ['EXFILTRATION'], 'dataLeak'],
  [null, [], 'other'],
])('title %s with categories %j is %s', (title, categories, kind) => {
  expect(kindOf(title, ...categories)).toBe(kind);
});

test('whatever the texts say, the kind is a word of the fixed list', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (title, categories) => {
      expect(RISK_KINDS).toContain(kindOf(title, ...categories));
    }),
  );
});
