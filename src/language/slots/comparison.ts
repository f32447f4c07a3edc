// "compared to last week", "is it going up": with the period right before, and with no other.
import type { Sentence } from '../sentence/sentence';
import type { TimeReading } from '../time/time-reading';
import { TimeTokens } from '../time/time-tokens';

/** What the sentence compares with: the period before in general, so many of a unit, or a span of its own. */
type Compared = { is: 'before' } | { is: 'units'; unit: string; count: number } | { is: 'span'; span: TimeReading };

const LEAD_WORDS = ['the', 'what', 'it', 'was', 'that', 'of', 'to', 'in', 'during', 'with', 'a', 'same', 'level'];
const PREVIOUS_UNITS: Readonly<Record<string, string>> = {
  hour: 'hours', day: 'days', week: 'weeks', month: 'months', weekend: 'weekends',
}; // prettier-ignore
const MORE = ['more', 'less', 'better', 'worse'];
const WEEK_DAYS = 7;

/** Places at which a comparison begins: its own words, or "than" beside "more" and the like. */
function comparingPlaces(sentence: Sentence): number[] {
  const isMore = sentence.has('compareTrend') || sentence.has('word', ...MORE);
  return isMore
    ? [...sentence.find('compareWith'), ...sentence.find('word', 'than', 'from', 'to', 'since', 'with')]
    : sentence.find('compareWith');
}

function unitsOf(sentence: Sentence, at: number): Compared | null {
  const count = sentence.pieces[at];
  const unit = sentence.pieces[at + 1];
  if (!count || !unit || !['number', 'count'].includes(count.kind)) return null;
  const words = [
    {
      kind: 'word' as const,
      word: sentence.text(at + 1).toLowerCase(),
      start: 0,
      end: 0,
      glued: false,
      capital: false,
    },
  ];
  const named = new TimeTokens(words).unit(0);
  return named === null ? null : { is: 'units', unit: named, count: Number(count.value) };
}

/** What stands behind "compared to", its pieces taken. */
function comparedAt(sentence: Sentence, start: number): Compared | null {
  let at = start;
  while (sentence.is(at, 'word', ...LEAD_WORDS)) at += 1;
  const piece = sentence.pieces[at];
  if (piece?.kind === 'time' && piece.time) {
    sentence.take(at);
    return { is: 'span', span: piece.time };
  }
  if (piece?.kind === 'previous') {
    sentence.take(at);
    const unit = PREVIOUS_UNITS[piece.value];
    return unit ? { is: 'units', unit, count: 1 } : { is: 'before' };
  }
  const isLed = sentence.is(at, 'previousOf');
  const place = isLed ? at + 1 : at;
  const units = unitsOf(sentence, place);
  const isBefore = isLed || sentence.is(place + 2, 'previous', 'any');
  if (!units || !isBefore) return null;
  sentence.take(at, isLed ? place + 1 : place + 2);
  return units;
}

function isRightBefore(compared: Compared, window: TimeReading | undefined): boolean {
  if (compared.is === 'before') return true;
  if (window === undefined) return compared.is === 'span' && compared.span.period === 'lastWeek';
  if (compared.is === 'span') {
    return compared.span.unit === window.unit && compared.span.to === window.from;
  }
  const isSevenDays =
    window.unit === 'days' && window.count === WEEK_DAYS && compared.unit === 'weeks' && compared.count === 1;
  return isSevenDays || (compared.unit === window.unit && compared.count === window.count);
}

/** Takes the compared period before the window is looked for; the check comes when the window is known. */
export function takeComparison(sentence: Sentence): (window: TimeReading | undefined) => true | undefined {
  const compared: (Compared | null)[] = [];
  for (const at of comparingPlaces(sentence)) {
    if (!sentence.isFree(at)) continue;
    const isNamed = sentence.is(at, 'compareWith');
    const found = comparedAt(sentence, at + 1);
    if (found === null && !isNamed) continue;
    sentence.take(at);
    compared.push(found);
  }
  const trends = sentence.takeAll('compareTrend');
  if (trends > 0 || compared.length > 0) for (const word of MORE) sentence.takeAll('word', word);
  return (window) => {
    if (compared.some((each) => each === null || !isRightBefore(each, window))) sentence.refuse('comparison');
    return trends > 0 || compared.length > 0 ? true : undefined;
  };
}
