// Whether a sentence asks or tells. A request in question form tells.
import type { Sentence } from './sentence';

const ASKING = new Set([
  'who', 'whom', 'whose', 'what', 'which', 'when', 'where', 'why', 'how', 'howMany', 'whether', 'tell',
]); // prettier-ignore
const OPENING = new Set(
  (
    'is are am was were do does did has had can could should would will may might must shall ' +
    'anything anyone someone'
  ).split(' '),
);

function opensAsQuestion(sentence: Sentence): boolean {
  const idle = ['polite', 'greeting', 'mark'];
  const first = sentence.pieces.find(({ kind }) => !idle.includes(kind));
  return first?.kind === 'word' && OPENING.has(first.value);
}

export function isQuestion(sentence: Sentence): boolean {
  const asks = sentence.pieces.some(
    ({ kind, value }) => (kind === 'word' && ASKING.has(value)) || kind === 'speed' || kind === 'whereTo',
  );
  if (asks || opensAsQuestion(sentence)) return true;
  return sentence.has('mark', '?') && !sentence.has('request');
}
