import { EXAMPLE_SENTENCES } from '../../../src/domain/example-sentences';
import { UNKNOWN_REASONS } from '../../../src/domain/reading';
import { UNDERSTOOD_ONLY } from '../../../src/domain/saying';
import { say } from '../../../src/domain/wording/saying-words';
import { tagsIn } from '../markdown';

test('a sentence that was not understood is answered with ways that are', () => {
  expect(say({ code: 'notUnderstood' })).toBe(
    'I did not understand that, and nothing was done. You could type “show 1042”, “open high alerts” or “hunting summary”, or “help”.',
  );
  expect(say({ code: 'notUnderstood', examples: ['my queue', 'open incidents'] })).toBe(
    'I did not understand that, and nothing was done. You could type “my queue” or “open incidents”, or “help”.',
  );
});

test.each(UNKNOWN_REASONS)('the reason %s is one plain sentence before the ways that are understood', (because) => {
  const words = say({ code: 'notUnderstood', because, examples: ['my queue'] });
  expect(words).toMatch(/^(I|That|The) .{10,110}\. Nothing was done\. You could type “my queue”, or “help”\.$/);
  expect(tagsIn(words)).toEqual([]);
});

test('every reason says something else', () => {
  expect(new Set(UNKNOWN_REASONS.map((because) => say({ code: 'notUnderstood', because }))).size).toBe(
    UNKNOWN_REASONS.length,
  );
});

test('no example becomes a link or anything but its own text', () => {
  expect(EXAMPLE_SENTENCES.flatMap(tagsIn)).toEqual([]);
});

test.each([
  ['reportTriage', /how alerts are being handled/],
  ['scheduleReport', /a report on a schedule/],
  ['checkSetup', /whether everything is set up/],
] as const)('%s is named as understood, and as not done', (command, words) => {
  expect(say({ code: 'understoodOnly', command })).toMatch(words);
  expect(say({ code: 'understoodOnly', command })).toMatch(/^[^.]+, and nothing was done\.$/);
});

test('no more commands than these are answered so', () => {
  expect([...UNDERSTOOD_ONLY].sort()).toEqual(['checkSetup', 'reportTriage', 'scheduleReport']);
});
