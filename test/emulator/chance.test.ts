import * as fc from 'fast-check';
import { createChance, weighted } from '../../src/emulator/chance';

describe('chance', () => {
  it('is the same for the same seed, and another for another', () => {
    const words = (seed: number) => {
      const chance = createChance(seed);
      return Array.from({ length: 20 }, () => chance.word());
    };
    expect(words(7)).toEqual(words(7));
    expect(words(7)).not.toEqual(words(8));
  });

  it('stays below its limit and within the choices', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer(), { minLength: 1 }), (seed, choices) => {
        const chance = createChance(seed);
        expect(chance.below(choices.length)).toBeLessThan(choices.length);
        expect(choices).toContain(chance.one(choices));
        expect(choices).toContain(chance.pick(choices));
      }),
    );
  });

  it('finds nothing among nothing', () => {
    const chance = createChance(1);
    expect(chance.pick([])).toBeUndefined();
    expect(() => chance.one([])).toThrow(/nothing to choose/);
    expect(() => weighted([], () => 1)(chance)).toThrow(/nothing to choose/);
  });

  it('makes GUIDs', () => {
    expect(createChance(3).guid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('follows weights', () => {
    const chance = createChance(5);
    const pick = weighted([1, 9], (choice) => choice);
    const nines = Array.from({ length: 2_000 }, () => pick(chance)).filter((one) => one === 9).length;
    expect(nines).toBeGreaterThan(1_700);
    expect(nines).toBeLessThan(1_900);
  });
});
