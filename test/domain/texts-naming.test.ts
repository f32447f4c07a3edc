// Whose words an erasure removes: by every form of the name, and not for a namesake's sake.
import { NO_DETAILS, type AlertDetails } from '../../src/domain/alert-details';
import { detailsName, textsNaming } from '../../src/domain/texts-naming';
import { Untrusted } from '../../src/domain/untrusted';
import { identity, knownOnlyBy, objectIdOf, SUBJECT } from '../builders/people';

const text = (words: string) => Untrusted.of(words);
const NAMESAKE = identity({
  objectId: objectIdOf(3),
  userPrincipalName: 'jo.holt@fabrikam.example',
  sid: null,
  displayName: 'Jo Holt',
  accountName: 'jo.holt',
});

it.each<[string, Partial<AlertDetails>, boolean]>([
  ['its title', { title: text('Holt, Mira copied files') }, true],
  ['its description', { description: text('mailed by MIRA.HOLT@fabrikam.example') }, true],
  ['a path', { files: [text('C:\\Users\\mira.holt\\plan.xlsx')] }, true],
  ['a site', { places: [text('https://x.example/personal/mira_holt_fabrikam_example')] }, true],
  ['a message', { messages: [text('for Mira Holt')] }, true],
  ['a device', { devices: [text('MIRA-HOLT-LAPTOP')] }, true],
  ['its evidence', { people: [knownOnlyBy({ objectId: SUBJECT.objectId })] }, true],
  ['no part of it', { title: text('Data leak'), files: [text('plan.xlsx')] }, false],
  ['a colleague’s name', { title: text('Data leak by Jo Holt'), people: [NAMESAKE] }, false],
  ['both names', { title: text('Jo Holt and Mira Holt'), people: [NAMESAKE] }, true],
])('a person is looked for in an alert’s words: %s', (_where, details, found) => {
  expect(detailsName({ ...NO_DETAILS, ...details }, SUBJECT)).toBe(found);
});

it('a text that names nobody is left', () => {
  expect(textsNaming(SUBJECT)(text('Data leak by removable media'))).toBe(false);
});
