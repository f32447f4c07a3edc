// The script that grants Graph permissions, run against a stand-in for the Azure CLI that writes down what it is asked.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readText, repositoryRoot } from './repository-files';

const PRINCIPAL = '11111111-2222-3333-4444-555555555555';
const ALERTS = 'ed4fca05-be46-441f-9803-1873825f8fdb';
const USERS = 'df021288-bdef-4463-88db-98f22de89214';
const GROUPS = '98830695-27a2-44f7-8c18-0c3ebc9698f6';
const HUNTING = 'dd98c7f5-2d42-42d3-a0e4-633161547251';
const INCIDENTS = '45cc0394-e837-488b-a098-1918f48d186c';
/** What the stand-in says the tenant calls this role by. */
const LABELS = '77777777-6666-5555-4444-333333333333';
const STAND_IN = `#!/bin/sh
echo "$*" >> "$CALLS"
case "$*" in
  *"--method post"*) exit "\${POST_EXIT:-0}" ;;
  *select=appRoles*) echo "\${LABEL_ROLE-77777777-6666-5555-4444-333333333333}" ;;
  *appRoleAssignments*) printf '%s\\n' $PRESENT ;;
  *) echo 99999999-8888-7777-6666-555555555555 ;;
esac
`;

describe('granting the Graph permissions', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'grant-'));
    writeFileSync(path.join(folder, 'az'), STAND_IN);
    writeFileSync(path.join(folder, 'calls'), '');
    chmodSync(path.join(folder, 'az'), 0o755);
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function grant(options: string[], state: Record<string, string> = {}) {
    const env = { PATH: `${folder}:/usr/bin:/bin`, CALLS: path.join(folder, 'calls'), PRESENT: '', ...state };
    const script = path.join(repositoryRoot, 'infra', 'grant-permissions.sh');
    const run = spawnSync('bash', [script, ...options], { env, encoding: 'utf8', timeout: 10_000 });
    const calls = readFileSync(path.join(folder, 'calls'), 'utf8').split('\n');
    const granted = calls
      .filter((call) => call.includes('--method post'))
      .map((call) => /"appRoleId":"([^"]+)"/.exec(call)?.[1]);
    return { ...run, calls, granted };
  }

  it('grants alerts, users and group membership, and nothing more', () => {
    const run = grant([PRINCIPAL]);
    expect(run.status).toBe(0);
    expect(run.granted).toEqual([ALERTS, USERS, GROUPS]);
    expect(run.calls.some((call) => call.includes(`"principalId":"${PRINCIPAL}"`))).toBe(true);
  });

  it('grants hunting only when it is asked for', () => {
    expect(grant([PRINCIPAL, '--hunting']).granted).toEqual([ALERTS, USERS, GROUPS, HUNTING, LABELS]);
  });

  it('grants incidents only when they are asked for', () => {
    expect(grant([PRINCIPAL, '--incidents']).granted).toEqual([ALERTS, USERS, GROUPS, INCIDENTS]);
  });

  it('says so and fails when the tenant knows a permission by no such name', () => {
    const run = grant([PRINCIPAL, '--hunting'], { LABEL_ROLE: '' });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('SensitivityLabel.Read: this tenant');
    expect(run.granted).toEqual([ALERTS, USERS, GROUPS, HUNTING]);
  });

  it('leaves alone what is there, so that it can be run again', () => {
    const run = grant([PRINCIPAL], { PRESENT: `${ALERTS} ${GROUPS}` });
    expect(run.granted).toEqual([USERS]);
    expect(run.stdout).toContain('SecurityAlert.ReadWrite.All: present');
  });

  it('goes to the Graph of the chosen cloud with a token for it', () => {
    const calls = grant([PRINCIPAL, '--graph', 'https://graph.microsoft.us']).calls.filter((call) => call !== '');
    expect(calls.length).toBeGreaterThan(4);
    for (const call of calls) {
      expect(call).toContain('--resource https://graph.microsoft.us/');
      expect(call).toContain('--url https://graph.microsoft.us/v1.0/');
    }
  });

  it.each([[[]], [['not-a-guid']], [[PRINCIPAL, '--all']], [[PRINCIPAL, '--graph', 'https://graph.example.com']]])(
    'refuses %j without calling anything',
    (options: string[]) => {
      const run = grant(options);
      expect(run.status).toBe(2);
      expect(run.stderr).toContain('usage:');
      expect(run.calls).toEqual(['']);
    },
  );

  it('stops and fails at the first refusal', () => {
    const run = grant([PRINCIPAL], { POST_EXIT: '1' });
    expect(run.status).not.toBe(0);
    expect(run.granted).toEqual([ALERTS]);
  });

  it('grants what the set-up page lists, name by name and id by id', () => {
    const permission = /([A-Z]\w+(?:\.\w+){1,2})\W+([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g;
    const pairsIn = (text: string) => [...text.matchAll(permission)].map((hit) => `${hit[1]} ${hit[2]}`);
    const explained = pairsIn(readText('docs/set-up.md'));
    expect(explained).toHaveLength(5);
    expect(pairsIn(readText('infra/grant-permissions.sh'))).toEqual(explained);
  });
});
