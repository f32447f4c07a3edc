// Typed commands: who may ask, what is said, and that a refusal says the same whether anything exists or not.
import type { Command } from '../../src/domain/command';
import { BotError } from '../../src/domain/errors';
import type { PersonIdentity } from '../../src/domain/person';
import { toMessageText, Untrusted } from '../../src/domain/untrusted';
import { createAnswerCommand, SAME_MESSAGE_MS } from '../../src/workflows/answer-command';
import { DIGEST_ALERTS_MAX } from '../../src/workflows/subscribe-channel';
import { alertId, anAlert, changed } from '../builders/alert';
import {
  aConversation,
  anAsk,
  CHANNEL,
  IN_PERSONAL_CHAT,
  OTHER_CHANNEL,
  PERSONAL_CHAT,
  placeIn,
  presser,
} from '../builders/click';
import { afterStart, DAY, START_MS } from '../builders/instants';
import {
  ADMIN,
  ANALYST,
  AUDITOR,
  GUEST,
  INVESTIGATOR,
  OTHER_TENANT,
  rosterMember,
  SUBJECT,
  WITHOUT_ROLE,
} from '../builders/people';
import { createRig, sayingOf, see, sendAllDue, subscribe } from './workflow-rig';

function createCommands() {
  const rig = createRig();
  const answer = createAnswerCommand(rig);
  const ask = (person: PersonIdentity, command: Command, overrides: Parameters<typeof anAsk>[1] = {}) =>
    answer(anAsk(command, { asker: presser(person), ...overrides })).then(sayingOf);
  const audit = () => rig.auditTrail.entries.map((entry) => `${entry.action} ${entry.outcome} ${entry.reason ?? '-'}`);
  return { rig, answer, ask, audit };
}

const SHOW: Command = { command: 'showAlert', alert: '1000' };
const SUBSCRIBE: Command = { command: 'subscribeChannel' };
const CHANGE: Command = { command: 'changeAlert', alert: '1000', change: 'resolve' };
const inPersonalChat = { place: IN_PERSONAL_CHAT, conversation: aConversation(PERSONAL_CHAT) };

describe('everyone', () => {
  it.each<[Command, string]>([
    [{ command: 'help' }, 'help'],
    [{ command: 'unknown' }, 'notUnderstood'],
  ])('is answered %j, in a channel and alone', async (command, code) => {
    const { ask } = createCommands();
    expect(await ask(WITHOUT_ROLE, command)).toMatchObject({ code });
    expect(await ask(WITHOUT_ROLE, command, inPersonalChat)).toMatchObject({ code });
  });
});

