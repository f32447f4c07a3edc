import { SCHEMA_VARIANTS, eventColumns } from '../../../src/emulator/hunting/event-columns';
import { DEFAULT_EVENTS } from '../../../src/emulator/hunting/month-of-events';
import { createWorld } from '../../../src/emulator/world';
import { DAY_MS, distinct, eventRows, groupedBy, NOW, type Row } from './hunting-under-test';

const world = createWorld({ clock: () => NOW });
const rows = eventRows(world);
const having = (column: string) => rows.filter((row) => row[column] !== '' && row[column] !== null);
const doing = (action: RegExp) => rows.filter((row) => action.test(String(row['ActionType'])));
const people = world.tenant.people.map((person) => person.userPrincipalName);

describe('a month of work', () => {
  it('has rows enough to be worth counting, all of them within the month', () => {
    expect(DEFAULT_EVENTS).toBeGreaterThanOrEqual(20_000);
    expect(rows.length).toBeGreaterThanOrEqual(DEFAULT_EVENTS);
    for (const row of rows) {
      expect(row['Timestamp']).toBeLessThanOrEqual(NOW.getTime());
      expect(row['Timestamp']).toBeGreaterThanOrEqual(NOW.getTime() - 30 * DAY_MS);
    }
    expect(distinct(rows, 'ActivityId').size).toBe(rows.length);
  });

  it('is done by sixty people, in departments, on devices', () => {
    expect(people).toHaveLength(60);
    for (const upn of people) expect(distinct(rows, 'AccountUpn')).toContain(upn);
    expect(distinct(having('Department'), 'Department').size).toBeGreaterThanOrEqual(10);
    expect(distinct(having('DeviceName'), 'DeviceName').size).toBeGreaterThanOrEqual(60);
    expect(having('IsManagedDevice').filter((row) => row['IsManagedDevice'] === false).length).toBeGreaterThan(100);
  });

  it('is the same month at every start', () => {
    expect(eventRows(createWorld({ clock: () => NOW }))).toEqual(rows);
  });

  it('is as large as asked for', () => {
    const small = eventRows(createWorld({ clock: () => NOW, events: 1_500 }));
    expect(small.length).toBeGreaterThanOrEqual(1_500);
    expect(small.length).toBeLessThan(3_000);
  });

  it.each([
    ['uploads', /File upload to cloud/],
    ['removable media', /Removable media/],
    ['prints', /File printed/],
    ['sharing', /shared with people outside/],
    ['network shares', /network share/],
    ['labels lowered', /Label downgraded/],
    ['labels removed', /Label removed/],
    ['prompts and responses in one row', /Risky prompt entered in .+;Sensitive response/],
    ['several actions joined', /;DLP Rule Matched/],
    ['browsing', /websites browsed/],
    ['agents', /^Exposing agent/],
  ])('tells of %s', (_, action) => {
    expect(doing(action).length).toBeGreaterThan(10);
  });

  it.each([
    ['rows without an account', (row: Row) => row['AccountUpn'] === ''],
    ['service accounts', (row: Row) => String(row['AccountUpn']).startsWith('securitycopilotagentuser-')],
    ['system paths', (row: Row) => String(row['ObjectId']).includes('\\DLPCache\\')],
    ['lists of labels', (row: Row) => String(row['SensitivityLabelId']).includes(',')],
    ['several recipients', (row: Row) => String(row['RecipientEmailAddress']).includes(', ')],
    ['warnings clicked through', (row: Row) => row['DlpPolicyEnforcementMode'] === 3],
    ['policies without a name', (row: Row) => String(row['DlpPolicyMatchInfo']).includes('"PolicyName":""')],
  ])('holds what trips careless questions: %s', (_, holds) => {
    expect(rows.filter(holds).length).toBeGreaterThan(5);
  });

  it('gives sensitive information types as an array of JSON texts', () => {
    const [first] = having('SensitiveInfoTypeInfo').filter(({ SensitiveInfoTypeInfo: found }) => Array.isArray(found));
    const elements = first?.['SensitiveInfoTypeInfo'] as unknown[];
    expect(elements.length).toBeGreaterThan(0);
    for (const element of elements) {
      expect(Object.keys(JSON.parse(String(element)) as object)).toEqual(
        expect.arrayContaining(['SensitiveInfoTypeId', 'ClassifierType', 'Count', 'Confidence']),
      );
    }
  });

  it('ties the acts of a sequence together, by one person, in order, within a day', () => {
    const sequences = groupedBy(having('SequenceCorrelationId'), 'SequenceCorrelationId');
    expect(sequences.size).toBeGreaterThan(20);
    for (const acts of sequences.values()) {
      expect(distinct(acts, 'AccountUpn').size).toBe(1);
      const times = acts.map((row) => Number(row['Timestamp']));
      expect(Math.max(...times) - Math.min(...times)).toBeLessThan(DAY_MS);
    }
  });

  it('is busier by day than by night and on weekdays than at weekends', () => {
    const hours = rows.map((row) => new Date(Number(row['Timestamp'])));
    const by = (test: (date: Date) => boolean) => hours.filter(test).length;
    expect(by((date) => date.getUTCHours() < 6)).toBeLessThan(rows.length / 20);
    expect(by((date) => date.getUTCDay() % 6 === 0)).toBeLessThan(rows.length / 10);
    expect(by((date) => date.getUTCHours() < 6)).toBeGreaterThan(0);
  });

  it('has a few people who are far busier of late', () => {
    const counts = (upn: string, from: number, to: number) =>
      rows.filter(
        (row) =>
          row['AccountUpn'] === upn &&
          Number(row['Timestamp']) >= NOW.getTime() - to * DAY_MS &&
          Number(row['Timestamp']) < NOW.getTime() - from * DAY_MS,
      ).length;
    const upn = 'leila.mansour@contoso.com';
    expect(counts(upn, 0, 7) / 7).toBeGreaterThan(2 * (counts(upn, 7, 30) / 23));
  });
});

describe('the columns of DataSecurityEvents', () => {
  const names = (variant: (typeof SCHEMA_VARIANTS)[number]) => eventColumns(variant).map(({ name }) => name);

  it('are as many as the two pages list', () => {
    expect(names('p25')).toHaveLength(61);
    expect(names('p26')).toHaveLength(57);
  });

  it('differ between the pages by nine and five', () => {
    expect(names('p25').filter((name) => !names('p26').includes(name))).toHaveLength(9);
    expect(names('p26').filter((name) => !names('p25').includes(name))).toHaveLength(5);
    expect(names('p26')).not.toContain('TargetUrlDomain');
  });

  it('are in the field what the field saw', () => {
    expect(names('observed')).toEqual(
      expect.arrayContaining(['TargetUrlDomain', 'Workload', 'SharepointSiteSensitivityLabelId']),
    );
    for (const name of ['ObjectName', 'ObjectType', 'SharepointSiteSensitivityLabelIds']) {
      expect(names('observed')).not.toContain(name);
    }
  });

  it('have one name each and begin with the time', () => {
    for (const variant of SCHEMA_VARIANTS) {
      expect(new Set(names(variant)).size).toBe(names(variant).length);
      expect(names(variant)[0]).toBe('Timestamp');
    }
  });
});
