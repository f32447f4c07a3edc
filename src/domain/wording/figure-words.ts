// Figures in words: counts, differences and shares, as a person quotes them.
import type { Window } from '../command';
import type { HuntingAnswerView, HuntingFigures } from '../disclose-hunting';
import { isPlainLength, lengthWords } from './window-words';

const grouped = new Intl.NumberFormat('en');

/** `12,345`. */
export function numberWords(count: number): string {
  return grouped.format(count);
}

/** `1 file`, `12,345 files`. */
export function figureWords(count: number, one: string, many: string): string {
  return `${numberWords(count)} ${count === 1 ? one : many}`;
}

/** Which figure answers the question: rows where behaviours are asked for, and where no file is named at all. */
export function measured({ counts, total, previous }: HuntingAnswerView): 'files' | 'rows' {
  if (counts === 'behaviors') return 'rows';
  return total.files > 0 || (previous?.total.files ?? 0) > 0 || total.rows === 0 ? 'files' : 'rows';
}

/** `file`, `event` or `behaviour`: what the answer counts. */
export function measureNoun(view: HuntingAnswerView): { one: string; many: string } {
  if (measured(view) === 'files') return { one: 'file', many: 'files' };
  return view.counts === 'events' ? { one: 'event', many: 'events' } : { one: 'behaviour', many: 'behaviours' };
}

/** `+135 %`, `−48 %`; small differences are not said to be none. */
function shareWords(now: number, before: number): string {
  const share = Math.round(((now - before) / before) * 100);
  const sign = now > before ? '+' : '−';
  return share === 0 ? 'less than 1 %' : `${sign}${numberWords(Math.abs(share))} %`;
}

/** `the 7 days before`; an odd number of minutes is no length, and the window stands beneath. */
function periodWords(window: Window, timeZone: string): string {
  const length = isPlainLength(window, timeZone) ? lengthWords(window, timeZone) : 'same length of time';
  return `the ${length} before`;
}

/**
 * `54 files, 31 more than the 7 days before (23): +135 %`. Null when no comparison was asked for. A rise from zero has
 * no percentage.
 */
export function comparisonWords(view: HuntingAnswerView): string | null {
  if (view.previous === null) return null;
  const measure: keyof HuntingFigures = measured(view);
  const noun = measureNoun(view);
  const now = view.total[measure];
  const before = view.previous.total[measure];
  const counted = now === 0 ? `No ${noun.many}` : figureWords(now, noun.one, noun.many);
  const period = periodWords(view.previous.window, view.timeZone);
  if (before === 0) return `${counted}; none in ${period}`;
  if (now === before) return `${counted}, as many as in ${period}`;
  const difference = `${numberWords(Math.abs(now - before))} ${now > before ? 'more' : 'fewer'}`;
  return `${counted}, ${difference} than in ${period} (${numberWords(before)}): ${shareWords(now, before)}`;
}
