// Runs that others may share: the same question, asked again while it runs or within a minute, costs nothing.
import type { HuntingQuestion } from '../domain/hunting-question';
import type { Window } from '../domain/command';

export const SHARED_MS = 60_000;

interface Kept<T> {
  question: HuntingQuestion;
  startedAt: number;
  isRunning: boolean;
  run: Promise<T>;
}

/** Windows that end "now" differ by the seconds between two questions. */
function isNear(a: Window, b: Window): boolean {
  const near = (left: string, right: string) => Math.abs(Date.parse(left) - Date.parse(right)) < SHARED_MS;
  return near(a.from, b.from) && near(a.to, b.to);
}

function keyOf({ window: _window, previous, ...rest }: HuntingQuestion): string {
  return JSON.stringify({ ...rest, compared: previous !== null });
}

export class SharedHunts<T> {
  private readonly kept = new Map<string, Kept<T>[]>();

  /** The run to share, or null. */
  find(question: HuntingQuestion, now: number): Promise<T> | null {
    this.forget(now);
    const same = this.kept.get(keyOf(question)) ?? [];
    return same.find((one) => isNear(one.question.window, question.window))?.run ?? null;
  }

  /** `mayShare`: whether an outcome is worth giving to others once it is there. */
  keep(question: HuntingQuestion, now: number, run: Promise<T>, mayShare: (outcome: T) => boolean): Promise<T> {
    const key = keyOf(question);
    const one: Kept<T> = { question, startedAt: now, isRunning: true, run };
    this.kept.set(key, [...(this.kept.get(key) ?? []), one]);
    const end = (isWorth: boolean) => {
      one.isRunning = false;
      if (!isWorth) this.drop(key, (other) => other === one);
    };
    run.then(
      (outcome) => end(mayShare(outcome)),
      () => end(false),
    );
    return run;
  }

  private forget(now: number): void {
    for (const key of [...this.kept.keys()]) {
      this.drop(key, (one) => !one.isRunning && now - one.startedAt >= SHARED_MS);
    }
  }

  private drop(key: string, isOver: (one: Kept<T>) => boolean): void {
    const left = (this.kept.get(key) ?? []).filter((one) => !isOver(one));
    if (left.length === 0) this.kept.delete(key);
    else this.kept.set(key, left);
  }
}
