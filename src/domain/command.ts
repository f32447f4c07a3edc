// The closed vocabulary of what people may ask, however they say it. Slots a sentence does not name are absent.
import type { Classification, Determination, Severity } from './alert';
import type { ChangeKind } from './triage-rules';

/** The bot's short number as text, a Graph alert id, or `this`. */
export type AlertReference = string;

export type Command =
  | { command: 'help' }
  | { command: 'whoAmI' }
  | { command: 'showAlert'; alert: AlertReference }
  | { command: 'subscribeChannel'; severity?: Severity[]; policy?: string }
  | { command: 'unsubscribeChannel' }
  | { command: 'listSubscriptions' }
  | {
      command: 'changeAlert';
      alert: AlertReference;
      change: ChangeKind | 'unassign';
      classification?: Classification;
      determination?: Determination;
      assignee?: string;
      comment?: string;
    }
  | { command: 'unknown' };

export type CommandName = Command['command'];