describe('a command that needs a role', () => {
  /** Null: a question, whose refusal is one sentence for everybody. */
  const table: [Command, readonly PersonIdentity[], readonly string[] | null][] = [
    [SUBSCRIBE, [ANALYST, INVESTIGATOR, AUDITOR, WITHOUT_ROLE, GUEST], ['admin']],
    [{ command: 'unsubscribeChannel' }, [ANALYST, INVESTIGATOR, AUDITOR, WITHOUT_ROLE, GUEST], ['admin']],
    [{ command: 'listSubscriptions' }, [ANALYST, INVESTIGATOR, AUDITOR, WITHOUT_ROLE, GUEST], ['admin']],
    [SHOW, [ADMIN, AUDITOR, WITHOUT_ROLE, GUEST], null],
    [{ command: 'listAlerts' }, [ADMIN, AUDITOR, WITHOUT_ROLE, GUEST], null],
    [{ command: 'summarizeHunting' }, [ADMIN, AUDITOR, WITHOUT_ROLE, GUEST], null],
    [CHANGE, [ADMIN, AUDITOR, WITHOUT_ROLE, GUEST], ['analyst', 'investigator']],
  ];

  it.each(table)('is refused to everyone else and written down: %j', async (command, people, needs) => {
    for (const person of people) {
      const { rig, ask, audit } = createCommands();
      await subscribe(rig);
      await see(rig, anAlert());
      const sends = rig.state.sends.length;
      expect(await ask(person, command)).toEqual(needs === null ? { code: 'mayNotAsk' } : { code: 'noRole', needs });
      expect(audit()).toEqual([`${command.command} refused noRole`]);
      expect(rig.state.sends).toHaveLength(sends);
      expect(rig.state.subscriptions.size).toBe(1);
    }
  });

  it('is refused in the same words whether the alert exists or not', async () => {
    const { rig, ask } = createCommands();
    await subscribe(rig);
    await see(rig, anAlert());
    const unknown: Command = { command: 'showAlert', alert: '1234' };
    expect(await ask(WITHOUT_ROLE, unknown)).toEqual(await ask(WITHOUT_ROLE, SHOW));
  });

  it('is refused without figures', async () => {
    const { rig, ask } = createCommands();
    await subscribe(rig);
    await see(rig, anAlert());
    for (const command of [SHOW, SUBSCRIBE, CHANGE, { command: 'listSubscriptions' } as const]) {
      expect(JSON.stringify(await ask(GUEST, command))).not.toMatch(/\d/);
    }
  });

  it.each([
    [SHOW, 'mayNotAsk'],
    [CHANGE, 'isSubject'],
  ])('is refused to the person the alert is about, whatever the role: %j', async (command, code) => {
    const { rig, ask, audit } = createCommands();
    await subscribe(rig);
    await see(rig, anAlert());
    rig.analystDirectory.setRoles(SUBJECT, ['investigator']);
    expect(await ask(SUBJECT, command)).toEqual({ code });
    expect(audit()).toEqual([`${command.command} refused isSubject`]);
  });

  it('is refused to other tenants, and when roles cannot be asked', async () => {
    const { rig, ask, audit } = createCommands();
    const foreign = { asker: presser(ADMIN, { tenantId: OTHER_TENANT }) };
    expect(await ask(ADMIN, SUBSCRIBE, foreign)).toEqual({ code: 'otherTenant' });
    rig.analystDirectory.down = new BotError('timedOut', { from: 'graph' });
    expect(await ask(ADMIN, SUBSCRIBE)).toEqual({ code: 'lookupFailed' });
    expect(audit()).toEqual(['subscribeChannel refused otherTenant', 'subscribeChannel refused lookupFailed']);
    expect(rig.state.subscriptions.size).toBe(0);
  });

  it('asks the directory afresh', async () => {
    const { rig, ask } = createCommands();
    await ask(ADMIN, SUBSCRIBE);
    expect(rig.analystDirectory.lookUps).toEqual([{ objectId: ADMIN.objectId, freshness: 'fresh' }]);
  });
});

