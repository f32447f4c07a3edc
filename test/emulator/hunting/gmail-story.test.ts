// The question of the demo, asked as careful and as careless people would, at the start and until a day later.
import * as fc from 'fast-check';
import { STORY_AGES } from '../../../src/emulator/hunting/gmail-story';
import { labelBook } from '../../../src/emulator/hunting/label-book';
import { createWorld } from '../../../src/emulator/world';
import { DAY_MS, distinct, eventRows, HOUR_MS, NOW, type Row } from './hunting-under-test';

const world = createWorld({ clock: () => NOW });
const labels = labelBook(world.labels);
const confidential = labels.family('Confidential');
const highly = labels.family('Highly Confidential');
const START = NOW.getTime();
/** Everything of the month and of the day in which the program runs. */
const all = eventRows(world, { now: START + DAY_MS });

const labelled = (row: Row, ids: readonly string[]) => ids.some((id) => String(row['SensitivityLabelId']).includes(id));
const host = (row: Row) => String(row['TargetUrlDomain'] ?? '').toLowerCase();
const isGmail = (row: Row) => host(row) === 'mail.google.com' || host(row).endsWith('.mail.google.com');
const named = (row: Row) => row['ObjectId'] !== '';
const within = (from: number, to: number) => (row: Row) =>
  Number(row['Timestamp']) >= from && Number(row['Timestamp']) < to;
const leaked = all.filter((row) => isGmail(row) && labelled(row, confidential));

function answer(rows: readonly Row[]): [files: number, people: number] {
  return [distinct(rows.filter(named), 'ObjectId').size, distinct(rows, 'AccountUpn').size];
}

describe('confidential files that went to Gmail', () => {
  it('are 54 by two people in the last seven days, at every moment of a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: DAY_MS }), (later) => {
        const now = START + later;
        expect(answer(leaked.filter(within(now - 7 * DAY_MS, now)))).toEqual([54, 2]);
        expect(answer(leaked.filter(within(now - 14 * DAY_MS, now - 7 * DAY_MS)))).toEqual([19, 2]);
      }),
    );
  });

  it('are the same in the last 30 days throughout that day', () => {
    const month = (now: number) => answer(leaked.filter(within(now - 30 * DAY_MS, now)));
    expect(month(START)).toEqual([84, 4]);
    expect(month(START + DAY_MS)).toEqual([84, 4]);
  });

  it('keep clear of the edges of both weeks', () => {
    const ages = leaked.map((row) => START - Number(row['Timestamp']));
    expect(ages.filter((age) => age > 5.5 * DAY_MS && age < 8.5 * DAY_MS)).toEqual([]);
    expect(Math.min(...ages)).toBeGreaterThan(2 * HOUR_MS);
    expect(STORY_AGES.thisWeek.to + DAY_MS).toBeLessThan(7 * DAY_MS);
  });

  it('are the same when hosts below Gmail are left out, or the spelling is taken as it stands', () => {
    const week = within(START - 7 * DAY_MS, START);
    const exact = leaked.filter((row) => week(row) && row['TargetUrlDomain'] === 'mail.google.com');
    expect(answer(exact)).toEqual([54, 2]);
    expect(leaked.filter((row) => week(row) && host(row) === 'chat.mail.google.com').length).toBeGreaterThan(0);
    expect(leaked.filter((row) => week(row) && row['TargetUrlDomain'] === 'Mail.Google.com').length).toBeGreaterThan(0);
  });

  it('are the same by the list column, for a tenant whose schema has no other', () => {
    const rows = eventRows(world, { variant: 'p26' }).filter(within(START - 7 * DAY_MS, START));
    expect(rows[0]).not.toHaveProperty('TargetUrlDomain');
    const hit = (row: Row) => String(row['ExternalUrlDomains']).split(',').includes('mail.google.com');
    expect(answer(rows.filter((row) => hit(row) && labelled(row, confidential)))).toEqual([54, 2]);
  });

  it('all left by an act that counts as an upload, under every label of the family and in lists', () => {
    for (const row of leaked) expect(String(row['ActionType'])).toMatch(/upload/);
    expect(new Set(leaked.flatMap((row) => confidential.filter((id) => labelled(row, [id]))))).toEqual(
      new Set(confidential),
    );
    expect(leaked.some((row) => String(row['SensitivityLabelId']).includes(','))).toBe(true);
  });
});

describe('beside them lies what must not be counted', () => {
  const week = all.filter(within(START - 7 * DAY_MS, START));

  it.each([
    ['highly confidential files at Gmail', (row: Row) => isGmail(row) && labelled(row, highly)],
    [
      'files of no confidential label at Gmail',
      (row: Row) => isGmail(row) && named(row) && !labelled(row, confidential),
    ],
    ['confidential rows without a file', (row: Row) => isGmail(row) && labelled(row, confidential) && !named(row)],
    ['a host that only begins like it', (row: Row) => host(row) === 'mail.google.com.evil.example'],
    ['a host that only ends like it', (row: Row) => host(row) === 'webmail.google.com'],
    ['the host above it', (row: Row) => host(row) === 'google.com'],
    ['files whose label was lowered first', (row: Row) => isGmail(row) && row['PreviousSensitivityLabelId'] !== ''],
  ])('%s', (_, holds) => {
    const rows = week.filter(holds);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('and look-alikes received confidential files, by others', () => {
    const others = week.filter((row) => /evil\.example|^webmail/.test(host(row)) && labelled(row, confidential));
    expect([...distinct(others, 'AccountUpn')].some((upn) => !distinct(leaked, 'AccountUpn').has(upn ?? ''))).toBe(
      true,
    );
  });
});
