import fc from 'fast-check';
import { cardTemplate } from '../../src/cards/template';

const one = (text: string) =>
  cardTemplate({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] });

test('data stands where the template asks for it, with its type kept', () => {
  const draw = cardTemplate({
    type: 'AdaptiveCard',
    body: [{ type: 'X', max: '${max}', ids: '${ids}', text: 'a ${text}' }],
  });
  expect(draw({ max: 5, ids: ['a', 'b'], text: 'b' }).body).toEqual([
    { type: 'X', max: 5, ids: ['a', 'b'], text: 'a b' },
  ]);
});

test('lists repeat an element; an empty list leaves it out', () => {
  const draw = cardTemplate({ type: 'AdaptiveCard', body: [{ $data: '${rows}', type: 'X', text: '${text}' }] });
  expect(draw({ rows: [{ text: 'a' }, { text: 'b' }] }).body).toEqual([
    { type: 'X', text: 'a' },
    { type: 'X', text: 'b' },
  ]);
  expect(draw({ rows: [] }).body).toEqual([]);
});

test('a gap in the data is an error, never a card', () => {
  expect(() => one('${missing}')({ text: 'x' })).toThrow(/gaps/);
  expect(() => one('a ${missing} b')({ text: 'x' })).toThrow(/gaps/);
});

test('a template that is no card is an error', () => {
  expect(() => cardTemplate({ type: 'Container' })({})).toThrow(/no Adaptive Card/);
});

test('members without a value are left out', () => {
  const draw = cardTemplate({ type: 'AdaptiveCard', body: [null], speak: null, refresh: { $when: '${on}', a: '1' } });
  expect(draw({ on: '' })).toEqual({ type: 'AdaptiveCard', body: [] });
});

test('an expression in the data is neither evaluated nor taken for a gap nor changed', () => {
  for (const text of ['${1 + 1}', '$${text}', '${$root.text}', '${', '\\${x}', '$ {x}']) {
    expect(one('${text}')({ text }).body).toEqual([{ type: 'TextBlock', text }]);
    expect(one('a ${text} b')({ text }).body).toEqual([{ type: 'TextBlock', text: `a ${text} b` }]);
  }
});

test('any text without a NUL comes out as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.includes('\u0000'));
      expect(one('${text}')({ text }).body).toEqual([{ type: 'TextBlock', text }]);
    }),
  );
});

test('one template draws many cards that share nothing', () => {
  const draw = one('${text}');
  const [first, second] = [draw({ text: 'a' }), draw({ text: 'b' })];
  expect([first, second].map((card) => card.body[0]?.['text'])).toEqual(['a', 'b']);
  expect(first.body).not.toBe(second.body);
});
