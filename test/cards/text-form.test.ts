import { COMMENT_INPUT_MAX, type FormAnswer } from '../../src/cards/form-answer';
import { drawForm } from '../../src/cards/form-card';
import { REASON_INPUT_MAX } from '../../src/cards/text-form';
import { channelView } from '../../src/domain/disclosure';
import { GRAPH_COMMENT_MAX } from '../../src/domain/untrusted';
import { storedAlert } from '../domain/alert-builder';
import { elementsOf, wordsOf } from './card-walk';
import { CARD_REF } from './every-card';

const form = (missing: FormAnswer['missing']) =>
  drawForm({
    form: { form: 'comment' },
    missing,
    typed: null,
    view: channelView(storedAlert()),
    cardRef: CARD_REF,
  });

test('one text is asked for, as long as Graph takes', () => {
  expect(COMMENT_INPUT_MAX).toBe(GRAPH_COMMENT_MAX);
  expect(elementsOf(form(null), 'Input.Text')).toMatchObject([
    { id: 'comment', isRequired: true, isMultiline: true, maxLength: COMMENT_INPUT_MAX, value: '' },
  ]);
});

test('it is added with the version that was seen, and Cancel needs no text', () => {
  expect((form(null).actions ?? []).map(({ verb, data, associatedInputs }) => [verb, data, associatedInputs])).toEqual([
    ['alert.comment', { cardRef: CARD_REF, version: '0123456789abcdef' }, 'auto'],
    ['alert.refresh', { cardRef: CARD_REF }, 'none'],
  ]);
});

test('an empty comment brings the form back with the reason', () => {
  expect(wordsOf(form('comment'))).toContain('The comment is empty. Nothing was added.');
  expect(wordsOf(form(null))).not.toContain('empty');
});

test('a reason is asked for by a form of its own, whose press carries no version, and is never given back', () => {
  const card = drawForm({
    form: { form: 'reveal' },
    missing: 'reason',
    typed: null,
    view: channelView(storedAlert()),
    cardRef: CARD_REF,
  });
  expect(elementsOf(card, 'Input.Text')).toMatchObject([
    { id: 'reason', isRequired: true, maxLength: REASON_INPUT_MAX, value: '' },
  ]);
  expect((card.actions ?? []).map(({ verb, data }) => [verb, data])).toEqual([
    ['alert.reveal', { cardRef: CARD_REF }],
    ['alert.refresh', { cardRef: CARD_REF }],
  ]);
  expect(wordsOf(card)).toContain('No names were shown.');
  expect(REASON_INPUT_MAX).toBe(500);
});
