import { MOST_GROUP_IDS } from '../../../src/emulator/graph/user-routes';
import { errorOf, listPath, rowsOf, startEmulator, type EmulatorUnderTest } from '../emulator-under-test';

let under: EmulatorUnderTest;
beforeAll(async () => {
  under = await startEmulator();
});
afterAll(() => under.emulator.close());

const person = (accountName: string) => {
  const found = under.emulator.world.tenant.people.find((one) => one.accountName === accountName);
  if (!found) throw new Error(`the sample tenant has no ${accountName}`);
  return found;
};
const check = (id: string, groupIds: unknown) => under.graph('POST', `/users/${id}/checkMemberGroups`, { groupIds });

describe('people of the directory', () => {
  it('are found by object id and by UPN, whatever the case', async () => {
    const { id, displayName } = person('zoe.lindqvist');
    expect((await under.graph('GET', `/users/${id}`)).body['displayName']).toBe(displayName);
    expect((await under.graph('GET', '/users/Zoe.Lindqvist@contoso.com')).body['id']).toBe(id);
    const guest = person('ines.caldwell');
    expect((await under.graph('GET', `/users/${encodeURIComponent(guest.userPrincipalName)}`)).body['id']).toBe(
      guest.id,
    );
  });

  it('show the eleven usual properties, and others only to who selects them', async () => {
    const usual = await under.graph('GET', `/users/${person('bo.li').id}`);
    expect(Object.keys(usual.body).filter((name) => !name.startsWith('@'))).toHaveLength(11);
    expect(usual.body).not.toHaveProperty('userType');
    const picked = await under.graph(
      'GET',
      listPath(`/users/${person('ines.caldwell').id}`, { $select: 'id,userType' }),
    );
    expect(picked.body['userType']).toBe('Guest');
    expect(picked.body).not.toHaveProperty('displayName');
  });

  it('are filtered by UPN, SID and id', async () => {
    const { id, sid } = person('sinead.odonnell');
    for (const filter of [
      `userPrincipalName eq 'sinead.o''donnell@contoso.com'`,
      `onPremisesSecurityIdentifier eq '${sid}'`,
      `id eq '${id}'`,
    ]) {
      const answer = await under.graph('GET', listPath('/users', { $filter: filter, $select: 'id' }));
      expect(rowsOf(answer)).toEqual([{ id }]);
    }
    expect((await under.graph('GET', listPath('/users', { $filter: "colour eq 'red'" }))).status).toBe(400);
  });

  it('have a manager, or a 404 that says there is none', async () => {
    const answer = await under.graph('GET', `/users/${person('bo.li').id}/manager`);
    expect(answer.body).toMatchObject({ '@odata.type': '#microsoft.graph.user', id: person('kwame.asante').id });
    const none = await under.graph('GET', `/users/${person('helen.ashworth').id}/manager`);
    expect([none.status, errorOf(none)['code']]).toEqual([404, 'Request_ResourceNotFound']);
    expect(errorOf(none)['message']).toBe(
      "Resource 'manager' does not exist or one of its queried reference-property objects are not present.",
    );
  });

  it('have a manager in one line up to the one who has none, and nobody who is a guest', () => {
    const { people } = under.emulator.world.tenant;
    const top = people.filter(({ managerId, userType }) => managerId === null && userType === 'Member');
    expect(top.map(({ accountName }) => accountName)).toEqual(['helen.ashworth']);
    for (const { managerId, id } of people.filter((one) => one.managerId !== null)) {
      let above = people.find((one) => one.id === managerId);
      for (let steps = 0; above !== undefined && above.managerId !== null && steps < people.length; steps += 1) {
        const { managerId: next } = above;
        above = people.find((one) => one.id === next);
      }
      expect([id, above?.accountName]).toEqual([id, 'helen.ashworth']);
    }
  });

  it('who report to somebody come in pages', async () => {
    const path = `/users/${person('helen.ashworth').id}/directReports?$select=id`;
    const everybody = rowsOf(await under.graph('GET', path));
    const first = await under.graph('GET', `${path}&$top=2`);
    expect(rowsOf(first)).toEqual(everybody.slice(0, 2));
    const link = String(first.body['@odata.nextLink']).slice(`${under.emulator.url}/v1.0`.length);
    expect(rowsOf(await under.graph('GET', link))).toEqual(everybody.slice(2, 4));
  });

  it('have those who report to them', async () => {
    const reports = await under.graph('GET', `/users/${person('kwame.asante').id}/directReports?$select=id`);
    expect(rowsOf(reports).map((row) => row['id'])).toContain(person('bo.li').id);
    expect(rowsOf(reports).map((row) => row['id'])).not.toContain(person('grace.price').id);
    const none = await under.graph('GET', `/users/${person('bo.li').id}/directReports`);
    expect([none.status, rowsOf(none)]).toEqual([200, []]);
  });

  it('who are unknown are a 404', async () => {
    const answer = await under.graph('GET', '/users/nobody@contoso.com');
    expect([answer.status, errorOf(answer)['code']]).toEqual([404, 'Request_ResourceNotFound']);
  });
});

