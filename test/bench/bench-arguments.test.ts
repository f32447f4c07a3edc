import { readArguments, ROW_NAMES, USAGE } from '../../src/bench/bench-arguments';

test('without arguments every row runs in full and goals are only reported', () => {
  expect(readArguments([])).toEqual({ quick: false, strict: false, rows: ROW_NAMES });
});

test('named rows run alone, in the order of the table', () => {
  expect(readArguments(['ready', '--strict', 'post', '--quick'])).toEqual({
    quick: true,
    strict: true,
    rows: ['post', 'ready'],
  });
});

test('what is neither a flag nor a row is refused, each by name, with the usage', () => {
  expect(() => readArguments(['--fast', 'memory', 'refreshh'])).toThrow(`there is no --fast, refreshh\n${USAGE}`);
  expect(() => readArguments(['toString'])).toThrow('there is no toString');
});
