// Names under the four-eyes rule: shown to whoever asked once a second investigator approved it, and never before.
import { showsNames } from '../../src/domain/disclosure';
import { APPROVAL_VALID_MS } from '../../src/domain/four-eyes';
import { BotError } from '../../src/domain/errors';
import { toSealedColumn } from '../../src/domain/untrusted';
import type { AnswerDrawing } from '../../src/workflows/answer';
import { APPROVAL_OPEN_MS } from '../../src/workflows/clear-act';
import type { ClickAnswer } from '../../src/workflows/click';
import { ConfirmExpiry, EXPIRY_LOOK_MS } from '../../src/workflows/expire-confirms';
import { IN_PERSONAL_CHAT } from '../builders/click';
import {
  ADMIN,
  ANALYST,
  AUDITOR,
  GUEST,
  INVESTIGATOR,
  rosterMember,
  SECOND_ANALYST,
  SUBJECT,
} from '../builders/people';
import { FakeClock } from '../fakes/fake-clock';
import { became, createApprovalRig, posted, QUESTION, WITH_REASON } from './approval-rig';
import { said } from './click-rig';

const REVEAL = 'alert.reveal';
const APPROVE = 'alert.approve';
const named = (answer: ClickAnswer) => answer.show === 'card' && showsNames(answer.view);
const AUTOMATIC = { automatic: true };

describe('an investigator who asks for names', () => {
  it('sees none, and a second one is asked in the conversation, without the reason', async () => {
    const { press, audit } = await createApprovalRig();
    const answer = await press(INVESTIGATOR, REVEAL, WITH_REASON);
    expect(said(answer)).toBe('approvalAsked');
    const card = await posted(answer);
    expect(card.view).toMatchObject({ alert: { number: 1000 }, act: { action: 'reveal' } });
    expect(card.requester && toSealedColumn(card.requester)).toBe('Noor Adeyemi');
    expect(card).not.toHaveProperty('reason');
    expect(named(await press(INVESTIGATOR, 'alert.refresh', AUTOMATIC))).toBe(false);
    expect(audit()).toEqual([]);
  });

  it('gives a reason first, as ever', async () => {
    const { press } = await createApprovalRig();
    expect(said(await press(INVESTIGATOR, REVEAL))).toBe('form reveal');
  });

  it('asks once however often they press', async () => {
    const { press, ask } = await createApprovalRig();
    await ask();
    const again = await press(INVESTIGATOR, REVEAL, WITH_REASON);
    expect([said(again), again.show === 'message' && again.later]).toEqual(['approvalPending', undefined]);
  });

  it('asks once however many presses come at one moment', async () => {
    const { press } = await createApprovalRig();
    const answers = await Promise.all([1, 2, 3].map(() => press(INVESTIGATOR, REVEAL, WITH_REASON)));
    expect(answers.map(said).sort()).toEqual(['approvalAsked', 'approvalPending', 'approvalPending']);
  });

  it('whose question never came to stand has the same one posted by the next press', async () => {
    const { press } = await createApprovalRig();
    const first = await posted(await press(INVESTIGATOR, REVEAL, WITH_REASON), null);
    const next = await posted(await press(INVESTIGATOR, REVEAL, WITH_REASON));
    expect(next.cardRef).toBe(first.cardRef);
  });

  it('asks nobody where the person concerned or a guest reads', async () => {
    const { rig, press, click } = await createApprovalRig();
    const { place } = click(INVESTIGATOR, REVEAL);
    rig.channelRoster.fill(place.channel, [rosterMember(INVESTIGATOR), rosterMember(SUBJECT)]);
    expect(said(await press(INVESTIGATOR, REVEAL, WITH_REASON))).toBe('approvalElsewhere');
    rig.channelRoster.fill(place.channel, [rosterMember(INVESTIGATOR), rosterMember(GUEST, { isGuest: true })]);
    expect(said(await press(INVESTIGATOR, REVEAL, WITH_REASON))).toBe('channelUnsafe');
    rig.channelRoster.down = new BotError('unavailable', { from: 'connector' });
    expect(said(await press(INVESTIGATOR, REVEAL, WITH_REASON))).toBe('rosterUnavailable');
    expect(rig.askedBook.rows).toEqual([]);
  });
});

