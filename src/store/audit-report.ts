// The audit as text: the verdict on the chain, and the export, one JSON object a line.
import { isHunt, type Anchors, type FoundRow } from './audit-chain';
import type { AuditReader } from './audit-reader';

/** Faults printed in full; a store that was swapped whole would otherwise print one for every row. */
export const FAULTS_PRINTED = 100;

export type WriteLine = (line: string) => void;

async function* faultLines(reader: AuditReader, anchors: Anchors): AsyncGenerator<string, string> {
  const faults = reader.faults(anchors);
  let step = await faults.next();
  for (; !step.done; step = await faults.next()) yield `row ${step.value.seq}: ${step.value.is}`;
  for (const { actor, objectId } of await reader.people()) {
    if (objectId === null) yield `actor ${actor ?? 'without a hash of ours'}: altered`;
  }
  const { rows, head } = step.value;
  const held = anchors.size === 0 ? '' : `; ${anchors.size} anchors hold`;
  return `${rows} rows, each as it was written; head ${head?.seq ?? 0} ${head?.hash ?? 'none'}${held}`;
}

/**
 * True when every row stands as it was written, in its place, up to the head, with the anchors' hashes, and every
 * object id that is still kept belongs to its actor.
 */
export async function verifyAudit(
  reader: AuditReader,
  write: WriteLine,
  anchors: Anchors = new Map(),
): Promise<boolean> {
  const lines = faultLines(reader, anchors);
  let found = 0;
  let step = await lines.next();
  for (; !step.done; step = await lines.next()) {
    found += 1;
    if (found <= FAULTS_PRINTED) write(step.value);
  }
  if (found > FAULTS_PRINTED) write(`and ${found - FAULTS_PRINTED} more`);
  if (found === 0) write(step.value);
  return found === 0;
}

/** What somebody damaged may be bytes: printed as far as they are text. */
const spelt = (value: unknown) => (value instanceof ArrayBuffer ? Buffer.from(value).toString('utf8') : value);

/** A press on a card that names no alert is told by its reference, everything else by the alert's number. */
function exportLine(row: FoundRow, reason: unknown): string {
  const { seq, at, action, outcome, actor, alert_number, card_ref, prev, hash } = row;
  const { query_hash, window_from, window_to, row_count } = row;
  const about = alert_number === null && card_ref !== null ? { cardRef: card_ref } : { alertNumber: alert_number };
  const hunt = { query: query_hash, window: { from: window_from, to: window_to }, rows: row_count };
  const line = { seq, at, action, outcome, actor, ...about, reason, ...(isHunt(row) && hunt), prev, hash };
  return JSON.stringify(line, (_name, value: unknown) => spelt(value));
}

/** Line by line, as the taker asks for them. `people` adds a line for each actor whose object id is still kept. */
export async function* exportLines(reader: AuditReader, people: boolean): AsyncGenerator<string> {
  for await (const row of reader.rows()) yield exportLine(row, reader.reasonOf(row));
  if (!people) return;
  for (const { actor, objectId } of await reader.people()) yield JSON.stringify({ actor, objectId });
}
