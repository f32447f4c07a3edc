import { sql } from 'kysely';
import type { AuditEntry } from '../../src/ports/audit-trail';
import { exportLines, FAULTS_PRINTED, verifyAudit } from '../../src/store/audit-report';
import { AuditReader, AUDIT_PAGE_ROWS } from '../../src/store/audit-reader';
import { openContext } from '../../src/store/open-context';
import { SqlAuditTrail } from '../../src/store/sql-audit-trail';
import type { StoreContext } from '../../src/store/store-context';
import { ANALYST, objectIdOf } from '../builders/people';
import { START_MS } from '../builders/instants';
import { embeddedAt, placesForStores } from './embedded-places';

const APPLIED: AuditEntry = {
  action: 'alert.start',
  outcome: 'applied',
  actorObjectId: ANALYST.objectId,
  alertNumber: 1042,
  cardRef: null,
  reason: null,
};

const HUNT = {
  queryHash: '9f'.repeat(32),
  window: { from: '2026-11-16T06:00:00Z', to: '2026-11-23T06:00:00Z' },
  rowCount: 12,
};

describe('the audit as text', () => {
  const place = placesForStores();
  let context: StoreContext;

  beforeEach(async () => {
    context = await openContext(embeddedAt(place()));
  });
  afterEach(() => context.database.driver.close());

  async function append(...entries: Partial<AuditEntry>[]): Promise<void> {
    const trail = new SqlAuditTrail(context);
    for (const entry of entries) await trail.append({ ...APPLIED, ...entry }, START_MS);
  }

  async function verify(): Promise<{ whole: boolean; lines: string[] }> {
    const lines: string[] = [];
    const reader = new AuditReader(context.database, context.tenantId, context.seal);
    const whole = await verifyAudit(reader, (line) => lines.push(line));
    return { whole, lines };
  }

  async function exported(people = false): Promise<Record<string, unknown>[]> {
    const rows: Record<string, unknown>[] = [];
    const reader = new AuditReader(context.database, context.tenantId, context.seal);
    for await (const line of exportLines(reader, people)) rows.push(JSON.parse(line) as Record<string, unknown>);
    return rows;
  }

  /** What somebody with the database and without the key could do. */
  const tamper = (work: (of: StoreContext['database']['driver']['kysely']) => Promise<unknown>) =>
    context.database.change(work);

  it('says of a whole chain in one line that it is whole', async () => {
    await append({}, {}, {});
    const { whole, lines } = await verify();
    expect(whole).toBe(true);
    expect(lines).toEqual([expect.stringMatching(/^3 rows, each as it was written; head 3 [0-9a-f]{64}$/)]);
  });

  it('finds an empty audit whole', async () => {
    expect((await verify()).whole).toBe(true);
  });

  it('names an altered row', async () => {
    await append({}, {}, {});
    await tamper((of) => of.updateTable('audit').set({ outcome: 'refused' }).where('seq', '=', 2).execute());
    expect(await verify()).toEqual({ whole: false, lines: ['row 2: altered'] });
  });

  it('names a missing row, and a cut tail by the head', async () => {
    await append({}, {}, {}, {});
    await tamper((of) => of.deleteFrom('audit').where('seq', 'in', [2, 4]).execute());
    expect(await verify()).toEqual({ whole: false, lines: ['row 2: missing', 'row 4: missing'] });
  });

  it('names rows that changed places', async () => {
    await append({ alertNumber: 1 }, { alertNumber: 2 }, { alertNumber: 3 });
    for (const [from, to] of [
      [2, 99],
      [3, 2],
      [99, 3],
    ] as const) {
      await tamper((of) => of.updateTable('audit').set({ seq: to }).where('seq', '=', from).execute());
    }
    expect(await verify()).toEqual({ whole: false, lines: ['row 2: out of order', 'row 3: out of order'] });
  });

  it.each(['removed', 'overwritten'])('does not believe in the end of a chain whose head was %s', async (how) => {
    await append({}, {});
    await tamper((of) =>
      how === 'removed'
        ? of.deleteFrom('audit_heads').execute()
        : of.updateTable('audit_heads').set({ sealed_head: 'v1.AAAA' }).execute(),
    );
    expect(await verify()).toEqual({ whole: false, lines: ['row 3: missing'] });
  });

  it.each(['9223372036854775807', '-9223372036854775808', '0'])(
    'comes to an end with a row numbered %s',
    async (seq) => {
      await append({}, {}, {});
      await tamper((of) => sql`update audit set seq = ${sql.raw(seq)} where seq = 2`.execute(of));
      const { whole, lines } = await verify();
      expect(whole).toBe(false);
      expect(lines).toContain('row 2: missing');
    },
  );

  it('lets nobody go on writing after a head that is gone', async () => {
    await append({});
    await tamper((of) => of.deleteFrom('audit_heads').execute());
    await expect(append({})).rejects.toMatchObject({ code: 'storeUnusable', detail: 'auditHeadBroken' });
  });

  it('prints no more faults than it says, and how many more there are', async () => {
    await append(...Array.from({ length: FAULTS_PRINTED + 5 }, () => ({})));
    await tamper((of) => of.updateTable('audit').set({ action: 'forged' }).execute());
    const { lines } = await verify();
    expect(lines).toHaveLength(FAULTS_PRINTED + 1);
    expect(lines.at(-1)).toBe('and 5 more');
  });

  it('exports each row under the documented names, and nobody by name or id', async () => {
    await append({}, { alertNumber: null, cardRef: 'Zm9yZ2VkLXJlZmVyZW5jZQ', outcome: 'refused', reason: 'noRole' });
    const [first, second] = await exported();
    expect(Object.keys(first ?? {})).toEqual([
      ...['seq', 'at', 'action', 'outcome', 'actor', 'alertNumber', 'reason', 'prev', 'hash'],
    ]);
    expect(first).toMatchObject({ seq: 1, at: '2026-11-23T06:00:00.000Z', alertNumber: 1042, prev: '0'.repeat(64) });
    expect(second).toMatchObject({ seq: 2, cardRef: 'Zm9yZ2VkLXJlZmVyZW5jZQ', prev: first?.hash, reason: 'noRole' });
    expect(second).not.toHaveProperty('alertNumber');
    expect(JSON.stringify([first, second])).not.toContain(ANALYST.objectId);
  });

  it('exports what a hunt looked for and how much it found, on its rows alone', async () => {
    const asked = { action: 'huntUploads', alertNumber: null };
    await append({ ...asked, hunt: HUNT }, { ...asked, outcome: 'failed', hunt: { ...HUNT, rowCount: null } }, {});
    const [ran, failed, other] = await exported();
    expect(Object.keys(ran ?? {})).toEqual([
      ...[
        'seq',
        'at',
        'action',
        'outcome',
        'actor',
        'alertNumber',
        'reason',
        'query',
        'window',
        'rows',
        'prev',
        'hash',
      ],
    ]);
    expect(ran).toMatchObject({ window: HUNT.window, rows: 12 });
    expect(failed).toMatchObject({ window: HUNT.window, rows: null, query: ran?.query });
    expect(['query', 'window', 'rows'].filter((field) => field in (other ?? {}))).toEqual([]);
    expect((await verify()).whole).toBe(true);
  });

  it('exports a query as a keyed hash, so that nobody can try out whom it was about', async () => {
    await append({ hunt: HUNT });
    const [row] = await exported();
    expect(row?.query).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.query).not.toBe(HUNT.queryHash);
  });

  it.each([
    { query_hash: 'f'.repeat(64) },
    { window_from: '2026-11-17T06:00:00Z' },
    { window_to: null },
    { row_count: 0 },
    { query_hash: null, window_from: null, window_to: null, row_count: null },
  ])('names a hunt as altered in which %j stands', async (change) => {
    await append({}, { hunt: HUNT }, {});
    await tamper((of) => of.updateTable('audit').set(change).where('seq', '=', 2).execute());
    expect(await verify()).toEqual({ whole: false, lines: ['row 2: altered'] });
  });

  it('names a row as altered that was made a hunt afterwards', async () => {
    await append({}, {});
    await tamper((of) => of.updateTable('audit').set({ row_count: 0 }).where('seq', '=', 1).execute());
    expect(await verify()).toEqual({ whole: false, lines: ['row 1: altered'] });
  });

  it.each(['action', 'actor', 'at', 'card_ref', 'hash', 'outcome', 'prev', 'query_hash', 'reason', 'window_from'])(
    'names a row as altered in whose %s one bit was flipped, so that it is no text any more',
    async (column) => {
      await append({}, { cardRef: 'Zm9yZ2VkLXJlZmVyZW5jZQ', reason: 'noRole', hunt: HUNT }, {});
      const flipped = `substr(cast(${column} as blob), 1, 3) || x'E1' || substr(cast(${column} as blob), 5)`;
      await tamper((of) => sql.raw(`update audit set ${column} = cast(${flipped} as text) where seq = 2`).execute(of));
      expect(await verify()).toEqual({ whole: false, lines: ['row 2: altered'] });
      expect(await exported()).toHaveLength(3);
    },
  );

  it('sees what stands behind the end of a text', async () => {
    await append({}, {});
    await tamper((of) => sql`update audit set action = action || char(0) || 'more' where seq = 1`.execute(of));
    expect(await verify()).toEqual({ whole: false, lines: ['row 1: altered'] });
  });

  it('does not believe a head in which one bit was flipped', async () => {
    await append({}, {});
    await tamper((of) => sql`update audit_heads set sealed_head = cast(x'E1' || sealed_head as text)`.execute(of));
    expect(await verify()).toEqual({ whole: false, lines: ['row 3: missing'] });
  });

  it.each([
    ['exchanged', 'select former.sealed_object_id from former where former.actor <> audit_people.actor'],
    ['damaged', `select cast(x'E1' || sealed_object_id as text)`],
    ['made up', `select 'v1.AAAA'`],
  ])('names the actors whose object ids were %s', async (_how, forged) => {
    await append({}, { actorObjectId: objectIdOf(0x77) });
    const actors = (await exported()).map(({ actor }) => String(actor)).sort();
    await tamper((of) => sql`create table former as select * from audit_people`.execute(of));
    await tamper((of) => sql.raw(`update audit_people set sealed_object_id = (${forged})`).execute(of));
    expect(await verify()).toEqual({ whole: false, lines: actors.map((actor) => `actor ${actor}: altered`) });
    expect((await exported(true)).slice(2)).toEqual(actors.map((actor) => ({ actor, objectId: null })));
  });

  it('names an actor that is no hash of ours without repeating what stands there', async () => {
    await append({});
    await tamper((of) => sql`update audit_people set actor = 'Mira Holt'`.execute(of));
    expect(await verify()).toEqual({ whole: false, lines: ['actor without a hash of ours: altered'] });
  });

  it('holds, and prints nobody, after a person was forgotten by object id or by the hash in the rows', async () => {
    await append({}, { actorObjectId: objectIdOf(0x77) }, {});
    const trail = new SqlAuditTrail(context);
    expect(await trail.forgetPerson(objectIdOf(0x77))).toBe(true);
    const [row] = await exported();
    expect(await trail.forgetPerson(String(row?.actor))).toBe(true);
    expect((await verify()).whole).toBe(true);
    expect(await exported(true)).toHaveLength(3);
  });

  it('exports who stands behind an actor only when asked', async () => {
    await append({}, { actorObjectId: null });
    const [row, start, person, ...more] = await exported(true);
    expect(person).toEqual({ actor: row?.actor, objectId: ANALYST.objectId });
    expect(start?.actor).toBeNull();
    expect(more).toEqual([]);
  });

  it('keeps no text that a forged card brought in place of a reference', async () => {
    await append({ alertNumber: null, cardRef: 'Mira Holt is under suspicion' });
    const [row] = await exported();
    expect(row?.cardRef).toMatch(/^[0-9a-f]{64}$/);
  });

  it('reads a long audit page by page', async () => {
    const rows = AUDIT_PAGE_ROWS + 3;
    await append(...Array.from({ length: rows }, () => ({})));
    expect(await exported()).toHaveLength(rows);
    expect((await verify()).whole).toBe(true);
  });
});
