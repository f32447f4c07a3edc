// Who works, and with what: each person with a device, an address and files of their own making.
import { createHash } from 'node:crypto';
import { weighted, type Chance } from '../chance';
import type { Person, Tenant } from '../entities';
import type { Workplace } from '../seed/workplace-schema';
import type { LabelBook } from './label-book';
import type { ActCells } from './table-rows';

/** How many files one person comes across in a month. */
export const FILES_OF_ONE_PERSON = 60;

export interface WorkFile {
  name: string;
  /** Address on the department's site. */
  cloudId: string;
  /** Path on the person's own device. */
  localId: string;
  siteUrl: string;
  folder: string;
  size: number;
  labelIds: readonly string[];
  infoTypeIds: readonly string[];
}

export interface Worker {
  person: Person;
  /** Cells that every row of this person has, and those of rows from the device. */
  who: ActCells;
  device: ActCells;
  files: readonly WorkFile[];
}

const LABEL_WEIGHTS: readonly (readonly [names: readonly string[], weight: number])[] = [
  [[], 40],
  [['General/All Employees (unrestricted)'], 18],
  [['General/Anyone (unrestricted)'], 6],
  [['Public'], 4],
  [['Personal'], 2],
  [['Confidential'], 2],
  [['Confidential/All Employees'], 12],
  [['Confidential/Trusted People'], 5],
  [['Highly Confidential/All Employees'], 4],
  [['Highly Confidential/Specified People'], 2],
  [['General/All Employees (unrestricted)', 'Confidential/All Employees'], 3],
  [['Confidential/Trusted People', 'Confidential/All Employees'], 2],
];
const pickLabels = weighted(LABEL_WEIGHTS, ([, weight]) => weight);

/** Graph's alerts and the hunting tables name a device by the same id. */
export function deviceCells(tenant: Tenant, name: string, managed: boolean): ActCells {
  const host = name.toLowerCase();
  const digest = createHash('sha1').update(host).digest('hex');
  return {
    DeviceId: digest,
    DeviceName: managed ? `${host}.${tenant.domain}` : host,
    AadDeviceId: managed
      ? `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`
      : null,
    IsManagedDevice: managed,
  };
}

export function whoCells(person: Person): ActCells {
  return {
    AccountUpn: person.userPrincipalName,
    AccountObjectId: person.id,
    Department: person.department,
    UserAlternateEmails: person.userType === 'Guest' ? `${person.accountName}@fabrikam.com` : '',
  };
}

export function workforce(tenant: Tenant, workplace: Workplace, labels: LabelBook, chance: Chance): Worker[] {
  return tenant.people.map((person, index) => {
    const own = workplace.devices.find(({ account }) => account === person.accountName);
    const device = deviceCells(tenant, own?.name ?? `LT-${8_000 + index * 7}`, own?.managed ?? true);
    return {
      person,
      who: { ...whoCells(person), IPAddress: `10.${20 + (index % 4)}.${1 + (index % 200)}.${11 + chance.below(200)}` },
      device,
      files: filesOf(person, tenant, workplace, labels, chance),
    };
  });
}

function filesOf(person: Person, tenant: Tenant, workplace: Workplace, labels: LabelBook, chance: Chance): WorkFile[] {
  const department = workplace.departments.find(({ name }) => name === person.department) ?? workplace.departments[0];
  if (!department) return [];
  const siteUrl = `https://${tenant.domain.split('.')[0] ?? ''}.sharepoint.com/sites/${department.site}`;
  return Array.from({ length: FILES_OF_ONE_PERSON }, (_, number) => {
    const stem = chance.one(department.files);
    const name = `${stem}-${person.accountName.slice(0, 2)}${number}.${chance.one(workplace.extensions)}`;
    const folder = chance.one(['Shared Documents', 'Shared Documents/Drafts', 'Shared Documents/Archive 2026']);
    const types = chance.oneIn(4) ? [chance.one(workplace.sensitiveInfoTypes).id] : [];
    if (types.length > 0 && chance.oneIn(3)) types.push(chance.one(workplace.sensitiveInfoTypes).id);
    return {
      name,
      cloudId: `${siteUrl}/${folder}/${name}`,
      localId: `C:\\Users\\${person.accountName}\\Documents\\${name}`,
      siteUrl,
      folder,
      size: 4_096 + chance.below(40_000_000),
      labelIds: pickLabels(chance)[0].map((label) => labels.id(label)),
      infoTypeIds: types,
    };
  });
}
