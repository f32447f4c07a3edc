// Rows: how many sentences the offline reader reads in a second on one core, and how long the most expensive text takes.
// The baselines: a well-kept library that looks for dates alone, and one look at every character.
import * as chrono from 'chrono-node';
import { readSentence, SENTENCE_MAX_CHARS } from '../language/read-sentence';
import type { Amounts } from './amounts';
import type { BenchRow } from './bench-row';
import { median } from './figures';
import { hostileTexts, SAID } from './said-sentences';

const GOAL_PER_SECOND = 2_000;
const GOAL_MS = 50;
const HOSTILE_CHARS = 100_000;
const now = new Date('2026-03-11T10:00:00Z');

const read = (text: string) => readSentence(text, { now, timeZone: 'Europe/Berlin' });
const readDates = (text: string) => chrono.parse(text, now);

function perSecond(repeats: number, reader: (text: string) => unknown): number {
  const began = performance.now();
  for (let repeat = 0; repeat < repeats; repeat += 1) for (const text of SAID) reader(text);
  return (repeats * SAID.length * 1_000) / (performance.now() - began);
}

function slowest(texts: readonly string[], reader: (text: string) => unknown): number {
  const times = texts.map((text) => {
    const began = performance.now();
    reader(text);
    return performance.now() - began;
  });
  return Math.max(...times);
}

/** The first round of each is left out: it compiles. */
function rounds(count: number, measure: () => number): number {
  measure();
  return median(Array.from({ length: count }, measure));
}

export async function readingRows({ readingRounds, readingRepeats }: Amounts): Promise<BenchRow[]> {
  // Over the limit a text is refused by its length, so the longest that is read counts as well.
  const texts = [...hostileTexts(HOSTILE_CHARS), ...hostileTexts(SENTENCE_MAX_CHARS)];
  const lookAtAll = (text: string) => text.toLowerCase().split(' ').length;
  return [
    {
      what: 'sentences read in a second',
      unit: 'sentences/s',
      figure: rounds(readingRounds, () => perSecond(readingRepeats, read)),
      baseline: {
        name: 'chrono-node, the dates alone',
        figure: rounds(readingRounds, () => perSecond(readingRepeats, readDates)),
      },
      goal: { is: 'figureFrom', figure: GOAL_PER_SECOND },
    },
    {
      what: '100 KB of hostile text, the slowest',
      unit: 'ms',
      figure: rounds(readingRounds, () => slowest(texts, read)),
      baseline: { name: 'one look at each character', figure: rounds(readingRounds, () => slowest(texts, lookAtAll)) },
      goal: { is: 'figureUpTo', figure: GOAL_MS },
    },
  ];
}
