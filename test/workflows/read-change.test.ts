// From the press of a button to the change it asks for, or to what the form still lacks.
import { CLASSIFICATIONS, DETERMINATIONS } from '../../src/domain/alert';
import { LEGAL_DETERMINATIONS } from '../../src/domain/triage-rules';
import { Untrusted } from '../../src/domain/untrusted';
import { readChange, readClassification } from '../../src/workflows/read-change';
import { aClick, NO_INPUTS } from '../builders/click';

const UPN = 'ilse.brandt@fabrikam.example';

const resolve = (classification: string | null, determination: string | null) =>
  readChange(aClick({ verb: 'alert.resolve', inputs: { ...NO_INPUTS, classification, determination } }), UPN);

describe('a press of a plain button', () => {
  it.each([
    ['alert.start', { kind: 'start' }],
    ['alert.assignToMe', { kind: 'assign', assignee: UPN }],
    ['alert.reopen', { kind: 'reopen' }],
  ])('%s asks for its change', (verb, change) => {
    expect(readChange(aClick({ verb }), UPN)).toEqual({ change });
  });

  it.each(['alert.refresh', 'alert.resolveForm', 'alert.undo', 'toString'])('%s asks for none', (verb) => {
    expect(readChange(aClick({ verb }), UPN)).toBeNull();
  });
});

describe('the submit of the resolve form', () => {
  const pairs = CLASSIFICATIONS.flatMap((classification) =>
    DETERMINATIONS.map((determination) => [classification, determination] as const),
  );

  it.each(pairs)('with %s and %s resolves exactly when Defender allows the pair', (classification, determination) => {
    const legal = LEGAL_DETERMINATIONS[classification].includes(determination);
    expect(resolve(classification, determination)).toEqual(
      legal
        ? { change: { kind: 'resolve', classification, determination } }
        : { missing: 'determination', classification },
    );
  });

  it.each([
    ['nothing', null, null, { missing: 'classification', classification: null }],
    ['a determination alone', null, 'other', { missing: 'classification', classification: null }],
    ['a classification alone', 'falsePositive', null, { missing: 'determination', classification: 'falsePositive' }],
    ['words of another case', 'FalsePositive', 'other', { missing: 'classification', classification: null }],
    ['names of built-in properties', '__proto__', 'constructor', { missing: 'classification', classification: null }],
    [
      'an unknown determination',
      'truePositive',
      'guilty',
      { missing: 'determination', classification: 'truePositive' },
    ],
  ])('with %s says what is missing', (_what, classification, determination, missing) => {
    expect(resolve(classification, determination)).toEqual(missing);
  });

  it('reads the classification that a step of the form carries', () => {
    const click = aClick({ inputs: { ...NO_INPUTS, classification: 'truePositive' } });
    expect(readClassification(click)).toBe('truePositive');
    expect(readClassification(aClick({ inputs: { ...NO_INPUTS, classification: 'true' } }))).toBeNull();
  });
});

describe('a comment', () => {
  it.each([
    ['without a text', null],
    ['of blanks alone', Untrusted.of(' \n\t ')],
  ])('%s is missing', (_what, comment) => {
    const click = aClick({ verb: 'alert.comment', inputs: { ...NO_INPUTS, comment } });
    expect(readChange(click, UPN)).toEqual({ missing: 'comment', classification: null });
  });

  it('with a text is a change', () => {
    const inputs = { ...NO_INPUTS, comment: Untrusted.of('Spoke with the manager.') };
    expect(readChange(aClick({ verb: 'alert.comment', inputs }), UPN)).toEqual({ change: { kind: 'comment' } });
  });
});
