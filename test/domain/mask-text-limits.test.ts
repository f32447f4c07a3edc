import { GAP_MAX_MARKS } from '../../src/domain/fold-text';
import { INITIALS_MAX } from '../../src/domain/find-names';
import { ACCOUNT_MIN_DIGITS, ACCOUNT_MIN_LETTERS, ENCODED_MIN } from '../../src/domain/identity-literals';
import { createMasker, MASK_PASSES_MAX } from '../../src/domain/mask-text';
import { GLUED_MIN_LETTERS, GUESS_MIN_LETTERS, INSIDE_MIN_LETTERS } from '../../src/domain/name-evidence';
import {
  ALONE_MIN_LETTERS,
  NAME_PART_MAX_LETTERS,
  NAME_PARTS_MAX,
  STEM_MIN_LETTERS,
} from '../../src/domain/name-parts';
import { MIDDLE_MAX_LETTERS } from '../../src/domain/name-run';
import type { PersonIdentity } from '../../src/domain/person';
import { toGraphValue, Untrusted } from '../../src/domain/untrusted';
import { ENDING_MAX_LETTERS } from '../../src/domain/word-edge';

const NOBODY: PersonIdentity = {
  objectId: null,
  userPrincipalName: null,
  sid: null,
  displayName: null,
  accountName: null,
};

const shown = (over: Partial<PersonIdentity>, text: string) =>
  toGraphValue(createMasker([{ identity: { ...NOBODY, ...over }, alias: 'K7F2' }])(Untrusted.of(text)));
const masks = (over: Partial<PersonIdentity>, text: string) => shown(over, text) !== text;
const named = (displayName: string) => ({ displayName });

test('a part of a name says who is meant alone from four letters on', () => {
  expect(ALONE_MIN_LETTERS).toBe(4);
  expect(masks(named('Zork Vau'), 'zork')).toBe(true);
  expect(masks(named('Zork Vau'), 'vau')).toBe(false);
});

test('marks between two parts are a joint as long as they are few', () => {
  const apart = (marks: number) => shown(named('Vau Zur'), `Vau${'-'.repeat(marks)}Zur`);
  expect(apart(GAP_MAX_MARKS)).toBe('Person K7F2');
  expect(apart(GAP_MAX_MARKS + 1)).not.toContain('Person');
});

test('an unknown middle name has a length like one', () => {
  const middle = (letters: number) => shown(named('Vau Zur'), `Vau Q${'u'.repeat(letters - 1)} Zur`);
  expect(middle(MIDDLE_MAX_LETTERS)).toBe('Person K7F2');
  expect(middle(MIDDLE_MAX_LETTERS + 1)).not.toContain('Person');
});

test('two parts in one are found inside a longer word when they are long enough', () => {
  const inside = (name: string) => masks(named(name), `xx${name.toLowerCase().replace(' ', '')}xx`);
  expect('Zork Vrim'.length - 1).toBe(INSIDE_MIN_LETTERS);
  expect(inside('Zork Vrim')).toBe(true);
  expect(inside('Zork Vri')).toBe(false);
});

test('a short part and an initial in one are an abbreviation', () => {
  expect(GLUED_MIN_LETTERS).toBe(4);
  expect(masks(named('Vau Zurk'), 'vauz')).toBe(true);
  expect(masks(named('Va Zurk'), 'vaz')).toBe(false);
  expect(masks(named('Bela Xu'), 'bxu')).toBe(true);
});

test('an unknown initial inside a word is guessed before a long surname', () => {
  expect(GUESS_MIN_LETTERS).toBe(5);
  expect(masks(named('Vau Zurki'), 'vqzurki')).toBe(true);
  expect(masks(named('Vau Zurk'), 'vqzurk')).toBe(false);
});

test('as many initials as people have stand before a surname', () => {
  expect(INITIALS_MAX).toBe(4);
  expect(shown(named('Ana Bea Cia Dea Zurki'), 'abcdzurki')).toBe('Person K7F2');
});

test('endings of declined names are short', () => {
  const declined = (letters: number) => masks(named('Зорк Врим'), `Зорк${'у'.repeat(letters)}`);
  expect([declined(ENDING_MAX_LETTERS), declined(ENDING_MAX_LETTERS + 1)]).toEqual([true, false]);
});

test('long names of such languages lose their own ending', () => {
  expect('Зоркский'.length).toBeGreaterThanOrEqual(STEM_MIN_LETTERS);
  expect(masks(named('Иван Зоркский'), 'Зоркского')).toBe(true);
  expect(masks(named('Иван Зоркий'), 'Зоркого')).toBe(false);
});

test('an account of two letters is one where accounts stand', () => {
  expect(ACCOUNT_MIN_LETTERS).toBe(3);
  expect(masks({ accountName: 'zx' }, 'zx')).toBe(false);
  expect(masks({ accountName: 'zx' }, 'CONTOSO\\zx')).toBe(true);
  expect(masks({ accountName: 'zxq' }, 'zxq')).toBe(true);
});

test('an account in a few digits is an amount elsewhere', () => {
  const account = (digits: number, before: string) =>
    masks({ accountName: '7'.repeat(digits) }, `${before}${'7'.repeat(digits)}`);
  expect(account(ACCOUNT_MIN_DIGITS, 'badge ')).toBe(true);
  expect(account(ACCOUNT_MIN_DIGITS - 1, 'files ')).toBe(false);
  expect(account(ACCOUNT_MIN_DIGITS - 1, 'CONTOSO\\')).toBe(true);
});

test('what base64 makes of a very short name is no sign of it', () => {
  const encoded = (name: string) => Buffer.from(name).toString('base64').replace(/=+$/, '');
  expect(encoded('zorkvri').length).toBe(ENCODED_MIN);
  expect(masks(named('zorkvrim'), encoded('zorkvrim'))).toBe(true);
  expect(masks(named('zorkv'), encoded('zorkv'))).toBe(false);
});

test('of a name with very many parts the first and the last ones are looked for', () => {
  const names = ['Zorka', 'Vrima', 'Quala', 'Drupa', 'Fjora', 'Lunda', 'Tovka'];
  expect(names.length).toBe(NAME_PARTS_MAX + 1);
  const found = names.filter((name) => masks(named(names.join(' ')), name));
  expect(found).toEqual(names.filter((name) => name !== 'Drupa'));
});

test('of an endless name the beginning is looked for', () => {
  const endless = 'zq'.repeat(NAME_PART_MAX_LETTERS);
  expect(masks(named(endless), endless.slice(0, NAME_PART_MAX_LETTERS))).toBe(true);
});

test('a name that is left when another one is taken out of a word is found as well', () => {
  expect(MASK_PASSES_MAX).toBe(3);
  const once = shown(named('Zork Vrima'), 'vrimazorkzorkvrima');
  expect(once).not.toMatch(/zork|vrima/);
  expect(shown(named('Zork Vrima'), once)).toBe(once);
});
