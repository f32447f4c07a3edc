// The audit as text: the verdict on the chain, and the export, one JSON object a line.
import { isHunt, type AuditRow } from './audit-chain';
import type { AuditReader } from './audit-reader';

/** Faults printed in full; a store that was swapped whole would otherwise print one for every row. */
export const FAULTS_PRINTED = 100;

export type WriteLine = (line: string) => void;

/** True when every row stands as it was written, in its place, up to the head. */
export async function verifyAudit(reader: AuditReader, write: WriteLine): Promise<boolean> {
  const faults = reader.faults();
  let found = 0;
  let step = await faults.next();
  while (!step.done) {
    found += 1;
    if (found <= FAULTS_PRINTED) write(`row ${step.value.seq}: ${step.value.is}`);
    step = await faults.next();
  }
  if (found > FAULTS_PRINTED) write(`and ${found - FAULTS_PRINTED} more`);
  const { rows, head } = step.value;
  if (found === 0) write(`${rows} rows, each as it was written; head ${head?.seq ?? 0} ${head?.hash ?? 'none'}`);
  return found === 0;
}

/** A press on a card that names no alert is told by its reference, everything else by the alert's number. */
function exportLine(row: AuditRow, reason: string | null): string {
  const { seq, at, action, outcome, actor, alert_number, card_ref, prev, hash } = row;
  const { query_hash, window_from, window_to, row_count } = row;
  const about = alert_number === null && card_ref !== null ? { cardRef: card_ref } : { alertNumber: alert_number };
  const hunt = { query: query_hash, window: { from: window_from, to: window_to }, rows: row_count };
  return JSON.stringify({ seq, at, action, outcome, actor, ...about, reason, ...(isHunt(row) && hunt), prev, hash });
}

/** Line by line, as the taker asks for them. `people` adds a line for each actor whose object id is still kept. */
export async function* exportLines(reader: AuditReader, people: boolean): AsyncGenerator<string> {
  for await (const row of reader.rows()) yield exportLine(row, reader.reasonOf(row));
  if (!people) return;
  for (const { actor, objectId } of await reader.people()) yield JSON.stringify({ actor, objectId });
}
