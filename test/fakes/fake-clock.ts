// Time that a test moves. By itself it either jumps over every pause, or stands until it is advanced.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../src/ports/clock';
import { START_MS } from '../builders/instants';

interface Sleeper {
  until: number;
  wake(): void;
}

/** Turns of the event loop after which everything that can go on by itself has gone on. */
const TURNS = 5;

export class FakeClock implements Clock {
  /** What `random` gives. */
  chance = 0.5;
  /** Every pause asked for, in order. */
  readonly pauses: number[] = [];
  private readonly sleepers = new Set<Sleeper>();

  /** `jumps`: a pause moves the time and is over. `stands`: pauses last until `advance`. */
  constructor(
    private readonly mode: 'jumps' | 'stands' = 'jumps',
    private ms = START_MS,
  ) {}

  now(): number {
    return this.ms;
  }

  random(): number {
    return this.chance;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.pauses.push(ms);
    if (signal?.aborted) return;
    if (this.mode === 'jumps') {
      this.ms += ms;
      // Others get a turn, as they would during a real pause.
      await nextTurn();
      return;
    }
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.sleepers.delete(sleeper);
        resolve();
      };
      const sleeper: Sleeper = { until: this.ms + ms, wake };
      this.sleepers.add(sleeper);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }

  /** Moves the time and waits until everybody who was woken has done what they can. */
  async advance(ms: number): Promise<void> {
    this.ms += ms;
    for (const sleeper of [...this.sleepers]) {
      if (sleeper.until <= this.ms) sleeper.wake();
    }
    await this.settle();
  }

  /** As the host's clock is set by an operator: no pause ends. */
  jumpTo(ms: number): void {
    this.ms = ms;
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
  }

  get sleeping(): number {
    return this.sleepers.size;
  }
}
