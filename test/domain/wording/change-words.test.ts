import { CLASSIFICATIONS } from '../../../src/domain/alert';
import { toMessageText, toTextRun, Untrusted } from '../../../src/domain/untrusted';
import { changeWords, purviewSentence } from '../../../src/domain/wording/change-words';
import { at } from '../alert-builder';

const moment = at('2026-11-23T06:08:00Z');
const adele = Untrusted.of('Adele Vance');

test.each([
  ['start', adele, 'Started by Adele Vance at 2026-11-23 06:08 UTC'],
  ['assign', adele, 'Assigned by Adele Vance at 2026-11-23 06:08 UTC'],
  ['resolve', adele, 'Resolved by Adele Vance at 2026-11-23 06:08 UTC'],
  ['unassign', adele, 'Unassigned by Adele Vance at 2026-11-23 06:08 UTC'],
  ['reopen', adele, 'Reopened by Adele Vance at 2026-11-23 06:08 UTC'],
  ['comment', adele, 'Comment added by Adele Vance at 2026-11-23 06:08 UTC'],
  ['elsewhere', null, 'Changed in Defender at 2026-11-23 06:08 UTC'],
] as const)('the change %s is said', (what, who, words) => {
  expect(changeWords({ what, who, at: moment }, toTextRun)).toBe(words);
});

test('the name goes through the sink of the place where the sentence stands', () => {
  const change = { what: 'start', who: Untrusted.of('**Adele**'), at: moment } as const;
  expect(changeWords(change, toTextRun)).toContain('by **Adele** at');
  expect(changeWords(change, toMessageText)).toContain('by ＊＊Adele＊＊ at');
});

test('what Purview will show is said before it is done', () => {
  expect(CLASSIFICATIONS.map(purviewSentence)).toEqual([
    'In Purview this becomes Confirmed.',
    'In Purview this becomes Dismissed.',
    'In Purview this becomes Dismissed.',
  ]);
});
