// Rows: how fast a long audit is verified, against nothing but the hashing of as many rows; whether a long one takes
// longer for each row than a short one; and whether it takes more memory.
import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod/v4';
import type { Amounts } from './amounts';
import { canonicalTexts, makeAuditStore } from './audit-store';
import type { BenchRow } from './bench-row';
import { ChildProgram } from './child-program';
import { freshDirectory, removeDirectory } from './fresh-directory';

/** A million rows within a minute. */
const GOAL_ROWS_PER_SECOND = 1_000_000 / 60;
const LINEAR_UP_TO = 1.5;
const FLAT_UP_TO = 1.5;
const VERIFIED_WITHIN_MS = 180_000;
const HASHED_TEXTS = 10_000;
const KEY_BYTES = 32;

const result = z.object({ ms: z.number().positive(), rows: z.number().int(), peakMb: z.number().positive() });

interface Verified {
  rows: number;
  perSecond: number;
  peakMb: number;
}

async function verified(rows: number): Promise<Verified> {
  const directory = freshDirectory();
  try {
    await makeAuditStore(directory, rows);
    const program = ChildProgram.start({ entry: 'bench/verify-audit', args: [directory] });
    const told = result.parse(JSON.parse(await program.finished(VERIFIED_WITHIN_MS)));
    if (told.rows !== rows) throw new Error(`${told.rows} of ${rows} rows were verified`);
    return { rows, perSecond: (rows * 1_000) / told.ms, peakMb: told.peakMb };
  } finally {
    removeDirectory(directory);
  }
}

function hashedPerSecond(rows: number): number {
  const texts = canonicalTexts(Math.min(rows, HASHED_TEXTS));
  const key = randomBytes(KEY_BYTES);
  const began = performance.now();
  for (let row = 0; row < rows; row += 1) {
    createHmac('sha256', key)
      .update(texts[row % texts.length] ?? '')
      .digest('hex');
  }
  return (rows * 1_000) / (performance.now() - began);
}

export async function auditRows({ auditRows: many, auditRowsFew: few }: Amounts): Promise<BenchRow[]> {
  const short = await verified(few);
  const long = await verified(many);
  const rate = { unit: 'rows/s', figure: long.perSecond } as const;
  return [
    {
      what: `an audit of ${many} rows verified`,
      ...rate,
      baseline: { name: 'a bare HMAC of as many rows', figure: hashedPerSecond(many) },
      goal: { is: 'figureFrom', figure: Math.ceil(GOAL_ROWS_PER_SECOND) },
    },
    {
      what: 'the same, against a short one',
      ...rate,
      baseline: { name: `an audit of ${few} rows`, figure: short.perSecond },
      goal: { is: 'timesWorseUpTo', times: LINEAR_UP_TO },
    },
    {
      what: 'memory of that process, peak',
      unit: 'MB',
      figure: long.peakMb,
      baseline: { name: `an audit of ${few} rows`, figure: short.peakMb },
      goal: { is: 'timesWorseUpTo', times: FLAT_UP_TO },
    },
  ];
}
