import { groupIdsOf, nestedMembers } from '../../src/emulator/membership';
import { createWorld } from '../../src/emulator/world';

const { tenant } = createWorld();

describe('nested groups', () => {
  it('that hold each other neither hang nor repeat anybody', () => {
    const [person] = tenant.people;
    const inner = { id: 'inner', displayName: 'Inner', memberIds: ['outer', person?.id ?? ''] };
    const outer = { id: 'outer', displayName: 'Outer', memberIds: ['inner', person?.id ?? ''] };
    const circular = { ...tenant, otherGroups: [inner, outer] };
    const found = nestedMembers(circular, outer).map((member) =>
      member.kind === 'user' ? member.person.id : member.group.id,
    );
    expect(found.sort()).toEqual(['inner', person?.id].sort());
    expect([...groupIdsOf(circular, person?.id ?? '')].sort()).toEqual(['inner', 'outer']);
  });

  it('give a role to somebody two levels down', () => {
    const tomas = tenant.people.find((person) => person.accountName === 'tomas.herrera');
    expect(tomas?.roles).toEqual(['analyst']);
    expect(groupIdsOf(tenant, tomas?.id ?? '').size).toBe(3);
  });
});
