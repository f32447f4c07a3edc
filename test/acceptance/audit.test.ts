// The audit of the real program, damaged by SQL in every column and in every way, and the line of `audit verify` that
// names the damage; then its anchors, which see what the store itself cannot show.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { AuditLife } from './audit-life';
import { reachedStores } from './audit-stores';
import { BotProcess } from './bot-process';
import { auditedEvents, auditedRows, runAudit } from './run-audit';

jest.setTimeout(120_000);

const TEXTS = ['at', 'action', 'outcome', 'actor', 'card_ref', 'reason', 'query_hash', 'window_from', 'window_to'];
const NUMBERS = ['alert_number', 'row_count'];
const CHAIN = ['prev', 'hash'];
/** Columns of a row that is no hunt, and of one that names no alert. */
const EMPTY = {
  query_hash: `'x'`,
  window_from: `'x'`,
  window_to: `'x'`,
  row_count: '0',
  card_ref: `'x'`,
  actor: `'x'`,
};
const WITHOUT_KEY = '0123456789abcdef'.repeat(4);

/** One byte of a text is another one. */
const flipped = (column: string) =>
  `substr(${column}, 1, 3) || case when substr(${column}, 4, 1) = '0' then '1' else '0' end || substr(${column}, 5)`;

describe.each(reachedStores().map((store) => [store.name, store] as const))('the audit in %s', (_name, store) => {
  let life: AuditLife;
  let last: number;
  beforeAll(async () => {
    life = await AuditLife.live(store);
    last = Number(await life.value('select max(seq) from audit'));
  });
  afterAll(() => life.close());

  const expectNamed = async (statements: string[], lines: string[]) =>
    expect(await life.afterDamage(...statements)).toEqual({
      code: 1,
      output: lines.map((line) => `${line}\n`).join(''),
    });
  /** The first row that has something there. */
  const rowWith = async (column: string) =>
    Number(await life.value(`select min(seq) from audit where ${column} is not null`));

  it('holds a line of every kind, in order, and is whole', async () => {
    const { code, output } = await runAudit(life.env, 'export');
    expect(code).toBe(0);
    expect(auditedRows(output).map(({ seq }) => seq)).toEqual(Array.from({ length: last }, (_, row) => row + 1));
    const events = auditedEvents(output);
    expect(events).toEqual(
      expect.arrayContaining([
        ...['start applied', 'subscribeChannel applied', 'alert.start intended', 'alert.start applied'],
        ...['alert.start refused', 'summarizeHunting applied'],
      ]),
    );
    expect(auditedRows(output).filter(({ reason }) => reason === 'named')).toHaveLength(1);
    expect(await life.verify()).toMatchObject({ code: 0 });
  });

  it.each([...TEXTS, ...CHAIN])('names the row in whose %s one byte is another', async (column) => {
    const seq = await rowWith(column);
    await expectNamed([`update audit set ${column} = ${flipped(column)} where seq = ${seq}`], [`row ${seq}: altered`]);
  });

  it.each(NUMBERS)('names the row whose %s is one more', async (column) => {
    const seq = await rowWith(column);
    await expectNamed([`update audit set ${column} = ${column} + 1 where seq = ${seq}`], [`row ${seq}: altered`]);
  });

  it.each(Object.entries(EMPTY))('names the row that got a %s', async (column, value) => {
    await expectNamed([`update audit set ${column} = ${value} where seq = 1`], ['row 1: altered']);
  });

  it('names the row that was given to another tenant as missing', async () => {
    await expectNamed([`update audit set tenant_id = 'another' where seq = 3`], ['row 3: missing']);
  });

  it('names the place of a row that was given another number', async () => {
    const lines = ['row 2: missing', ...[1, 2, 3].map((more) => `row ${last + more}: missing`)];
    await expectNamed(
      [`update audit set seq = ${last + 4} where seq = 2`],
      [...lines, `row ${last + 4}: out of order`],
    );
  });

  it.each(['first', 'middle', 'last'] as const)('names the %s row that was deleted', async (which) => {
    const seq = { first: 1, middle: 4, last }[which];
    await expectNamed([`delete from audit where seq = ${seq}`], [`row ${seq}: missing`]);
  });

  it('names every row of a tail that was cut off', async () => {
    const cut = [last - 2, last - 1, last];
    await expectNamed(
      [`delete from audit where seq > ${last - 3}`],
      cut.map((seq) => `row ${seq}: missing`),
    );
  });

  it.each([
    [2, 3],
    [1, 6],
  ])('names the rows %i and %i that changed places', async (a, b) => {
    const statements = [
      [a, -1],
      [b, a],
      [-1, b],
    ].map(([from, to]) => `update audit set seq = ${to} where seq = ${from}`);
    await expectNamed(statements, [`row ${a}: out of order`, `row ${b}: out of order`]);
  });

  it('names a row that was put in: a copy of a genuine one, or one made without the key', async () => {
    const copy = (change: string) => `insert into audit select tenant_id, ${last + 1}, at, action, outcome, actor,
      alert_number, card_ref, reason, ${change}, query_hash, window_from, window_to, row_count from audit where seq = 3`;
    await expectNamed([copy('prev, hash')], [`row ${last + 1}: out of order`]);
    await expectNamed([copy(`hash, '${WITHOUT_KEY}'`)], [`row ${last + 1}: altered`]);
  });

  it('names the end when the head is gone, made up, or that of an earlier time', async () => {
    await expectNamed(['delete from audit_heads'], [`row ${last + 1}: missing`]);
    await expectNamed([`update audit_heads set sealed_head = 'v1.AAAA'`], [`row ${last + 1}: missing`]);
    const { code, output } = await life.afterDamage(`update audit_heads set sealed_head = '${life.olderHead}'`);
    expect(code).toBe(1);
    expect(output.split('\n')[0]).toMatch(/^row \d+: out of order$/);
    expect(output).toContain(`row ${last}: out of order\n`);
  });

  it('names the actors whose object ids were exchanged, and misses nobody who was erased', async () => {
    const one = '(select min(actor) from audit_people)';
    const sealedOf = (which: string) => life.value(`select sealed_object_id from audit_people where actor ${which}`);
    const [first, second] = [await sealedOf(`= ${one}`), await sealedOf(`> ${one} order by actor limit 1`)];
    const put = (sealed: unknown, former: unknown) =>
      `update audit_people set sealed_object_id = '${String(sealed)}' where sealed_object_id = '${String(former)}'`;
    const { code, output } = await life.afterDamage(put('x', first), put(first, second), put(second, 'x'));
    expect(code).toBe(1);
    expect(output).toMatch(/^actor [0-9a-f]{64}: altered\nactor [0-9a-f]{64}: altered\n$/);
    expect((await life.afterDamage('delete from audit_people')).code).toBe(0);
  });

  it('prints nobody’s name or id but with --people', async () => {
    const { tenant } = life.stage.emulator.world;
    const plain = (await runAudit(life.env, 'export')).output;
    for (const { id, userPrincipalName, displayName } of tenant.people) {
      for (const text of [id, userPrincipalName, displayName]) expect(plain).not.toContain(text);
    }
    const rows = auditedRows((await runAudit(life.env, 'export', '--people')).output);
    expect(rows.map(({ objectId }) => objectId)).toEqual(
      expect.arrayContaining([life.stage.person('analyst').id, life.stage.person('none').id]),
    );
  });

  it('tells of each start by a digest of its settings, which changed with one of them, and of no setting', async () => {
    const { output } = await runAudit(life.env, 'export');
    const reasons = auditedRows(output).flatMap(({ action, reason }) => (action === 'start' ? [String(reason)] : []));
    expect(reasons).toEqual([
      expect.stringMatching(/^config [0-9a-f]{16}$/),
      expect.stringMatching(/^config [0-9a-f]{16}$/),
    ]);
    expect(new Set(reasons).size).toBe(2);
    expect(output).not.toContain(life.stage.channelId);
  });

  describe('its anchors', () => {
    const anchors = () =>
      readFileSync(life.anchorFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { seq: number });

    it('stand in the file at each start and stop, in the log, and in the channel', async () => {
      expect(statSync(life.anchorFile).mode & 0o777).toBe(0o600);
      expect(anchors()[0]?.seq).toBe(1);
      expect(anchors().at(-1)?.seq).toBe(last);
      expect(anchors().length).toBeGreaterThanOrEqual(4);
      expect(life.stage.bot.written).toContain('"msg":"audit head"');
      expect(JSON.stringify(await life.stage.threads())).toMatch(/Audit anchor: row \d+ has the hash [0-9a-f]{64}\./);
    });

    it('are held against the chain, from the file of the variable or any other', async () => {
      expect((await life.verify()).output).toMatch(/^\d+ rows, .*; \d+ anchors hold\n$/);
      const log = `${life.anchorFile}.log`;
      writeFileSync(log, life.stage.bot.written);
      expect((await life.verify('--anchor', log)).output).toMatch(/; \d+ anchors hold\n$/);
    });

    it('prove nothing when they are gone, and that is said', async () => {
      expect(await life.verify('--anchor', `${life.anchorFile}.none`)).toEqual({
        code: 2,
        output: 'audit: The anchors in anchors.jsonl.none cannot be read.\n',
      });
    });
  });

  if (store.kind === 'file') {
    it.each(['action', 'hash'])('names the row in whose %s one bit makes a byte that is no text', async (column) => {
      const bytes = `substr(cast(${column} as blob), 1, 3) || x'E1' || substr(cast(${column} as blob), 5)`;
      await expectNamed([`update audit set ${column} = cast(${bytes} as text) where seq = 2`], ['row 2: altered']);
    });

    it('is begun by no bot whose anchor file cannot be opened: that is said, and nothing is written', async () => {
      const nowhere = `${life.anchorFile}.absent/anchors.jsonl`;
      const bot = new BotProcess({ ...life.env, AUDIT_ANCHOR_FILE: nowhere }, life.stage.bot.port);
      bot.launch();
      expect(await bot.exitCode()).toBe(1);
      expect(bot.written).toContain('The file anchors.jsonl of AUDIT_ANCHOR_FILE cannot be opened (ENOENT).');
      expect((await life.verify()).output).toContain(`head ${last} `);
    });

    it('is whole as an old backup with its head, which by the anchors lacks every row since', async () => {
      const restored = { ...life.env, DATA_DIR: life.backupDir };
      const alone = await runAudit({ ...restored, AUDIT_ANCHOR_FILE: '' }, 'verify');
      const whole = expect.stringMatching(/^\d+ rows, each as it was written/) as unknown;
      expect(alone).toEqual({ code: 0, output: whole });
      const kept = Number(/^\d+/.exec(alone.output)?.[0]);
      const gone = Array.from({ length: last - kept }, (_, index) => `row ${kept + 1 + index}: missing\n`);
      expect(gone.length).toBeGreaterThan(3);
      expect(await runAudit(restored, 'verify')).toEqual({ code: 1, output: gone.join('') });
    });
  }
});
