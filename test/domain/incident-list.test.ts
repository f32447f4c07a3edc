import type { IncidentSlots } from '../../src/domain/command';
import type { Incident } from '../../src/domain/incident';
import { alertsByIncident, newestIncidentFirst, passesSlots } from '../../src/domain/incident-list';
import { anIncident } from '../builders/incident';
import { at, storedAlert } from './alert-builder';

test('alerts are gathered under their incident in their order, and those of none are left out', () => {
  const of = (number: number, incidentId: string | null) => storedAlert({ number, incidentId });
  const gathered = alertsByIncident([of(5, '77'), of(4, null), of(3, '78'), of(2, '77')]);
  expect([...gathered].map(([id, alerts]) => [id, alerts.map(({ number }) => number)])).toEqual([
    ['77', [5, 2]],
    ['78', [3]],
  ]);
});

const WINDOW = { from: '2026-11-23T00:00:00Z', to: '2026-11-24T00:00:00Z' };

test.each<[IncidentSlots, Partial<Incident>, boolean]>([
  [{}, { status: null, severity: null, createdDateTime: null }, true],
  [{ status: ['active', 'inProgress'] }, { status: 'inProgress' }, true],
  [{ status: ['active'] }, { status: 'resolved' }, false],
  [{ status: ['active'] }, { status: null }, false],
  [{ severity: ['high'] }, { severity: 'high' }, true],
  [{ severity: ['high'] }, { severity: 'low' }, false],
  [{ severity: ['high'] }, { severity: null }, false],
  [{ window: WINDOW }, { createdDateTime: at('2026-11-23T00:00:00Z') }, true],
  [{ window: WINDOW }, { createdDateTime: at('2026-11-24T00:00:00Z') }, false],
  [{ window: WINDOW }, { createdDateTime: null }, false],
])('asked for %j, an incident of %j passes: %s', (slots, over, passes) => {
  expect(passesSlots(anIncident(over), slots)).toBe(passes);
});

test('the newest incident stands first, the higher number of two, and one without a date last', () => {
  const incidents = [
    anIncident({ id: '9', createdDateTime: null }),
    anIncident({ id: '99', createdDateTime: at('2026-11-23T00:00:00Z') }),
    anIncident({ id: '100', createdDateTime: at('2026-11-23T00:00:00Z') }),
    anIncident({ id: '7', createdDateTime: at('2026-11-23T00:00:00.0000001Z') }),
  ];
  expect(incidents.sort(newestIncidentFirst).map(({ id }) => id)).toEqual(['7', '100', '99', '9']);
});