describe('a second investigator', () => {
  it('sees the reason with aliases alone, then approves; whoever asked then sees the names, both on record', async () => {
    const { rig, ask, second, approve, press, audit, stored } = await createApprovalRig();
    const card = await ask();
    const look = await second(card, APPROVE);
    if (look.show !== 'answer' || look.drawing.draw !== 'approvalLook') throw new Error('nothing to look at');
    expect(look.forEveryone).toBeUndefined();
    expect(look.drawing.reason && toSealedColumn(look.drawing.reason)).toBe(
      `HR case 77, asked by Person ${stored.alias}`,
    );
    expect(audit()).toEqual([]);
    const approved = await approve(card);
    expect(approved).toMatchObject({ forEveryone: true, drawing: { outcome: { is: 'approved' } } });
    expect(named(await press(INVESTIGATOR, REVEAL))).toBe(true);
    expect(named(await press(INVESTIGATOR, 'alert.refresh', AUTOMATIC))).toBe(true);
    expect(audit()).toEqual(['alert.approve applied -', 'alert.reveal applied -']);
    const [first, then] = rig.auditTrail.entries;
    expect([first?.actorObjectId, then?.actorObjectId]).toEqual([SECOND_ANALYST.objectId, INVESTIGATOR.objectId]);
    expect(then?.statedReason && toSealedColumn(then.statedReason)).toBe(`HR case 77, asked by Person ${stored.alias}`);
  });

  it('approves for whoever asked, and shows nothing to anybody else', async () => {
    const { ask, approve, press } = await createApprovalRig();
    await approve(await ask());
    expect(named(await press(SECOND_ANALYST, 'alert.refresh', AUTOMATIC))).toBe(false);
    expect(said(await press(SECOND_ANALYST, REVEAL, WITH_REASON))).toBe('approvalAsked');
  });

  it('declines: nothing is shown, and it may be asked for anew', async () => {
    const { ask, second, press, audit } = await createApprovalRig();
    const card = await ask();
    expect(became(await second(card, 'alert.decline'))).toBe('declined');
    expect(said(await press(INVESTIGATOR, REVEAL, WITH_REASON))).toBe('approvalAsked');
    expect(audit()).toEqual(['alert.decline applied -']);
    expect(became(await second(card, APPROVE))).toBe('cardNoLongerValid');
  });

  it('approves once, however often they press', async () => {
    const { ask, second, approve, audit } = await createApprovalRig();
    const card = await ask();
    await approve(card);
    const { version } = card.view.alert;
    expect(became(await second(card, APPROVE, SECOND_ANALYST, { version }))).toBe('approvalSettled');
    expect(audit()).toEqual(['alert.approve applied -']);
  });

  it('settles nothing where a guest has come to read meanwhile', async () => {
    const { rig, ask, second, click } = await createApprovalRig();
    const card = await ask();
    const { channel } = click(INVESTIGATOR, REVEAL).place;
    rig.channelRoster.fill(channel, [rosterMember(SECOND_ANALYST), rosterMember(GUEST, { isGuest: true })]);
    for (const verb of [APPROVE, 'alert.decline']) expect(became(await second(card, verb))).toBe('channelUnsafe');
  });

  it('who approves another state than the one that was asked about approves nothing', async () => {
    const { ask, second, press } = await createApprovalRig();
    const card = await ask();
    const version = '0123456789abcdef';
    expect(became(await second(card, APPROVE, SECOND_ANALYST, { version }))).toBe('cardNoLongerValid');
    expect(said(await press(INVESTIGATOR, REVEAL, WITH_REASON))).toBe('approvalPending');
  });

  it.each([
    ['from another message', { cardActivityId: '1' }],
    ['from no message', { cardActivityId: null }],
    ['from another conversation', { place: IN_PERSONAL_CHAT }],
    ['with a reference of nothing', { cardRef: 'nothing' }],
    ['with the reference of the approval itself', { cardRef: 'granted|card-0002' }],
    ['that no card of ours sends', { wellFormed: false }],
  ])('a press %s approves nothing', async (_what, more) => {
    const { ask, second, press } = await createApprovalRig();
    const card = await ask();
    const whole = { version: card.view.alert.version, ...more };
    expect(became(await second(card, APPROVE, SECOND_ANALYST, whole))).toBe('cardNoLongerValid');
    expect(said(await press(INVESTIGATOR, REVEAL, WITH_REASON))).toBe('approvalPending');
  });
});

