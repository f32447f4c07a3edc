// Draws the answer to a hunting question. Whom it may name was decided when the view was made.
import type { HuntingAnswerView } from '../domain/disclose-hunting';
import { toTextRun, type Untrusted } from '../domain/untrusted';
import { ANSWER_HEADINGS, QUERY, READING, TILES } from '../domain/wording/answer-card-words';
import { comparisonWords, numberWords } from '../domain/wording/figure-words';
import { headlineWords } from '../domain/wording/hunting-headline';
import { huntingReading, WIDENED } from '../domain/wording/hunting-reading';
import { GAP_WORDS } from '../domain/wording/hunting-words';
import { windowWords } from '../domain/wording/window-words';
import type { AdaptiveCard } from './adaptive-card';
import { huntingPresses, queryLinks } from './answer-buttons';
import { firstThatFits } from './card-size';
import { huntingCharts } from './hunting-chart';
import { queryParts } from './hunting-query';
import { rankingTables } from './hunting-table';
import { cardTemplate, type CardData } from './template';

const draw = cardTemplate(require('../../cards/hunting.json'));

/** How much of an answer is shown. */
export interface HuntingAmount {
  rows: number;
  days: number;
  /** Characters of KQL. */
  query: number;
  /** Graphemes of a filter or a key. */
  names: number;
}

/** What is given up first to stay under the size of a card: rows, then days, then the query and the length of names. */
export const HUNTING_AMOUNTS: readonly [HuntingAmount, ...HuntingAmount[]] = [
  { rows: 20, days: 31, query: 4_000, names: 60 },
  { rows: 10, days: 31, query: 4_000, names: 60 },
  { rows: 5, days: 31, query: 4_000, names: 60 },
  { rows: 3, days: 31, query: 4_000, names: 60 },
  { rows: 3, days: 14, query: 4_000, names: 60 },
  { rows: 3, days: 14, query: 1_500, names: 24 },
  { rows: 3, days: 7, query: 0, names: 12 },
];

function tiles({ total, counts }: HuntingAnswerView): CardData[] {
  const rows = counts === 'events' ? (['event', 'events'] as const) : (['behaviour', 'behaviours'] as const);
  const tile = (figure: number, [one, many]: readonly [string, string]) => ({
    figure: numberWords(figure),
    label: figure === 1 ? one : many,
  });
  // Behaviours hold no files: a nought would say that none were concerned.
  const files = counts === 'events' ? [tile(total.files, TILES.files)] : [];
  return [...files, tile(total.people, TILES.people), tile(total.rows, rows)];
}

function remarks(view: HuntingAnswerView, hasQuery: boolean): CardData[] {
  const widened = view.asked.widened ? [WIDENED] : [];
  const unseen = hasQuery ? [] : [QUERY.tooLong];
  return [...widened, ...view.gaps.map((gap) => GAP_WORDS[gap]), ...unseen].map((text) => ({ text }));
}

function atAmount(view: HuntingAnswerView, cardRef: string, amount: HuntingAmount): AdaptiveCard {
  const show = (text: Untrusted) => toTextRun(text, amount.names);
  const comparison = comparisonWords(view);
  const queries = queryParts(view, amount.query);
  return draw({
    summary: ANSWER_HEADINGS.hunting,
    heading: ANSWER_HEADINGS.hunting,
    lead: headlineWords(view, show),
    window: windowWords(view.window, view.timeZone),
    comparisons: comparison === null ? [] : [{ text: comparison }],
    tiles: tiles(view),
    ...huntingCharts(view, amount),
    tables: rankingTables(view, amount),
    reading: [{ label: READING.label, text: `${huntingReading(view, show).join('; ')}.` }],
    remarks: remarks(view, queries.length > 0),
    queries,
    presses: huntingPresses(view, cardRef),
    links: queryLinks(view),
  });
}

/** The answer with as many rows, days and lines of KQL as fit under `CARD_MAX_BYTES`; what is left out is counted. */
export function drawHuntingCard(view: HuntingAnswerView, cardRef: string): AdaptiveCard {
  const [fullest, ...barer] = HUNTING_AMOUNTS;
  const at = (amount: HuntingAmount) => () => atAmount(view, cardRef, amount);
  return firstThatFits([at(fullest), ...barer.map(at)]);
}
