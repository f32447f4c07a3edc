// Everything that a hunt found out, before anybody has decided who may see what of it.
import type { HuntingColumns } from './hunting-columns';
import type { HuntingQuery, HuntingQuestion } from './hunting-question';
import type { HuntingSummary } from './hunting-summary';
import type { HuntingWindow } from './hunting-window';

/** The filters in the words they were read as, where the question holds ids instead. */
export interface AskedWords {
  readonly label: string | null;
  readonly sensitiveInfoType: string | null;
  /** Short number. */
  readonly alertNumber: number | null;
  /** Whom the question is about: alias, and the name that an investigator may read. */
  readonly person: { readonly alias: string; readonly name: string | null } | null;
  readonly widened: boolean;
}

export interface HuntingAnswer {
  readonly question: HuntingQuestion;
  readonly asked: AskedWords;
  /** How the window of the question came to be. */
  readonly window: Pick<HuntingWindow, 'cut' | 'isDefault' | 'isComparable'>;
  /** A comparison was asked for, possible or not. */
  readonly compared: boolean;
  readonly columns: HuntingColumns;
  readonly query: HuntingQuery;
  readonly summary: HuntingSummary;
  /** Label paths by id. */
  readonly labelNames: ReadonlyMap<string, string>;
}
