// What every keeper of the people book promises: one person, one alias, whatever identifiers come together.
import { ALIAS_MIN_LENGTH } from '../../src/domain/pseudonym';
import { identity, knownOnlyBy, objectIdOf, SUBJECT } from '../builders/people';
import { eachTest, type StoreKind } from './store-under-test';

export function describePeopleBookContract({ name, make }: StoreKind): void {
  describe(`people book, ${name}`, () => {
    const store = eachTest(make);
    const enrol = (...people: Parameters<ReturnType<typeof store>['peopleBook']['enrol']>[0][number][]) =>
      store().peopleBook.enrol(people);

    it('gives a new person the shortest alias and finds the person by it, in any case', async () => {
      const [person] = await enrol(SUBJECT);
      expect(person?.alias).toHaveLength(ALIAS_MIN_LENGTH);
      expect(person).toEqual({ ...SUBJECT, alias: person?.alias });
      expect(await store().peopleBook.findByAlias(` ${person?.alias.toLowerCase()} `)).toEqual(person);
      expect(await store().peopleBook.findByAlias('ZZZZ')).toBeNull();
    });

    it('answers in the order of the question and knows a person again', async () => {
      const other = identity({ objectId: objectIdOf(2), userPrincipalName: 'lars.b@fabrikam.example', sid: null });
      const [first, second, again] = await enrol(SUBJECT, other, SUBJECT);
      const [later] = await enrol(other);
      expect(again).toEqual(first);
      expect(later).toEqual(second);
      expect(first?.alias).not.toBe(second?.alias);
    });

    it.each([
      ['UPN', { userPrincipalName: SUBJECT.userPrincipalName }],
      ['UPN in other letters', { userPrincipalName: SUBJECT.userPrincipalName?.toUpperCase() ?? '' }],
      ['SID', { sid: SUBJECT.sid }],
    ])('joins a person first known by %s alone, and keeps the alias', async (_what, known) => {
      const [early] = await enrol(knownOnlyBy(known));
      const [late] = await enrol(SUBJECT);
      expect(late?.alias).toBe(early?.alias);
      const [byObjectId] = await enrol(knownOnlyBy({ objectId: SUBJECT.objectId }));
      expect(byObjectId).toMatchObject({ alias: early?.alias, userPrincipalName: SUBJECT.userPrincipalName });
    });

    it('makes one of two persons that turn out to be one; both aliases lead to them', async () => {
      const [byUpn] = await enrol(knownOnlyBy({ userPrincipalName: SUBJECT.userPrincipalName }));
      const [bySid] = await enrol(knownOnlyBy({ sid: SUBJECT.sid }));
      const [joined] = await enrol(SUBJECT);
      const aliases = [byUpn?.alias, bySid?.alias];
      expect(aliases).toContain(joined?.alias);
      for (const alias of aliases) expect(await store().peopleBook.findByAlias(alias ?? '')).toEqual(joined);
    });

    it('never takes two object ids for one person, even when they share a UPN', async () => {
      const [leaver] = await enrol(SUBJECT);
      const successor = identity({ objectId: objectIdOf(9), sid: null });
      const [next] = await enrol(successor);
      const [byUpn] = await enrol(knownOnlyBy({ userPrincipalName: SUBJECT.userPrincipalName }));
      expect(next?.alias).not.toBe(leaver?.alias);
      expect(byUpn?.alias).toBe(next?.alias);
      expect((await store().peopleBook.findByAlias(leaver?.alias ?? ''))?.objectId).toBe(SUBJECT.objectId);
    });

    it('remembers what it knew of a person when less is said later', async () => {
      await enrol(SUBJECT);
      const [person] = await enrol(knownOnlyBy({ objectId: SUBJECT.objectId?.toUpperCase() ?? null }));
      expect(person).toMatchObject(SUBJECT);
    });

    it('refuses an identity that identifies nobody', async () => {
      await expect(enrol(knownOnlyBy({ displayName: 'Mira Holt' }))).rejects.toThrow(RangeError);
    });

    it('gives many people an alias each, all different', async () => {
      const people = Array.from({ length: 300 }, (_, seed) => knownOnlyBy({ objectId: objectIdOf(seed) }));
      const enrolled = await enrol(...people);
      expect(new Set(enrolled.map((person) => person.alias)).size).toBe(300);
    });

    it('gives one alias when two ask for the same new person at one moment', async () => {
      const [[one], [two]] = await Promise.all([enrol(SUBJECT), enrol(SUBJECT)]);
      expect(one?.alias).toBe(two?.alias);
    });
  });
}
