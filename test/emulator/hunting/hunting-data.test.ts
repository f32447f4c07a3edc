import { writeFileSync, mkdtempSync, rmSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { HUNTING_REACH_DAYS } from '../../../src/emulator/hunting/hunting-data';
import { createWorld } from '../../../src/emulator/world';
import { DAY_MS, eventRows, HOUR_MS, NOW, tableNamed, tablesOf } from './hunting-under-test';

const world = createWorld({ clock: () => NOW, events: 2_000 });
const START = NOW.getTime();
const names = (tables: { name: string }[]) => tables.map(({ name }) => name);
const times = (asked: Parameters<typeof eventRows>[1]) =>
  eventRows(world, asked).map((row) => Number(row['Timestamp']));

describe('the hunting tables', () => {
  it('are four, and two when Purview shares nothing', () => {
    expect(names(tablesOf(world))).toEqual([
      'DataSecurityEvents',
      'DataSecurityBehaviors',
      'AlertInfo',
      'AlertEvidence',
    ]);
    expect(names(tablesOf(world, { dataSharing: false }))).toEqual(['AlertInfo', 'AlertEvidence']);
  });

  it('reach back 30 days, however far one asks', () => {
    expect(HUNTING_REACH_DAYS).toBe(30);
    const later = START + 3 * DAY_MS;
    expect(Math.min(...times({ now: later, from: 0 }))).toBeGreaterThanOrEqual(later - 30 * DAY_MS);
    expect(Math.min(...times({}))).toBeLessThan(later - 30 * DAY_MS);
  });

  it('hold what lies within the span, both ends included', () => {
    const [from, to] = [START - 5 * DAY_MS, START - 4 * DAY_MS];
    const found = times({ from, to });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((at) => at >= from && at <= to)).toBe(true);
    const [one = 0] = found;
    expect(times({ from: one, to: one })).toContain(one);
  });

  it('know nothing of the hours to come, and grow as they pass', () => {
    expect(Math.max(...times({ to: START + DAY_MS }))).toBeLessThanOrEqual(START);
    const later = times({ now: START + 20 * HOUR_MS });
    expect(later.filter((at) => at > START).length).toBeGreaterThan(10);
  });

  it('have empty strings where strings are missing, and null elsewhere', () => {
    const table = tableNamed(tablesOf(world), 'DataSecurityEvents');
    table.columns.forEach(({ type }, index) => {
      const missing = table.rows.map((row) => row[index]).filter((cell) => cell === null || cell === undefined);
      if (type === 'string') expect(missing).toEqual([]);
    });
  });

  it('have cells of the type their column says', () => {
    const kinds = {
      string: 'string',
      guid: 'string',
      int: 'number',
      long: 'number',
      datetime: 'number',
      bool: 'boolean',
    };
    for (const { columns, rows } of tablesOf(world)) {
      columns.forEach(({ name, type }, index) => {
        const kind = kinds[type as keyof typeof kinds];
        if (kind === undefined) return;
        const wrong = rows.map((row) => row[index]).filter((cell) => cell !== null && typeof cell !== kind);
        expect({ name, wrong: wrong.slice(0, 3) }).toEqual({ name, wrong: [] });
      });
    }
  });

  it('hold alerts alone for a seed that tells of no workplace', () => {
    const sample = path.join(__dirname, '..', '..', '..', 'src', 'emulator', 'seed');
    const load = (name: string) => parse(readFileSync(path.join(sample, name), 'utf8')) as Record<string, unknown>;
    const folder = mkdtempSync(path.join(os.tmpdir(), 'seed-'));
    const seedFile = path.join(folder, 'own.yaml');
    writeFileSync(seedFile, stringify({ ...load('contoso.yaml'), ...load('contoso-templates.yaml'), parts: [] }));
    try {
      const bare = createWorld({ seedFile, clock: () => NOW });
      expect(eventRows(bare)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
