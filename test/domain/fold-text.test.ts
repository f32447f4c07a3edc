import fc from 'fast-check';
import { GAP, MAX_LETTERS } from '../../src/domain/fold-letters';
import { foldText, KIND } from '../../src/domain/fold-text';

const all = (values: ArrayLike<number>, length: number) => Array.from({ length }, (_, at) => values[at] ?? -1);
const lettersOf = (source: string) => {
  const text = foldText(source);
  return String.fromCharCode(...all(text.code, text.length));
};

test.each([
  ['Müller', 'muller'],
  ['Mu\u0308ller', 'muller'],
  ['Weiß', 'weiss'],
  ['SØREN', 'soren'],
  ['Işıl İ', 'isili'],
  ['Łódź', 'lodz'],
  ['Ａｌｅｘ', 'alex'],
  ['𝐀lex', 'alex'],
  ['\u0410l\u0435x', 'alex'],
  ['a\u200bl\u00ade\u2060x', 'alex'],
  ['alex%40x', 'alexx'],
  ['%61%6Cex', 'alex'],
  ['%2561lex', 'alex'],
  ['M%C3%BCller', 'muller'],
  ['M%25C3%25BCller', 'muller'],
  ['M&#252;ller', 'muller'],
  ['M&#xFC;ller', 'muller'],
  ['a_x0062_c', 'abc'],
  ['100%', '100'],
  ['%', ''],
  ['%C3%', 'c3'],
  ['%FFx', 'ffx'],
  ['&unknown;', 'unknown'],
  ['\ud83d torn', 'torn'],
])('%j is read as the letters %j', (source, letters) => {
  expect(lettersOf(source)).toBe(letters);
});

test.each([
  ['ab', GAP.none],
  ['a\u200bb', GAP.none],
  ['a.b', GAP.tight],
  ['a_b', GAP.tight],
  ['a’b', GAP.tight],
  ['a b', GAP.space],
  ['a   \n b', GAP.space],
  ['a%20b', GAP.space],
  ['a - b', GAP.space],
  ['a. b', GAP.stop],
  ['a, b', GAP.comma],
  ['a/b', GAP.wall],
  ['a@b', GAP.wall],
  ['a%40b', GAP.wall],
  ['a! b', GAP.wall],
])('the gap in %j is known', (source, gap) => {
  expect(foldText(source).gap[1]).toBe(gap);
});

test('capitals, figures and scripts without blanks are told apart', () => {
  const { kind, length } = foldText('Aa1王п');
  expect(all(kind, length)).toEqual([KIND.upper, 0, KIND.digit, KIND.unspaced | KIND.foreign, KIND.foreign]);
});

test('what is skipped is a wall without letters', () => {
  const text = foldText('ab Person K7F2 cd', [{ from: 3, to: 14 }]);
  expect([String.fromCharCode(...all(text.code, text.length)), text.gap[2]]).toEqual(['abcd', GAP.wall]);
});

test('every unit knows where it came from, in order, and there are never many more of them than characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
      const { from, to, length } = foldText(source);
      expect(length).toBeLessThanOrEqual(source.length * MAX_LETTERS);
      for (let at = 0; at < length; at += 1) {
        expect(to[at] ?? 0).toBeGreaterThan(from[at] ?? 0);
        expect(from[at] ?? 0).toBeGreaterThanOrEqual(at === 0 ? 0 : (from[at - 1] ?? 0));
        expect(to[at] ?? 0).toBeLessThanOrEqual(source.length);
      }
    }),
  );
});
