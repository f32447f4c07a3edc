import type { PersonIdentity } from '../../src/domain/person';
import type { Person } from '../../src/emulator/entities';
import { LOOKUP_MS } from '../../src/graph/graph-analyst-directory';
import { FRESH_LOOKUP } from '../../src/graph/patience';
import { RESOLVED_MS, UNRESOLVED_MS } from '../../src/graph/person-resolution';
import { startGraphBench, type GraphBench } from './graph-under-test';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const CHECK = '/users/*/checkMemberGroups';

let bench: GraphBench;
beforeAll(async () => {
  bench = await startGraphBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

function person(matches: (person: Person) => boolean): Person {
  const found = bench.emulator.world.tenant.people.find(matches);
  if (found === undefined) throw new Error('the sample tenant has nobody like that');
  return found;
}

const analyst = () => person(({ roles }) => roles.includes('analyst'));
const investigator = () => person(({ roles }) => roles.includes('investigator'));
const guest = () => person(({ userType }) => userType === 'Guest');
const withoutRole = () => person(({ roles, userType }) => roles.length === 0 && userType === 'Member');

const KNOWN_BY_NOTHING: PersonIdentity = {
  objectId: null,
  userPrincipalName: null,
  sid: null,
  displayName: null,
  accountName: null,
};

describe('looking somebody up', () => {
  test('gives who they are and their roles', async () => {
    const { id, userPrincipalName, displayName, sid, roles } = investigator();
    const found = await bench.open().analystDirectory.lookUp(id, 'fresh');
    expect(found).toMatchObject({ objectId: id.toLowerCase(), userPrincipalName, displayName, sid, roles });
  });

  test('counts membership through nested groups, as everybody in the sample tenant shows', async () => {
    const { analystDirectory } = bench.open();
    for (const { id, roles, userType } of bench.emulator.world.tenant.people) {
      const found = await analystDirectory.lookUp(id, 'fresh');
      expect(found?.roles).toEqual(userType === 'Guest' ? [] : roles);
    }
  });

  test('gives the configured groups that each role rests on, and no others', async () => {
    const { groups, otherGroups } = bench.emulator.world.tenant;
    const unheld = otherGroups.find(({ displayName }) => displayName === 'Engineering')?.id ?? '';
    const roleGroups = {
      analyst: [unheld, groups.analyst.id.toUpperCase()],
      investigator: [groups.analyst.id],
      admin: [groups.admin.id],
      auditor: [],
    };
    const found = await bench.open({ roleGroups }).analystDirectory.lookUp(analyst().id, 'fresh');
    const held = [groups.analyst.id.toLowerCase()];
    expect(found).toMatchObject({ roles: ['analyst', 'investigator'], isGuest: false });
    expect(found?.groups).toEqual({ analyst: held, investigator: held });
  });

  test('gives no role to somebody in no role group', async () => {
    const found = await bench.open().analystDirectory.lookUp(withoutRole().id, 'fresh');
    expect(found?.roles).toEqual([]);
  });

  test('gives no role to a guest, whatever groups hold them', async () => {
    const { groups } = bench.emulator.world.tenant;
    groups.investigator.memberIds.push(guest().id);
    try {
      const found = await bench.open().analystDirectory.lookUp(guest().id, 'fresh');
      expect(found).toMatchObject({ roles: [], groups: {}, isGuest: true });
    } finally {
      groups.investigator.memberIds.pop();
    }
  });

  test.each([
    [
      'a guest by the name of the account alone',
      { userType: 'Member', userPrincipalName: 'x_fab.com#EXT#@contoso.com' },
    ],
    ['a guest by type in any case', { userType: 'guest', userPrincipalName: 'x@contoso.com' }],
  ])('gives no role to %s', async (_what, answer) => {
    const { id } = analyst();
    bench.fault({ method: 'GET', path: '/users/*', fault: { status: 200, body: { id, ...answer } } });
    const found = await bench.open().analystDirectory.lookUp(id, 'fresh');
    expect(found?.roles).toEqual([]);
  });

  test('is null for nobody, and for what is no object id, without a request', async () => {
    const { analystDirectory } = bench.open();
    await expect(analystDirectory.lookUp(NOBODY, 'fresh')).resolves.toBeNull();
    bench.emulator.recorder.clear();
    await expect(analystDirectory.lookUp('../me', 'fresh')).resolves.toBeNull();
    expect(bench.requests()).toEqual([]);
  });

  test('asks about at most twenty groups at a time', async () => {
    const groups = Array.from(
      { length: 45 },
      (_, index) => `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`,
    );
    const { analyst: analysts, admin, auditor } = bench.emulator.world.tenant.groups;
    const roleGroups = { analyst: [analysts.id], investigator: groups, admin: [admin.id], auditor: [auditor.id] };
    const found = await bench.open({ roleGroups }).analystDirectory.lookUp(analyst().id, 'fresh');
    expect(found?.roles).toContain('analyst');
    const asked = bench.emulator.recorder.list({ path: `/v1.0${CHECK}` }).map((entry) => entry.body);
    expect(asked).toHaveLength(3);
  });

  test('asks for no groups where none is configured', async () => {
    const roleGroups = { analyst: [], investigator: [], admin: [], auditor: [] };
    const found = await bench.open({ roleGroups }).analystDirectory.lookUp(analyst().id, 'fresh');
    expect(found?.roles).toEqual([]);
    expect(bench.requests(CHECK)).toEqual([]);
  });

  test('fails when the answer is about somebody else', async () => {
    const body = { id: NOBODY, userType: 'Member' };
    bench.fault({ method: 'GET', path: '/users/*', fault: { status: 200, body } });
    const found = bench.open().analystDirectory.lookUp(analyst().id, 'fresh');
    await expect(found).rejects.toMatchObject({ code: 'garbage' });
  });

  test.each([403, 500])(
    'fails when the groups cannot be asked (%d), and never answers with fewer roles',
    async (status) => {
      bench.fault({ method: 'POST', path: CHECK, fault: { status }, times: 0 });
      const { analystDirectory } = bench.open();
      await expect(analystDirectory.lookUp(investigator().id, 'fresh')).rejects.toMatchObject({ status });
      await expect(analystDirectory.lookUp(investigator().id, 'cached')).rejects.toMatchObject({ status });
    },
  );
});

describe('freshness', () => {
  test('fresh asks every time, so that a role taken away is gone at once', async () => {
    const { groups } = bench.emulator.world.tenant;
    const { id } = withoutRole();
    const { analystDirectory } = bench.open();
    groups.admin.memberIds.push(id);
    try {
      expect((await analystDirectory.lookUp(id, 'fresh'))?.roles).toEqual(['admin']);
    } finally {
      groups.admin.memberIds.pop();
    }
    expect((await analystDirectory.lookUp(id, 'fresh'))?.roles).toEqual([]);
    expect((await analystDirectory.lookUp(id, 'cached'))?.roles).toEqual([]);
  });

  test('cached asks once a minute, and once for everybody who asks together', async () => {
    const { analystDirectory, clock } = bench.open();
    const { id } = analyst();
    await Promise.all(Array.from({ length: 50 }, () => analystDirectory.lookUp(id, 'cached')));
    expect(bench.requests(CHECK)).toHaveLength(1);
    clock.skip(LOOKUP_MS - 1_000);
    await analystDirectory.lookUp(id, 'cached');
    expect(bench.requests(CHECK)).toHaveLength(1);
    clock.skip(1_001);
    await analystDirectory.lookUp(id, 'cached');
    expect(bench.requests(CHECK)).toHaveLength(2);
  });

  test('a failed lookup is not remembered', async () => {
    bench.fault({ method: 'POST', path: CHECK, fault: { status: 403 } });
    const { analystDirectory } = bench.open();
    await expect(analystDirectory.lookUp(analyst().id, 'cached')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(analystDirectory.lookUp(analyst().id, 'cached')).resolves.toMatchObject({ roles: analyst().roles });
  });

  test('fresh gives up after three seconds and one retry', async () => {
    bench.fault({ method: 'POST', path: CHECK, fault: { delayMs: 20_000 }, times: 0 });
    const began = Date.now();
    const found = bench.open().analystDirectory.lookUp(analyst().id, 'fresh');
    await expect(found).rejects.toMatchObject({ code: 'timedOut' });
    expect(Date.now() - began).toBeLessThan(FRESH_LOOKUP.totalMs + 500);
    expect(bench.requests(CHECK)).toHaveLength(2);
  });
});

describe('completing an identity', () => {
  test('finds somebody by sign-in name', async () => {
    const { id, userPrincipalName } = withoutRole();
    const given = { ...KNOWN_BY_NOTHING, userPrincipalName: userPrincipalName.toUpperCase() };
    const found = await bench.open().analystDirectory.resolve(given);
    expect(found).toMatchObject({ objectId: id, userPrincipalName });
  });

  test('finds somebody by security identifier', async () => {
    const { id, sid } = withoutRole();
    const found = await bench.open().analystDirectory.resolve({ ...KNOWN_BY_NOTHING, sid });
    expect(found?.objectId).toBe(id);
  });

  test('finds somebody by security identifier when the sign-in name is nobody’s any more', async () => {
    const { id, sid } = withoutRole();
    const given = { ...KNOWN_BY_NOTHING, userPrincipalName: 'renamed@contoso.com', sid };
    expect((await bench.open().analystDirectory.resolve(given))?.objectId).toBe(id);
  });

  test('finds nobody where nobody is, and asks again only after a while', async () => {
    const { analystDirectory, clock } = bench.open();
    const given = { ...KNOWN_BY_NOTHING, userPrincipalName: 'nobody@contoso.com' };
    await expect(analystDirectory.resolve(given)).resolves.toBeNull();
    await analystDirectory.resolve(given);
    expect(bench.requests()).toHaveLength(1);
    clock.skip(UNRESOLVED_MS);
    await analystDirectory.resolve(given);
    expect(bench.requests()).toHaveLength(2);
  });

  test('remembers whom it found for an hour', async () => {
    const { analystDirectory, clock } = bench.open();
    const given = { ...KNOWN_BY_NOTHING, userPrincipalName: withoutRole().userPrincipalName };
    await analystDirectory.resolve(given);
    clock.skip(RESOLVED_MS - 1_000);
    await analystDirectory.resolve(given);
    expect(bench.requests()).toHaveLength(1);
  });

  test('puts nothing into an address that is no name and no identifier', async () => {
    const { analystDirectory } = bench.open();
    const odd = ["x' or 1 eq 1", '../groups@a', 'a@b/c', 'no-at-sign', 'a b@c'];
    for (const text of odd) {
      await expect(
        analystDirectory.resolve({ ...KNOWN_BY_NOTHING, userPrincipalName: text, sid: text }),
      ).resolves.toBeNull();
    }
    expect(bench.requests()).toEqual([]);
  });

  test('fails when the directory cannot be asked', async () => {
    bench.fault({ path: '/users/*', fault: { status: 403 } });
    const given = { ...KNOWN_BY_NOTHING, userPrincipalName: 'a@contoso.com' };
    await expect(bench.open().analystDirectory.resolve(given)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('holders of roles', () => {
  const idsOf = (...roles: string[]) =>
    bench.emulator.world.tenant.people
      .filter((someone) => someone.userType === 'Member' && someone.roles.some((role) => roles.includes(role)))
      .map((someone) => someone.id.toLowerCase())
      .sort();

  test('are everybody in the groups, nested groups included', async () => {
    const holders = await bench.open().analystDirectory.holdersOf(['analyst', 'investigator']);
    expect([...holders].sort()).toEqual(idsOf('analyst', 'investigator'));
  });

  test('are no guests', async () => {
    const { groups } = bench.emulator.world.tenant;
    groups.investigator.memberIds.push(guest().id);
    try {
      const holders = await bench.open().analystDirectory.holdersOf(['investigator']);
      expect([...holders].sort()).toEqual(idsOf('investigator'));
    } finally {
      groups.investigator.memberIds.pop();
    }
  });

  test('are asked for once a minute', async () => {
    const { analystDirectory, clock } = bench.open();
    await Promise.all([analystDirectory.holdersOf(['admin']), analystDirectory.holdersOf(['admin'])]);
    expect(bench.requests()).toHaveLength(1);
    clock.skip(LOOKUP_MS);
    await analystDirectory.holdersOf(['admin']);
    expect(bench.requests()).toHaveLength(2);
  });

  test('of a group that does not exist are none, which is logged', async () => {
    const room = bench.open({ roleGroups: { analyst: [NOBODY], investigator: [], admin: [], auditor: [] } });
    expect((await room.analystDirectory.holdersOf(['analyst'])).size).toBe(0);
    expect(room.logger.lines).toMatchObject([{ level: 'warn' }]);
  });

  test('are no empty set when the directory cannot be asked', async () => {
    bench.fault({ path: '/groups/*', fault: { status: 403 } });
    await expect(bench.open().analystDirectory.holdersOf(['analyst'])).rejects.toMatchObject({ code: 'forbidden' });
  });
});
