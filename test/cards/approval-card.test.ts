// What a card that asks a second person says: what is wanted and by whom, and never why, but to whoever approves.
import { drawApprovalCard, drawApprovalLook, drawSettledApproval } from '../../src/cards/approval-card';
import { REASON_INPUT_MAX } from '../../src/cards/text-form';
import { approvalView } from '../../src/domain/disclose-approval';
import { Untrusted } from '../../src/domain/untrusted';
import { at, storedAlert } from '../domain/alert-builder';

const REVEAL = approvalView(storedAlert(), { action: 'reveal' });
const DISMISS = approvalView(storedAlert(), {
  action: 'change',
  change: { kind: 'resolve', classification: 'falsePositive', determination: 'notMalicious' },
});
const NOOR = Untrusted.of('Noor Adeyemi');
const OPTIONS = { cardRef: 'ref-1', requester: NOOR, until: at('2026-03-11T10:42:00Z') };
const words = (card: unknown) => JSON.stringify(card);

test('names are asked for in one sentence, with two buttons that hold the reference alone', () => {
  const card = drawApprovalCard(REVEAL, OPTIONS);
  expect(words(card)).toContain(
    'A second investigator is asked to approve showing the names in alert 1042 to Noor Adeyemi.',
  );
  expect(words(card)).toContain('Open until 10:42 UTC.');
  expect(card.actions).toMatchObject([
    { title: 'Approve', verb: 'alert.approve' },
    { title: 'Decline', verb: 'alert.decline' },
  ]);
  expect(card.actions?.map(({ data }) => data)).toEqual([{ cardRef: 'ref-1' }, { cardRef: 'ref-1' }]);
});

test('a dismissal is asked for with its verdict and what Purview makes of it', () => {
  expect(words(drawApprovalCard(DISMISS, OPTIONS))).toContain(
    'A second person who may do so is asked to approve that Noor Adeyemi resolves alert 1042 as False positive · Not malicious (in Purview: Dismissed).',
  );
});

test('whoever approves reads the reason whole, and approves that state of the alert', () => {
  const long = 'x'.repeat(REASON_INPUT_MAX);
  const card = drawApprovalLook(REVEAL, OPTIONS, Untrusted.of(long));
  expect(words(card)).toContain(`“${long}”`);
  expect(card.actions?.[0]).toMatchObject({ data: { cardRef: 'ref-1', version: REVEAL.alert.version } });
  expect(words(drawApprovalLook(DISMISS, OPTIONS, null))).not.toContain('Reason given');
});

test.each([
  [
    { is: 'approved', who: NOOR, at: OPTIONS.until, until: at('2026-03-11T10:57:00Z') },
    'Approved by Noor Adeyemi at 10:42 UTC.',
  ],
  [{ is: 'declined', who: null, at: OPTIONS.until }, 'Declined at 10:42 UTC.'],
  [{ is: 'expired', at: OPTIONS.until }, 'Nobody approved in time. Nothing was done.'],
  [{ is: 'stale' }, 'The alert has changed since this was asked for. Nothing was done.'],
] as const)('settled, it says how and has no button: %j', (outcome, sentence) => {
  const card = drawSettledApproval(REVEAL, outcome, null);
  expect(words(card)).toContain(sentence);
  expect(card.actions ?? []).toEqual([]);
});
