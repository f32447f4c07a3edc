import { evidenceElements, evidenceFromGraph, MAX_EVIDENCE_ELEMENTS } from '../../src/graph/evidence-from-graph';

const NONE = { files: 0, labels: 0, destinations: 0, devices: 0, others: 0 };
const SUBJECT = { objectId: null, userPrincipalName: 'a@x', sid: null, displayName: null, accountName: null };

const of = (kind: string, fields: object = {}) => ({ '@odata.type': `#microsoft.graph.security.${kind}`, ...fields });
const file = (fileDetails: unknown, tags: unknown = []) => of('fileEvidence', { fileDetails, tags });

describe('counts', () => {
  test.each([
    [
      'files by their digest in any case',
      [file({ sha256: 'AB', fileName: 'x' }), file({ sha256: 'ab' })],
      { files: 1 },
    ],
    [
      'files by path and name',
      [file({ filePath: 'C:', fileName: 'x' }), file({ filePath: 'C:', fileName: 'X' })],
      { files: 1 },
    ],
    [
      'one name in two places twice',
      [file({ filePath: 'C:', fileName: 'x' }), file({ filePath: 'D:', fileName: 'x' })],
      { files: 2 },
    ],
    ['files without any name each', [file(null), file({}), file('x')], { files: 3 }],
    [
      'labels once in any case',
      [file({ sha256: '1' }, ['A', 'b']), file({ sha256: '2' }, ['a', '', null])],
      { files: 2, labels: 2 },
    ],
    ['no labels of other things', [of('deviceEvidence', { hostName: 'h', tags: ['A'] })], { devices: 1 }],
    [
      'apps by id',
      [of('cloudApplicationEvidence', { appId: 1, displayName: 'A' }), of('cloudApplicationEvidence', { appId: 1 })],
      { destinations: 1 },
    ],
    [
      'apps by name',
      [of('cloudApplicationEvidence', { displayName: 'A' }), of('cloudApplicationEvidence', { displayName: 'a' })],
      { destinations: 1 },
    ],
    [
      'addresses by host',
      [of('urlEvidence', { url: 'https://a.x/1' }), of('urlEvidence', { url: 'https://A.x/2' })],
      { destinations: 1 },
    ],
    ['an address that is none as itself', [of('urlEvidence', { url: 'not an address' })], { destinations: 1 }],
    [
      'devices once',
      [of('deviceEvidence', { mdeDeviceId: 'd' }), of('deviceEvidence', { mdeDeviceId: 'D', hostName: 'h' })],
      { devices: 1 },
    ],
    ['anything else as another thing', [of('ipEvidence'), of('ipEvidence'), of('brandNewEvidence'), {}], { others: 4 }],
    ['no people', [of('userEvidence'), of('userEvidence')], {}],
    ['not the mailbox of the subject', [of('mailboxEvidence', { userAccount: { userPrincipalName: 'A@x' } })], {}],
    ['the mailbox of somebody else', [of('mailboxEvidence', { upn: 'b@x' })], { others: 1 }],
  ])('%s', (_what, evidence, expected) => {
    expect(evidenceFromGraph(evidence, SUBJECT)).toEqual({ ...NONE, ...expected });
  });

  test('a mailbox counts where the subject is not known', () => {
    expect(evidenceFromGraph([of('mailboxEvidence', { upn: 'a@x' })], null).others).toBe(1);
  });
});

describe('a list', () => {
  test('is told from no list', () => {
    expect(evidenceElements([])).toEqual([]);
    for (const value of [undefined, null, {}, 'x', 0]) expect(evidenceElements(value)).toBeNull();
  });

  test('loses what is no element', () => {
    expect(evidenceElements([null, 'x', [], {}])).toHaveLength(1);
  });

  test('is looked at up to its limit', () => {
    expect(evidenceElements(Array(MAX_EVIDENCE_ELEMENTS + 5).fill({}))).toHaveLength(MAX_EVIDENCE_ELEMENTS);
  });
});
