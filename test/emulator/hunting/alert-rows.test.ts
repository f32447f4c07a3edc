import { IRM_SOURCE, type Alert } from '../../../src/emulator/alert';
import { subjectId } from '../../../src/emulator/hunting/alert-events';
import { ALERT_EVIDENCE_COLUMNS, ALERT_INFO_COLUMNS } from '../../../src/emulator/hunting/alert-tables';
import { raiseAlert } from '../../../src/emulator/raise-alert';
import { createWorld } from '../../../src/emulator/world';
import { eventRows, NOW, rowsOf, tableNamed, tablesOf } from './hunting-under-test';

const world = createWorld({ clock: () => NOW, events: 1_000 });
const exfiltration = (alert: Alert) =>
  alert.serviceSource === IRM_SOURCE && alert.categories?.includes('Exfiltration') && subjectId(alert) !== null;
const named = (name: string) => rowsOf(tableNamed(tablesOf(world), name));

function rowsAround(alert: Alert) {
  const [from, to] = [alert.firstActivityDateTime, alert.lastActivityDateTime].map((at) => Date.parse(at ?? ''));
  const subject = subjectId(alert);
  return eventRows(world).filter(
    (row) =>
      row['AccountObjectId'] === subject &&
      Number(row['Timestamp']) >= (from ?? NaN) &&
      Number(row['Timestamp']) <= (to ?? NaN),
  );
}

describe('alerts and events', () => {
  it('agree: the subject of an exfiltration alert moved files in the hours it speaks of', () => {
    const alerts = world.alerts.all().filter(exfiltration);
    expect(alerts.length).toBeGreaterThan(20);
    for (const alert of alerts) {
      const moved = rowsAround(alert).filter((row) =>
        /upload|Removable|printed|shared/.test(String(row['ActionType'])),
      );
      // What an alert of the month's first days speaks of lies beyond the reach of hunting.
      if (Date.parse(alert.firstActivityDateTime ?? '') < NOW.getTime() - 29 * 86_400_000) continue;
      expect(moved.length).toBeGreaterThan(3);
    }
  });

  it('agree on alerts raised meanwhile, and on the files that an alert names', () => {
    const subject = world.tenant.people.find((person) => person.accountName === 'bo.li') ?? null;
    const alert = raiseAlert(world, { subject, policy: 'leaks', evidence: ['user', 'file:C:\\Work\\secret.docx'] });
    expect(rowsAround(alert).map((row) => row['ObjectId'])).toContain('C:\\Work\\secret.docx');
    world.alerts.remove(alert.id);
    expect(rowsAround(alert).map((row) => row['ObjectId'])).not.toContain('C:\\Work\\secret.docx');
  });
});

describe('AlertInfo and AlertEvidence', () => {
  it('have the documented columns', () => {
    expect(ALERT_INFO_COLUMNS).toHaveLength(8);
    expect(ALERT_EVIDENCE_COLUMNS).toHaveLength(42);
  });

  it('hold one row for each alert and one for each piece of its evidence', () => {
    const alerts = world.alerts.all();
    expect(named('AlertInfo')).toHaveLength(alerts.length);
    expect(named('AlertEvidence')).toHaveLength(alerts.flatMap((alert) => alert.evidence ?? []).length);
  });

  it('say in words what Graph says in members of enumerations', () => {
    const rows = named('AlertInfo');
    const irm = rows.filter((row) => String(row['ServiceSource']).includes('Insider Risk'));
    expect(irm).toHaveLength(world.alerts.all().filter((alert) => alert.serviceSource === IRM_SOURCE).length);
    expect(new Set(rows.map((row) => row['Severity']))).toEqual(new Set(['High', 'Medium', 'Low', 'Informational']));
    expect(rows.map((row) => row['ServiceSource'])).toContain('Microsoft Data Loss Prevention');
  });

  it('name the subject in the row of a user', () => {
    const users = named('AlertEvidence').filter((row) => row['EntityType'] === 'User' && row['AccountUpn'] !== '');
    expect(users.map((row) => row['AccountUpn'])).toContain('robert.ellery@contoso.com');
    expect(users.map((row) => row['EvidenceRole'])).toContain('Impacted');
  });

  it('follow what becomes of an alert', () => {
    const [alert] = world.alerts.all();
    if (!alert) throw new Error('there is no alert');
    world.alerts.change(alert.id, { severity: 'low', title: 'Changed' });
    expect(named('AlertInfo').find((row) => row['AlertId'] === alert.id)).toMatchObject({
      Severity: 'Low',
      Title: 'Changed',
    });
  });
});
