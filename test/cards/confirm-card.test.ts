import { drawConfirmCard, drawSettledCard } from '../../src/cards/confirm-card';
import { confirmView, type ChangeAsked, type ConfirmOutcome } from '../../src/domain/disclose-confirm';
import { LEGAL_DETERMINATIONS } from '../../src/domain/triage-rules';
import { Untrusted } from '../../src/domain/untrusted';
import { at, storedAlert } from '../domain/alert-builder';
import { elementsOf, titlesOf, valueBeside, wordsOf } from './card-walk';

const ILSE = Untrusted.of('Ilse Brandt');
const MOMENT = at('2026-03-11T10:42:00Z');
const VERSION = storedAlert().version;
const options = { cardRef: 'ref-1', asker: ILSE, until: MOMENT };
const resolveAs = (
  classification: Extract<ChangeAsked, { kind: 'resolve' }>['classification'],
  determination: Extract<ChangeAsked, { kind: 'resolve' }>['determination'] = null,
): ChangeAsked => ({ kind: 'resolve', classification, determination });

const drawn = (change: ChangeAsked, comment: string | null = null) =>
  drawConfirmCard(confirmView(storedAlert(), change, comment === null ? null : Untrusted.of(comment)), options);

const WHOLE = resolveAs('falsePositive', 'notMalicious');

test('the card says in one sentence what will happen, to which alert, and who may say so until when', () => {
  const card = drawn(WHOLE);
  expect(wordsOf(card).split('\n')).toEqual([
    'Please confirm',
    'Alert 1042 (High, New) will be resolved as False positive · Not malicious. In Purview this becomes Dismissed.',
    'Kind of risk',
    'Data leak',
    'About',
    'Person K7F2',
    'Owner',
    'nobody yet',
    'Raised',
    '2026-11-23 06:08 UTC',
    'Asked by',
    'Ilse Brandt',
    'Only Ilse Brandt can confirm, until 10:42 UTC.',
  ]);
  expect(card.fallbackText).toBe('High alert 1042');
});

test('confirming and cancelling are two buttons that carry the reference, and the version where it matters', () => {
  expect(drawn(WHOLE).actions).toMatchObject([
    { title: 'Confirm', verb: 'command.confirm', data: { cardRef: 'ref-1', version: VERSION } },
    { title: 'Cancel', verb: 'command.cancel', data: { cardRef: 'ref-1' }, associatedInputs: 'none' },
  ]);
});

test('a resolution without a classification asks for one first, each with what Purview makes of it', () => {
  const card = drawn(resolveAs(null));
  expect(elementsOf(card, 'Input.ChoiceSet')).toMatchObject([
    {
      id: 'classification',
      isRequired: true,
      choices: [
        { title: 'True positive (in Purview: Confirmed)', value: 'truePositive' },
        { title: 'False positive (in Purview: Dismissed)', value: 'falsePositive' },
        { title: 'Informational, expected activity (in Purview: Dismissed)', value: 'informationalExpectedActivity' },
      ],
    },
  ]);
  expect(titlesOf(card)).toEqual(['Next', 'Cancel']);
  expect(card.actions?.[0]).toMatchObject({ associatedInputs: 'auto', data: { cardRef: 'ref-1', version: VERSION } });
});

test.each(['truePositive', 'falsePositive', 'informationalExpectedActivity'] as const)(
  'a resolution as %s asks for one of its determinations, none chosen beforehand',
  (classification) => {
    const card = drawn(resolveAs(classification));
    const [input] = elementsOf(card, 'Input.ChoiceSet');
    expect(input).toMatchObject({ id: 'determination', isRequired: true });
    expect(input).not.toHaveProperty('value');
    expect((input?.['choices'] as { value: string }[]).map(({ value }) => value)).toEqual(
      LEGAL_DETERMINATIONS[classification],
    );
    expect(card.actions?.[0]).toMatchObject({
      title: 'Confirm',
      associatedInputs: 'auto',
      data: { cardRef: 'ref-1', version: VERSION, classification },
    });
  },
);

