import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { findNames } from '../../src/domain/find-names';
import { foldText } from '../../src/domain/fold-text';
import { createMasker, namesAnyone, type MaskedPerson } from '../../src/domain/mask-text';
import { indexPeople } from '../../src/domain/name-index';
import type { PersonIdentity } from '../../src/domain/person';
import { toGraphValue, Untrusted } from '../../src/domain/untrusted';
import { bareLetters } from './bare-letters';

const FIXTURES = path.join(__dirname, '../fixtures/masking');
const linesOf = (file: string) => fs.readFileSync(path.join(FIXTURES, file), 'utf8').trim().split('\n');
const EVERYBODY = linesOf('people.jsonl').map((line): MaskedPerson => JSON.parse(line));

const maskedBy = (people: readonly MaskedPerson[], text: string) =>
  toGraphValue(createMasker(people)(Untrusted.of(text)));

// Syllables that make no word of English, with letters that need folding among them.
const syllable = fc.constantFrom(
  'zor',
  'vik',
  'bel',
  'qua',
  'dru',
  'mip',
  'fjo',
  'lun',
  'gré',
  'tov',
  'käs',
  'yri',
  'øst',
);
const namePart = fc.array(syllable, { minLength: 2, maxLength: 3 }).map((parts) => parts.join(''));
const titled = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

interface Named {
  given: string;
  middle: string;
  surname: string;
  person: MaskedPerson;
}

const named = fc
  .uniqueArray(namePart, { minLength: 3, maxLength: 3, selector: bareLetters })
  .filter(
    ([a = '', b = '', c = '']) => ![a, b, c].some((one) => [a, b, c].some((two) => one !== two && two.startsWith(one))),
  )
  .map(([given = '', middle = '', surname = '']): Named => {
    const upn = `${bareLetters(given)}.${bareLetters(surname)}@contoso.example`;
    const identity: PersonIdentity = {
      objectId: '9a8b7c6d-1111-4222-8333-444455556666',
      userPrincipalName: upn,
      sid: 'S-1-5-21-3623811015-3361044348-30300820-1013',
      displayName: `${titled(given)} ${titled(surname)}`,
      accountName: `${bareLetters(given)}${bareLetters(surname).charAt(0)}`,
    };
    return { given, middle, surname, person: { identity, alias: 'K7F2' } };
  });

const joint = fc.constantFrom('', '.', '_', '-', ' ', '+', '%20', '%2E', '\u00a0', '\n');
const casing = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toLowerCase(),
  (text: string) => text.toUpperCase(),
);
const hidden = fc.constantFrom('', '\u200b', '\u00ad', '\u2060');

/** One way to write a person, as no code of the masker made it. */
const form = fc.tuple(named, fc.nat({ max: 11 }), joint, casing, hidden).map(([who, which, between, cased, mark]) => {
  const [given, middle, surname] = [titled(who.given), titled(who.middle), titled(who.surname)];
  const first = (name: string) => name.charAt(0);
  const ways = [
    [given, surname],
    [surname, given],
    [first(given), surname],
    [given, first(surname)],
    [surname, first(given)],
    [given, first(middle), surname],
    [given],
    [surname],
    [who.person.identity.objectId ?? ''],
    [who.person.identity.sid ?? ''],
    [who.person.identity.accountName ?? ''],
    [given, middle, surname],
  ];
  const words = ways[which] ?? [given];
  // A middle name that the directory does not know is one only between the same joints as people write.
  const between2 = which === 11 || which === 5 ? (between === '' ? '.' : between) : between;
  const written = cased(words.join(between2));
  return { who, text: written.slice(0, 1) + mark + written.slice(1) };
});

const before = fc.constantFrom(
  '',
  'Files of ',
  'C:\\Users\\',
  'https://x.example/',
  '(',
  'CV_',
  '2026-',
  '"',
  '<',
  'i:0#.f|',
);
const after = fc.constantFrom(
  '',
  '.docx',
  '_2026',
  "'s files",
  ' left',
  '@contoso.example',
  '\\Desktop',
  '-LAPTOP',
  ')',
  '%20b',
);

