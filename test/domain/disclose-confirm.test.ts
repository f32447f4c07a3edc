import { confirmView, type ChangeAsked } from '../../src/domain/disclose-confirm';
import { channelView } from '../../src/domain/disclosure';
import { toTextRun, Untrusted } from '../../src/domain/untrusted';
import { storedAlert, SUBJECT } from './alert-builder';

const START: ChangeAsked = { kind: 'start' };
const commented = (comment: string, over = {}) => confirmView(storedAlert(over), START, Untrusted.of(comment));

test('a change stands beside what everyone may see of the alert', () => {
  expect(confirmView(storedAlert(), START, null)).toEqual({
    alert: channelView(storedAlert()),
    change: START,
    comment: null,
    commentWithheld: false,
    purviewOutcome: null,
  });
});

test.each([
  ['truePositive', 'Confirmed'],
  ['falsePositive', 'Dismissed'],
  ['informationalExpectedActivity', 'Dismissed'],
  [null, null],
] as const)('a resolution as %s says that Purview makes of it %s', (classification, outcome) => {
  const change: ChangeAsked = { kind: 'resolve', classification, determination: null };
  expect(confirmView(storedAlert(), change, null).purviewOutcome).toBe(outcome);
});

test('a comment is repeated as it was typed', () => {
  const view = commented('spoke with the manager');
  expect([view.comment && toTextRun(view.comment), view.commentWithheld]).toEqual(['spoke with the manager', false]);
});

test.each([
  'Zelda left on Friday',
  'spoke with QUICKSILVER',
  'see zelda.quicksilver@contoso.example',
  `object ${SUBJECT.objectId}`,
  'account zquicksilver',
  'see Quicksilver, Z.',
  'the laptop ZELDAQ-PC',
  'C:\\Users\\quicksilver_zelda\\plan.docx',
])('a comment that names the person concerned is not repeated: %s', (comment) => {
  expect(commented(comment)).toMatchObject({ comment: null, commentWithheld: true });
});

test('a comment that only sounds like the person concerned is repeated', () => {
  expect(commented('the quickest silver was sold')).toMatchObject({ commentWithheld: false });
});

test('without a known person nothing is withheld', () => {
  expect(commented('Zelda left', { subject: null })).toMatchObject({ commentWithheld: false });
});

test('an assignee who is the person concerned stands there by alias, anybody else as written', () => {
  const assigned = (assignee: 'me' | Untrusted) => {
    const { change } = confirmView(storedAlert(), { kind: 'assign', assignee }, null);
    return change.kind === 'assign' && change.assignee !== 'me' ? toTextRun(change.assignee) : 'me';
  };
  expect(assigned('me')).toBe('me');
  expect(assigned(Untrusted.of('Ilse Brandt'))).toBe('Ilse Brandt');
  expect(assigned(Untrusted.of('zelda.quicksilver@contoso.example'))).toBe('Person K7F2');
});
