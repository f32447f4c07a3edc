import { ALERT_STATUSES, isInsiderRisk, isOpen, SEVERITIES, severityRank } from '../../src/domain/alert';

const IRM = 'microsoftInsiderRiskManagement';

test.each([
  [IRM, null, true],
  [null, IRM, true],
  ['microsoft365Defender', IRM, true],
  ['MICROSOFTINSIDERRISKMANAGEMENT', null, true],
  ['microsoftDefenderForEndpoint', 'antivirus', false],
  [`${IRM}X`, `X${IRM}`, false],
  ['', '', false],
  [null, null, false],
])('an alert from service %s and detection %s: insider risk %s', (serviceSource, detectionSource, expected) => {
  expect(isInsiderRisk({ serviceSource, detectionSource })).toBe(expected);
});

test('everything but a resolved alert is open, an unknown status included', () => {
  expect([...ALERT_STATUSES, null].map((status) => [status, isOpen(status)])).toEqual([
    ['new', true],
    ['inProgress', true],
    ['resolved', false],
    [null, true],
  ]);
});

test('severities rank from high down, and one that is not given ranks below all', () => {
  expect([...SEVERITIES, null].map(severityRank)).toEqual([4, 3, 2, 1, 0]);
});
