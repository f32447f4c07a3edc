import fc from 'fast-check';
import { SEVERITIES, type Alert, type Severity } from '../../src/domain/alert';
import { kindOfPolicy } from '../../src/domain/policy-kind';
import { channelsFor, type Subscription } from '../../src/domain/channel-routing';
import { NO_DETAILS } from '../../src/domain/alert-details';
import type { PersonIdentity } from '../../src/domain/person';
import { Untrusted } from '../../src/domain/untrusted';
import { anAlert } from '../builders/alert';
import { knownOnlyBy, SUBJECT } from '../builders/people';

const subscription = (
  channel: string,
  severity: readonly Severity[] = [],
  policy: string | null = null,
): Subscription => ({
  channel,
  severity,
  policy,
});
const OLGA = knownOnlyBy({ displayName: 'Olga Petrova-Núñez', userPrincipalName: 'olga.petrova@fabrikam.example' });
const naming = (...people: PersonIdentity[]) => ({ ...NO_DETAILS, people });

/** About Mira Holt, who sent something to Olga Petrova-Núñez. */
const about = (severity: Severity | null, title: string | null = null, more: Partial<Alert> = {}) =>
  anAlert({
    severity,
    title: title === null ? null : Untrusted.of(title),
    categories: [],
    details: naming(OLGA),
    ...more,
  });

test('a subscription without a filter gets every alert', () => {
  for (const severity of [...SEVERITIES, null]) {
    expect(channelsFor(about(severity), [subscription('all')])).toEqual(['all']);
  }
});

test('a severity filter passes exactly its severities, and one that is not given as if it were high', () => {
  const filters = [subscription('high', ['high']), subscription('low', ['low', 'informational'])];
  const reached = [...SEVERITIES, null].map((severity) => channelsFor(about(severity), filters));
  expect(reached).toEqual([['high'], [], ['low'], ['low'], ['high']]);
});

test.each([
  ['Data leaks in finance', 'data leaks', true],
  ['DATA LEAKS', 'Data Leaks', true],
  ['Departing users', 'leak', false],
  ['Contoso M&A – Leavers (2026): files copied', 'M&A leavers', true],
  ['Contoso M&A – Leavers (2026): files copied', 'leavers 2026', true],
  ['Contoso M&A – Leavers (2026): files copied', 'leaver', false],
  ['Contoso M&A – Leavers (2026): files copied', '2026 leavers', false],
  ['Données sensibles: sortie', 'DONNEES SENSIBLES', true],
  ['Level 1 support', 'Level 1', true],
  ['anything', '!!!', false],
  [null, 'leak', false],
])('title %s against policy %s: %s', (title, policy, expected) => {
  const channels = channelsFor(about('high', title), [subscription('x', [], policy)]);
  expect(channels.length === 1).toBe(expected);
});

test('both filters have to pass', () => {
  const both = [subscription('x', ['high'], 'leak')];
  expect(channelsFor(about('low', 'leak'), both)).toEqual([]);
  expect(channelsFor(about('high', 'theft'), both)).toEqual([]);
  expect(channelsFor(about('high', 'leak'), both)).toEqual(['x']);
});

test('each subscription is decided for itself, in order', () => {
  const severities = fc.uniqueArray(fc.constantFrom(...SEVERITIES));
  const lists = fc.array(severities, { maxLength: 8 });
  fc.assert(
    fc.property(lists, fc.constantFrom(...SEVERITIES, null), (filters, severity) => {
      const all = filters.map((filter, index) => subscription(String(index), filter));
      const alone = all.flatMap((one) => channelsFor(about(severity), [one]));
      expect(channelsFor(about(severity), all)).toEqual(alone);
    }),
  );
});

describe('what people call a kind of risk', () => {
  const departing = about('high', 'Data theft by departing users: copies to a stick');

  test.each([
    ['departing users', true],
    ['Departing User', true],
    ['data leaks', false],
    ['data theft', true],
    ['data theft by departing users', true],
  ])('“%s” gets an alert of a departing user’s theft: %s', (policy, expected) => {
    expect(channelsFor(departing, [subscription('x', [], policy)])).toEqual(expected ? ['x'] : []);
  });

  test('is told from the category where the title says nothing', () => {
    const exfiltration = about('high', 'Alert 7', { categories: [Untrusted.of('Exfiltration')] });
    expect(channelsFor(exfiltration, [subscription('x', [], 'data leak')])).toEqual(['x']);
  });
});

describe('somebody’s name for a policy', () => {
  const title = (name: string) => `Data leaks by ${name}: 12 files of ${name} sent to ${name}`;
  const reaches = (policy: string, spelt: string, more: Partial<Alert> = {}) =>
    channelsFor(about('high', title(spelt), more), [subscription('x', [], policy)]).length === 1;

  test.each([
    ...[
      'Mira Holt',
      'mira',
      'HOLT',
      'Holt, Mira',
      'miraholt',
      'mholt',
      'M. Holt',
      'mira.holt',
      'holt42',
      'Holts',
      'by Mira',
    ],
    ...[SUBJECT.userPrincipalName, SUBJECT.objectId, SUBJECT.sid, SUBJECT.accountName].map((form) => form ?? ''),
    ...['Olga Petrova', 'Núñez', 'nunez', 'Petrova-Nunez', 'olgap', 'olga.petrova@fabrikam.example', 'sent to Olga'],
  ])('%j never gets an alert whose title spells it', (name) => {
    expect(reaches(name, name)).toBe(false);
    expect(reaches('12 files of', name)).toBe(true);
  });

  test('is looked for in no title of an alert that names nobody, since names could not be told apart', () => {
    const nobody = { subject: null, details: NO_DETAILS };
    expect(reaches('Mira Holt', 'Mira Holt', nobody)).toBe(false);
    expect(reaches('12 files of', 'Mira Holt', nobody)).toBe(false);
    expect(reaches('data leaks', 'Mira Holt', nobody)).toBe(true);
  });

  const part = fc.stringMatching(/^[A-ZÀÉÖÜ][a-zàéöü]{3,9}$/);

  test('never matches, whoever it is and however it is written', () => {
    const spellings = [
      (given: string, family: string) => `${given} ${family}`,
      (given: string, family: string) => `${family}, ${given}`,
      (given: string, family: string) => `${given}.${family}`,
      (given: string, family: string) => `${given}${family}`,
      (given: string, family: string) => `${given.charAt(0)}${family}`,
      (given: string) => given,
      (_given: string, family: string) => family.toUpperCase(),
    ];
    fc.assert(
      fc.property(part, part, fc.constantFrom(...spellings), (given, family, spell) => {
        const displayName = `${given} ${family}`;
        fc.pre(kindOfPolicy(displayName) === null && !/data|leak|file|sent|from/i.test(displayName));
        const subject = { ...SUBJECT, displayName };
        expect(reaches(spell(given, family), displayName, { subject, details: NO_DETAILS })).toBe(false);
        expect(reaches(displayName, spell(given, family), { subject, details: NO_DETAILS })).toBe(false);
      }),
    );
  });
});
