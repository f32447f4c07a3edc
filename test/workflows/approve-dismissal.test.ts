// Dismissing a grave alert under the four-eyes rule: exactly what a second person approved, once, by whoever asked.
import { APPROVAL_VALID_MS } from '../../src/domain/four-eyes';
import type { Severity } from '../../src/domain/alert';
import { BotError } from '../../src/domain/errors';
import { ANALYST, INVESTIGATOR, SECOND_ANALYST } from '../builders/people';
import { changed } from '../builders/alert';
import { IN_PERSONAL_CHAT } from '../builders/click';
import { became, createApprovalRig, DISMISSAL, posted, pressedBy } from './approval-rig';
import { said } from './click-rig';
import { by, createConfirmRig, outcomeOf } from './confirm-rig';
import { see, storedNow } from './workflow-rig';

const RESOLVE = 'alert.resolve';
const as = (classification: string, determination: string) => ({
  inputs: { ...DISMISSAL.inputs, classification, determination },
});

describe('an alert', () => {
  it.each<[Severity | null, string, string, boolean]>([
    ['high', 'falsePositive', 'notMalicious', true],
    [null, 'falsePositive', 'notMalicious', true],
    ['high', 'informationalExpectedActivity', 'confirmedActivity', true],
    ['high', 'truePositive', 'maliciousUserActivity', false],
    ['medium', 'falsePositive', 'notMalicious', false],
  ])('of severity %s resolved as %s, %s: needs a second person: %s', async (severity, verdict, why, needed) => {
    const { press, writes } = await createApprovalRig({ severity });
    const answer = await press(ANALYST, RESOLVE, as(verdict, why));
    expect([said(answer) === 'approvalAsked', writes()]).toEqual([needed, needed ? 0 : 2]);
  });

  it('whose severity rose unseen is judged as Graph has it', async () => {
    const { rig, press, alert, stored } = await createApprovalRig({ severity: 'medium' });
    const risen = changed(alert, { severity: 'high' });
    rig.alertSource.put(risen);
    expect(said(await press(ANALYST, RESOLVE, { ...DISMISSAL, version: stored.version }))).toBe('stale');
    const { version } = await storedNow(rig, alert.id);
    expect(said(await press(ANALYST, RESOLVE, { ...DISMISSAL, version }))).toBe('approvalAsked');
  });
});

describe('approved', () => {
  it('it is made by the same press again, and the comment in Graph names both', async () => {
    const { rig, ask, approve, press, audit, writes } = await createApprovalRig();
    const card = await ask(ANALYST, RESOLVE);
    expect(became(await approve(card))).toBe('approved');
    expect(writes()).toBe(0);
    expect(said(await press(ANALYST, RESOLVE, DISMISSAL))).toBe('card');
    expect(rig.alertEditor.edits).toMatchObject([{ patch: { classification: 'falsePositive' } }]);
    const [comment] = rig.alertEditor.comments;
    expect(comment?.text).toMatch(
      /^\[ilse\.brandt@fabrikam\.example\] .* Approved by tomas\.vale@fabrikam\.example\. \(ref .*\)$/,
    );
    expect(audit()).toEqual(['alert.approve applied -', 'alert.resolve intended -', 'alert.resolve applied -']);
  });

  it('by another analyst, who may do it themselves, it is made too', async () => {
    const { rig, ask, approve, press, writes } = await createApprovalRig();
    rig.analystDirectory.setRoles(SECOND_ANALYST, ['analyst']);
    await approve(await ask(ANALYST, RESOLVE));
    await press(ANALYST, RESOLVE, DISMISSAL);
    expect(writes()).toBe(2);
  });

  it.each([
    ['another verdict', ANALYST, as('informationalExpectedActivity', 'confirmedActivity')],
    ['another determination', ANALYST, as('falsePositive', 'other')],
    ['another person', INVESTIGATOR, DISMISSAL],
  ])('%s needs an approval of its own', async (_what, person, inputs) => {
    const { ask, approve, press, writes } = await createApprovalRig();
    await approve(await ask(ANALYST, RESOLVE));
    expect([said(await press(person, RESOLVE, inputs)), writes()]).toEqual(['approvalAsked', 0]);
  });

  it('another state of the alert needs an approval of its own', async () => {
    const { rig, ask, approve, press, alert, writes } = await createApprovalRig();
    await approve(await ask(ANALYST, RESOLVE));
    const { version } = await see(rig, changed(alert, { status: 'inProgress' }));
    expect([said(await press(ANALYST, RESOLVE, { ...DISMISSAL, version })), writes()]).toEqual(['approvalAsked', 0]);
  });

  it('it is made within fifteen minutes or asked for anew', async () => {
    const { rig, ask, approve, press, writes } = await createApprovalRig();
    await approve(await ask(ANALYST, RESOLVE));
    rig.clock.jumpTo(rig.clock.now() + APPROVAL_VALID_MS);
    expect([said(await press(ANALYST, RESOLVE, DISMISSAL)), writes()]).toEqual(['approvalAsked', 0]);
  });

  it('it is tried once: what Graph did not take needs another approval', async () => {
    const { rig, ask, approve, press } = await createApprovalRig();
    await approve(await ask(ANALYST, RESOLVE));
    rig.alertEditor.editFault = new BotError('throttled', { from: 'graph' });
    expect(said(await press(ANALYST, RESOLVE, DISMISSAL))).toBe('graphThrottled');
    rig.alertEditor.editFault = null;
    expect(said(await press(ANALYST, RESOLVE, DISMISSAL))).toBe('approvalAsked');
  });
});

