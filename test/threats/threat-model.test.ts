// Keeps docs/threat-model.md true: what it names exists under that name, what it claims is proven by a test, and its
// matrix and retry table are those of the program.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { verdictFor, type SendKind } from '../../src/domain/delivery';
import { BotError, type ErrorCode } from '../../src/domain/errors';
import { RETRY_TABLE, type Failure, type RetriedCall } from '../../src/domain/retry-table';
import { ROOT } from '../source-files';
import { DEEDS, mayDo, PEOPLE } from './role-matrix';
import { tableUnder, testsIn, type ProvenRow } from './threat-table';

const numbered = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);
/** Threats that this version claims to withstand; the page says of the others what is missing. */
const WITHSTOOD = [...numbered('T', 1, 25), 'T29', ...numbered('T', 34, 37), ...numbered('T', 39, 44), 'T46'];

const bodyOf = (heading: string): ProvenRow[] => tableUnder(heading).slice(1);
const threats = bodyOf('Threats');
const roles = tableUnder('Who may do what');
const retries = bodyOf('What a failed call leads to');
const crashes = bodyOf('Killed at any moment');
const faults = bodyOf('Faults');
const everyRow = [...threats, ...roles.slice(1), ...retries, ...crashes, ...faults];
const first = ({ cells }: ProvenRow) => cells[0] ?? '';
const saysWhyNot = (row: ProvenRow) => /not built yet|not tested/i.test(row.cells.join(' '));

describe('the threat model', () => {
  it.each(everyRow.map((row) => [row.cells.slice(0, 2).join(', ').slice(0, 80), row] as const))(
    'names only what exists: %s',
    (_what, row) => {
      expect(row.tests.filter(({ file, name }) => !testsIn(file).has(name))).toEqual([]);
      expect(row.sources.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
    },
  );

  it('reads every test that it names', () => {
    const text = everyRow.map(({ cells }) => cells.join(' ')).join(' ');
    const named = everyRow.reduce((sum, row) => sum + new Set(row.tests.map(({ file }) => file)).size, 0);
    expect(text.match(/`test\//g)?.length).toBe(named);
  });

  it('has every threat and every fault, once and in order', () => {
    expect(threats.map(first)).toEqual(numbered('T', 1, 47));
    expect(faults.map(first)).toEqual(numbered('F', 1, 45));
  });

  it('proves every threat that it claims to withstand', () => {
    const unproven = threats.filter((row) => WITHSTOOD.includes(first(row)) && row.tests.length === 0);
    expect(unproven.map(first)).toEqual([]);
  });

  it('says of everything without a test that it is not built or why it is not tested', () => {
    expect(everyRow.filter((row) => row.tests.length === 0 && !saysWhyNot(row)).map(first)).toEqual([]);
  });
});

describe('its role matrix', () => {
  it('is the one that is tested, cell by cell', () => {
    expect(first(roles[0] as ProvenRow)).toBe('Deed');
    expect(roles[0]?.cells.slice(1, -1)).toEqual(PEOPLE);
    const written = roles.slice(1).map((row) => [first(row), ...row.cells.slice(1, -1)]);
    expect(written).toEqual(DEEDS.map((deed) => [deed, ...PEOPLE.map((who) => (mayDo(who, deed) ? 'yes' : 'no'))]));
    expect(roles.slice(1).filter((row) => row.tests.length === 0)).toEqual([]);
  });
});

const GRAPH_ROWS: [string, RetriedCall][] = [
  ['Graph GET', 'graphRead'],
  ['Graph PATCH', 'graphPatch'],
  ['Graph POST comment', 'graphComment'],
  ['Entra token', 'entraToken'],
];
const CONNECTOR_ROWS: [string, SendKind][] = [
  ['Connector POST', 'post'],
  ['Connector PUT', 'update'],
  ['Connector DELETE', 'retract'],
];
const FAILURES = Object.keys(RETRY_TABLE.graphRead) as Failure[];

/** An error of each column; `refused` is the one that is peculiar to the call. */
function connectorError(kind: SendKind, failure: Failure): BotError {
  const refused: ErrorCode = kind === 'post' ? 'forbidden' : 'notFound';
  const code = failure === 'lost' ? 'timedOut' : failure === 'refused' ? refused : failure;
  return new BotError(code, { from: 'connector' });
}

const REACTIONS: Record<string, string> = Object.fromEntries([
  ...GRAPH_ROWS.flatMap(([call, row]) => FAILURES.map((failure) => [`${call} ${failure}`, RETRY_TABLE[row][failure]])),
  ...CONNECTOR_ROWS.flatMap(([call, kind]) =>
    FAILURES.map((failure) => [`${call} ${failure}`, verdictFor(kind, connectorError(kind, failure), 1, 0, 0).is]),
  ),
]);

describe('its retry table', () => {
  it('has every cell once, with the reaction of the program and a test', () => {
    const written = retries.map(({ cells: [call, failure, reaction] }) => [`${call} ${failure}`, reaction]);
    expect(written).toHaveLength(Object.keys(REACTIONS).length);
    expect(Object.fromEntries(written)).toEqual(REACTIONS);
    expect(retries.filter((row) => row.tests.length === 0).map(first)).toEqual([]);
  });
});

describe('its crash table', () => {
  it('proves every row', () => {
    expect(crashes).toHaveLength(14);
    expect(crashes.filter((row) => row.tests.length === 0).map(first)).toEqual([]);
  });
});
