import { toTextRun, Untrusted } from '../../../src/domain/untrusted';
import type { HuntingFailure } from '../../../src/domain/hunting-failure';
import { huntingFailureWords, LABELS_NAMED } from '../../../src/domain/wording/hunting-failure-words';
import { everyFailure } from './failures';

const said = (failure: HuntingFailure) => huntingFailureWords(failure, toTextRun);

test.each(everyFailure('Confidential').map((failure) => [failure.code, failure] as const))(
  '%s is said in whole sentences without a figure of the data',
  (_code, failure) => {
    expect(said(failure)).toMatch(/^[A-Z].*\.$/);
    expect(said(failure)).not.toMatch(/undefined|null|NaN|\[untrusted\]|  /);
    expect(said(failure)).not.toMatch(/\d+ (files|events|behaviours)/);
  },
);

test('each says something else', () => {
  const all = everyFailure('Confidential').map(said);
  expect(new Set(all).size).toBe(all.length);
});

test.each([
  [{ code: 'askedTooOften', retryAfterSeconds: 41 }, 'Please ask again in 41 seconds.'],
  [{ code: 'askedTooOften', retryAfterSeconds: 0.2 }, 'Please ask again in 1 second.'],
  [{ code: 'botQuotaUsed', retryAfterSeconds: 1 }, 'Please ask again in 1 second.'],
  [{ code: 'sharingOff' }, 'in the Purview portal under Insider Risk Management settings, Data sharing.'],
  [{ code: 'notPermitted', permission: 'ThreatHunting.Read.All' }, 'ThreatHunting.Read.All.'],
  [{ code: 'notPermitted', permission: 'SensitivityLabel.Read' }, 'SensitivityLabel.Read.'],
  [{ code: 'tenantQuotaUsed', retryAfterSeconds: 900 }, 'in 15 minutes.'],
  [{ code: 'policyNotKept' }, '“Risky browsing” and “Risky use of AI”.'],
  [{ code: 'tooManyAlerts', most: 5_000 }, 'Please ask about a shorter time, a status or a severity.'],
  [{ code: 'nameNeedsInvestigator' }, 'such as Person K7F2, or the alert’s number.'],
] as const)('%j ends by saying what to do: %s', (failure, words) => {
  expect(said(failure).endsWith(words)).toBe(true);
});

test('nobody learns from a refusal whether a person is unknown or themselves', () => {
  const reasons = (['isSelf', 'unknown'] as const).map((reason) => said({ code: 'personRefused', reason }));
  expect(new Set(reasons).size).toBe(1);
});

test('an unknown label is answered with the tenant’s own, the first few by name', () => {
  const labels = (count: number) =>
    said({ code: 'labelUnknown', labels: Array.from({ length: count }, (_, index) => Untrusted.of(`L${index}`)) });
  expect(labels(2)).toBe('I know no label of that name. This tenant’s labels are “L0” and “L1”.');
  expect(labels(LABELS_NAMED)).not.toMatch(/more/);
  expect(labels(LABELS_NAMED + 3)).toMatch(/“L11” and 3 more\.$/);
  expect(labels(0)).toMatch(/could read none/);
});
