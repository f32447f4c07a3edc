import { erasedPerson, identifiersOf, isErased, isSamePerson, type PersonIdentity } from '../../src/domain/person';

const NOBODY: PersonIdentity = {
  objectId: null,
  userPrincipalName: null,
  sid: null,
  displayName: null,
  accountName: null,
};
const person = (over: Partial<PersonIdentity>): PersonIdentity => ({ ...NOBODY, ...over });

test('identifiers are folded and come strongest first', () => {
  const all = person({ objectId: 'ABC', userPrincipalName: ' Adele@Contoso.example ', sid: 'S-1-5-21-1' });
  expect(identifiersOf(all)).toEqual(['oid:abc', 'upn:adele@contoso.example', 'sid:s-1-5-21-1']);
});

test('an identifier that is blank identifies nobody', () => {
  expect(identifiersOf(person({ objectId: '', userPrincipalName: '  ' }))).toEqual([]);
  expect(isSamePerson(person({ userPrincipalName: '' }), person({ userPrincipalName: '' }))).toBe(false);
});

test.each<[string, Partial<PersonIdentity>, Partial<PersonIdentity>, boolean]>([
  ['one object id in other case', { objectId: 'ABC' }, { objectId: 'abc' }, true],
  ['one address in other case', { userPrincipalName: 'A@x.example' }, { userPrincipalName: 'a@X.example' }, true],
  [
    'one address composed and decomposed',
    { userPrincipalName: 'jos\u00e9@x' },
    { userPrincipalName: 'jose\u0301@x' },
    true,
  ],
  [
    'one SID beside different addresses',
    { sid: 'S-1', userPrincipalName: 'a@x' },
    { sid: 's-1', userPrincipalName: 'b@x' },
    true,
  ],
  ['an address that equals a SID', { userPrincipalName: 'S-1' }, { sid: 'S-1' }, false],
  ['one display name alone', { displayName: 'Adele' }, { displayName: 'Adele' }, false],
  ['one account name alone', { accountName: 'adele' }, { accountName: 'adele' }, false],
  ['different object ids', { objectId: 'a' }, { objectId: 'b' }, false],
])('%s', (_what, a, b, expected) => {
  expect(isSamePerson(person(a), person(b))).toBe(expected);
  expect(isSamePerson(person(b), person(a))).toBe(expected);
});

test('somebody who was erased is known again by the keyed tombstone alone, from either side', () => {
  const erased = erasedPerson((identifiers) => identifiers.includes('oid:abc'));
  expect(isErased(erased)).toBe(true);
  expect(isErased(person({ objectId: 'abc' }))).toBe(false);
  expect(identifiersOf(erased)).toEqual([]);
  for (const [objectId, expected] of [
    ['ABC', true],
    ['abd', false],
  ] as const) {
    expect(isSamePerson(erased, person({ objectId }))).toBe(expected);
    expect(isSamePerson(person({ objectId }), erased)).toBe(expected);
  }
  expect(isSamePerson(erased, erased)).toBe(false);
});
