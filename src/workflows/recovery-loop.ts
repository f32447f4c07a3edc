// Settles what a stop or a kill left in the middle: at the start, and every minute from then on, since Graph or Teams may
// not be there at a start, and the death of another replica is noticed only after a while.
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';

export const RECOVER_EVERY_MS = 60_000;

export class RecoveryLoop {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(private readonly deps: { clock: Clock; logger: Logger }) {}

  /** Each job settles what it can and may be run again at any time. */
  start(jobs: readonly (() => Promise<unknown>)[]): void {
    this.running ??= this.run(jobs);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(jobs: readonly (() => Promise<unknown>)[]): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await Promise.all(jobs.map((job) => this.tried(job)));
      await this.deps.clock.sleep(RECOVER_EVERY_MS, this.stopping.signal);
    }
  }

  private async tried(job: () => Promise<unknown>): Promise<void> {
    try {
      await job();
    } catch {
      this.deps.logger.error('what a stop interrupted could not be looked for');
    }
  }
}
