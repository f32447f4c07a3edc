// The one way activities reach the bot: a signed POST with a deadline. Nothing is repeated, as in Teams: a person sees
// that it went wrong and presses again.
import type { Activity } from './activities/activity-envelope';

/** Teams gives up on a bot's answer after 10 to 15 seconds. */
export const BOT_DEADLINE_MS = 15_000;
/** No documented answer comes near this; a larger one is treated as unusable. */
export const ANSWER_LIMIT_CHARACTERS = 1_000_000;

/** What became of one activity. `unreachable` names the reason in the network's words. */
export type Delivery =
  { kind: 'answered'; status: number; body: unknown } | { kind: 'timeout' } | { kind: 'unreachable'; reason: string };

export interface BotLineOptions {
  endpoint: string;
  /** Bearer token for an activity with this service URL. */
  tokenFor(serviceUrl: string): string;
  deadlineMs?: number;
}

function parse(text: string): unknown {
  if (text === '' || text.length > ANSWER_LIMIT_CHARACTERS) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function unreachable(error: unknown): Delivery {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return { kind: 'unreachable', reason: cause instanceof Error ? cause.message : String(cause) };
}

/** Sends activities to one bot endpoint. */
export class BotLine {
  private readonly deadlineMs: number;
  private readonly stopped = new AbortController();

  constructor(private readonly options: BotLineOptions) {
    this.deadlineMs = options.deadlineMs ?? BOT_DEADLINE_MS;
  }

  /** Never throws: every outcome is a Delivery. */
  async send(activity: Activity & { serviceUrl?: unknown }): Promise<Delivery> {
    const deadline = AbortSignal.timeout(this.deadlineMs);
    const token = this.options.tokenFor(String(activity.serviceUrl));
    try {
      const response = await fetch(this.options.endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
        body: JSON.stringify(activity),
        signal: AbortSignal.any([deadline, this.stopped.signal]),
      });
      return { kind: 'answered', status: response.status, body: parse(await response.text()) };
    } catch (error) {
      return deadline.aborted ? { kind: 'timeout' } : unreachable(error);
    }
  }

  /** Abandons what is under way; later sends fail at once. */
  stop(): void {
    this.stopped.abort(new Error('the emulator is stopping'));
  }
}
