// Subscriptions and questions in a channel where guests and the like read: refused with the reason, and on record.
import type { Command } from '../../src/domain/command';
import type { UnsafeReason } from '../../src/domain/channel-safety';
import { hasDetails } from '../../src/domain/disclosure';
import type { PersonIdentity } from '../../src/domain/person';
import { createAnswerCommand } from '../../src/workflows/answer-command';
import { createRunFollowUp } from '../../src/workflows/run-follow-up';
import { alertId, anAlert } from '../builders/alert';
import {
  aClick,
  aConversation,
  anAsk,
  CHANNEL,
  IN_PERSONAL_CHAT,
  PERSONAL_CHAT,
  placeIn,
  presser,
} from '../builders/click';
import { START_MS } from '../builders/instants';
import { ADMIN, ANALYST, GUEST, INVESTIGATOR, rosterMember, WITHOUT_ROLE } from '../builders/people';
import { createClickRig, said } from './click-rig';
import { createConfirmRig } from './confirm-rig';
import { createRig, sayingOf, see, sendAllDue, subscribe, type WorkflowRig } from './workflow-rig';

const guest = rosterMember(GUEST, { isGuest: true });
const stranger = rosterMember(WITHOUT_ROLE, { isGuest: true, isForeign: true });
const staff = [rosterMember(ADMIN), rosterMember(ANALYST)];
const SUBSCRIBE: Command = { command: 'subscribeChannel' };

function createCommands() {
  const rig = createRig();
  const answer = createAnswerCommand(rig);
  const ask = (person: PersonIdentity, command: Command, overrides: Parameters<typeof anAsk>[1] = {}) =>
    answer(anAsk(command, { asker: presser(person), ...overrides })).then(sayingOf);
  const audit = () => rig.auditTrail.entries.map((entry) => `${entry.action} ${entry.outcome} ${entry.reason ?? '-'}`);
  return { rig, answer, ask, audit };
}

const makeUnsafe: [UnsafeReason, (rig: WorkflowRig) => unknown][] = [
  ['guests', (rig) => rig.channelRoster.fill(CHANNEL, [...staff, guest])],
  ['otherTenants', (rig) => rig.channelRoster.fill(CHANNEL, [...staff, stranger])],
  ['shared', (rig) => rig.channelRoster.described.set(CHANNEL, { name: null, type: 'shared' })],
];

describe('subscribing an unsafe channel', () => {
  it.each(makeUnsafe)('is refused with the reason, and written down: %s', async (reason, spoil) => {
    const { rig, ask, audit } = createCommands();
    await see(rig, anAlert());
    spoil(rig);
    expect(await ask(ADMIN, SUBSCRIBE)).toEqual({
      code: 'channelUnsafe',
      refused: 'subscription',
      reasons: [reason],
    });
    expect(audit()).toEqual(['subscribeChannel refused channelUnsafe']);
    expect(rig.state.subscriptions.size).toBe(0);
    expect(rig.state.sends).toEqual([]);
  });

  it('is refused by a fresh roster, whatever was remembered', async () => {
    const { rig, ask } = createCommands();
    await ask(ADMIN, SUBSCRIBE);
    expect(rig.channelRoster.asked[0]).toEqual({ channel: CHANNEL, maxAgeMs: 0 });
  });

  it.each(makeUnsafe)(
    'where neutral cards are wanted, is done and says what its cards leave out: %s',
    async (reason, spoil) => {
      const { rig, ask, audit } = createCommands();
      rig.unsafeChannels = 'neutral';
      await see(rig, anAlert());
      spoil(rig);
      expect(await ask(ADMIN, SUBSCRIBE)).toMatchObject({ code: 'subscribed', open: 1, neutralFor: [reason] });
      expect(audit()).toEqual(['subscribeChannel applied -']);
      await sendAllDue(rig);
      expect(rig.cardPoster.written).toMatchObject([{ drawing: { kind: 'digest', view: { neutral: true } } }]);
      // Whoever subscribed has just read why.
      expect(await rig.safetyNotices.take(START_MS, 1)).toEqual([]);
    },
  );

  it('approves the size that the channel has', async () => {
    const { rig, ask } = createCommands();
    await rig.channelSafetyBook.record(CHANNEL, { reasons: ['grown'], approvedMembers: 1, tell: true }, START_MS);
    rig.channelRoster.fill(CHANNEL, staff);
    expect(await ask(ADMIN, SUBSCRIBE)).not.toHaveProperty('neutralFor');
    expect(await rig.channelSafetyBook.find(CHANNEL)).toMatchObject({ reasons: [], approvedMembers: 2 });
  });
});

const QUESTIONS: Command[] = [
  { command: 'showAlert', alert: '1000' },
  { command: 'listAlerts' },
  { command: 'listIncidents' },
  { command: 'showIncident', incident: '7' },
  { command: 'summarizeHunting' },
  { command: 'changeAlert', alert: '1000', change: 'start' },
];

