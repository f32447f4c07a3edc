// The list of guards that `npm run guards` takes out is about the program as it is, and the page tells all of it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { ROOT } from '../source-files';
import { tableUnder } from './threat-table';

const GUARDS = z.array(
  z.strictObject({
    threat: z.string().regex(/^T\d{1,2}$/),
    /** A few words that follow the threat's number in the table. */
    guard: z.string().min(1),
    file: z.string(),
    /** Stands in the file exactly once. */
    find: z.string().min(1),
    /** What stands there without the guard; nothing when absent. */
    replace: z.string().optional(),
    tests: z.array(z.string()).min(1),
  }),
);

const guards = GUARDS.parse(parse(readFileSync(path.join(__dirname, 'guards.yaml'), 'utf8')));
const rows = tableUnder('Threats').slice(1);

it.each(guards.map((guard) => [`${guard.threat} ${guard.guard}`, guard] as const))(
  'a guard stands where it is looked for, and its tests exist: %s',
  (_what, { file, find, replace, tests }) => {
    expect(readFileSync(path.join(ROOT, file), 'utf8').split(find)).toHaveLength(2);
    expect(replace).not.toBe(find);
    expect(tests.filter((test) => !existsSync(path.join(ROOT, test)))).toEqual([]);
  },
);

it.each(rows.map((row) => [row.cells[0] ?? '', row] as const))(
  'the page tells of every guard of %s that was taken out, and of none besides',
  (threat, row) => {
    const named = guards.filter((guard) => guard.threat === threat).map(({ guard }) => guard);
    expect(row.cells.at(-1)).toBe(named.length === 0 ? '' : `${named.join(', ')}: red`);
  },
);

it('no threat with a test is without a guard that was taken out', () => {
  const bare = rows.filter((row) => row.tests.length > 0 && !guards.some(({ threat }) => threat === row.cells[0]));
  expect(bare.map((row) => row.cells[0])).toEqual([]);
});
