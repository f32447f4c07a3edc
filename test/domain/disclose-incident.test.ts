import { channelView } from '../../src/domain/disclosure';
import { incidentListView, incidentView, type IncidentFacts } from '../../src/domain/disclose-incident';
import { at, storedAlert } from './alert-builder';

const FACTS: IncidentFacts = {
  id: '77',
  status: 'active',
  severity: 'high',
  created: at('2026-03-04T10:00:00Z'),
  lastUpdate: null,
};

test('an incident is shown by its number, state, times and alerts, and by nothing else', () => {
  const named = { ...FACTS, displayName: 'Exfiltration by Zelda Quicksilver' };
  expect(incidentView(named, [storedAlert()], 2)).toEqual({
    ...FACTS,
    alerts: [channelView(storedAlert())],
    alertsElsewhere: 2,
  });
});

test.each(['zelda', '', '77 ', '7'.repeat(21), '77<b>'])('an incident called %j has no number to show', (id) => {
  expect(incidentView({ ...FACTS, id }, [], 0).id).toBeNull();
});

test('a list of incidents keeps what was asked beside them', () => {
  const page = { total: 1, from: 1, asked: { status: [], severity: [], window: null }, timeZone: 'UTC' };
  const incidents = [incidentView(FACTS, [], 0)];
  expect(incidentListView(incidents, page)).toEqual({ ...page, incidents });
});
