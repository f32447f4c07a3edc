// Why a channel is no place for alerts, said so that whoever reads it can do something about it.
import { UNSAFE_REASONS, type UnsafeReason } from '../../../src/domain/channel-safety';
import { Untrusted } from '../../../src/domain/untrusted';
import { say } from '../../../src/domain/wording/saying-words';

const every: UnsafeReason[][] = UNSAFE_REASONS.map((reason) => [reason]);

test.each(every)('a refusal says why, without a figure, and what to do instead: %s', (reason) => {
  const words = (refused: 'subscription' | 'question') => say({ code: 'channelUnsafe', refused, reasons: [reason] });
  expect(words('subscription')).toMatch(/^This channel cannot get alerts: (it|I) .+\. Nothing was changed\. Please/);
  expect(words('question')).toMatch(/^I answer no questions in this channel: (it|I) .+\. Please ask me in a chat/);
  for (const refused of ['subscription', 'question'] as const) expect(words(refused)).not.toMatch(/\d/);
});

test('several reasons are one list', () => {
  expect(
    say({ code: 'channelUnsafe', refused: 'subscription', reasons: ['guests', 'otherTenants', 'shared'] }),
  ).toContain('it has guests, it has members of another organisation and it is shared with other teams.');
});

const became = { code: 'channelBecameUnsafe', channel: Untrusted.of('Leavers'), reasons: ['guests'] } as const;

test('whoever subscribed is told which channel, why, and that nothing is lost', () => {
  expect(say({ ...became, reader: 'subscriber', then: 'refuse' })).toBe(
    'Posting alerts in the channel “Leavers” that you subscribed is paused: it has guests. New cards wait or go to the fallback channel, and cards that stand there show less. As soon as that is over, it goes on by itself.',
  );
});

test('operators are told the same of a channel whose name nobody knows', () => {
  expect(say({ ...became, channel: null, reader: 'operations', then: 'refuse' })).toMatch(
    /^Posting alerts in a channel is paused: it has guests\./,
  );
});

test('where cards only show less, it is not called a pause', () => {
  const words = say({ ...became, reader: 'operations', then: 'neutral' });
  expect(words).toMatch(/^Cards in the channel “Leavers” show no alias and no owner and have no buttons from now on/);
  expect(words).not.toMatch(/paused/);
});

test('a size alone is approved by subscribing again, and nothing else is', () => {
  const wayOut = (reasons: UnsafeReason[]) => say({ ...became, reasons, reader: 'subscriber', then: 'refuse' });
  expect(wayOut(['grown'])).toMatch(/approves its new size\.$/);
  for (const reasons of every.filter(([reason]) => reason !== 'grown')) {
    expect(wayOut([...reasons, 'grown'])).toMatch(/goes on by itself\.$/);
  }
});

test('a subscription in a channel that is not safe says what its cards leave out, and why', () => {
  const subscribed = { code: 'subscribed', severity: [], policy: null, open: 0, alreadyResolved: 0 } as const;
  expect(say({ ...subscribed, neutralFor: ['shared'] })).toBe(
    'This channel now gets all insider risk alerts. None is open now. Cards here show no alias and no owner and have no buttons, since this channel is not safe: it is shared with other teams.',
  );
});
