// What a sentence was read as: the command, and what the answer has to say about the reading so that a wrong one shows.
import type { Command, HuntingSlots } from './command';

/** Why a sentence stays `unknown` although it was understood in part; the answer says so. */
export const UNKNOWN_REASONS = [
  'severalAlerts',
  'severalChanges',
  'severalValues',
  'filterWithoutSlot',
  'exclusion',
  'condition',
  'negation',
  'illegalPair',
  'serviceUnknown',
  'time',
  'future',
  'comparison',
  'schedule',
  'tooLong',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

export interface Reading {
  command: Command;
  /** A sentence of slots alone ("and by day?"), which may refine the asker's last question; null otherwise. */
  refinement: HuntingSlots | null;
  /** Present with `unknown` where the reader can say why. */
  because?: UnknownReason;
  /** The sentence named one kind of an activity (a label downgrade); all of the activity is counted. */
  widened?: true;
}