test('no form of a person survives, whatever the case, the joint, the order and what stands beside it', () => {
  fc.assert(
    fc.property(form, before, after, ({ who, text }, left, right) => {
      const shown = bareLetters(maskedBy([who.person], `${left}${text}${right}`));
      expect(shown).not.toContain(bareLetters(text));
      for (const name of [who.given, who.surname]) expect(shown).not.toContain(bareLetters(name));
      expect(shown).toContain('k7f2');
    }),
    { numRuns: 1000 },
  );
});

test('what stands beside a form stays', () => {
  fc.assert(
    fc.property(form, ({ who, text }) => {
      expect(maskedBy([who.person], `before ${text} after`)).toMatch(/^before .* after$/s);
    }),
  );
});

test('masking what is masked changes nothing', () => {
  const piece = fc.oneof(
    form.map(({ text }) => text),
    before,
    after,
    fc.constantFrom('Person K7F2', 'a person', 'x'),
  );
  fc.assert(
    fc.property(named, form, fc.array(piece, { maxLength: 8 }), ({ person }, { who }, pieces) => {
      const people = [person, { ...who.person, alias: 'M4PX' }];
      const once = maskedBy(people, pieces.join(''));
      expect(maskedBy(people, once)).toBe(once);
    }),
    { numRuns: 200 },
  );
});

test('a text without any form of the people comes back as the same object', () => {
  const mask = createMasker(EVERYBODY);
  const words = fc.stringMatching(/^[bcdf 0-9.,;:@/\\_%-]{0,80}$/);
  fc.assert(
    fc.property(words, (text) => {
      const value = Untrusted.of(text);
      expect(mask(value)).toBe(value);
    }),
  );
});

test('no text whatever breaks it, and nobody means nothing', () => {
  const mask = createMasker(EVERYBODY);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(toGraphValue(mask(Untrusted.of(text))).length).toBeLessThanOrEqual(text.length * 14);
      expect(maskedBy([], text)).toBe(text);
    }),
  );
});

describe('ordinary sentences', () => {
  const mask = createMasker(EVERYBODY);
  test.each(linesOf('ordinary.txt'))('nobody is found in: %s', (sentence) => {
    expect(toGraphValue(mask(Untrusted.of(sentence)))).toBe(sentence);
  });
});

describe('the work grows with the text and no faster', () => {
  const HOSTILE = [
    'alex ',
    'alexw',
    'a.b.c.',
    'aaaa',
    '%25',
    '%C3%BC%',
    'mark price ',
    'Alex J ',
    '          ',
    '_x0020_',
    'wilberalex',
    '\u0301\u200b',
    'van der ',
    '3f1c9d2e-',
  ];

  const HOSTILE_LENGTH = 100_000;

  /** How often the units of the text are read while names are looked for. */
  function readsOf(source: string): number {
    const text = foldText(source);
    let reads = 0;
    const counted = new Proxy<ArrayLike<number>>(text.code, {
      get(target, key) {
        reads += 1;
        return Reflect.get(target, key);
      },
    });
    findNames({ ...text, code: counted }, indexPeople(EVERYBODY.map(({ identity }) => identity)));
    return reads;
  }

  test.each(HOSTILE)('%j repeated', (piece) => {
    const [small, large] = [4000, 8000].map((size) => readsOf(piece.repeat(Math.ceil(size / piece.length))));
    expect(large ?? 0).toBeLessThanOrEqual((small ?? 0) * 2.1 + 100);
  });

  test.each(HOSTILE)('100 KB of %j are masked', (piece) => {
    const text = piece.repeat(Math.ceil(HOSTILE_LENGTH / piece.length));
    expect(bareLetters(maskedBy(EVERYBODY, text))).not.toContain('wilber');
  });
});

test('whether a text names somebody can be asked without seeing it', () => {
  const people = EVERYBODY.map(({ identity }) => identity);
  expect(namesAnyone(Untrusted.of('see C:\\Users\\alexw'), people)).toBe(true);
  expect(namesAnyone(Untrusted.of('see C:\\Users\\public'), people)).toBe(false);
});
