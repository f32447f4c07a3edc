// A bounded wait for work that others share and that therefore is not cancelled with the waiting.
import { BotError, type OutsideSystem } from '../domain/errors';

/** Rejects with `timedOut` after `ms`; the work goes on. */
export async function waitNoLonger<T>(work: Promise<T>, ms: number, from: OutsideSystem): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BotError('timedOut', { from })), Math.max(1, ms));
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
