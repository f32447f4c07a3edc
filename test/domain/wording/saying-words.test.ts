import type { Saying } from '../../../src/domain/saying';
import { toMessageText, Untrusted } from '../../../src/domain/untrusted';
import { huntingFailureWords } from '../../../src/domain/wording/hunting-failure-words';
import { say } from '../../../src/domain/wording/saying-words';
import { at } from '../alert-builder';
import { HOSTILE } from '../hostile-texts';
import { tagsIn } from '../markdown';
import { everySaying } from './sayings';

const all = everySaying('Adele Vance').map((saying) => [saying.code, saying] as const);

test.each(all)('%s is said in whole, plain sentences', (_code, saying) => {
  const words = say(saying);
  expect(words).toMatch(/^[A-Z1]/);
  expect(words).toMatch(/[.”]$/);
  expect(words).not.toMatch(/undefined|null|NaN|\[untrusted\]|\[object|\$\{|  |inProgress/);
  expect(tagsIn(words)).toEqual([]);
});

test.each(HOSTILE.map(({ what, text }) => [what, text]))('no saying is led astray by %s', (_what, text) => {
  for (const saying of everySaying(text)) {
    expect(tagsIn(say(saying))).toEqual([]);
    expect(say(saying).length).toBeLessThan(1500);
  }
});

const REFUSALS: Saying['code'][] = [
  'noRole',
  'isSubject',
  'lookupFailed',
  'otherTenant',
  'channelUnsafe',
  'cardNoLongerValid',
  'repeatCard',
  'notInsiderRisk',
  'alertGone',
  'changeNotLegal',
  'notAsker',
  'alreadySo',
  'assigneeUnknown',
  'assigneeAmbiguous',
  'commentMissing',
  'verbUnknown',
  'notAvailableYet',
  'auditUnavailable',
  'stale',
  'changeInProgress',
  'graphThrottled',
  'graphUnavailable',
];

test.each(all.filter(([code]) => REFUSALS.includes(code)))('%s says that nothing was changed', (_code, saying) => {
  expect(say(saying)).toMatch(/Nothing was changed/);
});

test('a doubtful outcome is not called a failure, and a half one not a success', () => {
  expect(say({ code: 'outcomeUncertain' })).toMatch(/not certain/);
  expect(say({ code: 'outcomeUncertain' })).not.toMatch(/Nothing was changed/);
  expect(say({ code: 'changedButCommentFailed' })).toMatch(/was changed, but the comment was not added/);
});

test('nobody learns from a refusal that an alert is about them', () => {
  expect(say({ code: 'isSubject' })).toBe(say({ code: 'noRole', needs: ['investigator', 'analyst'] }));
  expect(huntingFailureWords({ code: 'isSubject' }, toMessageText)).toBe(say({ code: 'mayNotAsk' }));
});

test('a refused question is not told that nothing was changed, and names who may ask', () => {
  expect(say({ code: 'mayNotAsk' })).toBe(
    'Only analysts and investigators cleared for this can ask it. Nothing was looked up.',
  );
});

test('a roster that cannot be read is not called a lookup of roles', () => {
  expect(say({ code: 'rosterUnavailable' })).toMatch(/^Who reads this channel could not be checked/);
  expect(say({ code: 'rosterUnavailable' })).not.toMatch(/roles/);
});

test('a refusal names the roles that would do', () => {
  expect(say({ code: 'noRole', needs: ['admin'] })).toBe('Only admins can do this. Nothing was changed.');
  expect(say({ code: 'noRole', needs: ['analyst', 'investigator'] })).toContain('analysts and investigators');
});

test('a stale card is answered with the present state, and who changed it where that is known', () => {
  const stale = {
    code: 'stale',
    status: 'inProgress',
    owner: Untrusted.of('adele@contoso.example'),
    changedBy: Untrusted.of('Adele Vance'),
    changedAt: at('2026-11-23T06:08:00Z'),
    commentAdded: false,
  } as const;
  expect(say(stale)).toBe(
    'The alert is no longer as the card showed it: its status is In progress and its owner is adele@contoso.example. It was changed by Adele Vance at 2026-11-23 06:08 UTC. Nothing was changed by your press.',
  );
  const unknown = say({ ...stale, status: null, owner: null, changedBy: null, changedAt: null, commentAdded: true });
  expect(unknown).toBe(
    'The alert is no longer as the card showed it: its status is not given and it has no owner. Your comment was added.',
  );
});

test.each([
  [null, 'in a minute'],
  [7, 'in 7 seconds'],
  [6.2, 'in 7 seconds'],
  [0, 'in 1 second'],
  [1, 'in 1 second'],
])('a wait of %s seconds is said as “%s”', (retryAfterSeconds, words) => {
  expect(say({ code: 'graphThrottled', retryAfterSeconds })).toMatch(new RegExp(`try again ${words}\\.$`));
});

test.each([
  'help',
  'who am I',
  'open high alerts',
  'open incidents',
  'show 1042',
  'how many files went to Dropbox yesterday',
  'who copied files to USB this week',
  'resolve 1042 as false positive, not malicious',
  'comment on 1042: spoke with the manager',
  'subscribe this channel',
  'send high alerts to this channel',
  'unsubscribe',
  'list subscriptions',
])('help offers “%s”', (example) => {
  for (const place of ['channel', 'personal'] as const) expect(say({ code: 'help', place })).toContain(`“${example}”`);
});

test('help says to mention the bot in a channel alone', () => {
  expect(say({ code: 'help', place: 'channel' })).toMatch(/^Mention me/);
  expect(say({ code: 'help', place: 'personal' })).not.toMatch(/[Mm]ention me/);
});

test('help says that words alone change nothing', () => {
  expect(say({ code: 'help', place: 'personal' })).toMatch(/Nothing is changed by text alone/);
});

test('the welcome says what the bot does, what it will not show and who can subscribe', () => {
  for (const place of ['channel', 'personal'] as const) {
    const words = say({ code: 'welcome', place });
    expect(words).toMatch(/insider risk alerts/);
    expect(words).toMatch(/never shown there/);
    expect(words).toMatch(/admin/);
    expect(words).toMatch(/subscribe this channel/);
  }
});

test.each([
  [[], null, 0, 0, 'This channel now gets all insider risk alerts. None is open now.'],
  [['high'], null, 1, 0, 'This channel now gets high insider risk alerts. The one that is open now follows as a list.'],
  [
    ['high', 'medium', 'low'],
    'leaks',
    12,
    1,
    'This channel now gets high, medium and low insider risk alerts of the policy “leaks”. The 12 that are open now follow as a list. 1 alert came already resolved.',
  ],
] as const)('a subscription to %j about %s is confirmed in words', (severity, policy, open, alreadyResolved, words) => {
  const about = policy === null ? null : Untrusted.of(policy);
  expect(say({ code: 'subscribed', severity, policy: about, open, alreadyResolved })).toBe(words);
});

test('subscriptions are told for here and counted for elsewhere', () => {
  expect(say({ code: 'subscriptions', here: null, total: 1 })).toBe(
    'This conversation gets nothing. 1 channel is subscribed in all.',
  );
  expect(say({ code: 'subscriptions', here: { severity: ['low'], policy: null }, total: 0 })).toBe(
    'This conversation gets low insider risk alerts. 0 channels are subscribed in all.',
  );
});

test('an alert whose card is here is told with its state', () => {
  expect(say({ code: 'alertHere', number: 1042, status: null, owner: null })).toBe(
    'The card of alert 1042 is already here: its status is not given and it has no owner.',
  );
});
