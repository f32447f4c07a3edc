import { inspect } from 'node:util';
import fc from 'fast-check';
import * as sinks from '../../src/domain/untrusted';
import { Untrusted } from '../../src/domain/untrusted';
import { HOSTILE } from './hostile-texts';
import { tagsIn } from './markdown';

const of = (text: string) => Untrusted.of(text);
const anyText = fc.string({ unit: 'binary', maxLength: 400 });
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u;
const hostile = HOSTILE.map(({ what, text }) => [what, text] as const);

test('outside text cannot be printed, joined or serialised by accident', () => {
  const value = of('Zelda Quicksilver');
  const printed = [
    `${value}`,
    String(value),
    JSON.stringify({ value }),
    inspect(value, { depth: 9, showHidden: true }),
  ];
  for (const text of printed) expect(text).not.toContain('Zelda');
});

test.each([null, undefined, 5, {}, '', '   ', '\n'])('a wire value that is %j is no text', (value) => {
  expect(sinks.untrustedOrNull(value)).toBeNull();
});

test('a wire value that is text is wrapped as it is', () => {
  const wrapped = sinks.untrustedOrNull(' Adele ');
  expect(wrapped && sinks.toGraphValue(wrapped)).toBe(' Adele ');
});

describe('a text run', () => {
  test.each(hostile)('shows %s without hidden marks and within its length', (_what, text) => {
    const run = sinks.toTextRun(of(text));
    expect(run).not.toMatch(HIDDEN);
    expect([...new Intl.Segmenter('en').segment(run)].length).toBeLessThanOrEqual(sinks.TEXT_RUN_MAX_GRAPHEMES);
    expect(run).not.toContain('{{');
  });

  test.each([
    ['invoice\u202Efdp.exe', 'invoiceU+202Efdp.exe'],
    ['a\u200Bb', 'aU+200Bb'],
    ['a\u0000b', 'aU+0000b'],
    ['two\nlines\tand a tab', 'two lines and a tab'],
    ['torn \ud83d half', 'torn U+D83D half'],
    ['tag \u{E0041} letter', 'tag U+E0041 letter'],
    ['**bold** [link](https://evil.example)', '**bold** [link](https://evil.example)'],
    ['a heart ❤️', 'a heart ❤️'],
    ['{{DATE(2026-01-01T00:00:00Z)}}', '{ {DATE(2026-01-01T00:00:00Z)}}'],
  ])('shows %j as %j', (text, shown) => {
    expect(sinks.toTextRun(of(text))).toBe(shown);
  });

  test('is cut between graphemes, with an ellipsis in the last place', () => {
    expect(sinks.toTextRun(of('ééééé'.normalize('NFD')), 3)).toBe(`${'éé'.normalize('NFD')}…`);
    expect(sinks.toTextRun(of('abc'), 3)).toBe('abc');
    expect(sinks.toTextRun(of('😀😀😀😀'), 3)).toBe('😀😀…');
  });

  test('holds a bounded number of units however many accents a letter carries', () => {
    const zalgo = `a${'\u0301'.repeat(5000)}`.repeat(20);
    expect(sinks.toTextRun(of(zalgo), 50).length).toBeLessThanOrEqual(200);
  });

  test('never holds hidden marks or half characters, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, max) => {
        expect(sinks.toTextRun(of(text), max)).not.toMatch(HIDDEN);
      }),
    );
  });
});

describe('text in a message', () => {
  const becomes = (text: string) => tagsIn(`before “${sinks.toMessageText(of(text))}” after`);

  test.each(hostile)('is harmless as markdown: %s', (_what, text) => {
    expect(becomes(text)).toEqual([]);
  });

  test('would become something else in many of these cases without its sink', () => {
    expect(HOSTILE.filter(({ text }) => tagsIn(text).length > 0).length).toBeGreaterThan(8);
  });

  test('never becomes a link, an emphasis, a mention or a tag, whatever the text', () => {
    const markup = fc.string({ unit: fc.constantFrom(...'*_[]()~`<>#!\\&|ab1.:/@-{} \n'), maxLength: 60 });
    fc.assert(
      fc.property(fc.oneof(anyText, markup), (text) => {
        expect(becomes(text)).toEqual([]);
      }),
    );
  });

  test.each([
    ['Adele Vance', 'Adele Vance'],
    ['adele.vance_x@contoso.example', 'adele.vance_x@contoso.example'],
    ['data leaks, v1.2', 'data leaks, v1.2'],
    ['**x**', '＊＊x＊＊'],
    ['https://evil.example', 'https：//evil．example'],
    ['<at>All</at>', '＜at＞All＜/at＞'],
    ['two\nlines', 'two lines'],
  ])('shows %j as %j', (text, shown) => {
    expect(sinks.toMessageText(of(text))).toBe(shown);
  });

  test('is at most MESSAGE_TEXT_MAX_GRAPHEMES long', () => {
    expect(sinks.toMessageText(of('a'.repeat(5000)))).toHaveLength(sinks.MESSAGE_TEXT_MAX_GRAPHEMES);
  });
});