describe('who may not approve', () => {
  it.each([
    ['whoever asked', INVESTIGATOR, 'mayNotApprove', 'selfApproval'],
    ['an analyst', ANALYST, 'noRole', 'noRole'],
    ['an admin', ADMIN, 'noRole', 'noRole'],
    ['an auditor', AUDITOR, 'noRole', 'noRole'],
    ['a guest', GUEST, 'noRole', 'noRole'],
  ])('%s is told so, sees no reason, and it is on record', async (_who, person, saying, reason) => {
    const { ask, second, press, audit } = await createApprovalRig();
    const card = await ask();
    for (const version of [null, card.view.alert.version]) {
      expect(became(await second(card, APPROVE, person, { version }))).toBe(saying);
    }
    expect(audit()).toEqual([`alert.approve refused ${reason}`, `alert.approve refused ${reason}`]);
    expect(named(await press(INVESTIGATOR, REVEAL))).toBe(false);
  });

  it('the person concerned does not, whatever their role', async () => {
    const { rig, ask, second } = await createApprovalRig();
    const card = await ask();
    rig.analystDirectory.setRoles(SUBJECT, ['investigator']);
    expect(became(await second(card, APPROVE, SUBJECT))).toBe('isSubject');
  });

  it.each([
    ['manages the person concerned', (rig: Rig) => rig.orgChart.put(SECOND_ANALYST, SUBJECT), 'approverInConflict'],
    ['reports to the person concerned', (rig: Rig) => rig.orgChart.put(SUBJECT, SECOND_ANALYST), 'approverInConflict'],
    [
      'may do either for all that the directory says',
      (rig: Rig) => void (rig.orgChart.down = new BotError('unavailable', { from: 'graph' })),
      'conflictUnknown',
    ],
  ])('somebody who %s does not', async (_what, make, reason) => {
    const { rig, ask, second, audit } = await createApprovalRig();
    const card = await ask();
    make(rig);
    expect(became(await second(card, APPROVE))).toBe('mayNotApprove');
    expect(audit()).toEqual([`alert.approve refused ${reason}`]);
  });

  it('a second account of whoever asked does not', async () => {
    const { rig, ask, second, audit } = await createApprovalRig();
    const card = await ask();
    const { objectId } = SECOND_ANALYST;
    const twin = { ...INVESTIGATOR, objectId };
    rig.analystDirectory.people.splice(0, Infinity, INVESTIGATOR, twin);
    expect(became(await second(card, APPROVE, twin))).toBe('mayNotApprove');
    expect(audit()).toEqual(['alert.approve refused selfApproval']);
  });
});

type Rig = Awaited<ReturnType<typeof createApprovalRig>>['rig'];

