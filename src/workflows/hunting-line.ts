// Lets a few queries run at a time; the others wait in the order they came, and no more than a given number of them.
import { HUNTS_AT_ONCE, HUNTS_WAITING_MAX } from '../domain/hunting-pace';

export class HuntingLine {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  get isFull(): boolean {
    return this.running >= HUNTS_AT_ONCE && this.waiting.length >= HUNTS_WAITING_MAX;
  }

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= HUNTS_AT_ONCE) await new Promise<void>((next) => this.waiting.push(next));
    else this.running += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next in line, or is given back.
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
