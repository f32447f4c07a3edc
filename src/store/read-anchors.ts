// Anchors read back from whatever kept them: the anchor file, the bot's own log, an earlier export, or messages of the
// anchor channel that somebody copied. Lines that are none of these are passed over.
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod/v4';
import type { Anchors } from './audit-chain';
import { StoreRefusal } from './store-refusal';

const anchorLine = z.looseObject({
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
/** As the anchor channel words it. */
const TOLD = /\brow (\d{1,15})\b.*\b([0-9a-f]{64})\b/;
/** Equals no hash: of two anchors of one row at most one can be true. */
const CONTRADICTION = 'two hashes';

/** Null for a line that is no anchor. */
export function anchorFrom(line: string): { seq: number; hash: string } | null {
  const told = TOLD.exec(line);
  if (told !== null) return { seq: Number(told[1]), hash: told[2] ?? '' };
  if (!line.trimStart().startsWith('{')) return null;
  try {
    const read = anchorLine.safeParse(JSON.parse(line));
    return read.success ? { seq: read.data.seq, hash: read.data.hash } : null;
  } catch {
    return null;
  }
}

/** Throws StoreRefusal `noAnchors` when the file cannot be read or holds none: nothing would be proven by it. */
export async function readAnchors(path: string): Promise<Anchors> {
  const anchors = new Map<number, string>();
  try {
    const file = await open(path);
    for await (const line of file.readLines()) {
      const anchor = anchorFrom(line);
      if (anchor === null) continue;
      const { seq, hash } = anchor;
      anchors.set(seq, (anchors.get(seq) ?? hash) === hash ? hash : CONTRADICTION);
    }
  } catch {
    throw new StoreRefusal('noAnchors', `The anchors in ${basename(path)} cannot be read.`);
  }
  if (anchors.size > 0) return anchors;
  throw new StoreRefusal('noAnchors', `${basename(path)} holds no anchor, so nothing can be proven by it.`);
}
