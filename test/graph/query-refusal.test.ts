// Why Graph refused a query, out of words that vary: each reason by its own error, and nothing of the words kept.
import fc from 'fast-check';
import { BotError, isBotError } from '../../src/domain/errors';
import { failureOfError, type HuntFailure } from '../../src/domain/hunting-failure';
import { SWITCHED_REFUSALS, type SwitchedRefusal } from '../../src/emulator/graph/switched-refusals';
import { queryRefusal } from '../../src/graph/query-refusal';
import { startGraphBench, type GraphBench } from './graph-under-test';

const QUERY = { text: 'DataSecurityEvents | count', timespan: '2026-03-04T10:00:00Z/2026-03-11T10:00:00Z' };
const refused = (message: string, status = 400) =>
  queryRefusal(new BotError('badRequest', { from: 'graph', status, detail: 'BadRequest' }), {
    error: { code: 'BadRequest', message },
  });

describe('a refusal in the service’s words', () => {
  let bench: GraphBench;
  beforeAll(async () => {
    bench = await startGraphBench();
  });
  afterAll(() => bench.close());

  const told: Record<SwitchedRefusal, HuntFailure> = {
    unknownTable: { code: 'queryUnreadable' },
    unknownColumn: { code: 'queryUnreadable' },
    syntax: { code: 'queryUnreadable' },
    resultTooLarge: { code: 'tooLarge' },
    resultSetTooLarge: { code: 'tooLarge' },
    processingUsedUp: { code: 'tenantQuotaUsed', retryAfterSeconds: 540 },
    processingUsedUpUntold: { code: 'tenantQuotaUsed', retryAfterSeconds: 540 },
    ranTooLong: { code: 'timedOut' },
    gatewayTimeout: { code: 'timedOut' },
    tooHeavy: { code: 'tooHeavy' },
    operatorTooHeavy: { code: 'tooHeavy' },
    unexplained: { code: 'queryRefused' },
    serviceFault: { code: 'unavailable' },
    roleMissing: { code: 'notPermitted', permission: 'ThreatHunting.Read.All' },
  };

  test.each(SWITCHED_REFUSALS)('%s is told from the others', async (name) => {
    bench.emulator.world.switches.huntingRefusal = name;
    const error: unknown = await bench
      .open()
      .hunting.run(QUERY)
      .catch((thrown: unknown) => thrown);
    expect(failureOfError(error, 'ThreatHunting.Read.All')).toEqual(told[name]);
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/operator|resource|TargetUrlDomain|roles/);
  });

  test('of everything by a tenant too busy is not taken for a missing table', async () => {
    bench.emulator.world.switches.huntingRefusal = 'tooHeavy';
    const asked = bench.open().hunting.columns('DataSecurityEvents', 'known');
    await expect(asked).rejects.toMatchObject({ code: 'badRequest', detail: 'tooHeavy' });
    bench.emulator.world.switches.huntingRefusal = 'unknownTable';
    expect(await bench.open().hunting.columns('DataSecurityEvents', 'known')).toBeNull();
  });
});

test.each([
  ['Query execution has exceeded the allowed result size', 'tooLarge', 'resultTooLarge'],
  ['The result size exceeds the limit of 50 MB.', 'tooLarge', 'resultTooLarge'],
  ['The RESULT SET is too large', 'tooLarge', 'resultTooLarge'],
  ['Query exceeded the timeout.', 'timedOut', 'ranTooLong'],
  ['The query timed out', 'timedOut', 'ranTooLong'],
  ['You have exceeded your CPU allowance', 'throttled', 'processingUsedUp'],
  ['Exceeded the tenant’s quota', 'throttled', 'processingUsedUp'],
  ['Runaway query (E_RUNAWAY_QUERY)', 'badRequest', 'tooHeavy'],
  ['Query execution lacks memory resources to complete (E_LOW_MEMORY_CONDITION)', 'badRequest', 'tooHeavy'],
  ['Semantic error: SEM0100: Failed to resolve column or scalar expression', 'badRequest', 'unknownColumn'],
  ['Failed to resolve the table named "X"', 'badRequest', 'unknownTable'],
  ['Syntax error: SYN0002: Query could not be parsed', 'badRequest', 'syntax'],
  ['', 'badRequest', 'BadRequest'],
  ['Fix semantic errors in your query.', 'badRequest', 'BadRequest'],
])('%j is %s (%s), whatever the status', (message, code, detail) => {
  for (const status of [400, 422, 500]) expect(refused(message, status)).toMatchObject({ code, detail, status });
});

test.each([
  ['Failed to resolve scalar expression named “quota exceeded”', 'unknownColumn'],
  ["'summarize' operator: the column 'result set too large' timed out of it", 'ranTooLong'],
  ["Column 'exceeded timeout' is none", 'BadRequest'],
])('names in the words are no words: %j', (message, detail) => {
  expect(refused(message).detail).toBe(detail);
});

test.each([
  ['again in 9 minutes', 540_000],
  ['again in about 2 hours', 900_000],
  ['again in 45 seconds', 45_000],
  ['again in 00:14:30', 870_000],
  ['again in 0 minutes', 1_000],
  ['again soon', undefined],
])('a wait is read out of %j where no header names one', (wait, ms) => {
  const message = `You have exceeded processing resources allocated to this tenant. You can run queries ${wait}.`;
  expect(refused(message).retryAfterMs).toBe(ms);
  const withHeader = new BotError('throttled', { from: 'graph', status: 429, retryAfterMs: 7_000 });
  expect(queryRefusal(withHeader, { error: { message } }).retryAfterMs).toBe(7_000);
});

test.each(['unauthorised', 'forbidden'] as const)('whoever is %s hears that, whatever the words', (code) => {
  const error = new BotError(code, { from: 'graph' });
  expect(queryRefusal(error, { error: { message: 'Query exceeded the timeout period.' } })).toBe(error);
});

test('any body gives an error of Graph’s, and none of its text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.object()), (given) => {
      const planted = 'planted-name';
      const body = { error: { message: `${planted} ${JSON.stringify(given)}` } };
      for (const one of [body, given]) {
        const error = queryRefusal(new BotError('badRequest', { from: 'graph', status: 400 }), one);
        expect(isBotError(error) && error.from === 'graph').toBe(true);
        expect(`${error.message} ${error.detail ?? ''}`).not.toContain(planted);
      }
    }),
  );
});
