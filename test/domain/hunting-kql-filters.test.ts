// What single filters say, beyond that they bind.
import fc from 'fast-check';
import { filtersOf, domainInList, usesDomainLists } from '../../src/domain/hunting-kql-filters';
import { unanswerableSlot, topOf, HUNTING_TOP_DEFAULT, HUNTING_TOP_MAX } from '../../src/domain/hunting-question';
import { SCHEMA_VARIANTS } from '../fixtures/hunting/schema-variants';
import { aQuestion } from '../builders/hunting';

const columnsOf = (index: number) => new Set(SCHEMA_VARIANTS[index]?.tables.DataSecurityEvents.keys());
const [older, newer] = [columnsOf(0), columnsOf(1)];

describe('a domain in a list', () => {
  const finds = (domain: string, text: string) => new RegExp(domainInList(domain)).test(text);

  test.each([
    'mail.google.com',
    'x.mail.google.com',
    'dropbox.com,mail.google.com',
    'mail.google.com; dropbox.com',
    '["mail.google.com"]',
    '[{"UrlDomain":"mail.google.com","Direction":"Sent"}]',
    'https://mail.google.com/mail/u/0',
    'https://mail.google.com:443',
  ])('is found in %j', (text) => expect(finds('mail.google.com', text)).toBe(true));

  test.each([
    'mail.google.com.evil.example',
    'evilmail.google.com',
    'mail-google.com',
    'mailxgoogle.com',
    'google.com',
    'https://evil.example/mail.google.com',
    'https://evil.example/?to=mail.google.com',
    'mail.google.com@evil.example',
    'mail.google.com-evil.example',
    '',
  ])('is not found in %j', (text) => expect(finds('mail.google.com', text)).toBe(false));

  test('is found whatever stands before and after it in the list', () => {
    const host = fc.domain();
    fc.assert(
      fc.property(
        host,
        fc.array(host),
        fc.array(host),
        fc.constantFrom(',', ', ', ';', '","'),
        (domain, before, after, mark) => {
          expect(finds(domain.toLowerCase(), [...before, domain, ...after].join(mark).toLowerCase())).toBe(true);
        },
      ),
    );
  });
});

describe('filters', () => {
  test('of a domain compare the domain column where there is one, and look into lists where there is none', () => {
    const question = aQuestion({ targetDomain: 'mail.google.com' });
    expect(filtersOf(question, older)).toEqual([
      'tolower(TargetUrlDomain) == "mail.google.com" or tolower(TargetUrlDomain) endswith ".mail.google.com"',
    ]);
    expect(filtersOf(question, newer).join()).toMatch(/ExternalUrlDomains.*matches regex/);
    expect([usesDomainLists(question, older), usesDomainLists(question, newer)]).toEqual([false, true]);
    expect(usesDomainLists(aQuestion(), newer)).toBe(false);
  });

  test('of a person use the name and the id, whichever are known', () => {
    const objectId = 'a7e00051-51c2-4f0b-b6ad-2d9f0c4e0051';
    expect(filtersOf(aQuestion({ person: { userPrincipalName: 'a@b.example', objectId } }), older)).toEqual([
      `AccountUpn =~ "a@b.example" or AccountObjectId =~ "${objectId}"`,
    ]);
  });

  test('of exfiltration count everything that leaves', () => {
    const [filter = ''] = filtersOf(aQuestion({ activity: 'exfiltration' }), older);
    for (const sign of [
      '"upload"',
      '"removable"',
      '"printed"',
      '"shared"',
      '"network share"',
      'in (4, 3, 5)',
      'PrinterName',
      'RemovableMediaSerialNumber',
    ]) {
      expect(filter).toContain(sign);
    }
  });

  test('of one activity leave out the signs of others', () => {
    const [filter = ''] = filtersOf(aQuestion({ activity: 'clipboard' }), older);
    expect(filter).toBe('ActionType has_any ("clipboard")');
  });

  test('say nothing where nothing is asked', () => {
    expect(filtersOf(aQuestion(), older)).toEqual([]);
  });
});

describe('a question that the data cannot answer', () => {
  test.each([
    [{ groupBy: 'severity' as const }, 'groupBy'],
    [{ anomalousOnly: true, department: 'Sales' }, 'department'],
    [{ anomalousOnly: true, dlpOutcome: 'block' as const }, 'dlpOutcome'],
    [{ anomalousOnly: true, groupBy: 'device' as const }, 'groupBy'],
    [{ anomalousOnly: true, groupBy: 'department' as const }, 'groupBy'],
    [{ anomalousOnly: true, groupBy: 'account' as const }, null],
    [{ department: 'Sales', groupBy: 'device' as const }, null],
  ])('%j: %s', (slots, slot) => expect(unanswerableSlot(slots)).toBe(slot));

  test.each([
    [undefined, HUNTING_TOP_DEFAULT],
    [5, 5],
    [0, 1],
    [1_000, HUNTING_TOP_MAX],
  ])('top %s is %i', (top, taken) => expect(topOf(top === undefined ? {} : { top })).toBe(taken));
});
