import fc from 'fast-check';
import { cardBytes, CARD_MAX_BYTES } from '../../src/cards/card-size';
import { drawHuntingCard, HUNTING_AMOUNTS } from '../../src/cards/hunting-card';
import { HUNTING_GROUPS, type HuntingGroup } from '../../src/domain/command';
import { HUNTING_GAPS } from '../../src/domain/disclose-hunting';
import { Untrusted } from '../../src/domain/untrusted';
import { aHuntingAnswer, daysOf, figures, ranked, type AnswerOver } from '../builders/hunting-answer';
import { asOldClient, elementsOf, objectsIn, titlesOf, wordsOf } from './card-walk';
import { fullAnswer } from './every-answer';

const drawn = (over: AnswerOver = {}) => drawHuntingCard(aHuntingAnswer(over), 'ref-1');
const linesOf = (over: AnswerOver = {}) => wordsOf(drawn(over)).split('\n');
const names = (count: number) => Array.from({ length: count }, (_, index) => `host-${index}.example`);

test('the answer stands on top, with its window beneath and three figures', () => {
  expect(linesOf().slice(0, 9)).toEqual([
    'Hunting answer',
    '54 Confidential files were sent to mail.google.com by 2 people, 4–11 March 2026',
    '4 Mar 2026 10:00 – 11 Mar 2026 10:00 UTC',
    '54',
    'files',
    '2',
    'people',
    '61',
    'events',
  ]);
});

test('figures of one are said so, and behaviours are called what they are and hold no files', () => {
  expect(linesOf({ total: figures(1, 1, 1) }).slice(3, 9)).toEqual(['1', 'file', '1', 'person', '1', 'event']);
  expect(linesOf({ counts: 'behaviors' }).slice(3, 7)).toEqual(['2', 'people', '61', 'behaviours']);
});

test('nothing of the question or the figures is in what a notification shows', () => {
  expect(drawn().fallbackText).toBe('Hunting answer');
});

test('a comparison stands beneath the window, where one was asked for', () => {
  const previous = { window: { from: '2026-02-25T10:00:00Z', to: '2026-03-04T10:00:00Z' }, total: figures(23) };
  expect(linesOf({ previous })[3]).toBe('54 files, 31 more than in the 7 days before (23): +135 %');
});

const cellsOf = (over: AnswerOver) =>
  elementsOf(drawn(over), 'TableRow').map((row) => objectsIn(row).flatMap(({ text }) => text ?? []));

test('a ranking is a table that says what it is ranked by', () => {
  const rows = [
    { key: Untrusted.of('mail.google.com'), figures: figures(40, 2, 45) },
    { key: null, figures: figures(1_400, 1, 16) },
  ];
  const over: AnswerOver = { asked: { groupBy: 'domain' }, rows };
  expect(linesOf(over)).toContain('Domains, ranked by files');
  expect(cellsOf(over)).toEqual([
    ['Domain', 'Files', 'People', 'Events'],
    ['1. mail.google.com', '40', '2', '45'],
    ['2. not given', '1,400', '1', '16'],
  ]);
});

test.each(HUNTING_GROUPS)('a ranking by %s has a table with a head and a title of its own', (groupBy) => {
  const over: AnswerOver = { asked: { groupBy }, rows: ranked(['one', 'two']) };
  const [head] = cellsOf(over)[0] ?? [];
  expect(head).toMatch(/^[A-Z][a-z]+$/);
  expect(linesOf(over).filter((line) => /^[A-Z][a-z]+, ranked by files$/.test(line))).toHaveLength(1);
});

test('a ranking of people has no column that counts them', () => {
  const over: AnswerOver = { asked: { groupBy: 'account' }, rows: ranked(['Person K7F2', 'Person 3M9Q']) };
  expect(cellsOf(over)[0]).toEqual(['Person', 'Files', 'Events']);
});

test('a ranking in which no file is named is by events, and says so', () => {
  const rows = [{ key: Untrusted.of('evil.example'), figures: figures(0, 2, 12) }];
  expect(linesOf({ asked: { groupBy: 'domain' }, rows, total: figures(0, 2, 12) })).toContain(
    'Domains, ranked by events',
  );
  expect(cellsOf({ asked: { groupBy: 'domain' }, rows, total: figures(0, 2, 12) })[0]).toEqual([
    'Domain',
    'People',
    'Events',
  ]);
});

test('a day stands in one short line, and a path of labels breaks between its names', () => {
  const cell = (groupBy: 'day' | 'label', key: string) => cellsOf({ asked: { groupBy }, rows: ranked([key]) })[1]?.[0];
  expect(cell('day', '2026-03-04')).toBe('1. 4 Mar 2026');
  expect(cell('label', 'Confidential/All Employees')).toBe('1. Confidential / All Employees');
});

test('rows that are not shown are counted', () => {
  const over: AnswerOver = { asked: { groupBy: 'domain' }, rows: ranked(names(5)), rowsInAll: 17 };
  expect(linesOf(over)).toContain('12 more domains, not shown here.');
  expect(linesOf({ ...over, rowsInAll: 6 })).toContain('1 more domain, not shown here.');
  expect(linesOf({ ...over, rowsInAll: 5 }).join()).not.toMatch(/not shown/);
});

test('people who are not shown are those of the total, whoever the data leave nameless', () => {
  const rows = [...ranked(['Person K7F2', 'Person 3M9Q']), { key: null, figures: figures(1, 0, 1) }];
  const over: AnswerOver = { asked: { groupBy: 'account' }, rows, rowsInAll: 61, total: figures(500, 60, 600) };
  expect(linesOf(over)).toContain('58 more people, not shown here.');
  expect(linesOf({ ...over, rowsInAll: 3, total: figures(9, 2, 9) }).join()).not.toMatch(/not shown/);
});

