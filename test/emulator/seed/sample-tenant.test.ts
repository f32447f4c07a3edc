import { IRM_SOURCE, type Alert } from '../../../src/emulator/alert';
import { parseInstant } from '../../../src/emulator/instants';
import { tenantLine } from '../../../src/emulator/tenant-line';
import { createWorld } from '../../../src/emulator/world';

const NOW = new Date('2026-08-20T12:00:00Z');
const world = createWorld({ clock: () => NOW });
const { people, team } = world.tenant;
const irm = world.alerts.all().filter((alert) => alert.serviceSource === IRM_SOURCE);
const others = world.alerts.all().filter((alert) => alert.serviceSource !== IRM_SOURCE);
const holding = (role: string) => people.filter((person) => person.roles.some((held) => held === role));

describe('the people of the sample tenant', () => {
  it('hold the roles that a trial of the bot needs', () => {
    expect(people.length).toBeGreaterThanOrEqual(16);
    expect(holding('investigator').length).toBeGreaterThanOrEqual(3);
    expect(holding('analyst').length).toBeGreaterThanOrEqual(2);
    expect(holding('admin')).toHaveLength(1);
    expect(holding('auditor')).toHaveLength(1);
    expect(
      people.filter((person) => person.roles.length === 0 && person.userType === 'Member').length,
    ).toBeGreaterThanOrEqual(5);
    expect(people.filter((person) => person.userType === 'Guest')).toHaveLength(1);
  });

  it('have names that trip careless code', () => {
    const names = people.map((person) => person.displayName);
    expect(names.some((name) => /[^\x00-\x7f]/.test(name))).toBe(true);
    expect(names.some((name) => name.includes("'"))).toBe(true);
    expect(names.some((name) => name.split(' ').length === 3)).toBe(true);
  });

  it('are told apart by every id, and have managers who exist', () => {
    for (const key of ['id', 'userPrincipalName', 'mri', 'accountName'] as const) {
      expect(new Set(people.map((person) => person[key])).size).toBe(people.length);
    }
    for (const { managerId } of people) if (managerId) expect(people.map(({ id }) => id)).toContain(managerId);
  });

  it('reach a role through nested groups', () => {
    const { analyst } = world.tenant.groups;
    expect(holding('analyst').some((person) => !analyst.memberIds.includes(person.id))).toBe(true);
  });

  it('stand in the one line that other programs read', () => {
    const line = tenantLine(world.tenant);
    expect(Object.keys(line)).toEqual(['tenantId', 'groups', 'people']);
    expect(Object.keys(line.groups)).toEqual(['analyst', 'investigator', 'admin', 'auditor']);
    expect(Object.keys(line.people[0] ?? {})).toEqual(['id', 'userPrincipalName', 'displayName', 'roles']);
    expect(line.people).toHaveLength(people.length);
  });
});

describe('the team of the sample tenant', () => {
  it('has a General channel with the id of the team and a channel for alerts without guests', () => {
    expect(team.channels[0]).toMatchObject({ name: 'General', id: team.id });
    const alerts = team.channels.find((channel) => channel.name === 'Insider risk alerts');
    const members = people.filter((person) => alerts?.memberIds.includes(person.id));
    expect(members.length).toBeGreaterThan(5);
    expect(members.every((person) => person.userType === 'Member')).toBe(true);
  });

  it('holds exactly one subject of an alert in the channel for alerts', () => {
    const subjects = new Set(irm.map(subjectOf));
    const alerts = team.channels.find((channel) => channel.name === 'Insider risk alerts');
    expect(alerts?.memberIds.filter((id) => subjects.has(id))).toHaveLength(1);
  });
});

describe('the alerts of the sample tenant', () => {
  it('are many, of every state and classification, within the last 30 days', () => {
    expect(irm.length).toBeGreaterThanOrEqual(40);
    expect(others).toHaveLength(15);
    expect(new Set(others.map((alert) => alert.serviceSource)).size).toBeGreaterThanOrEqual(5);
    expect(new Set(irm.map((alert) => alert.status))).toEqual(new Set(['new', 'inProgress', 'resolved']));
    const resolved = irm.filter((alert) => alert.status === 'resolved');
    expect(new Set(resolved.map((alert) => alert.classification))).toEqual(
      new Set(['truePositive', 'falsePositive', 'informationalExpectedActivity', null]),
    );
    const oldest = BigInt(NOW.getTime() - 30 * 86_400_000) * 10_000n;
    for (const { createdDateTime } of world.alerts.all()) {
      expect(parseInstant(createdDateTime) ?? 0n).toBeGreaterThanOrEqual(oldest);
    }
  });

  it('never change before they are raised, nor in the future', () => {
    for (const { createdDateTime, lastUpdateDateTime } of world.alerts.all()) {
      expect(lastUpdateDateTime >= createdDateTime).toBe(true);
      expect(lastUpdateDateTime <= '2026-08-20T12:00:00.0000000Z').toBe(true);
    }
  });

  it('have one id each, which is the same at every start', () => {
    const ids = world.alerts.all().map((alert) => alert.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      createWorld()
        .alerts.all()
        .map((alert) => alert.id),
    ).toEqual(ids);
  });

  it('have the documented properties, but for the gaps made on purpose', () => {
    const whole = Object.keys(irm[0] ?? {}).sort();
    expect(whole).toEqual([...ALERT_PROPERTIES].sort());
    const gaps = irm.filter((alert) => Object.keys(alert).length !== whole.length);
    expect(gaps.map((alert) => whole.filter((name) => !Object.hasOwn(alert, name)))).toEqual([['evidence']]);
    expect(irm.some((alert) => alert.evidence?.length === 0)).toBe(true);
    expect(
      irm.some((alert) =>
        alert.evidence?.some((one) => one['@odata.type'].endsWith('userEvidence') && one.roles.length === 0),
      ),
    ).toBe(true);
    expect(irm.map((alert) => alert.severity)).toEqual(expect.arrayContaining(['HIGH', 'Medium']));
  });

  it('carry evidence of the kinds that insider-risk work meets', () => {
    const kinds = new Set(
      irm.flatMap((alert) => alert.evidence ?? []).map((one) => one['@odata.type'].split('.').pop()),
    );
    expect([...kinds].sort()).toEqual([
      'cloudApplicationEvidence',
      'deviceEvidence',
      'fileEvidence',
      'ipEvidence',
      'mailboxEvidence',
      'urlEvidence',
      'userEvidence',
    ]);
  });
});

function subjectOf(alert: Alert): string | null {
  return alert.evidence?.find((one) => one.roles.includes('policyViolator'))?.userAccount?.azureAdUserId ?? null;
}

const ALERT_PROPERTIES = [
  ...['@odata.type', 'id', 'providerAlertId', 'incidentId', 'status', 'severity', 'classification', 'determination'],
  ...['serviceSource', 'detectionSource', 'productName', 'detectorId', 'tenantId', 'title', 'description'],
  ...['recommendedActions', 'category', 'categories', 'assignedTo', 'alertWebUrl', 'incidentWebUrl', 'alertPolicyId'],
  ...['actorDisplayName', 'threatDisplayName', 'threatFamilyName', 'investigationState', 'mitreTechniques'],
  ...['createdDateTime', 'lastUpdateDateTime', 'resolvedDateTime', 'firstActivityDateTime', 'lastActivityDateTime'],
  ...['systemTags', 'additionalData', 'customDetails', 'comments', 'evidence'],
];