describe('a comment for Graph', () => {
  test('keeps its paragraphs and loses hidden marks', () => {
    expect(sinks.toGraphComment(of('  one\r\n two\u202E \rthree  '))).toBe('one\ntwoU+202E\nthree');
  });

  test('is at most GRAPH_COMMENT_MAX units long, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000, size: 'max' }), (text) => {
        expect(sinks.toGraphComment(of(text)).length).toBeLessThanOrEqual(sinks.GRAPH_COMMENT_MAX);
      }),
    );
    expect(sinks.toGraphComment(of('😀'.repeat(1000)))).toMatch(/^(😀)+…$/u);
    expect(sinks.toGraphComment(of('a'.repeat(sinks.GRAPH_COMMENT_MAX)))).toBe('a'.repeat(sinks.GRAPH_COMMENT_MAX));
  });
});

test('an input gets its text back as it was typed, up to INPUT_VALUE_MAX and never half a character', () => {
  expect(sinks.toInputValue(of('**as typed** \u202E'))).toBe('**as typed** \u202E');
  expect(sinks.toInputValue(of('x'.repeat(5000)))).toHaveLength(sinks.INPUT_VALUE_MAX);
  expect(sinks.toInputValue(of(`${'x'.repeat(sinks.INPUT_VALUE_MAX - 1)}😀`))).toBe(
    'x'.repeat(sinks.INPUT_VALUE_MAX - 1),
  );
});

test('a log gets a keyed hash, which differs by text and by key', () => {
  const hashes = [sinks.toLogHash(of('a'), 'k'), sinks.toLogHash(of('b'), 'k'), sinks.toLogHash(of('a'), 'l')];
  expect(new Set(hashes).size).toBe(3);
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{16}$/);
});

test('the store and Graph’s own fields get the text unchanged', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect([sinks.toSealedColumn(of(text)), sinks.toGraphValue(of(text))]).toEqual([text, text]);
    }),
  );
});

test('blank is blank, text is not', () => {
  expect([null, of(''), of(' \n'), of('x')].map(sinks.isBlank)).toEqual([true, true, true, false]);
});

test('two texts are the same but for case and blanks around', () => {
  expect(sinks.sameText(of(' Adele '), of('adele'))).toBe(true);
  expect(sinks.sameText(of('Adele'), 'ADELE')).toBe(true);
  expect(sinks.sameText(of('Adele'), 'Adele V')).toBe(false);
  expect(sinks.sameText(null, null)).toBe(true);
  expect(sinks.sameText(null, of(''))).toBe(false);
});

test('a word is found in any case, within the part of a text that is looked at', () => {
  expect(sinks.mentionsAny(of('Data LEAK'), ['theft', 'leak'])).toBe(true);
  expect(sinks.mentionsAny(of('Data leak'), ['theft'])).toBe(false);
  expect(sinks.mentionsAny(of('Data leak'), [])).toBe(false);
  expect(sinks.mentionsAny(of(`${'x'.repeat(100_000)}leak`), ['leak'])).toBe(false);
});

describe('a chart label', () => {
  test.each(hostile)('shows %s short, without hidden marks or markup', (_what, text) => {
    const label = sinks.toChartLabel(of(text));
    expect(label).not.toMatch(HIDDEN);
    expect(label).not.toMatch(/[<>[\]*`&\\]|\{\{/);
    expect([...new Intl.Segmenter('en').segment(label)].length).toBeLessThanOrEqual(sinks.CHART_LABEL_MAX_GRAPHEMES);
  });

  test.each([
    ['mail.google.com', 'mail.google.com'],
    ['Person K7F2', 'Person K7F2'],
    ['adele@contoso.example', 'adele@contoso.example'],
    ['a <b> & c', 'a ＜b＞ ＆ c'],
    ['[General](unrestricted)', '［General］(unrestricted)'],
    ['x'.repeat(60), `${'x'.repeat(47)}…`],
  ])('shows %j as %j', (text, shown) => {
    expect(sinks.toChartLabel(of(text))).toBe(shown);
  });
});

describe('code', () => {
  test('keeps its lines, and shows by code point what cannot be seen', () => {
    expect(sinks.toCode(of('T\r\n| where x == "a\u202Eb"  \r\n\t| take 5\n'))).toBe(
      'T\n| where x == "aU+202Eb"\n  | take 5',
    );
  });

  test('is otherwise as it ran', () => {
    const kql = 'T\n| where Label has "**x** [y](https://evil.example) {{DATE}} <b>"';
    expect(sinks.toCode(of(kql))).toBe(kql);
  });

  test.each(hostile)('of %s holds nothing unseen but its line ends', (_what, text) => {
    expect(sinks.toCode(of(text)).replace(/\n/g, '')).not.toMatch(HIDDEN);
  });
});

describe('a rewritten text', () => {
  test('is as untrusted as before', () => {
    const value = sinks.rewritten(of('Zelda left'), (text) => text.replace('Zelda', 'Person K7F2'));
    expect([`${value}`, sinks.toGraphValue(value)]).toEqual(['[untrusted]', 'Person K7F2 left']);
  });

  test('is the same object when nothing was replaced', () => {
    const value = of('nobody left');
    expect(sinks.rewritten(value, (text) => text)).toBe(value);
  });
});
