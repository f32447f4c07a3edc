// What an alert says in words and whom it names, out of Graph's JSON of any shape.
import fc from 'fast-check';
import { NAMES_KEPT, PEOPLE_KEPT } from '../../src/domain/alert-details';
import { toSealedColumn, type Untrusted } from '../../src/domain/untrusted';
import { detailsFromGraph, MAX_DESCRIPTION, MAX_EVIDENCE_NAME } from '../../src/graph/details-from-graph';
import { peopleInEvidence } from '../../src/graph/people-from-graph';

const of = (kind: string, fields: object = {}) => ({ '@odata.type': `#microsoft.graph.security.${kind}`, ...fields });
const user = (userPrincipalName: string, more: object = {}) =>
  of('userEvidence', { userAccount: { userPrincipalName, ...more } });
const texts = (list: readonly Untrusted[]) => list.map(toSealedColumn);
const detailsOf = (evidence: Record<string, unknown>[], wire = {}) => detailsFromGraph(wire, evidence, null);

describe('names in evidence', () => {
  test.each([
    ['a path and a name', { filePath: 'C:\\Users\\mira', fileName: 'plan.xlsx' }, 'C:\\Users\\mira\\plan.xlsx'],
    ['a path that ends in a separator', { filePath: 'C:\\Users\\', fileName: 'plan.xlsx' }, 'C:\\Users\\plan.xlsx'],
    [
      'a path that holds the name already',
      { filePath: '/home/m/plan.xlsx', fileName: 'plan.xlsx' },
      '/home/m/plan.xlsx',
    ],
    ['a name alone', { fileName: 'plan.xlsx' }, 'plan.xlsx'],
    ['a path alone', { filePath: '/srv/share' }, '/srv/share'],
  ])('a file by %s', (_what, fileDetails, expected) => {
    expect(texts(detailsOf([of('fileEvidence', { fileDetails })]).files)).toEqual([expected]);
  });

  it('devices, places and messages by what they are called, each once', () => {
    const details = detailsOf([
      of('deviceEvidence', { deviceDnsName: 'mira-laptop.fabrikam.example', hostName: 'mira-laptop' }),
      of('deviceEvidence', { hostName: 'kiosk-3' }),
      of('urlEvidence', { url: 'https://files.example/mira' }),
      of('urlEvidence', { url: 'https://files.example/mira' }),
      of('cloudApplicationEvidence', { displayName: 'Dropbox' }),
      of('analyzedMessageEvidence', { subject: 'Offer for Mira' }),
      of('teamsMessageEvidence', { subject: 'Plans' }),
    ]);
    expect(texts(details.devices)).toEqual(['mira-laptop.fabrikam.example', 'kiosk-3']);
    expect(texts(details.places)).toEqual(['https://files.example/mira', 'Dropbox']);
    expect(texts(details.messages)).toEqual(['Offer for Mira', 'Plans']);
  });

  it('are cut in number and length', () => {
    const files = Array.from({ length: NAMES_KEPT + 5 }, (_, index) =>
      of('fileEvidence', { fileDetails: { fileName: `${index}${'x'.repeat(2 * MAX_EVIDENCE_NAME)}` } }),
    );
    const details = detailsOf(files, { description: 'd'.repeat(2 * MAX_DESCRIPTION) });
    expect(details.files).toHaveLength(NAMES_KEPT);
    expect(Math.max(...texts(details.files).map((name) => name.length))).toBe(MAX_EVIDENCE_NAME);
    expect(details.description && toSealedColumn(details.description)).toHaveLength(MAX_DESCRIPTION);
  });
});

describe('people', () => {
  const upns = (evidence: Record<string, unknown>[]) =>
    peopleInEvidence(evidence).map((person) => person.userPrincipalName ?? person.accountName);

  it('are users, mailboxes, senders, recipients and whoever was logged on', () => {
    expect(
      upns([
        of('deviceEvidence', { loggedOnUsers: [{ accountName: 'svc-scan' }, { accountName: 'mira' }] }),
        user('mira@fabrikam.example'),
        of('mailboxEvidence', { primaryAddress: 'box@fabrikam.example', upn: 'lars@fabrikam.example' }),
        of('analyzedMessageEvidence', {
          p1Sender: { emailAddress: 'from@fabrikam.example' },
          p2Sender: null,
          recipientEmailAddress: 'rival@example.org',
        }),
        of('teamsMessageEvidence', { senderFromAddress: 'chat@fabrikam.example', recipients: ['a@x.example', 7] }),
      ]),
    ).toEqual([
      'mira@fabrikam.example',
      'lars@fabrikam.example',
      'box@fabrikam.example',
      'from@fabrikam.example',
      'rival@example.org',
      'chat@fabrikam.example',
      'a@x.example',
      'svc-scan',
    ]);
  });

  it('stand once each, the subject first, at most PEOPLE_KEPT', () => {
    const subject = {
      objectId: null,
      userPrincipalName: 'z@x.example',
      sid: null,
      displayName: null,
      accountName: null,
    };
    const many = Array.from({ length: PEOPLE_KEPT + 20 }, (_, index) => user(`u${index}@x.example`));
    const { people } = detailsFromGraph(
      {},
      [user('a@x.example'), user('A@x.example'), user('Z@X.example'), ...many],
      subject,
    );
    expect(people).toHaveLength(PEOPLE_KEPT);
    expect(people.slice(0, 3).map((person) => person.userPrincipalName)).toEqual([
      'z@x.example',
      'a@x.example',
      'u0@x.example',
    ]);
  });
});

it('JSON of any shape gives details of the right shape, and never throws', () => {
  const kinds = [
    'fileEvidence',
    'deviceEvidence',
    'mailboxEvidence',
    'analyzedMessageEvidence',
    'teamsMessageEvidence',
    'userEvidence',
  ];
  const keys = [
    'fileDetails',
    'fileName',
    'hostName',
    'userAccount',
    'p1Sender',
    'recipients',
    'loggedOnUsers',
    'subject',
  ];
  const element = fc.tuple(fc.constantFrom(...kinds), fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()));
  fc.assert(
    fc.property(fc.array(element), fc.jsonValue(), fc.jsonValue(), (elements, title, description) => {
      const evidence = elements.map(([kind, fields]) => of(kind, fields));
      const details = detailsFromGraph({ title, description }, evidence, null);
      for (const kind of ['files', 'devices', 'places', 'messages', 'people'] as const)
        expect(Array.isArray(details[kind])).toBe(true);
      expect(details.title === null || typeof toSealedColumn(details.title) === 'string').toBe(true);
    }),
  );
});
