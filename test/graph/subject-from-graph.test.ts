import { personFromAccount, subjectFromGraph } from '../../src/graph/subject-from-graph';

const kind = (name: string) => ({ '@odata.type': `#microsoft.graph.security.${name}` });
const user = (upn: string, ...roles: string[]) => ({
  ...kind('userEvidence'),
  roles,
  userAccount: { userPrincipalName: upn },
});
const mailbox = (fields: object) => ({ ...kind('mailboxEvidence'), ...fields });

const upnOf = (evidence: object[]) => subjectFromGraph(evidence.map((element) => ({ ...element })))?.userPrincipalName;

describe('the subject', () => {
  test.each([
    ['the first policy violator', [user('a@x'), user('b@x', 'policyViolator'), user('c@x', 'policyViolator')], 'b@x'],
    ['the first compromised user', [user('a@x', 'contextual'), user('b@x', 'Compromised')], 'b@x'],
    ['the first user where no role tells', [kind('deviceEvidence'), user('a@x', 'contextual'), user('b@x')], 'a@x'],
    ['the owner of the mailbox without any user', [mailbox({ userAccount: { userPrincipalName: 'm@x' } })], 'm@x'],
    ['the name of the mailbox where it has no account', [mailbox({ upn: 'm@x', userAccount: null })], 'm@x'],
  ])('is %s', (_what, evidence, expected) => {
    expect(upnOf(evidence)).toBe(expected);
  });

  test.each([
    ['no evidence', []],
    ['evidence of other kinds', [kind('deviceEvidence'), { userAccount: { userPrincipalName: 'a@x' } }]],
    ['a mailbox nobody owns', [mailbox({ primaryAddress: 'shared@x' })]],
    [
      'a user without any identifier',
      [{ ...kind('userEvidence'), userAccount: { displayName: 'A B', accountName: 'ab' } }],
    ],
    ['a user without an account', [{ ...kind('userEvidence'), userAccount: null }]],
  ])('is nobody for %s', (_what, evidence) => {
    expect(upnOf(evidence)).toBeUndefined();
  });

  test('is nobody rather than a bystander when the policy violator carries no identifier', () => {
    const violator = { ...kind('userEvidence'), roles: ['policyViolator'], userAccount: { displayName: 'A B' } };
    expect(upnOf([user('bystander@x'), violator])).toBeUndefined();
  });

  test.each([undefined, null, 'policyViolator', {}])('roles %j are no roles', (roles) => {
    expect(upnOf([user('a@x'), { ...user('b@x'), roles }])).toBe('a@x');
  });
});

describe('an account', () => {
  test('has empty texts as nothing, and its object id in lower case', () => {
    const account = {
      azureAdUserId: '5E7A90C4-3D12-4B8F-A6E9-1C04F7D85B23',
      userPrincipalName: ' ',
      userSid: '',
      displayName: '',
      accountName: 'j',
    };
    expect(personFromAccount(account)).toEqual({
      objectId: '5e7a90c4-3d12-4b8f-a6e9-1c04f7d85b23',
      userPrincipalName: null,
      sid: null,
      displayName: null,
      accountName: 'j',
    });
  });

  test.each([
    ['azureAdUserId', 'not a guid'],
    ['azureAdUserId', 7],
    ['userSid', 'S-1-x'],
    ['userSid', "S-1-5' or 1 eq 1"],
    ['userPrincipalName', 'x'.repeat(400)],
  ])('%s %j identifies nobody', (property, value) => {
    expect(personFromAccount({ [property]: value })).toBeNull();
  });

  test('is known by the object id that a security identifier of the cloud spells', () => {
    const person = personFromAccount({ userSid: 's-1-12-1-1943430372-1249052806-2496021943-3034400218' });
    expect(person?.objectId).toBe('73d664e4-0886-4a73-b745-c694da45ddb4');
  });
});
