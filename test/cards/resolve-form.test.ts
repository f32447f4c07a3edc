import { COMMENT_INPUT_MAX, type FormAnswer } from '../../src/cards/form-answer';
import { drawForm } from '../../src/cards/form-card';
import { CLASSIFICATIONS, type Classification } from '../../src/domain/alert';
import { channelView } from '../../src/domain/disclosure';
import { LEGAL_DETERMINATIONS } from '../../src/domain/triage-rules';
import { Untrusted } from '../../src/domain/untrusted';
import { storedAlert } from '../domain/alert-builder';
import { elementsOf, titlesOf, wordsOf } from './card-walk';
import { CARD_REF } from './every-card';

const VERSION = '0123456789abcdef';
const form = (classification: Classification | null, over: Partial<FormAnswer> = {}) =>
  drawForm({
    form: { form: 'resolve', classification },
    missing: null,
    typed: null,
    view: channelView(storedAlert()),
    cardRef: CARD_REF,
    ...over,
  });

describe('step 1', () => {
  test('three buttons of the form’s own verb hold one classification each, and Cancel leaves', () => {
    const presses = (form(null).actions ?? []).map(({ verb, data }) => [verb, data]);
    expect(presses).toEqual([
      ...CLASSIFICATIONS.map((classification) => [
        'alert.resolveForm',
        { cardRef: CARD_REF, version: VERSION, classification },
      ]),
      ['alert.refresh', { cardRef: CARD_REF }],
    ]);
    expect(titlesOf(form(null))).toEqual([
      'True positive',
      'False positive',
      'Informational, expected activity',
      'Cancel',
    ]);
  });

  test('each classification says what Purview will show', () => {
    const words = wordsOf(form(null));
    expect(words).toMatch(/True positive\n: In Purview this becomes Confirmed\./);
    expect(words).toMatch(/False positive\n: In Purview this becomes Dismissed\./);
    expect(words).toMatch(/expected activity\n: In Purview this becomes Dismissed\./);
  });

  test('there is nothing to type or choose yet', () => {
    expect(JSON.stringify(form(null))).not.toContain('Input.');
  });
});

describe.each(CLASSIFICATIONS)('step 2 of %s', (classification) => {
  const card = form(classification);

  test('offers its legal determinations, none of them chosen', () => {
    const [input] = elementsOf(card, 'Input.ChoiceSet');
    const choices = input?.['choices'] as { title: string; value: string }[];
    expect(choices.map(({ value }) => value)).toEqual(LEGAL_DETERMINATIONS[classification]);
    for (const { title, value } of choices) expect(title).not.toBe(value);
    expect(input).toMatchObject({ id: 'determination', isRequired: true });
    expect(input?.['label']).toBeTruthy();
    expect(input?.['errorMessage']).toBeTruthy();
    expect(input).not.toHaveProperty('value');
  });

  test('Resolve holds the classification, Back none, and only Resolve needs the inputs', () => {
    expect((card.actions ?? []).map(({ verb, data, associatedInputs }) => [verb, data, associatedInputs])).toEqual([
      ['alert.resolve', { cardRef: CARD_REF, version: VERSION, classification }, 'auto'],
      ['alert.resolveForm', { cardRef: CARD_REF, version: VERSION }, 'none'],
      ['alert.refresh', { cardRef: CARD_REF }, 'none'],
    ]);
  });

  test('says what Purview will show before it is done', () => {
    const outcome = classification === 'truePositive' ? 'Confirmed' : 'Dismissed';
    expect(wordsOf(card)).toContain(`In Purview this becomes ${outcome}.`);
  });

  test('takes a comment that Graph will take whole', () => {
    expect(elementsOf(card, 'Input.Text')).toMatchObject([
      { id: 'comment', isMultiline: true, maxLength: COMMENT_INPUT_MAX },
    ]);
  });
});

test('a form that comes back says what was missing, and gives back what was typed', () => {
  const again = form('falsePositive', { missing: 'determination', typed: Untrusted.of('seen **before** ${x}') });
  expect(again.body[0]).toMatchObject({ type: 'Container', style: 'warning' });
  expect(wordsOf(again)).toContain('Choose a determination of this classification. Nothing was changed.');
  expect(elementsOf(again, 'Input.Text')[0]).toMatchObject({ value: 'seen **before** ${x}' });
  expect(wordsOf(form(null, { missing: 'classification' }))).toContain(
    'Choose a classification first. Nothing was changed.',
  );
});

test('what was typed is given back up to what may be typed', () => {
  const again = form('falsePositive', { typed: Untrusted.of('y'.repeat(5000)) });
  expect(elementsOf(again, 'Input.Text')[0]?.['value']).toBe('y'.repeat(COMMENT_INPUT_MAX));
});

test('a form says which alert it is about', () => {
  for (const card of [form(null), form('truePositive')]) {
    expect(wordsOf(card)).toContain('Resolve alert 1042');
    expect(wordsOf(card)).toContain('High, New, Data leak, Person K7F2');
  }
  const bare = form(null, { view: channelView(storedAlert({ severity: null, status: null, alias: null })) });
  expect(wordsOf(bare)).toContain('Severity not given, not given, Data leak, Person not given');
});
