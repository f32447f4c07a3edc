// Everybody whom an alert's evidence names, wherever the name stands; nothing else is taken for a name.
import fc from 'fast-check';
import { toGraphValue } from '../../src/domain/untrusted';
import { alertFromGraph } from '../../src/graph/alert-from-graph';
import { MAX_NAMES } from '../../src/graph/names-in-evidence';

const of = (kind: string, more: object) => ({ '@odata.type': `#microsoft.graph.security.${kind}`, ...more });
const namesOf = (evidence: unknown) =>
  alertFromGraph({ id: 'a-1', evidence }, 'a tenant')?.namesOfPeople.map(toGraphValue) ?? null;

test.each<[string, object, string[]]>([
  [
    'a user',
    of('userEvidence', {
      userAccount: { displayName: 'Mira Holt', userPrincipalName: 'mira@x.example', accountName: 'mh' },
    }),
    ['Mira Holt', 'mira@x.example', 'mh'],
  ],
  [
    'a user by name alone',
    of('userEvidence', { userAccount: { displayName: 'Mira Holt', userSid: '' } }),
    ['Mira Holt'],
  ],
  [
    'a mailbox',
    of('mailboxEvidence', { primaryAddress: 'a@x.example', upn: 'b@x.example', displayName: 'Ada' }),
    ['a@x.example', 'b@x.example', 'Ada'],
  ],
  [
    'a device',
    of('deviceEvidence', { deviceDnsName: 'lt-1', loggedOnUsers: [{ accountName: 'mholt' }, null] }),
    ['mholt'],
  ],
  [
    'a message',
    of('analyzedMessageEvidence', {
      subject: 'Plans',
      p1Sender: { emailAddress: 's@x.example', displayName: 'Sol' },
      recipientEmailAddress: 'r@y.example',
    }),
    ['Sol', 's@x.example', 'r@y.example'],
  ],
  ['an application', of('cloudApplicationEvidence', { displayName: 'Dropbox' }), []],
  ['a file', of('fileEvidence', { fileDetails: { fileName: 'plans.xlsx' } }), []],
])('%s', (_what, evidence, names) => expect(namesOf([evidence])).toEqual(names));

test('each is there once, and a list without end is cut', () => {
  const user = (name: string) => of('userEvidence', { userAccount: { displayName: name } });
  expect(namesOf([user('Mira'), user('Mira')])).toEqual(['Mira']);
  expect(namesOf(Array.from({ length: MAX_NAMES + 5 }, (_, index) => user(`Person ${index}`)))).toHaveLength(500);
});

test('evidence of any form gives texts, and none without a list', () => {
  expect(namesOf(undefined)).toEqual([]);
  fc.assert(fc.property(fc.array(fc.object()), (evidence) => Array.isArray(namesOf(evidence))));
});
