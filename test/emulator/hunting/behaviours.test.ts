import { behaviourColumns } from '../../../src/emulator/hunting/behaviour-columns';
import { FEWEST_ACTS } from '../../../src/emulator/hunting/behaviours';
import { createWorld } from '../../../src/emulator/world';
import { DAY_MS, distinct, groupedBy, NOW, rowsOf, tableNamed, tablesOf, type Row } from './hunting-under-test';

const world = createWorld({ clock: () => NOW, events: 6_000 });
const rows = rowsOf(tableNamed(tablesOf(world, { now: NOW.getTime() + DAY_MS }), 'DataSecurityBehaviors'));
const byId = groupedBy(rows, 'BehaviorId');
const latest = [...byId.values()].map((versions) => versions.at(-1) ?? {});

describe('behaviours', () => {
  it('have the documented columns', () => {
    expect(behaviourColumns('p25')).toHaveLength(26);
    expect(behaviourColumns('p26')).toHaveLength(28);
  });

  it('are written again when more of the day is known: later, and counting more', () => {
    const rewritten = [...byId.values()].filter((versions) => versions.length > 1);
    expect(rewritten.length).toBeGreaterThan(50);
    for (const versions of rewritten) {
      const column = (name: string) => versions.map((row) => Number(row[name]));
      expect(column('ActivityCount')).toEqual([...new Set(column('ActivityCount'))].sort((a, b) => a - b));
      expect(column('Timestamp')).toEqual([...column('Timestamp')].sort((a, b) => a - b));
      expect(distinct(versions, 'StartTime').size).toBe(1);
    }
  });

  it('sum up one person’s acts of one kind on one calendar day, which are among the events', () => {
    const events = rowsOf(tableNamed(tablesOf(world, { now: NOW.getTime() + DAY_MS }), 'DataSecurityEvents'));
    const uploads = latest.filter((row) => row['ActionType'] === 'Files uploaded to cloud');
    expect(uploads.length).toBeGreaterThan(10);
    for (const row of uploads) {
      const day = (at: unknown) => Math.floor(Number(at) / DAY_MS);
      if (Number(row['StartTime']) < NOW.getTime() - 29 * DAY_MS) continue;
      const acts = events.filter(
        (event) =>
          event['AccountUpn'] === row['AccountUpn'] &&
          day(event['Timestamp']) === day(row['StartTime']) &&
          String(event['ActionType']).includes('File upload to cloud'),
      );
      expect(row['ActivityCount']).toBe(acts.length);
    }
    for (const row of latest) expect(row['ActivityCount']).toBeGreaterThanOrEqual(FEWEST_ACTS);
  });

  it('are mostly usual and sometimes anomalous, those of people who send much among them', () => {
    const anomalous = latest.filter((row) => row['IsAnomalous'] === true);
    expect(anomalous.length).toBeGreaterThan(3);
    expect(anomalous.length).toBeLessThan(latest.length / 5);
    expect(distinct(anomalous, 'AccountUpn')).toContain('robert.ellery@contoso.com');
  });

  it('name labels and sensitive information types, and give lists as JSON', () => {
    const lists = (row: Row) => row['SensitivityLabelInfo'] as Record<string, unknown>[];
    const labels = latest.flatMap(lists);
    expect(labels.map((label) => label['SensitivityLabelName'])).toContain('Confidential/All Employees');
    const types = latest.flatMap((row) => row['SensitiveInfoTypesInfo'] as Record<string, unknown>[]);
    expect(types.map((type) => type['SensitiveInfoTypeName'])).toContain('Credit Card Number');
    expect(latest.flatMap((row) => row['UrlDomainInfo'] as Record<string, unknown>[])).toContainEqual(
      expect.objectContaining({ UrlDomain: 'mail.google.com', Direction: 'Sent' }),
    );
  });

  it('belong to people of the tenant alone', () => {
    const people = new Set(world.tenant.people.map((person) => person.userPrincipalName));
    for (const row of rows) expect(people).toContain(row['AccountUpn']);
  });
});
