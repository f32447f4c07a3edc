// The work that goes on after its request was answered: counted, so that it is bounded and stopping can wait for it.
import type { Clock } from '../ports/clock';

export class WorkInHand {
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    private readonly clock: Pick<Clock, 'sleep'>,
    private readonly limit: number,
  ) {}

  isFull(): boolean {
    return this.running.size >= this.limit;
  }

  /** Gives the work back; what it rejects with is the caller's business. */
  track<T>(work: Promise<T>): Promise<T> {
    const done = () => this.running.delete(work);
    this.running.add(work);
    work.then(done, done);
    return work;
  }

  /** The outcome, or null when it takes longer than `ms`; the work goes on either way. */
  async within<T>(work: Promise<T>, ms: number): Promise<{ value: T } | null> {
    const decided = new AbortController();
    const late = this.clock.sleep(Math.max(0, ms), decided.signal).then(() => null);
    try {
      return await Promise.race([work.then((value) => ({ value })), late]);
    } finally {
      // A reason of our own: the default one is an error with a stack, made anew for every answer.
      decided.abort('decided');
    }
  }

  /** Resolves when nothing runs any more, at the latest after `graceMs`. */
  async settled(graceMs: number): Promise<void> {
    await this.within(Promise.allSettled([...this.running]), graceMs);
  }
}
