// The time one attempt may take, from its first byte to the last of its answer, cut short when the room closes.
// The library call for joined signals keeps something of every request for as long as the room lives; this does not.

export class AttemptDeadline {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private readonly stop = () => this.controller.abort();

  constructor(private readonly stopped: AbortSignal) {
    if (stopped.aborted) this.stop();
    stopped.addEventListener('abort', this.stop, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Starts, or starts anew. */
  start(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.stop, Math.max(1, ms));
  }

  /** Must be called once the answer was read or given up. */
  end(): void {
    clearTimeout(this.timer);
    this.stopped.removeEventListener('abort', this.stop);
  }
}
