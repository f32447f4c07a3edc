import { channelView } from '../../src/domain/disclosure';
import { alertListView, LIST_PAGE, type ListPage } from '../../src/domain/disclose-list';
import { storedAlert } from './alert-builder';

const PAGE: ListPage = {
  total: 54,
  from: 11,
  asked: { status: [], severity: [], assignee: null, account: null, policy: null, window: null, sort: null },
  timeZone: 'UTC',
};

test('a list holds channel views, never more, in the order they came', () => {
  const stored = [storedAlert({ number: 1043 }), storedAlert()];
  expect(alertListView(stored, PAGE)).toEqual({ ...PAGE, alerts: stored.map(channelView) });
});

test('a page holds ten alerts at most', () => {
  expect(LIST_PAGE).toBe(10);
  const stored = Array.from({ length: 25 }, (_, index) => storedAlert({ number: 1000 + index }));
  expect(alertListView(stored, PAGE).alerts.map(({ number }) => number)).toEqual(
    stored.slice(0, LIST_PAGE).map(({ number }) => number),
  );
});
