// Severities: named one by one, or as "medium and above", "at least medium", "medium+".
import { SEVERITIES, type Severity } from '../../domain/alert';
import type { Sentence } from '../sentence/sentence';

function severityAt(sentence: Sentence, at: number): number {
  return SEVERITIES.findIndex((severity) => sentence.is(at, 'severity', severity));
}

/** Severities meant at a place, the words around it taken. */
function meantAt(sentence: Sentence, at: number): readonly Severity[] {
  const rank = severityAt(sentence, at);
  sentence.take(at);
  const after = sentence.is(at + 1, 'noun', 'severity') ? at + 2 : at + 1;
  const atLeast = sentence.takeIf(at - 1, 'least');
  const isPlus = sentence.is(after, 'mark', '+') && sentence.takeIf(after, 'mark', '+');
  if (atLeast || isPlus || sentence.takeIf(after, 'andUp')) return SEVERITIES.slice(0, rank + 1);
  const end = severityAt(sentence, at + 2);
  if (end !== -1 && sentence.takeIf(at + 1, 'word', 'to')) {
    return SEVERITIES.slice(Math.min(rank, end), Math.max(rank, end) + 1);
  }
  if (sentence.takeIf(after, 'andDown')) return SEVERITIES.slice(rank);
  if (sentence.takeIf(at - 1, 'above')) return SEVERITIES.slice(0, rank);
  if (sentence.takeIf(at - 1, 'below')) return SEVERITIES.slice(rank + 1);
  return SEVERITIES.slice(rank, rank + 1);
}

/** Most severe first; undefined where none is named. */
export function takeSeverities(sentence: Sentence): Severity[] | undefined {
  const named = new Set(sentence.find('severity').flatMap((at) => meantAt(sentence, at)));
  for (const at of sentence.find('noun', 'severity')) {
    if (!sentence.isFree(at - 1) || named.size > 0) sentence.take(at);
  }
  return named.size === 0 ? undefined : SEVERITIES.filter((severity) => named.has(severity));
}
