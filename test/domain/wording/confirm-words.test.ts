import { confirmView, type ChangeAsked, type ConfirmOutcome } from '../../../src/domain/disclose-confirm';
import { toTextRun, Untrusted } from '../../../src/domain/untrusted';
import { askedWords, doneWords, settledWords, willWords } from '../../../src/domain/wording/confirm-words';
import { at, storedAlert } from '../alert-builder';

const ILSE = Untrusted.of('Ilse Brandt');
const viewOf = (change: ChangeAsked, over = {}) => confirmView(storedAlert(over), change, null);

const CHANGES: [ChangeAsked, string, string, string][] = [
  [{ kind: 'start' }, 'will be started: its status becomes In progress.', 'was started.', 'start'],
  [{ kind: 'reopen' }, 'will be reopened: its status becomes In progress.', 'was reopened.', 'reopen'],
  [{ kind: 'comment' }, 'will get a comment.', 'got a comment.', 'add a comment'],
  [{ kind: 'unassign' }, 'will have no owner any more.', 'has no owner any more.', 'take the owner off'],
  [
    { kind: 'assign', assignee: 'me' },
    'will be assigned to Ilse Brandt.',
    'was assigned to Ilse Brandt.',
    'assign to Ilse Brandt',
  ],
  [
    { kind: 'assign', assignee: Untrusted.of('Tomas Vale') },
    'will be assigned to Tomas Vale.',
    'was assigned to Tomas Vale.',
    'assign to Tomas Vale',
  ],
  [{ kind: 'resolve', classification: null, determination: 'other' }, 'will be resolved.', 'was resolved.', 'resolve'],
  [
    { kind: 'resolve', classification: 'truePositive', determination: null },
    'will be resolved as True positive. In Purview this becomes Confirmed.',
    'was resolved as True positive. In Purview this becomes Confirmed.',
    'resolve as True positive',
  ],
  [
    { kind: 'resolve', classification: 'falsePositive', determination: 'notMalicious' },
    'will be resolved as False positive · Not malicious. In Purview this becomes Dismissed.',
    'was resolved as False positive · Not malicious. In Purview this becomes Dismissed.',
    'resolve as False positive · Not malicious',
  ],
];

test.each(CHANGES)('%j is said before, after and as a request', (change, will, done, asked) => {
  const view = viewOf(change);
  expect(willWords(view, ILSE, toTextRun)).toBe(`Alert 1042 (High, New) ${will}`);
  expect(doneWords(view, ILSE, toTextRun)).toBe(`Alert 1042 ${done}`);
  expect(askedWords(view, ILSE, toTextRun)).toBe(asked);
});

test('what is not known is said to be not given', () => {
  const view = viewOf({ kind: 'assign', assignee: 'me' }, { severity: null, status: null });
  expect(willWords(view, null, toTextRun)).toBe(
    'Alert 1042 (severity not given, status not given) will be assigned to whoever asked.',
  );
});

const MOMENT = at('2026-03-11T10:42:00Z');
const OUTCOMES: [ConfirmOutcome, string | null][] = [
  [{ is: 'done', who: ILSE, at: MOMENT, saying: null }, 'Confirmed by Ilse Brandt at 2026-03-11 10:42 UTC.'],
  [{ is: 'cancelled', who: ILSE, at: MOMENT }, 'Cancelled by Ilse Brandt at 2026-03-11 10:42 UTC.'],
  [{ is: 'cancelled', who: null, at: MOMENT }, 'Cancelled at 2026-03-11 10:42 UTC.'],
  [{ is: 'expired', at: MOMENT }, 'Expired at 2026-03-11 10:42 UTC.'],
  [{ is: 'refused', saying: { code: 'isSubject' } }, null],
];

test.each(OUTCOMES)('%j says who settled it and when', (outcome, words) => {
  expect(settledWords(outcome, toTextRun)).toBe(words);
});
