import fc from 'fast-check';
import { aboutNoneOf, audienceOf } from '../../src/domain/audience';
import { isSamePerson, type PersonIdentity } from '../../src/domain/person';
import { storedAlert, SUBJECT } from './alert-builder';

const oneOf = (...values: readonly string[]) => fc.constantFrom(null, ...values);
const people: fc.Arbitrary<PersonIdentity> = fc.record({
  objectId: oneOf('0a', '0B', '0c'),
  userPrincipalName: oneOf('a@x.example', 'B@x.example', ' b@x.example'),
  sid: oneOf('S-1', 's-2'),
  displayName: oneOf('Same Name'),
  accountName: oneOf('same'),
});

test('exactly the alerts remain that are about no reader', () => {
  const alerts = fc.array(fc.option(people).map((subject) => storedAlert({ subject })));
  fc.assert(
    fc.property(alerts, fc.array(people), (all, readers) => {
      const naive = all.filter(({ subject }) => !readers.some((reader) => subject && isSamePerson(reader, subject)));
      expect(aboutNoneOf(audienceOf(readers), all)).toEqual(naive);
    }),
  );
});

test('two people of one name are two people', () => {
  const namesake = { ...SUBJECT, objectId: 'ff', userPrincipalName: 'zelda2@contoso.example', sid: null };
  expect(aboutNoneOf(audienceOf([namesake]), [storedAlert()])).toHaveLength(1);
});