describe('an approval', () => {
  it('is worth fifteen minutes', async () => {
    for (const [later, shows] of [
      [APPROVAL_VALID_MS - 1, true],
      [APPROVAL_VALID_MS, false],
    ] as const) {
      const { rig, ask, approve, press } = await createApprovalRig();
      await approve(await ask());
      rig.clock.jumpTo(rig.clock.now() + later);
      expect(named(await press(INVESTIGATOR, REVEAL))).toBe(shows);
    }
  });

  it('given at the last moment of the request is worth as long', async () => {
    const { rig, ask, approve, press } = await createApprovalRig();
    const card = await ask();
    rig.clock.jumpTo(rig.clock.now() + APPROVAL_OPEN_MS - 1);
    await approve(card);
    rig.clock.jumpTo(rig.clock.now() + APPROVAL_VALID_MS - 1);
    expect(named(await press(INVESTIGATOR, REVEAL))).toBe(true);
    expect(APPROVAL_OPEN_MS).toBe(900_000);
  });

  it('carries one look: the next needs another', async () => {
    const { ask, approve, press } = await createApprovalRig();
    await approve(await ask());
    await press(INVESTIGATOR, REVEAL);
    await press(INVESTIGATOR, 'alert.refresh');
    expect(said(await press(INVESTIGATOR, REVEAL, WITH_REASON))).toBe('approvalAsked');
  });

  it('carries one look though it is used twice at one moment', async () => {
    const { ask, approve, press, audit } = await createApprovalRig();
    await approve(await ask());
    await Promise.all([press(INVESTIGATOR, REVEAL), press(INVESTIGATOR, REVEAL)]);
    expect(audit().filter((line) => line.startsWith('alert.reveal'))).toHaveLength(1);
  });

  it('by somebody who has lost the role since is none', async () => {
    const { rig, ask, approve, press } = await createApprovalRig();
    await approve(await ask());
    rig.analystDirectory.setRoles(SECOND_ANALYST, ['analyst']);
    expect(said(await press(INVESTIGATOR, REVEAL, WITH_REASON))).toBe('approvalAsked');
  });

  it('that cannot be written down is none', async () => {
    const { rig, ask, second, press } = await createApprovalRig();
    const card = await ask();
    const append = rig.auditTrail.append.bind(rig.auditTrail);
    rig.auditTrail.append = async () => {
      throw new BotError('storeUnusable', { from: 'store' });
    };
    const { version } = card.view.alert;
    expect(became(await second(card, APPROVE, SECOND_ANALYST, { version }))).toBe('auditUnavailable');
    rig.auditTrail.append = append;
    expect(said(await press(INVESTIGATOR, REVEAL, WITH_REASON))).toBe('approvalAsked');
  });

  it('cut off between the press and the record is none, and may be asked for anew', async () => {
    const { rig, ask, press, audit } = await createApprovalRig();
    const card = await ask();
    // As a process that died right after the request was settled leaves it.
    await rig.askedBook.settle(card.cardRef, rig.clock.now());
    expect(named(await press(INVESTIGATOR, REVEAL))).toBe(false);
    expect(said(await press(INVESTIGATOR, REVEAL, WITH_REASON))).toBe('approvalAsked');
    expect(audit()).toEqual([]);
  });
});

it('a request that nobody settles is drawn as over where it stands', async () => {
  const clock = new FakeClock('stands');
  const { rig, ask, second } = await createApprovalRig({}, clock);
  const card = await ask();
  const drawn: [string, AnswerDrawing][] = [];
  const redrawAnswer = async ({ messageId }: { messageId: string }, drawing: AnswerDrawing) =>
    void drawn.push([messageId, drawing]);
  const expiry = new ConfirmExpiry({ ...rig, redrawAnswer });
  expiry.start();
  await clock.advance(APPROVAL_OPEN_MS - 1);
  expect(drawn).toEqual([]);
  await clock.advance(EXPIRY_LOOK_MS);
  expect(drawn).toMatchObject([[QUESTION, { draw: 'approvalSettled', outcome: { is: 'expired' } }]]);
  await expiry.stop();
  expect(became(await second(card, APPROVE))).toBe('cardNoLongerValid');
});

it('off, one investigator sees names as ever, and the other rule changes nothing about it', async () => {
  for (const fourEyes of [[], ['dismissHigh']] as const) {
    const { rig, press } = await createApprovalRig();
    rig.fourEyes = fourEyes;
    expect(named(await press(INVESTIGATOR, REVEAL, WITH_REASON))).toBe(true);
  }
});
