// An alert of 4 KB with ten made-up people in it, each called in several ways, for the masking row.
import { Untrusted } from '../domain/untrusted';
import type { MaskedPerson } from '../domain/mask-text';

export const TEXT_CHARACTERS = 4_096;

const NAMES = [
  'Mira Holt',
  'Jonas Brandvold',
  'Sinéad O’Donnell',
  'Wolfgang Müller',
  'Mei-Ling Chu',
  'Diego Salazar Ortiz',
  'Fatima Benali',
  'Grace Price',
  'Thabo Nkosi',
  'Anna van der Meer',
];
const ALIASES = ['K7F2', 'Q2RT', 'M4PX', 'H9JC', 'Z3WD', 'T8VN', 'B5GY', 'R6SD', 'X2HM', 'P9QK'];

export interface Called {
  given: string;
  surname: string;
  account: string;
  userPrincipalName: string;
  displayName: string;
}

const CALLED: readonly Called[] = NAMES.map((displayName) => {
  const [given = '', ...others] = displayName.split(' ');
  const surname = others.join(' ');
  const plain = (part: string) =>
    part
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase();
  const account = `${plain(given)}.${plain(surname)}`;
  return { given, surname, account, userPrincipalName: `${account}@contoso.com`, displayName };
});

/** What a plain replacement would look for. */
export const FORMS: readonly string[] = CALLED.flatMap(
  ({ displayName, given, surname, account, userPrincipalName }) => [
    ...[userPrincipalName, displayName, `${surname}, ${given}`, account, surname, given],
  ],
);

export const PEOPLE: readonly MaskedPerson[] = CALLED.map(({ displayName, account, userPrincipalName }, index) => ({
  alias: ALIASES[index] ?? null,
  identity: {
    objectId: `3f1c9d2e-5b7a-4c86-9e10-7d2a4b6c8e${String(index).padStart(2, '0')}`,
    userPrincipalName,
    sid: `S-1-5-21-1946203571-2788410937-3301245186-${1_200 + index}`,
    displayName,
    accountName: account,
  },
}));

const PROSE = [
  'printed a price list after hours and mailed the archive to a private address, which the policy marks as unusual for this account.',
  'then renamed the folder twice and copied it to a removable drive while the laptop was outside the office network.',
  'had asked the service desk for a longer session on the build server; the request was granted until Friday.',
];

function sentence(index: number): string {
  const one = CALLED[index % CALLED.length];
  const next = CALLED[(index + 3) % CALLED.length];
  if (one === undefined || next === undefined) throw new RangeError('nobody is named');
  const ways = [
    `${one.displayName} (${one.userPrincipalName}) ${PROSE[0] ?? ''}`,
    `C:\\Users\\${one.account}\\Documents\\handover-${next.surname}.xlsx was opened; ${next.given} ${PROSE[1] ?? ''}`,
    `${one.surname}, ${one.given} ${PROSE[2] ?? ''}`,
  ];
  return ways[index % ways.length] ?? '';
}

/** Title and description, together of the length said. */
export function namedAlert(): { title: Untrusted; description: Untrusted } {
  const title = `Data theft by departing users: ${NAMES[0] ?? ''} copied files to a USB drive`;
  let description = '';
  for (let index = 0; title.length + description.length < TEXT_CHARACTERS; index += 1)
    description += `${sentence(index)} `;
  return {
    title: Untrusted.of(title),
    description: Untrusted.of(description.slice(0, TEXT_CHARACTERS - title.length)),
  };
}
