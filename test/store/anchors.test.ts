// Anchors outside the store: kept in a file of their own, read back from several, and held against the chain.
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createLogger } from '../../src/telemetry/pino-logger';
import { AnchorFile } from '../../src/store/anchor-file';
import { ChainCheck, CHAIN_START, MISSING_NAMED, rowHash, type AuditRow } from '../../src/store/audit-chain';
import { anchorFrom, readAnchors } from '../../src/store/read-anchors';
import { Sealer } from '../../src/store/seal';
import { START_MS } from '../builders/instants';
import { placesForStores } from './embedded-places';

const HASH = '4f'.repeat(32);
const OTHER_HASH = '5a'.repeat(32);
const place = placesForStores();
const newFile = () => join(place(), 'anchors.jsonl');

describe('the anchor file', () => {
  it('is made for the bot alone, and each head is a line of it', async () => {
    const path = newFile();
    const file = new AnchorFile(path);
    await file.prove();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await file.keep({ seq: 1, hash: HASH }, START_MS);
    await file.keep({ seq: 9, hash: OTHER_HASH }, START_MS + 1);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { at: new Date(START_MS).toISOString(), seq: 1, hash: HASH },
      { at: new Date(START_MS + 1).toISOString(), seq: 9, hash: OTHER_HASH },
    ]);
  });

  it('is only added to: what stands there stays, a line cut short included', async () => {
    const path = newFile();
    writeFileSync(path, '{"at":"2026-', { mode: 0o600 });
    await new AnchorFile(path).keep({ seq: 2, hash: HASH }, START_MS);
    expect(readFileSync(path, 'utf8')).toMatch(/^\{"at":"2026-\n\{"at":"[^"]+","seq":2,"hash":"[^"]+"\}\n$/);
    expect(await readAnchors(path)).toEqual(new Map([[2, HASH]]));
  });

  it('is refused where others can write it, where it is no file and where there is no directory', async () => {
    const loose = newFile();
    writeFileSync(loose, '');
    chmodSync(loose, 0o620);
    const directory = join(place(), 'anchors.jsonl');
    mkdirSync(directory);
    const nowhere = join(place(), 'absent', 'anchors.jsonl');
    for (const path of [loose, directory, nowhere]) {
      const refused = {
        code: 'storeUnusable',
        detail: 'anchorFile',
        message: expect.stringContaining('anchors.jsonl') as unknown,
      };
      await expect(new AnchorFile(path).prove()).rejects.toMatchObject(refused);
      await expect(new AnchorFile(path).keep({ seq: 1, hash: HASH }, START_MS)).rejects.toMatchObject(refused);
    }
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe('a line', () => {
  it.each([
    ['of the anchor file', JSON.stringify({ at: '2026-11-23T06:00:00.000Z', seq: 7, hash: HASH })],
    ['of an export', JSON.stringify({ seq: 7, action: 'start', window: { from: 'a' }, prev: OTHER_HASH, hash: HASH })],
    ['copied from the anchor channel', `Audit anchor: row 7 has the hash ${HASH}`],
  ])('%s is an anchor', (_what, line) => {
    expect(anchorFrom(line)).toEqual({ seq: 7, hash: HASH });
  });

  it('of the bot’s own log is an anchor', () => {
    const lines: string[] = [];
    createLogger('info', { write: (line: string) => void lines.push(line) }).info('audit head', { seq: 7, hash: HASH });
    expect(lines.map(anchorFrom)).toEqual([{ seq: 7, hash: HASH }]);
  });

  it.each(['', '{', '{}', 'null', '[]', `{"seq":0,"hash":"${HASH}"}`, '{"seq":7,"hash":"4f"}', `row x ${HASH}`])(
    'like %j is none',
    (line) => {
      expect(anchorFrom(line)).toBeNull();
    },
  );

  it('of any text is an anchor or none, and no fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        const anchor = anchorFrom(line);
        expect(anchor === null || (anchor.seq > 0 && anchor.hash.length === 64)).toBe(true);
      }),
    );
  });
});

describe('a file of anchors', () => {
  it('may hold other lines', async () => {
    const path = newFile();
    appendFileSync(
      path,
      `{"level":30,"msg":"the bot listens","port":1}\n\n{"seq":3,"hash":"${HASH}","msg":"audit head"}\n`,
    );
    expect(await readAnchors(path)).toEqual(new Map([[3, HASH]]));
  });

  it('proves nothing when it is absent or holds none, and is refused by name', async () => {
    const path = newFile();
    await expect(readAnchors(path)).rejects.toMatchObject({ detail: 'noAnchors' });
    writeFileSync(path, 'nothing of ours\n');
    await expect(readAnchors(path)).rejects.toThrow('anchors.jsonl holds no anchor');
  });
});

const seal = new Sealer('a store key of the tests', 'a tenant');

function chain(length: number, action = 'start'): AuditRow[] {
  const rows: AuditRow[] = [];
  const nothing = { actor: null, alert_number: null, card_ref: null, reason: null };
  const noHunt = { query_hash: null, window_from: null, window_to: null, row_count: null };
  for (let seq = 1; seq <= length; seq += 1) {
    const prev = rows.at(-1)?.hash ?? CHAIN_START;
    const row = { seq, at: '2026-11-23T06:00:00.000Z', action, outcome: 'applied', ...nothing, ...noHunt, prev };
    rows.push({ ...row, hash: rowHash(seal, row) });
  }
  return rows;
}

describe('a chain held against anchors', () => {
  const anchorsOf = (rows: readonly AuditRow[], ...seqs: number[]) =>
    new Map(rows.filter(({ seq }) => seqs.includes(seq)).map(({ seq, hash }) => [seq, hash]));
  const check = (rows: readonly AuditRow[], anchors: Map<number, string>) => {
    const of = new ChainCheck(seal, rows.at(-1) ?? null, anchors);
    return [...rows.flatMap((row) => of.next(row)), ...of.end()];
  };

  it('holds while it is the one that was anchored, and has grown since', () => {
    expect(check(chain(9), anchorsOf(chain(9), 2, 7))).toEqual([]);
  });

  it('lacks the rows that a restored backup has not, its head being genuine', () => {
    expect(check(chain(5), anchorsOf(chain(7), 3, 7))).toEqual([
      { seq: 6, is: 'missing' },
      { seq: 7, is: 'missing' },
    ]);
  });

  it('is altered at the anchor when a restored backup was written on', () => {
    const anchored = chain(7);
    const before = anchored.slice(0, 4);
    const rows = [...before];
    for (const { seq } of anchored.slice(4)) {
      const row = { ...(anchored[seq - 1] as AuditRow), action: 'another life', prev: rows.at(-1)?.hash ?? '' };
      rows.push({ ...row, hash: rowHash(seal, row) });
    }
    expect(check(rows, new Map())).toEqual([]);
    expect(check(rows, anchorsOf(anchored, 3, 7))).toEqual([{ seq: 7, is: 'altered' }]);
  });

  it('is altered where two anchors contradict each other', async () => {
    const path = newFile();
    const [row] = chain(1);
    writeFileSync(path, `{"seq":1,"hash":"${row?.hash}"}\n{"seq":1,"hash":"${HASH}"}\n`);
    expect(check(chain(2), new Map(await readAnchors(path)))).toEqual([{ seq: 1, is: 'altered' }]);
  });

  it('is told to lack no more rows by name than a forged anchor could ask for', () => {
    expect(check(chain(2), new Map([[9e15, HASH]]))).toHaveLength(MISSING_NAMED);
  });
});
