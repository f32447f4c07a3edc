// What a sentence is made of once the dictionary and the time rules have been over it.
import type { Every } from '../time/every';
import type { ClockTime } from '../time/read-clock';
import type { TimeReading } from '../time/time-reading';
import type { PhraseKind } from '../words/phrase-table';

export type PieceKind =
  | PhraseKind
  /** A word that the dictionary does not have. */
  | 'raw'
  | 'number'
  /** A number in words, up to twelve. */
  | 'count'
  | 'ordinal'
  | 'figures'
  | 'upn'
  | 'host'
  | 'file'
  | 'id'
  | 'quoted'
  | 'mark'
  /** An alias as the cards show it: `Person K7F2`. */
  | 'alias'
  | 'time'
  | 'every'
  | 'clock';

export interface Piece {
  kind: PieceKind;
  /** The phrase's meaning, the number, the host, the word itself. */
  value: string;
  /** Its words in lower case, their spelling mended. */
  said: string;
  start: number;
  end: number;
  /** The spelling is the dictionary's. */
  exact: boolean;
  /** Written with a capital in a sentence that is not all capitals. */
  capital: boolean;
  /** Nothing stands between this piece and the one before. */
  glued: boolean;
  time?: TimeReading;
  every?: Every;
  clocks?: readonly ClockTime[];
}