describe('membership', () => {
  it('is told for the groups asked about, nested ones included', async () => {
    const { analyst, investigator } = under.emulator.world.tenant.groups;
    const nested = await check(person('tomas.herrera').id, [investigator.id, analyst.id]);
    expect(nested.body['value']).toEqual([analyst.id]);
    expect(analyst.memberIds).not.toContain(person('tomas.herrera').id);
    expect((await check(person('bo.li').id, [investigator.id, analyst.id])).body['value']).toEqual([]);
  });

  it.each([
    ['no list', undefined],
    ['an empty list', []],
    ['something that is no id', ['not-a-guid']],
    ['too many ids', Array.from({ length: MOST_GROUP_IDS + 1 }, () => '2c1e486d-67d1-4762-982f-76d2a2d7d549')],
  ])('is refused for %s', async (_, groupIds) => {
    const answer = await check(person('bo.li').id, groupIds);
    expect([answer.status, errorOf(answer)['code']]).toEqual([400, 'Request_BadRequest']);
  });
});

describe('groups', () => {
  it('list their own members, groups among them, and everyone inside when asked', async () => {
    const { analyst } = under.emulator.world.tenant.groups;
    const kinds = (answer: { body: Record<string, unknown> }) =>
      (answer.body['value'] as Record<string, unknown>[]).map(
        (member) => `${String(member['@odata.type']).split('.').pop()} ${String(member['displayName'])}`,
      );
    expect(kinds(await under.graph('GET', `/groups/${analyst.id}/members`))).toEqual([
      'user Aisha Rahman',
      'group SOC duty roster',
    ]);
    expect(kinds(await under.graph('GET', `/groups/${analyst.id}/transitiveMembers`))).toEqual(
      expect.arrayContaining(['user Aisha Rahman', 'user Tomás Herrera', 'group SOC night shift']),
    );
  });

  it('come in pages', async () => {
    const first = await under.graph('GET', listPath('/groups', { $top: '3', $count: 'true' }));
    expect(rowsOf(first)).toHaveLength(3);
    const link = String(first.body['@odata.nextLink']).slice(`${under.emulator.url}/v1.0`.length);
    const second = await under.graph('GET', link);
    expect(rowsOf(second)[0]?.['id']).not.toBe(rowsOf(first)[0]?.['id']);
  });

  it('have those who report to them', async () => {
    const reports = await under.graph('GET', `/users/${person('kwame.asante').id}/directReports?$select=id`);
    expect(rowsOf(reports).map((row) => row['id'])).toContain(person('bo.li').id);
    expect(rowsOf(reports).map((row) => row['id'])).not.toContain(person('grace.price').id);
    const none = await under.graph('GET', `/users/${person('bo.li').id}/directReports`);
    expect([none.status, rowsOf(none)]).toEqual([200, []]);
  });

  it('who are unknown are a 404', async () => {
    expect((await under.graph('GET', '/groups/nobody/members')).status).toBe(404);
  });
});