test('how the question was read and every gap of the data are said', () => {
  const lines = linesOf({ gaps: HUNTING_GAPS, asked: { widened: true }, defaultWindow: true });
  expect(lines[lines.indexOf('How this was read: ') + 1]).toBe(
    'activity “exfiltration”; target domain mail.google.com; label Confidential with its sublabels; no time named, so the last 7 days.',
  );
  expect(lines).toContain('You named one kind of this activity; every kind of it is counted.');
  expect(lines).toContain('Mail is not part of the shared data.');
});

test('the KQL is hidden until somebody asks for it, and reads the same for clients without code blocks', () => {
  const card = drawn({ kql: Untrusted.of('T\n| where x == "**y**"\n| take 5') });
  const [part] = objectsIn(card).filter(({ id }) => id === 'query');
  expect(part).toMatchObject({ isVisible: false });
  expect(elementsOf(card, 'CodeBlock')).toMatchObject([{ codeSnippet: 'T\n| where x == "**y**"\n| take 5' }]);
  const runs = elementsOf(asOldClient(card), 'TextRun').filter(({ fontType }) => fontType === 'Monospace');
  expect(runs.map(({ text }) => text)).toEqual(['T', '| where x == "**y**"', '| take 5']);
  expect(elementsOf(card, 'Action.ToggleVisibility')).toMatchObject([{ title: 'Query', targetElements: ['query'] }]);
});

test('KQL is left out by whole lines, which are counted', () => {
  const kql = Untrusted.of(
    Array.from({ length: 100 }, (_, index) => `| where Column${index} == "${'x'.repeat(60)}"`).join('\n'),
  );
  const lines = linesOf({ kql });
  const [code] = elementsOf(drawn({ kql }), 'CodeBlock').map(({ codeSnippet }) => String(codeSnippet).split('\n'));
  expect(code?.every((line) => line.endsWith('"'))).toBe(true);
  expect(lines).toContain(`${100 - (code?.length ?? 0)} more lines, not shown here.`);
});

test('KQL of one endless line is not shown in part', () => {
  const card = drawn({ kql: Untrusted.of('x'.repeat(30_000)) });
  expect(elementsOf(card, 'CodeBlock')).toEqual([]);
  expect(elementsOf(card, 'Action.ToggleVisibility')).toEqual([]);
  expect(wordsOf(card)).toContain('The KQL is too long to be shown here.');
});

test('the buttons ask on by the card’s reference, and open the query where it may be opened', () => {
  expect(titlesOf(drawn())).toEqual(['Who', 'Where to', 'By day', 'Compare', 'Query', 'Open in Defender']);
  expect(titlesOf(drawn({ portalUrl: null, followUps: ['who'] }))).toEqual(['Who', 'Query']);
  expect(drawn({ followUps: ['whereTo'] }).actions?.[0]).toMatchObject({
    type: 'Action.Execute',
    verb: 'command.run',
    data: { cardRef: 'ref-1', followUp: 'whereTo' },
  });
});

test('what is given up to fit is rows first, then days, then KQL and names, and never all of the rows', () => {
  expect(HUNTING_AMOUNTS.map(({ rows, days, query, names: graphemes }) => [rows, days, query, graphemes])).toEqual([
    [20, 31, 4_000, 60],
    [10, 31, 4_000, 60],
    [5, 31, 4_000, 60],
    [3, 31, 4_000, 60],
    [3, 14, 4_000, 60],
    [3, 14, 1_500, 24],
    [3, 7, 0, 12],
  ]);
});

test('an answer that is too large shows fewer rows and counts the rest', () => {
  const card = drawHuntingCard(fullAnswer('host.example'), 'ref-1');
  const rows = elementsOf(card, 'TableRow').length - 1;
  expect(rows).toBeGreaterThanOrEqual(3);
  expect(rows).toBeLessThan(20);
  expect(wordsOf(card)).toContain(`${(9_999 - rows).toLocaleString('en')} more people, not shown here.`);
});

const bytesOf = (outside: string, groupBy: HuntingGroup | null) => {
  const full = fullAnswer(outside);
  const view = { ...full, asked: { ...full.asked, groupBy } };
  return cardBytes(drawHuntingCard(view, 'r'.repeat(64)));
};

// Each takes as many bytes for a shown character as its kind can.
test.each([
  ['what JSON escapes', '\\"'.repeat(500)],
  ['a letter under marks', '語\u20d0\u20d0\u20d0'.repeat(200)],
  ['marks shown by code point', '\u202e'.repeat(300)],
  ['joined faces', '👩‍👩‍👧‍👦'.repeat(100)],
  ['gaps of a template', '${x}'.repeat(200)],
])('%s in every place leaves an answer under the size of a card', (_what, outside) => {
  for (const groupBy of ['account', 'day', null] as const)
    expect(bytesOf(outside, groupBy)).toBeLessThan(CARD_MAX_BYTES);
});

test('every answer stays under the size of a card, whatever stands in it', () => {
  const outside = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(outside, fc.constantFrom(...HUNTING_GROUPS, null), (text, groupBy) => {
      expect(bytesOf(text, groupBy)).toBeLessThan(CARD_MAX_BYTES);
    }),
    { numRuns: 20 },
  );
});

test('an ordinary answer of thirty days gives nothing up', () => {
  const card = drawn({ asked: { groupBy: 'day' }, days: daysOf(Array<number>(31).fill(12)), rows: ranked(names(10)) });
  expect(elementsOf(card, 'TableRow')).toHaveLength(11);
  expect(objectsIn(elementsOf(card, 'Chart.Line')).filter(({ y }) => y === 12)).toHaveLength(31);
  expect(wordsOf(card)).not.toMatch(/not shown/);
});