describe('a question in an unsafe channel', () => {
  it.each(QUESTIONS)('is refused with the reason and no figure, and written down: %j', async (question) => {
    for (const [reason, spoil] of makeUnsafe) {
      const { rig, ask, audit } = createCommands();
      await subscribe(rig);
      await see(rig, anAlert());
      rig.state.sends.length = 0;
      spoil(rig);
      const answer = await ask(INVESTIGATOR, question);
      expect(answer).toEqual({ code: 'channelUnsafe', refused: 'question', reasons: [reason] });
      expect(audit()).toEqual([`${question.command} refused channelUnsafe`]);
      expect([rig.state.sends, rig.hunts, rig.alertSource.reads]).toEqual([[], [], 0]);
    }
  });

  it.each(QUESTIONS)('is answered in a personal chat: %j', async (question) => {
    const { rig, answer } = createCommands();
    await see(rig, anAlert());
    for (const [, spoil] of makeUnsafe) spoil(rig);
    const chat = { place: IN_PERSONAL_CHAT, conversation: aConversation(PERSONAL_CHAT) };
    const given = await answer(anAsk(question, { asker: presser(INVESTIGATOR), ...chat }));
    expect(given).not.toBeNull();
    expect(sayingOf(given)?.code).not.toBe('channelUnsafe');
  });

  it('is answered where only colleagues read, though nobody subscribed the channel', async () => {
    const { rig, ask } = createCommands();
    rig.channelRoster.fill(CHANNEL, staff);
    await ask(ANALYST, { command: 'summarizeHunting' });
    expect(rig.hunts).toHaveLength(1);
  });

  it('by somebody without a role is refused as everywhere', async () => {
    const { rig, ask, audit } = createCommands();
    rig.channelRoster.fill(CHANNEL, [guest]);
    expect(await ask(WITHOUT_ROLE, { command: 'listAlerts' })).not.toMatchObject({ code: 'channelUnsafe' });
    expect(audit()).toEqual(['listAlerts refused noRole']);
  });

  it('about subscriptions is answered, and they can be ended', async () => {
    const { rig, ask } = createCommands();
    await subscribe(rig);
    rig.channelRoster.fill(CHANNEL, [guest]);
    expect(await ask(ADMIN, { command: 'listSubscriptions' })).toMatchObject({ code: 'subscriptions' });
    expect(await ask(ADMIN, { command: 'unsubscribeChannel' })).toEqual({ code: 'unsubscribed' });
  });

  it('for help is answered: it tells of nobody', async () => {
    const { rig, ask } = createCommands();
    rig.channelRoster.fill(CHANNEL, [guest]);
    expect(await ask(ANALYST, { command: 'help' })).toMatchObject({ code: 'help' });
  });
});

describe('a button of an answer that stands in a channel which became unsafe', () => {
  it('asks on no more', async () => {
    const rig = createRig();
    await subscribe(rig);
    for (let index = 1; index <= 12; index += 1) await see(rig, anAlert({ id: alertId(index) }));
    const place = placeIn(CHANNEL);
    const asker = { asker: { ...ANALYST, objectId: ANALYST.objectId ?? '' }, place };
    const list = await rig.listDesk.alerts({ ...asker, action: 'listAlerts' }, { slots: {}, from: 1, timeZone: 'UTC' });
    if (list.is !== 'shown' || list.drawing.draw !== 'alerts') throw new Error('no list was shown');
    const press = () => {
      const followUp = { kind: 'next', alert: null, incident: null };
      const { cardRef } = list.drawing as { cardRef: string };
      return createRunFollowUp(rig)(
        aClick({ verb: 'command.run', cardRef, followUp, place, presser: presser(ANALYST) }),
      );
    };
    expect(await press()).toMatchObject({ show: 'answer' });
    rig.channelRoster.fill(CHANNEL, [...staff, guest]);
    expect(said(await press())).toBe('channelUnsafe');
    expect(rig.auditTrail.entries.at(-1)).toMatchObject({ action: 'command.run', reason: 'channelUnsafe' });
  });

  it('confirms nothing there, and still drops what was asked for', async () => {
    const { rig, propose, confirm, cancel, writes } = await createConfirmRig();
    const card = await propose({ change: 'start' });
    rig.channelRoster.fill(CHANNEL, [...staff, guest]);
    expect(said(await confirm(card))).toBe('channelUnsafe');
    expect(writes()).toBe(0);
    expect(said(await cancel(card))).toBe('answer settled');
  });
});

describe('a press on an alert’s card in an unsafe channel', () => {
  async function unsafeCard() {
    const clicks = await createClickRig();
    clicks.rig.channelRoster.fill(CHANNEL, [...staff, guest]);
    await clicks.rig.guard.changed({ channel: CHANNEL, teamId: null });
    return clicks;
  }

  it('shows whoever may see no details the neutral card that stands there', async () => {
    const { press } = await unsafeCard();
    for (const person of [GUEST, WITHOUT_ROLE]) {
      const answer = await press(person, 'alert.refresh');
      expect(answer).toMatchObject({ show: 'card', refreshFor: [], view: { neutral: true, alias: null, offers: [] } });
    }
  });

  it('shows an analyst, alone, what their role may see', async () => {
    const { press } = await unsafeCard();
    const answer = await press(ANALYST, 'alert.refresh');
    expect(answer.show === 'card' && hasDetails(answer.view) && answer.view.neutral).toBe(false);
    expect(answer.show === 'card' && hasDetails(answer.view)).toBe(true);
  });
});
