// Reveals in memory.
import { instantFromMs } from '../../src/domain/instant';
import type { RevealBook } from '../../src/ports/reveal-book';
import type { FakeAlertLog } from './fake-alert-log';
import type { FakeState } from './fake-state';

interface FakeReveal {
  alertNumber: number;
  objectId: string;
  until: number;
  settled: boolean;
}

export class FakeRevealBook implements RevealBook {
  readonly reveals: FakeReveal[] = [];

  constructor(
    private readonly state: FakeState,
    private readonly alertLog: FakeAlertLog,
  ) {}

  async begin(alertNumber: number, objectId: string, until: number, now: number): Promise<number> {
    const open = this.open(alertNumber, objectId, now);
    if (open !== undefined) return open.until;
    this.reveals.push({ alertNumber, objectId: objectId.toLowerCase(), until, settled: false });
    return until;
  }

  async openUntil(alertNumber: number, objectId: string, now: number): Promise<number | null> {
    return this.open(alertNumber, objectId, now)?.until ?? null;
  }

  async end(alertNumber: number, objectId: string, now: number): Promise<void> {
    const open = this.open(alertNumber, objectId, now);
    if (open !== undefined) open.until = now;
  }

  async settle(now: number): Promise<number> {
    const over = this.reveals.filter((reveal) => !reveal.settled && reveal.until <= now);
    for (const reveal of over) {
      reveal.settled = true;
      const stored = this.state.alertByNumber(reveal.alertNumber)?.stored;
      const until = instantFromMs(reveal.until);
      if (stored && (stored.revealedUntil === null || stored.revealedUntil < until)) stored.revealedUntil = until;
    }
    for (const number of new Set(over.map((reveal) => reveal.alertNumber))) this.alertLog.redrawAll(number);
    return over.length;
  }

  private open(alertNumber: number, objectId: string, now: number): FakeReveal | undefined {
    const isOf = (reveal: FakeReveal) =>
      reveal.alertNumber === alertNumber && reveal.objectId === objectId.toLowerCase();
    return this.reveals.find((reveal) => isOf(reveal) && reveal.until > now);
  }
}