describe('subscribing a channel', () => {
  it('starts alerts there from an admin’s word on, with one digest of what is open', async () => {
    const { rig, ask, audit } = createCommands();
    await see(rig, anAlert({ id: alertId(1) }));
    await see(rig, anAlert({ id: alertId(2), status: 'resolved' }));
    await see(rig, anAlert({ id: alertId(3), severity: 'low' }));
    expect(await ask(ADMIN, SUBSCRIBE)).toEqual({
      code: 'subscribed',
      severity: [],
      policy: null,
      open: 2,
      alreadyResolved: 1,
    });
    expect(rig.wakes).toBe(1);
    await sendAllDue(rig);
    expect(rig.cardPoster.written).toMatchObject([{ did: 'post', drawing: { kind: 'digest' } }]);
    expect(audit()).toEqual(['subscribeChannel applied -']);
    await see(rig, anAlert({ id: alertId(4) }));
    await sendAllDue(rig);
    expect(rig.cardPoster.written.at(-1)).toMatchObject({ channel: CHANNEL, drawing: { kind: 'alert' } });
  });

  it('with severities lists and posts those alone, and what has none as if high', async () => {
    const { rig, ask } = createCommands();
    await see(rig, anAlert({ id: alertId(1), severity: 'high' }));
    await see(rig, anAlert({ id: alertId(2), severity: 'low' }));
    await see(rig, anAlert({ id: alertId(3), severity: null }));
    const answer = await ask(ADMIN, { command: 'subscribeChannel', severity: ['high'] });
    expect(answer).toMatchObject({ severity: ['high'], open: 2 });
    expect(await rig.conversationBook.subscriptions()).toEqual([
      { channel: CHANNEL, severity: ['high'], policy: null },
    ]);
  });

  it('with a kind of risk lists alerts of that kind, and by a policy’s own name, which is not kept, all of them', async () => {
    const { rig, ask } = createCommands();
    await see(rig, anAlert({ id: alertId(1), title: Untrusted.of('Data leaks'), categories: [] }));
    await see(rig, anAlert({ id: alertId(2), title: Untrusted.of('Risky browser usage'), categories: [] }));
    expect(await ask(ADMIN, { command: 'subscribeChannel', policy: 'Data leaks' })).toMatchObject({ open: 1 });
    expect(await ask(ADMIN, { command: 'subscribeChannel', policy: 'Contoso leavers' })).toMatchObject({ open: 2 });
  });

  it('counts no alert whose subject is a member: the digest leaves it out as well', async () => {
    const { rig, ask } = createCommands();
    await see(rig, anAlert({ id: alertId(1) }));
    await see(rig, anAlert({ id: alertId(2), subject: null }));
    rig.channelRoster.fill(CHANNEL, [rosterMember(ANALYST), rosterMember(SUBJECT)]);
    expect(await ask(ADMIN, SUBSCRIBE)).toMatchObject({ code: 'subscribed', open: 1 });
    expect(rig.state.sends).toMatchObject([{ kind: 'digest', numbers: [1001] }]);
  });

  it('does not happen while nobody can say who reads there', async () => {
    const { rig, ask, audit } = createCommands();
    rig.channelRoster.down = new BotError('timedOut', { from: 'connector' });
    expect(await ask(ADMIN, SUBSCRIBE)).toEqual({ code: 'rosterUnavailable' });
    expect(rig.state.subscriptions.size).toBe(0);
    expect(audit()).toEqual([]);
  });

  it('posts no digest where nothing is open', async () => {
    const { rig, ask } = createCommands();
    expect(await ask(ADMIN, SUBSCRIBE)).toMatchObject({ code: 'subscribed', open: 0 });
    expect(rig.state.sends).toEqual([]);
  });

  it('again replaces what was there', async () => {
    const { rig, ask } = createCommands();
    await ask(ADMIN, SUBSCRIBE);
    await ask(ADMIN, { command: 'subscribeChannel', severity: ['low'], policy: 'leavers' });
    expect(await rig.conversationBook.subscriptions()).toEqual([
      { channel: CHANNEL, severity: ['low'], policy: 'leavers' },
    ]);
  });

  it('repeats a policy as the outside text it is', async () => {
    const { ask } = createCommands();
    const answer = await ask(ADMIN, { command: 'subscribeChannel', policy: '[x](https://evil.example)' });
    const policy = answer?.code === 'subscribed' ? answer.policy : null;
    expect(policy && toMessageText(policy)).not.toMatch(/[[\]()]|https:\/\//);
  });

  it('does not happen in a personal chat', async () => {
    const { rig, ask } = createCommands();
    expect(await ask(ADMIN, SUBSCRIBE, inPersonalChat)).toEqual({ code: 'subscribeInChannel' });
    expect(rig.state.subscriptions.size).toBe(0);
  });

  it('does not happen when it cannot be written to the audit', async () => {
    const { rig, ask } = createCommands();
    rig.auditTrail.append = () => Promise.reject(new BotError('storeUnusable', { from: 'store' }));
    expect(await ask(ADMIN, SUBSCRIBE)).toEqual({ code: 'auditUnavailable' });
    expect(rig.state.subscriptions.size).toBe(0);
  });

  it('reads a bounded number of open alerts', async () => {
    const { rig, ask } = createCommands();
    const limits: number[] = [];
    rig.alertLog.listForDigest = (limit) => {
      limits.push(limit);
      return Promise.resolve({ open: [], alreadyResolved: [] });
    };
    await ask(ADMIN, SUBSCRIBE);
    expect(limits).toEqual([DIGEST_ALERTS_MAX]);
  });
});

describe('ending a subscription', () => {
  it('stops new cards, is written down, and leaves posted cards true', async () => {
    const { rig, ask, audit } = createCommands();
    await subscribe(rig);
    const alert = anAlert();
    await see(rig, alert);
    await sendAllDue(rig);
    expect(await ask(ADMIN, { command: 'unsubscribeChannel' })).toEqual({ code: 'unsubscribed' });
    expect(audit()).toEqual(['unsubscribeChannel applied -']);
    await see(rig, anAlert({ id: alertId(2) }));
    await see(rig, changed(alert, { status: 'inProgress' }));
    await sendAllDue(rig);
    expect(rig.cardPoster.written.map((message) => message.did)).toEqual(['post', 'update']);
  });

  it('that was not there leaves no line', async () => {
    const { ask, audit } = createCommands();
    expect(await ask(ADMIN, { command: 'unsubscribeChannel' })).toEqual({ code: 'notSubscribed' });
    expect(audit()).toEqual([]);
  });

  it('does not happen when it cannot be written to the audit', async () => {
    const { rig, ask } = createCommands();
    await subscribe(rig);
    rig.auditTrail.append = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
    expect(await ask(ADMIN, { command: 'unsubscribeChannel' })).toEqual({ code: 'auditUnavailable' });
    expect(rig.state.subscriptions.size).toBe(1);
  });
});

describe('listing subscriptions', () => {
  it('tells what this channel gets, and how many channels there are', async () => {
    const { rig, ask } = createCommands();
    await subscribe(rig, CHANNEL, { severity: ['high'], policy: null });
    await subscribe(rig, OTHER_CHANNEL);
    const list: Command = { command: 'listSubscriptions' };
    expect(await ask(ADMIN, list)).toEqual({
      code: 'subscriptions',
      here: { severity: ['high'], policy: null },
      total: 2,
    });
    expect(await ask(ADMIN, list, inPersonalChat)).toEqual({ code: 'subscriptions', here: null, total: 2 });
  });
});

describe('showing an alert', () => {
  it('posts its card in a subscribed channel, or tells where it stands', async () => {
    const { rig, ask } = createCommands();
    await see(rig, anAlert());
    await subscribe(rig);
    expect(await ask(ANALYST, SHOW)).toEqual({ code: 'alertPosting', number: 1000 });
    await sendAllDue(rig);
    expect(rig.cardPoster.written).toHaveLength(1);
    expect(await ask(ANALYST, SHOW)).toEqual({ code: 'alertHere', number: 1000, status: 'new', owner: null });
    await sendAllDue(rig);
    expect(rig.cardPoster.written).toHaveLength(1);
  });

  it('says of a stub that it is one, and posts nothing', async () => {
    const { rig, ask } = createCommands();
    await see(rig, anAlert({ status: 'resolved', resolvedDateTime: afterStart(-31 * DAY) }));
    await subscribe(rig);
    await rig.retention.reduce(30, 1, rig.clock.now());
    const sends = rig.state.sends.length;
    expect(await ask(ANALYST, SHOW)).toMatchObject({ code: 'alertReduced', number: 1000, afterDays: 30 });
    expect(rig.state.sends).toHaveLength(sends);
  });

  it('takes a Graph id as well as a number', async () => {
    const { rig, ask } = createCommands();
    await see(rig, anAlert());
    await subscribe(rig);
    expect(await ask(INVESTIGATOR, { command: 'showAlert', alert: alertId(1) })).toMatchObject({
      code: 'alertPosting',
    });
  });

  it('posts nothing in a channel where alerts do not go', async () => {
    const { rig, ask } = createCommands();
    await see(rig, anAlert());
    expect(await ask(ANALYST, SHOW, { place: placeIn(OTHER_CHANNEL) })).toEqual({ code: 'showWhereAlertsGo' });
    expect(rig.state.sends).toEqual([]);
  });

  it('says nothing about the alert in a channel where its subject reads', async () => {
    const { rig, ask } = createCommands();
    await see(rig, anAlert());
    await subscribe(rig);
    rig.channelRoster.fill(CHANNEL, [rosterMember(ANALYST), rosterMember(SUBJECT)]);
    expect(await ask(ANALYST, SHOW)).toEqual({ code: 'showWhereAlertsGo' });
  });

  it('posts to an analyst’s personal chat', async () => {
    const { rig, ask } = createCommands();
    await see(rig, anAlert());
    expect(await ask(ANALYST, SHOW, inPersonalChat)).toMatchObject({ code: 'alertPosting' });
    expect(rig.state.sends).toMatchObject([{ kind: 'post', channel: PERSONAL_CHAT }]);
  });

  it.each(['9999', 'no-such-id', '__proto__'])('that nobody knows says so: %s', async (alert) => {
    const { ask } = createCommands();
    expect(await ask(ANALYST, { command: 'showAlert', alert })).toEqual({ code: 'alertUnknown' });
  });
});

describe('a change by text', () => {
  it('is a card to confirm and never happens by itself', async () => {
    const { rig, answer } = createCommands();
    await see(rig, anAlert());
    const given = await answer(anAsk(CHANGE, { asker: presser(ANALYST) }));
    expect(given).toMatchObject({ is: 'shown', drawing: { draw: 'confirm', missing: null } });
    expect(rig.alertEditor.edits).toEqual([]);
    expect(rig.alertSource.reads).toBe(0);
  });

  it('of an alert whose subject reads in the channel is not even repeated there', async () => {
    const { rig, answer } = createCommands();
    await see(rig, anAlert());
    rig.channelRoster.fill(CHANNEL, [rosterMember(ANALYST), rosterMember(SUBJECT)]);
    const given = await answer(anAsk(CHANGE, { asker: presser(ANALYST) }));
    expect(sayingOf(given)).toEqual({ code: 'showWhereAlertsGo' });
  });

  it('of an alert that nobody knows is answered so', async () => {
    const { ask } = createCommands();
    expect(await ask(ANALYST, { ...CHANGE, alert: '4711' })).toEqual({ code: 'alertUnknown' });
  });
});

describe('a message', () => {
  it('delivered again is answered once', async () => {
    const { rig, answer, audit } = createCommands();
    const once = anAsk(SUBSCRIBE, { asker: presser(ADMIN) });
    expect(sayingOf(await answer(once))).toMatchObject({ code: 'subscribed' });
    rig.clock.jumpTo(START_MS + SAME_MESSAGE_MS - 1);
    expect(await answer(once)).toBeNull();
    expect(audit()).toHaveLength(1);
  });

  it('delivered ten times at once is answered once', async () => {
    const { answer } = createCommands();
    const once = anAsk({ command: 'help' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => answer(once)));
    expect(answers.filter((said) => said !== null)).toHaveLength(1);
  });

  it('with the id of another conversation’s message is another one', async () => {
    const { answer } = createCommands();
    const activityId = 'f:77';
    expect(await answer(anAsk({ command: 'help' }, { activityId }))).not.toBeNull();
    expect(await answer(anAsk({ command: 'help' }, { activityId, place: placeIn(OTHER_CHANNEL) }))).not.toBeNull();
  });

  it('makes the bot remember where it was said', async () => {
    const { rig, ask } = createCommands();
    await ask(WITHOUT_ROLE, { command: 'help' });
    expect(await rig.conversationBook.find(CHANNEL)).toMatchObject({ channel: CHANNEL });
  });

  it('that fails unforeseen is answered, and logged by its kind alone', async () => {
    const { rig, ask } = createCommands();
    rig.conversationBook.remember = () => Promise.reject(new TypeError('Mira Holt'));
    expect(await ask(ANALYST, { command: 'help' })).toEqual({ code: 'graphUnavailable' });
    expect(JSON.stringify(rig.logger.lines)).not.toContain('Mira');
  });
});
