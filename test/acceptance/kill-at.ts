// Kills the program exactly where one request of it is held back, and starts it anew.
import type { FaultRule } from '../../src/emulator/faults';
import { eventually } from './bot-process';
import type { Stage } from './stage';

const HELD_MS = 60_000;

/** Never answered, and handled only when it is let go, which the death of the caller prevents. */
export const HELD = { delayMs: HELD_MS } as const;
/** Takes effect and is never answered. */
export const UNANSWERED = { handleThen: 'timeout' } as const;

/**
 * Does something, waits until the program has sent the request at which it is to die, and for what else there is to wait
 * for, kills it and starts it anew. Gives what came of `act`, undefined when nothing did.
 */
export async function killAt<T>(
  stage: Stage,
  rule: FaultRule,
  act: () => Promise<T>,
  meanwhile: (acted: Promise<T | undefined>) => Promise<unknown> = async () => undefined,
): Promise<T | undefined> {
  const { faults } = stage.emulator;
  const { id } = faults.add({ times: 1, ...rule });
  const acted = act().catch(() => undefined);
  await eventually('the request at which it dies', () => faults.list().find((one) => one.id === id)?.taken === 1);
  await meanwhile(acted);
  // The fault befalls a request on its way in: what it lets happen has happened a moment later.
  await new Promise((resolve) => setTimeout(resolve, 150));
  await stage.bot.end('SIGKILL');
  const outcome = await acted;
  faults.clear();
  await stage.bot.start();
  return outcome;
}
