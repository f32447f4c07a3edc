// Another pseudonym key: new aliases for everybody, at once and for good, whoever starts when and is killed where.
import { NO_DETAILS } from '../../src/domain/alert-details';
import { proofOf, readProof } from '../../src/store/pseudonym-proof';
import { HOME_TENANT, identity, knownOnlyBy, objectIdOf, SUBJECT } from '../builders/people';
import { claimAll, commitAlert, deliver } from '../contracts/decisions';
import {
  databaseKinds,
  eachGround,
  FIRST_KEY,
  type DatabaseKind,
  type StoreOverDatabase,
} from '../contracts/store-over-database';

const OTHER_KEY = 'another pseudonym key of the tests';
const OTHER = identity({ objectId: objectIdOf(2), userPrincipalName: 'lars.b@fabrikam.example', sid: null });
const PEOPLE = 300;

async function fill(store: StoreOverDatabase): Promise<void> {
  await commitAlert(store, 1, { details: { ...NO_DETAILS, people: [SUBJECT, OTHER] } });
  await deliver(store, 'ref');
  await commitAlert(store, 2, { subject: null, details: NO_DETAILS }, { postTo: ['19:other@thread.tacv2'] });
  await deliver(store, 'ref of an alert about nobody');
}

const aliasIn = async (store: StoreOverDatabase, number = 1000) =>
  (await store.alertLog.findByNumber(number))?.alias ?? '';