it('a request about an alert that has changed since is over, for everybody', async () => {
  const { rig, ask, second, alert } = await createApprovalRig();
  const card = await ask(ANALYST, RESOLVE);
  await see(rig, changed(alert, { status: 'inProgress' }));
  const answer = await second(card, 'alert.approve', SECOND_ANALYST, { version: card.view.alert.version });
  expect([became(answer), answer.show === 'answer' && answer.forEveryone]).toEqual(['stale', true]);
});

it('asked for in words it waits as well, and is made by the same press on the card to confirm', async () => {
  const { rig, propose, confirm, handle, click, writes } = await createConfirmRig({ severity: 'high' });
  rig.fourEyes = ['dismissHigh'];
  const { classification, determination } = { classification: 'falsePositive', determination: 'notMalicious' } as const;
  const card = await propose({ change: 'resolve', classification, determination });
  const asked = await confirm(card);
  expect([outcomeOf(asked), writes()]).toEqual(['approvalAsked', 0]);
  const { cardRef, view } = await posted(asked, null);
  expect(outcomeOf(await confirm(card))).toBe('approvalPending');
  const more = { cardRef, version: view.alert.version, ...pressedBy(SECOND_ANALYST) };
  expect(became(await handle(click(card, 'alert.approve', more)))).toBe('approved');
  expect(outcomeOf(await confirm(card, by(INVESTIGATOR)))).toBe('notAsker');
  expect([outcomeOf(await confirm(card)), writes()]).toEqual(['done', 2]);
});

it('asked for in words in personal chat it is refused: nobody else could approve there', async () => {
  const { rig, propose, confirm, writes } = await createConfirmRig({ severity: 'high' });
  rig.fourEyes = ['dismissHigh'];
  const verdict = { classification: 'falsePositive', determination: 'notMalicious' } as const;
  const card = await propose({ change: 'resolve', ...verdict }, { place: IN_PERSONAL_CHAT });
  expect([outcomeOf(await confirm(card, { place: IN_PERSONAL_CHAT })), writes()]).toEqual(['approvalElsewhere', 0]);
});

it('off, one analyst dismisses as ever', async () => {
  const { rig, press, writes } = await createApprovalRig();
  rig.fourEyes = ['reveal'];
  await press(ANALYST, RESOLVE, DISMISSAL);
  expect(writes()).toBe(2);
});
