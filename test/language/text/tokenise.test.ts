// How a sentence is cut: kinds and places of its tokens.
import fc from 'fast-check';
import { cleanText } from '../../../src/language/text/clean-text';
import { tokenise } from '../../../src/language/text/tokenise';

const kinds = (text: string) => tokenise(cleanText(text).clean).map(({ kind, word }) => `${kind}:${word}`);

test.each([
  ['show #1042', ['word:show', 'mark:#', 'number:1042']],
  ['7d 24h 9am 3rd', ['number:7', 'word:d', 'number:24', 'word:h', 'number:9', 'word:am', 'ordinal:3']],
  ['9:00 4:15pm', ['clock:9:00', 'clock:4:15', 'word:pm']],
  ['2026-03-03', ['date:2026-03-03']],
  ['3/3/2026 03.03.2026 1.5', ['figures:3/3/2026', 'figures:03.03.2026', 'figures:1.5']],
  ['1-5 March', ['number:1', 'mark:-', 'number:5', 'word:march']],
  ['1–5 March', ['number:1', 'mark:-', 'number:5', 'word:march']],
  ['Mail.Google.com, budget.xlsx', ['host:mail.google.com', 'mark:,', 'file:budget.xlsx']],
  ['https://Drive.google.com/a?b=c.', ['host:drive.google.com', 'mark:.']],
  ['bob@contoso.com’s', ['upn:bob@contoso.com', "mark:'s"]],
  ["Alex's don't what's", ['word:alex', "mark:'s", 'word:do', 'word:not', 'word:what', 'word:is']],
  ["O'Brien", ["word:o'brien"]],
  ['high/medium', ['word:high', 'mark:/', 'word:medium']],
  ['in-progress', ['word:in', 'word:progress']],
  ['on LAPTOP-XYZ', ['word:on', 'id:laptop-xyz']],
  ['da637_-96 LT-4471', ['id:da637_-96', 'id:lt-4471']],
  ['status:new', ['word:status', 'mark::', 'word:new']],
  ['R&D & HR', ['word:r', 'mark:&', 'word:d', 'word:and', 'word:hr']],
  ['“a b” „c“ "d', ['quoted:a b', 'quoted:c', 'quoted:d']],
  ['<at>IRM</at> help', ['word:help']],
  ['<at id="0">IRM alerts</at>&nbsp;help', ['word:help']],
  ['', []],
])('%j', (text, expected) => {
  expect(kinds(text)).toEqual(expected);
});

test('every token stands where it says, and no two overlap but for words of one short form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { clean } = cleanText(text);
      let end = 0;
      for (const token of tokenise(clean)) {
        expect(token.end).toBeLessThanOrEqual(clean.length);
        expect(token.start).toBeLessThanOrEqual(token.end);
        expect(token.end).toBeGreaterThanOrEqual(end);
        end = token.end;
      }
    }),
  );
});

test('cleaning moves no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { source, clean } = cleanText(text.replaceAll('<at', ''));
      expect(clean).toHaveLength(source.length);
    }),
  );
});
