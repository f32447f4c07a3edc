// Structured log lines whose fields are a closed list: nothing that names a person, a title or a file has a field.

/** Every field a log line may carry. Ids of people and alerts stand as the bot's numbers or keyed hashes. */
export interface LogFields {
  alertNumber?: number;
  /** Keyed hash of a conversation id. */
  channel?: string;
  /** Keyed hash of a person. */
  actor?: string;
  verb?: string;
  command?: string;
  outcome?: string;
  code?: string;
  status?: number;
  detail?: string;
  from?: string;
  count?: number;
  pages?: number;
  attempt?: number;
  ms?: number;
  epoch?: number;
  seq?: number;
  hash?: string;
  referenceId?: string;
  variable?: string;
  port?: number;
  state?: string;
  reason?: string;
  sendKind?: string;
}

/** `event` is a constant sentence of ours. Error level means that a human acts now. */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
