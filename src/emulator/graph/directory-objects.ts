// People and groups as the directory serves them. By default a user has the eleven usual properties; the others come
// only when `$select` names them, as on the service.
import type { Group, Person, Tenant } from '../entities';
import type { FilterSchema } from './odata/filter-predicate';

export function userObject(tenant: Tenant, person: Person) {
  const guest = person.userType === 'Guest';
  return {
    businessPhones: [] as string[],
    displayName: person.displayName,
    givenName: person.givenName,
    jobTitle: person.jobTitle,
    mail: guest ? `${person.accountName}@fabrikam.com` : person.userPrincipalName,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: person.surname,
    userPrincipalName: person.userPrincipalName,
    id: person.id,
    accountEnabled: true,
    department: person.department,
    userType: person.userType,
    securityIdentifier: cloudSid(person.id),
    onPremisesSecurityIdentifier: person.sid === '' ? null : person.sid,
    onPremisesSamAccountName: guest ? null : person.accountName,
    onPremisesDomainName: guest ? null : tenant.domain,
  };
}

/** Entra's own SID of an object: `S-1-12-1-` and the object id as four little-endian numbers. */
function cloudSid(id: string): string {
  const [first = '', second = '', third = '', ...rest] = id.split('-');
  const pairs = (hex: string) => hex.match(/../g) ?? [];
  const swapped = [first, second, third].flatMap((part) => pairs(part).reverse());
  const bytes = Buffer.from([...swapped, ...pairs(rest.join(''))].join(''), 'hex');
  return `S-1-12-1-${[0, 4, 8, 12].map((offset) => bytes.readUInt32LE(offset)).join('-')}`;
}

export const usualUserProperties = [
  ...['businessPhones', 'displayName', 'givenName', 'jobTitle', 'mail', 'mobilePhone', 'officeLocation'],
  ...['preferredLanguage', 'surname', 'userPrincipalName', 'id'],
];

export function groupObject(group: Group) {
  return {
    id: group.id,
    displayName: group.displayName,
    description: null,
    mail: null,
    mailEnabled: false,
    mailNickname: group.displayName.replaceAll(' ', ''),
    securityEnabled: true,
    groupTypes: [] as string[],
  };
}

const text = { type: 'string', ignoreCase: true } as const;

export const userFilter: FilterSchema = {
  typeName: 'microsoft.graph.user',
  functions: true,
  properties: {
    id: text,
    userPrincipalName: text,
    displayName: text,
    givenName: text,
    surname: text,
    mail: text,
    department: text,
    jobTitle: text,
    userType: text,
    onPremisesSecurityIdentifier: text,
    onPremisesSamAccountName: text,
    accountEnabled: { type: 'boolean' },
  },
};

export const groupFilter: FilterSchema = {
  typeName: 'microsoft.graph.group',
  functions: true,
  properties: { id: text, displayName: text, securityEnabled: { type: 'boolean' } },
};
