// Runs the rows that were asked for, one after the other. A row that fails is told as unmeasured; the others still run.
import { FULL, QUICK, type Amounts } from './amounts';
import { answerRows } from './answer-row';
import { auditRows } from './audit-row';
import type { BenchArguments, RowName } from './bench-arguments';
import type { BenchReport, BenchRow, UnmeasuredRow } from './bench-row';
import { durableRows } from './durable-row';
import { huntingRows } from './hunting-row';
import { maskingRows } from './masking-row';
import { memoryRows } from './memory-row';
import { postRows } from './post-row';
import { readyRows } from './ready-row';
import { readingRows } from './reading-row';
import { refreshRows } from './refresh-row';
import { stormRows } from './storm-row';

const MEASURE: Readonly<Record<RowName, (amounts: Amounts) => Promise<BenchRow[]>>> = {
  refresh: refreshRows,
  post: postRows,
  durable: durableRows,
  memory: memoryRows,
  ready: readyRows,
  reading: readingRows,
  hunting: huntingRows,
  answer: answerRows,
  audit: auditRows,
  masking: maskingRows,
  storm: stormRows,
};

/** `tell` is given a word about each row as it begins. Never rejects for what a row did. */
export async function runBench(
  { quick, rows: names }: Pick<BenchArguments, 'quick' | 'rows'>,
  tell: (progress: string) => void,
): Promise<BenchReport> {
  const rows: BenchRow[] = [];
  const unmeasured: UnmeasuredRow[] = [];
  for (const name of names) {
    tell(name);
    try {
      rows.push(...(await MEASURE[name](quick ? QUICK : FULL)));
    } catch (error) {
      unmeasured.push({ what: name, reason: error instanceof Error ? error.message : 'unknown' });
    }
  }
  return { rows, unmeasured };
}
