import { huntingWire } from '../../../src/emulator/graph/hunting-wire';
import type { KqlType, KqlValue } from '../../../src/emulator/kql/kql-table';
import { createSwitches, type Switches } from '../../../src/emulator/switches';

function sent(type: KqlType, value: KqlValue, forms: Partial<Switches> = {}) {
  const result = { columns: [{ name: 'X', type }], rows: [[value]] };
  return JSON.parse(JSON.stringify(huntingWire(result, createSwitches(forms)))) as {
    schema: Record<string, unknown>[];
    results: Record<string, unknown>[];
  };
}

const HOUR = 3_600_000;

describe('a value on the wire', () => {
  it.each<[KqlType, KqlValue, string, unknown]>([
    ['string', 'a', 'String', 'a'],
    ['string', '', 'String', ''],
    ['int', 3, 'Int32', 3],
    ['int', null, 'Int32', null],
    ['long', 9_007_199_254_740_991, 'Int64', 9_007_199_254_740_991],
    ['real', 0.5, 'Double', 0.5],
    ['real', Infinity, 'Double', 'Infinity'],
    ['real', NaN, 'Double', 'NaN'],
    ['bool', false, 'Boolean', false],
    ['guid', '0f9a5d0e-3b62-4f0b-9a57-8f4b0d1c2a11', 'Guid', '0f9a5d0e-3b62-4f0b-9a57-8f4b0d1c2a11'],
    ['datetime', Date.parse('2026-08-14T09:30:12.481Z'), 'DateTime', '2026-08-14T09:30:12.4810000Z'],
    ['datetime', Date.parse('1969-12-31T23:59:59.999Z'), 'DateTime', '1969-12-31T23:59:59.9990000Z'],
    ['datetime', null, 'DateTime', null],
    ['timespan', 90 * 60_000, 'TimeSpan', '01:30:00'],
    ['timespan', 50 * HOUR + 1_500, 'TimeSpan', '2.02:00:01.5000000'],
    ['timespan', -HOUR, 'TimeSpan', '-01:00:00'],
    ['dynamic', ['a', 'b'], 'Object', ['a', 'b']],
    ['dynamic', { k: 1 }, 'Object', { k: 1 }],
    ['dynamic', null, 'Object', null],
  ])('of type %s, %p: %s %p', (type, value, name, wire) => {
    expect(sent(type, value)).toEqual({ schema: [{ name: 'X', type: name }], results: [{ X: wire }] });
  });

  it('takes the other forms that are known when they are switched on', () => {
    expect(sent('bool', true, { huntingBoolAsNumber: true })).toMatchObject({
      schema: [{ type: 'SByte' }],
      results: [{ X: 1 }],
    });
    expect(sent('dynamic', ['a'], { huntingDynamicAsText: true }).results).toEqual([{ X: '["a"]' }]);
    expect(sent('dynamic', null, { huntingDynamicAsText: true }).results).toEqual([{ X: null }]);
    expect(sent('long', 5, { huntingTypeAnnotations: true }).results).toEqual([{ 'X@odata.type': '#Int64', X: 5 }]);
    expect(sent('int', 5, { huntingPascalSchema: true }).schema).toEqual([{ Name: 'X', Type: 'Int32' }]);
  });

  it('names the type of one column as the field saw it', () => {
    const columns = [{ name: 'SensitiveInfoTypeInfo', type: 'dynamic' as const }];
    expect(huntingWire({ columns, rows: [] }, createSwitches()).schema).toEqual([
      { name: 'SensitiveInfoTypeInfo', type: 'Collection(String)' },
    ]);
  });
});
