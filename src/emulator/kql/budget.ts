// What one query may use: time, rows held by a step, parts compiled. Loops ask now and then, not at every row.
import { KqlRefusal } from './kql-table';

export const DEFAULT_MAX_ROWS = 1_000_000;
/** The service ends a request after three minutes. */
export const DEFAULT_MAX_MS = 180_000;
/** Steps between two looks at the clock, as a mask: few, as one row's texts may be long. */
const CLOCK_MASK = 0xf;
/** Parts of a query after its functions are written out where they are called. */
export const MOST_PARTS = 50_000;
/** Characters that one value may have, and elements that one array may have. */
export const TEXT_CHARACTERS = 1_048_576;
export const ARRAY_ELEMENTS = 1_048_576;

const TOO_LARGE =
  'Query execution has exceeded the allowed result size. Optimize your query by limiting the number of results and try again';

export class Budget {
  private readonly end: number;
  private parts = 0;
  private steps = 0;

  constructor(
    private readonly maxRows: number,
    maxMs: number,
  ) {
    this.end = performance.now() + maxMs;
  }

  /** One row worked on. Throws when the time is over. */
  step(): void {
    this.steps += 1;
    if ((this.steps & CLOCK_MASK) === 0) this.checkTime();
  }

  checkTime(): void {
    if (performance.now() > this.end) {
      throw new KqlRefusal('quota', 'Query stopped due to excessive resource consumption.');
    }
  }

  /** Rows that a step holds now. Throws when they are too many. */
  hold(rows: number): void {
    if (rows > this.maxRows) throw new KqlRefusal('tooLarge', TOO_LARGE);
  }

  /** One part of the query compiled. */
  part(): void {
    this.parts += 1;
    if (this.parts > MOST_PARTS) throw new KqlRefusal('tooLarge', 'The query is too complex.');
  }
}

/** The text, when it is no larger than a value may be. */
export function boundedText(text: string): string {
  if (text.length > TEXT_CHARACTERS) throw new KqlRefusal('tooLarge', TOO_LARGE);
  return text;
}

/** Throws when an array would be larger than a value may be. */
export function checkElements(count: number): void {
  if (count > ARRAY_ELEMENTS) throw new KqlRefusal('tooLarge', TOO_LARGE);
}
