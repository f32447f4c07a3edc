// A typed command as the workflows receive it, and installation events, which are asked for by Teams instead of a person.
import type { Command } from '../domain/command';
import type { ExampleSentence } from '../domain/example-sentences';
import type { Reading } from '../domain/reading';
import type { Saying } from '../domain/saying';
import type { Conversation } from '../ports/conversation-book';
import type { Answer } from './answer';
import type { Place, Presser } from './click';

export interface Ask {
  command: Command;
  /** What else the sentence was read as. */
  reading: Omit<Reading, 'command'>;
  /** The sentences nearest to what was typed. */
  examples: readonly ExampleSentence[];
  /** IANA zone of the asker. */
  timeZone: string;
  asker: Presser;
  place: Place;
  /** Where the bot may answer and post later, as the signed activity names it. */
  conversation: Conversation;
  activityId: string;
}

/** Null = nothing to say (a repeated delivery of the same activity). Never rejects. */
export type AnswerCommand = (ask: Ask) => Promise<Answer | null>;

export type InstallationEvent =
  | { kind: 'added'; conversation: Conversation }
  | { kind: 'removed'; channel: string | null; teamId: string | null }
  /**
   * Somebody joined or left: what is known of the rosters of the team is out of date. `isShared` where the event says
   * that other teams may read the channel from now on, or no longer.
   */
  | { kind: 'membersChanged'; channel: string; teamId: string | null; isShared?: boolean };

/** Gives the welcome for a new place, null otherwise. */
export type FollowInstallation = (event: InstallationEvent) => Promise<Saying | null>;
