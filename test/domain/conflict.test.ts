// Who is in conflict of interest with an alert, and how the audit says so.
import fc from 'fast-check';
import { conflictBetween, CONFLICTS, isConflict, withConflict, type Conflict } from '../../src/domain/conflict';
import type { PersonIdentity } from '../../src/domain/person';
import { ANALYST, INVESTIGATOR, knownOnlyBy, SUBJECT } from '../builders/people';

const OTHERS = [INVESTIGATOR];

test.each<[string, readonly PersonIdentity[] | null, readonly PersonIdentity[] | null, Conflict]>([
  ['reports to them', [INVESTIGATOR, SUBJECT], [], 'manager'],
  ['reports to them, by UPN alone', [knownOnlyBy({ userPrincipalName: SUBJECT.userPrincipalName })], [], 'manager'],
  ['reports to them, by SID alone', [knownOnlyBy({ sid: SUBJECT.sid })], [], 'manager'],
  ['reports to them, the other direction unknown', [SUBJECT], null, 'manager'],
  ['is their manager', OTHERS, [ANALYST], 'directReport'],
  ['is their manager, the other direction unknown', null, [ANALYST], 'directReport'],
  ['has nothing to do with them', OTHERS, OTHERS, 'none'],
  ['leads nobody, nor do they', [], [], 'none'],
  ['is unknown to the directory in one direction', [], null, 'unknown'],
  ['is unknown to the directory in the other', null, [], 'unknown'],
  ['cannot be asked about', null, null, 'unknown'],
])('the subject %s', (_what, ofActor, ofSubject, conflict) => {
  expect(conflictBetween(ANALYST, SUBJECT, { ofActor, ofSubject })).toBe(conflict);
});

test('a display name alone makes nobody a report', () => {
  const namesake = knownOnlyBy({ displayName: SUBJECT.displayName });
  expect(conflictBetween(ANALYST, SUBJECT, { ofActor: [namesake], ofSubject: [] })).toBe('none');
});

test('nobody is in conflict with an alert about nobody', () => {
  expect(conflictBetween(ANALYST, null, { ofActor: null, ofSubject: null })).toBe('none');
});

test('people are told of a conflict that is known, and of no other', () => {
  expect(CONFLICTS.filter(isConflict)).toEqual(['manager', 'directReport']);
});

test('the audit’s reason keeps its word and says the conflict beside it', () => {
  expect(withConflict(null, 'none')).toBeNull();
  expect(withConflict('commentFailed', 'none')).toBe('commentFailed');
  expect(withConflict(null, 'manager')).toBe('conflict: manager');
  expect(withConflict('commentFailed', 'directReport')).toBe('commentFailed; conflict: directReport');
  fc.assert(
    fc.property(fc.constantFrom('unconfirmed', 'timedOut'), fc.constantFrom(...CONFLICTS), (word, conflict) => {
      const reason = withConflict(word, conflict) ?? '';
      expect(reason.split('; ')[0]).toBe(word);
      expect(reason.includes(`conflict: ${conflict}`)).toBe(conflict !== 'none');
    }),
  );
});
