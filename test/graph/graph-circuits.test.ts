import { BotError, type ErrorCode, type OutsideSystem } from '../../src/domain/errors';
import { CIRCUIT_FAILURES, GraphCircuits } from '../../src/graph/graph-circuits';
import { CIRCUIT_OPEN } from '../../src/graph/retry-by-table';

/** What the call after five failures of this kind meets: `sent`, or the refusal of an open circuit. */
async function afterFailures(code: ErrorCode, from: OutsideSystem): Promise<unknown> {
  const circuits = new GraphCircuits(10_000);
  for (let failures = 0; failures < CIRCUIT_FAILURES; failures += 1) {
    await circuits.through('a', () => Promise.reject(new BotError(code, { from }))).catch(() => undefined);
  }
  return circuits.through('a', () => Promise.resolve('sent')).catch((error: unknown) => error);
}

describe('a circuit', () => {
  test.each<ErrorCode>(['notConnected', 'timedOut', 'unavailable', 'unauthorised'])(
    'opens when Graph was five times %s, and says that nothing was sent',
    async (code) => {
      await expect(afterFailures(code, 'graph')).resolves.toMatchObject({ code: 'notConnected', detail: CIRCUIT_OPEN });
    },
  );

  test.each<ErrorCode>(['throttled', 'forbidden', 'notFound', 'badRequest', 'garbage'])(
    'stays closed when Graph was five times %s',
    async (code) => {
      await expect(afterFailures(code, 'graph')).resolves.toBe('sent');
    },
  );

  test('stays closed when it is Entra that is down: its own refusals are remembered elsewhere', async () => {
    await expect(afterFailures('unavailable', 'entra')).resolves.toBe('sent');
  });

  test('does not stop work of another kind', async () => {
    const circuits = new GraphCircuits(10_000);
    for (let failures = 0; failures < CIRCUIT_FAILURES; failures += 1) {
      const down = () => Promise.reject(new BotError('unavailable', { from: 'graph' }));
      await circuits.through('directory', down).catch(() => undefined);
    }
    await expect(circuits.through('security', () => Promise.resolve('sent'))).resolves.toBe('sent');
  });
});