describe.each(databaseKinds())('another pseudonym key, $name', ({ prepare }) => {
  const ground = eachGround(prepare);

  it('gives everybody a new alias, and the old ones lead to nobody', async () => {
    const first = await ground().open();
    await fill(first);
    const before = await aliasIn(first);
    expect(first.context.aliasesRenewed).toBe(0);
    const second = await ground().open(OTHER_KEY);
    expect(second.context.aliasesRenewed).toBe(2);
    const after = await aliasIn(second);
    expect(after).not.toBe(before);
    expect(await second.peopleBook.findByAlias(before)).toBeNull();
    expect(await second.peopleBook.findByAlias(after)).toMatchObject({ objectId: SUBJECT.objectId });
    expect((await second.alertDetails.find(1000))?.people.map(({ alias }) => alias)).toContain(after);
  });

  it('redraws every card that shows an alias, once, and no other', async () => {
    await fill(await ground().open());
    const second = await ground().open(OTHER_KEY);
    expect((await claimAll(second)).map(({ kind, alertNumber }) => [kind, alertNumber])).toEqual([['update', 1000]]);
    const third = await ground().open(OTHER_KEY);
    expect(third.context.aliasesRenewed).toBe(0);
  });

  it('gives the same alias under the same key, whoever was known first by what', async () => {
    const first = await ground().open();
    await first.peopleBook.enrol([knownOnlyBy({ userPrincipalName: SUBJECT.userPrincipalName })]);
    await first.peopleBook.enrol([SUBJECT]);
    const second = await ground().open(OTHER_KEY);
    const [known] = await second.peopleBook.enrol([SUBJECT]);
    const back = await ground().open(FIRST_KEY);
    const again = await ground().open(OTHER_KEY);
    expect(back.context.aliasesRenewed).toBe(1);
    expect((await again.peopleBook.enrol([SUBJECT]))[0]?.alias).toBe(known?.alias);
  });

  it('leaves no alias of somebody who turned out to be another person', async () => {
    const first = await ground().open();
    const [byUpn] = await first.peopleBook.enrol([knownOnlyBy({ userPrincipalName: SUBJECT.userPrincipalName })]);
    const [bySid] = await first.peopleBook.enrol([knownOnlyBy({ sid: SUBJECT.sid })]);
    await first.peopleBook.enrol([SUBJECT]);
    const second = await ground().open(OTHER_KEY);
    for (const one of [byUpn, bySid]) expect(await second.peopleBook.findByAlias(one?.alias ?? '')).toBeNull();
    expect(second.context.aliasesRenewed).toBe(1);
  });

  it('gives many people an alias each, all different', async () => {
    const people = Array.from({ length: PEOPLE }, (_, seed) => knownOnlyBy({ objectId: objectIdOf(seed) }));
    const before = await (await ground().open()).peopleBook.enrol(people);
    const after = await (await ground().open(OTHER_KEY)).peopleBook.enrol(people);
    expect(new Set(after.map(({ alias }) => alias)).size).toBe(PEOPLE);
    const former = new Set(before.map(({ alias }) => alias));
    expect(after.filter(({ alias }) => former.has(alias)).length).toBeLessThan(PEOPLE / 10);
  });

  it('is a set one in the place of one the store had made, which is forgotten with it', async () => {
    const made = await ground().open(null);
    await fill(made);
    const before = await aliasIn(made);
    const given = await ground().open(OTHER_KEY);
    expect(given.context.aliasesRenewed).toBe(2);
    const without = await ground().open(null);
    expect(without.context.aliasesRenewed).toBe(2);
    expect(await aliasIn(without)).not.toBe(before);
  });

  it('forgets questions, which may hold aliases, and keeps what waits to be confirmed', async () => {
    const first = await ground().open();
    const common = { askerObjectId: objectIdOf(9), channel: 'a:1', conversationId: 'a:1', facts: '{}' };
    const until = first.clock.now + 60_000;
    await first.askedBook.keep({ ...common, ref: 'hunt', kind: 'hunting', until }, first.clock.now);
    await first.askedBook.keep({ ...common, ref: 'change', kind: 'confirm', until }, first.clock.now);
    const second = await ground().open(OTHER_KEY);
    expect(await second.askedBook.find('hunt', second.clock.now)).toBeNull();
    expect(await second.askedBook.find('change', second.clock.now)).not.toBeNull();
  });

  it('is told from the former one by a keyed value that is not the key', async () => {
    const { context } = await ground().open();
    const proof = await context.database.read((reader) => readProof(reader, context));
    expect(proof).toBe(proofOf(FIRST_KEY, HOME_TENANT));
    expect(proof).not.toContain(FIRST_KEY);
  });

  it('changes nothing at all when it is cut short', async () => {
    const first = await ground().open();
    await fill(first);
    const before = await aliasIn(first);
    const { database } = first.context;
    // Nobody can be renamed while this stands: the step in the middle fails.
    await database.change((connection) =>
      connection.updateTable('people').set({ sealed_identity: 'broken' }).execute(),
    );
    await expect(ground().open(OTHER_KEY)).rejects.toMatchObject({ detail: 'sealBroken' });
    const again = await ground().open();
    expect(again.context.aliasesRenewed).toBe(0);
    const rows = await again.context.database.read((reader) => reader.selectFrom('people').select('alias').execute());
    expect(rows.map(({ alias }) => alias)).toContain(before);
    expect(await claimAll(again)).toEqual([]);
  });
});

const describeReplicas = ({ name, prepare }: DatabaseKind) =>
  describe(`replicas of ${name}`, () => {
    const ground = eachGround(prepare);

    it('that start at one moment rename everybody once', async () => {
      await fill(await ground().open());
      const opened = await Promise.all([1, 2, 3, 4].map(() => ground().open(OTHER_KEY)));
      expect(opened.map(({ context }) => context.aliasesRenewed).sort()).toEqual([0, 0, 0, 2]);
      const aliases = new Set(await Promise.all(opened.map((store) => aliasIn(store))));
      expect(aliases.size).toBe(1);
    });

    it('that still run with the former key name nobody new under it', async () => {
      const former = await ground().open();
      await fill(former);
      await ground().open(OTHER_KEY);
      const stranger = knownOnlyBy({ objectId: objectIdOf(77) });
      await expect(former.peopleBook.enrol([stranger])).rejects.toMatchObject({ detail: 'pseudonymKeyReplaced' });
      expect(await former.peopleBook.enrol([SUBJECT])).toHaveLength(1);
    });
  });

for (const kind of databaseKinds().filter(({ name }) => name === 'PostgreSQL')) describeReplicas(kind);
