import { digestSummaryOf, summaryOf } from '../../src/cards/card-summary';
import { channelView, digestView } from '../../src/domain/disclosure';
import { storedAlert } from '../domain/alert-builder';

test('a notification holds severity and short number, and nothing else', () => {
  expect(summaryOf(channelView(storedAlert()))).toBe('High alert 1042');
  expect(summaryOf({ number: 1043, severity: null })).toBe('Severity not given: alert 1043');
});

test('the notification of a digest holds counts by severity of what is open', () => {
  const alerts = [storedAlert(), storedAlert({ severity: 'low' }), storedAlert({ status: 'resolved' })];
  expect(digestSummaryOf(digestView(alerts, 4))).toBe('Open alerts: 1 High, 1 Low');
  expect(digestSummaryOf(digestView([], 4))).toBe('No open insider risk alerts');
});
