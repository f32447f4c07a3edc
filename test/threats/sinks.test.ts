// Outside text leaves its type by a handful of functions; each is called where its place is and nowhere else.
import * as untrusted from '../../src/domain/untrusted';
import { sourceFiles } from '../source-files';
import { SINK_RULES } from './sink-rules';

const HOME = 'src/domain/untrusted.ts';
/** Answer yes, no, or the same text as untrusted as before. */
const NO_SINKS = ['untrustedOrNull', 'isBlank', 'isShorterThan', 'sameText', 'mentionsAny', 'speaksOf'];

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g, '');
const sources = sourceFiles('src')
  .filter(({ path }) => path !== HOME)
  .map(({ path, text }) => ({ path, code: withoutComments(text) }));
const callersOf = (sink: string) =>
  sources.filter(({ code }) => new RegExp(`\\b${sink}\\b`).test(code)).map(({ path }) => path.replace(/^src\//, ''));
const functions = Object.entries(untrusted).filter(
  ([name, value]) => typeof value === 'function' && name !== 'Untrusted',
);

test('every way out of the type is known here', () => {
  const known = [...Object.keys(SINK_RULES), ...NO_SINKS];
  expect(functions.map(([name]) => name).sort()).toEqual(known.sort());
});

test.each(Object.entries(SINK_RULES))('%s is used only where its place is', (sink, { callers }) => {
  const elsewhere = callersOf(sink).filter((path) => !callers.some((allowed) => path.startsWith(allowed)));
  expect(elsewhere).toEqual([]);
});

test.each(Object.entries(SINK_RULES))('%s is used by everyone who is let', (sink, { callers }) => {
  const found = callersOf(sink);
  expect(callers.filter((allowed) => !found.some((path) => path.startsWith(allowed)))).toEqual([]);
});
