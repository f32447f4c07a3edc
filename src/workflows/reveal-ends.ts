// When names have been shown for their time, the alert's cards are drawn once more, which takes the names off the screens
// of clients that follow and tells everyone that a reveal happened.
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { RevealBook } from '../ports/reveal-book';

export const REVEAL_ENDS_EVERY_MS = 5_000;

export interface RevealEndsDeps {
  revealBook: Pick<RevealBook, 'settle'>;
  clock: Clock;
  logger: Logger;
  wake(): void;
}

export class RevealEnds {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(private readonly deps: RevealEndsDeps) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** One look; never rejects. */
  async settle(): Promise<void> {
    const { revealBook, clock, logger, wake } = this.deps;
    try {
      if ((await revealBook.settle(clock.now())) > 0) wake();
    } catch {
      logger.error('reveals that are over could not be settled; they are looked for again');
    }
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.settle();
      await this.deps.clock.sleep(REVEAL_ENDS_EVERY_MS, this.stopping.signal);
    }
  }
}
