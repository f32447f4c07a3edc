import * as fc from 'fast-check';
import { GraphError } from '../../../src/emulator/graph/graph-error';
import { huntingSpan } from '../../../src/emulator/graph/hunting-span';

const NOW = Date.parse('2026-08-20T12:00:00Z');
const HOUR = 3_600_000;

describe('a timespan', () => {
  it.each([
    ['P7D', '2026-08-13T12:00:00Z', '2026-08-20T12:00:00Z'],
    ['PT90M', '2026-08-20T10:30:00Z', '2026-08-20T12:00:00Z'],
    ['P2W', '2026-08-06T12:00:00Z', '2026-08-20T12:00:00Z'],
    ['P1M', '2026-07-20T12:00:00Z', '2026-08-20T12:00:00Z'],
    ['P90D', '2026-05-22T12:00:00Z', '2026-08-20T12:00:00Z'],
    ['2026-08-01T00:00:00Z/2026-08-02T06:30:00Z', '2026-08-01T00:00:00Z', '2026-08-02T06:30:00Z'],
    ['2026-08-01T00:00:00+02:00/P1D', '2026-07-31T22:00:00Z', '2026-08-01T22:00:00Z'],
    ['PT6H/2026-08-02T06:00:00Z', '2026-08-02T00:00:00Z', '2026-08-02T06:00:00Z'],
    ['2026-08-18', '2026-08-18T00:00:00Z', '2026-08-20T12:00:00Z'],
    ['2026-08-18T09:00:00.5Z', '2026-08-18T09:00:00.5Z', '2026-08-20T12:00:00Z'],
  ])('%s is from %s to %s', (text, from, to) => {
    expect(huntingSpan(text, NOW)).toEqual({ from: Date.parse(from), to: Date.parse(to) });
  });

  it('is 30 days when none is given', () => {
    expect(huntingSpan(undefined, NOW)).toEqual({ from: NOW - 30 * 24 * HOUR, to: NOW });
  });

  it.each(['yesterday', 'P', 'P-1D', '-P1D', '30', '2026-08-02/2026-08-01', 'P1D/P1D', '/', '2026-13-01', 'P1D/'])(
    'is refused when it is %s',
    (text) => {
      expect(() => huntingSpan(text, NOW)).toThrow(GraphError);
    },
  );

  it('of hours is exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), (hours) => {
        expect(huntingSpan(`PT${hours}H`, NOW)).toEqual({ from: NOW - hours * HOUR, to: NOW });
      }),
    );
  });
});
