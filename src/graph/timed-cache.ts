// Answers remembered for a while, never more than a given number, each asked for once however many ask at a time.
import type { Clock } from '../ports/clock';

interface Remembered<T> {
  value: T;
  until: number;
}

export class TimedCache<T> {
  private readonly remembered = new Map<string, Remembered<T>>();
  private readonly pending = new Map<string, Promise<T>>();

  /** `ttlMs` may depend on the value. */
  constructor(
    private readonly maxEntries: number,
    private readonly ttlMs: (value: T) => number,
    private readonly clock: Clock,
  ) {}

  /** What is remembered and holds still, without asking anybody. */
  peek(key: string): T | undefined {
    const known = this.remembered.get(key);
    return known !== undefined && this.clock.now() < known.until ? known.value : undefined;
  }

  /** A failure is not remembered: the next caller asks again. */
  get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.remembered.get(key);
    if (known !== undefined && this.clock.now() < known.until) return Promise.resolve(known.value);
    const underWay = this.pending.get(key);
    if (underWay !== undefined) return underWay;
    const asked = ask()
      .then((value) => this.put(key, value))
      .finally(() => this.pending.delete(key));
    this.pending.set(key, asked);
    return asked;
  }

  /** Remembers an answer that came another way. The oldest entry makes room. */
  put(key: string, value: T): T {
    this.remembered.delete(key);
    this.remembered.set(key, { value, until: this.clock.now() + this.ttlMs(value) });
    const oldest = this.remembered.keys().next().value;
    if (this.remembered.size > this.maxEntries && oldest !== undefined) this.remembered.delete(oldest);
    return value;
  }
}
