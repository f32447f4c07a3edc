// Sensitivity labels: those of the tenant's default list by name, any other one in quotes.
import type { Sentence } from '../sentence/sentence';

function labels(sentence: Sentence, at: number): boolean {
  return sentence.is(at, 'word', 'labelled') || sentence.is(at, 'noun', 'label');
}

/** "personal", "public" and "general" are labels beside files or the word "label" alone. */
function isPlainLabel(sentence: Sentence, at: number): boolean {
  const before = sentence.is(at - 1, 'word', 'as', 'is') || sentence.is(at - 1, 'mark', ':') ? at - 2 : at - 1;
  const after = sentence.is(at + 1, 'word', 'sensitive') ? at + 2 : at + 1;
  return (
    labels(sentence, before) ||
    sentence.is(after, 'word', 'file', 'document', 'data', 'content', 'item', 'information') ||
    sentence.is(after, 'noun', 'label')
  );
}

function quotedPlaces(sentence: Sentence): number[] {
  return sentence.find('quoted').filter((at) => {
    const before = sentence.is(at - 1, 'word', 'as', 'is') || sentence.is(at - 1, 'mark', ':') ? at - 2 : at - 1;
    return labels(sentence, before) || sentence.is(at + 1, 'noun', 'label');
  });
}

/** Several are refused. The word "label" goes with its value. */
export function takeLabel(sentence: Sentence): string | undefined {
  const named = sentence.find('label');
  const plain = sentence.find('plainLabel').filter((at) => isPlainLabel(sentence, at) || named.length > 0);
  const quoted = quotedPlaces(sentence);
  const values = [
    ...[...named, ...plain].map((at) => sentence.pieces[at]?.value ?? ''),
    ...quoted.map((at) => sentence.text(at)),
  ];
  for (const at of [...named, ...plain, ...quoted]) {
    sentence.take(at);
    sentence.takeIf(at + 1, 'noun', 'label');
    sentence.takeIf(at - 1, 'noun', 'label');
    if (sentence.is(at - 1, 'word', 'as', 'is') || sentence.is(at - 1, 'mark', ':'))
      sentence.takeIf(at - 2, 'noun', 'label');
  }
  const [label, ...more] = new Set(values);
  if (more.length > 0 || label === '') sentence.refuse('severalValues');
  return label;
}
