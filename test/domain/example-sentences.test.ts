import fc from 'fast-check';
import { EXAMPLE_SENTENCES, EXAMPLES_OFFERED, nearestExamples } from '../../src/domain/example-sentences';
import { HOSTILE } from './hostile-texts';

test.each([
  ['how many alerts about incidents are open', 'open incidents'],
  ['could you please resolve 1042 and 1043 as false positives', 'resolve 1042 as false positive, not malicious'],
  ['who copied things to a USB stick except Alex', 'files copied to USB since Monday'],
  ['printing by department in the last week', 'files printed last week by department'],
  ['compare uploads with the week before last', 'uploads this week compared to last week'],
  ['what are the top 9 domain for upload', 'top 5 domains by uploads this month'],
  ['please stop, unsubscribe everyone', 'unsubscribe'],
  ['assign 7 to somebody', 'assign 1042 to me'],
])('%s comes nearest to “%s”', (text, nearest) => {
  expect(nearestExamples(text)[0]).toBe(nearest);
});

test('three are offered, none twice, whatever was typed', () => {
  expect(EXAMPLES_OFFERED).toBe(3);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
      const offered = nearestExamples(text);
      expect(new Set(offered).size).toBe(EXAMPLES_OFFERED);
      for (const each of offered) expect(EXAMPLE_SENTENCES).toContain(each);
    }),
  );
});

test('a sentence with nothing in common is answered with those to begin with', () => {
  for (const text of ['', '   ', 'zzz qqq', '🙂'])
    expect(nearestExamples(text)).toEqual(['show 1042', 'open high alerts', 'who sent the most this week']);
});

test('every example is the nearest to itself', () => {
  for (const sentence of EXAMPLE_SENTENCES) expect(nearestExamples(sentence)).toContain(sentence);
});

test.each(HOSTILE.map(({ what, text }) => [what, text]))('%s is answered with examples alone', (_what, text) => {
  expect(nearestExamples(text)).toHaveLength(EXAMPLES_OFFERED);
});
