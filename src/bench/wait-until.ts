// Waiting for something another process does, always with an end.

const DEFAULT_WITHIN_MS = 30_000;
const DEFAULT_EVERY_MS = 50;

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Asks again and again until it holds; a question that fails counts as no. Throws with `what` when time is over. */
export async function waitUntil(
  what: string,
  holds: () => Promise<boolean>,
  { withinMs = DEFAULT_WITHIN_MS, everyMs = DEFAULT_EVERY_MS } = {},
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds().catch(() => false))) {
    if (performance.now() > deadline) throw new Error(`${what}: not within ${withinMs / 1000} s`);
    await pause(everyMs);
  }
}