test.each<ChangeAsked>([{ kind: 'start' }, { kind: 'comment' }, { kind: 'assign', assignee: 'me' }, WHOLE])(
  '%j lacks nothing and asks for nothing',
  (change) => {
    expect(elementsOf(drawn(change), 'Input.ChoiceSet')).toEqual([]);
    expect(drawn(change).actions?.[0]?.['data']).toEqual({ cardRef: 'ref-1', version: VERSION });
  },
);

test('a comment is read whole before it is confirmed', () => {
  const comment = `**spoke** with [HR](https://evil.example) ${'x'.repeat(600)}`;
  expect(wordsOf(drawn({ kind: 'comment' }, comment))).toContain(`With the comment: \n“${comment}”`);
});

test('a comment that names the person concerned is said to be there, and not repeated', () => {
  const words = wordsOf(drawn({ kind: 'comment' }, 'spoke with Zelda'));
  expect(words).not.toMatch(/zelda/i);
  expect(words).toContain('Your comment goes with it.');
});

test('an asker who is not known by name is not given one', () => {
  const card = drawConfirmCard(confirmView(storedAlert(), WHOLE, null), { ...options, asker: null });
  expect(valueBeside(card, 'Asked by')).toBe('not known by name');
  expect(wordsOf(card)).toContain('Only whoever asked can confirm, until 10:42 UTC.');
});

test('what was missing is said on top when the card comes back', () => {
  const card = drawConfirmCard(confirmView(storedAlert(), WHOLE, null), options, 'Choose a classification first.');
  expect(wordsOf(card)).toMatch(/^Choose a classification first\.\n/);
});

const stale = {
  code: 'stale',
  status: 'resolved',
  owner: null,
  changedBy: Untrusted.of('Tomas Vale'),
  changedAt: MOMENT,
  commentAdded: false,
} as const;

test.each<[ConfirmOutcome, RegExp, RegExp]>([
  [
    { is: 'done', who: ILSE, at: MOMENT, saying: null },
    /^Change of alert 1042\nAlert 1042 was resolved as False positive · Not malicious\./,
    /\nConfirmed by Ilse Brandt at 2026-03-11 10:42 UTC\.$/,
  ],
  [
    { is: 'done', who: ILSE, at: MOMENT, saying: { code: 'changedButCommentFailed' } },
    /^The alert was changed, but the comment was not added\. .*\nChange of alert 1042\nAlert 1042 was resolved as /,
    /\nConfirmed by Ilse Brandt at 2026-03-11 10:42 UTC\.$/,
  ],
  [
    { is: 'cancelled', who: ILSE, at: MOMENT },
    /^Change of alert 1042\nCancelled\. Nothing was changed\.\n/,
    /\nCancelled by Ilse Brandt at 2026-03-11 10:42 UTC\.$/,
  ],
  [
    { is: 'expired', at: MOMENT },
    /^Change of alert 1042\nNobody confirmed in time\. Nothing was changed\.\n/,
    /\nExpired at 2026-03-11 10:42 UTC\.$/,
  ],
  [
    { is: 'stale', saying: stale },
    /^The alert is no longer as the card showed it: its status is Resolved .* by Tomas Vale at .*\n/,
    /\nNot carried out\.\n/,
  ],
  [{ is: 'refused', saying: { code: 'lookupFailed' } }, /^Your roles could not be checked/, /\nNot carried out\.\n/],
])('a card that is settled as %j says so, and can be pressed no more', (outcome, start, end) => {
  const view = confirmView(storedAlert(), WHOLE, Untrusted.of('spoke with the manager'));
  const card = drawSettledCard(view, outcome, ILSE);
  expect(wordsOf(card)).toMatch(start);
  expect(wordsOf(card)).toMatch(end);
  expect(valueBeside(card, 'Asked for')).toBe('resolve as False positive · Not malicious');
  expect(card.actions).toEqual([]);
  expect(wordsOf(card)).not.toContain('spoke with the manager');
});
