// A small tenant for the Teams room's tests: two channels, one of them closed to most, and a person for every part.
import type { Person, RoleName, Tenant } from '../../../src/emulator/entities';

function person(
  number: number,
  displayName: string,
  roles: RoleName[],
  userType: Person['userType'] = 'Member',
): Person {
  const [givenName = '', surname = ''] = displayName.split(' ');
  const account = displayName.toLowerCase().replaceAll(' ', '.');
  return {
    id: `00000000-0000-4000-8000-00000000000${number}`,
    userPrincipalName: `${account}@contoso.com`,
    displayName,
    givenName,
    surname,
    accountName: account,
    sid: `S-1-5-21-1-2-3-110${number}`,
    department: 'Operations',
    jobTitle: 'Specialist',
    userType,
    managerId: null,
    mri: `29:1mri-of-${account}`,
    roles,
  };
}

/** Whose people read along in shared channels. */
export const PARTNER_TENANT = '99999999-aaaa-4bbb-8ccc-000000000000';

const group = (id: string) => ({ id, displayName: id, memberIds: [] });

/** A fresh copy each time: rosters change in the tests. */
export function sampleTenant(): Tenant {
  const anna = person(1, 'Anna Reyes', ['analyst']);
  const ivan = person(2, 'Ivan Moreau', ['investigator']);
  const ada = person(3, 'Ada Quist', ['admin']);
  const noel = person(4, 'Noel Farr', []);
  const suki = person(5, 'Suki Adler', []);
  const gus = person(6, 'Gus Visitor', [], 'Guest');
  const general = '19:general@thread.tacv2';
  return {
    tenantId: '11111111-aaaa-4bbb-8ccc-222222222222',
    domain: 'contoso.com',
    displayName: 'Contoso',
    people: [anna, ivan, ada, noel, suki, gus],
    visitors: [{ ...person(7, 'Vera Partner', []), tenantId: PARTNER_TENANT }],
    groups: { analyst: group('a'), investigator: group('i'), admin: group('d'), auditor: group('u') },
    otherGroups: [],
    team: {
      id: general,
      aadGroupId: '33333333-aaaa-4bbb-8ccc-444444444444',
      name: 'Security Operations',
      channels: [
        { id: general, name: 'General', memberIds: [anna.id, ivan.id, ada.id, noel.id] },
        { id: '19:alerts@thread.tacv2', name: 'Alerts', memberIds: [anna.id, ivan.id, ada.id, noel.id] },
      ],
    },
    bot: { appId: '55555555-aaaa-4bbb-8ccc-666666666666', name: 'Alert Bot' },
  };
}

export const ALERTS = '19:alerts@thread.tacv2';
export const GENERAL = '19:general@thread.tacv2';
/** Object ids by first name. */
export const PEOPLE = {
  anna: '00000000-0000-4000-8000-000000000001',
  ivan: '00000000-0000-4000-8000-000000000002',
  ada: '00000000-0000-4000-8000-000000000003',
  noel: '00000000-0000-4000-8000-000000000004',
  suki: '00000000-0000-4000-8000-000000000005',
  gus: '00000000-0000-4000-8000-000000000006',
  vera: '00000000-0000-4000-8000-000000000007',
};
