// What a person sees of a card after pressing, and when a client refreshes one by itself.
import { BOT_DEADLINE_MS } from '../../../src/emulator/teams/bot-line';
import { FRESH_RESULT_MS } from '../../../src/emulator/teams/client/refresh-rules';
import { SOMETHING_WENT_WRONG } from '../../../src/emulator/teams/client/invoke-answer';
import { REFRESHES_PER_OPENING } from '../../../src/emulator/teams/client/opening';
import type { MessageView, ThreadView } from '../../../src/emulator/teams/client/conversation-view';
import { cardAnswer, messageAnswer } from './fake-bot';
import type { BotReply, Json } from './fake-bot';
import { ALERTS, PEOPLE } from './sample-tenant';
import { adaptive, startTeams, textCard } from './teams-under-test';
import type { TeamsUnderTest } from './teams-under-test';

let teams: TeamsUnderTest;
beforeEach(async () => void (teams = await startTeams()));
afterEach(() => teams.stop());

const go = { type: 'Action.Execute', id: 'go', title: 'Go', verb: 'alert.start', data: { cardRef: 'r1' } };

function mriOf(id: string): string {
  return teams.tenant.people.find((person) => person.id === id)?.mri ?? '';
}

function press(as: string, activityId: string, more: Json = {}) {
  return teams.client('actions', { as, conversationId: ALERTS, activityId, action: go, ...more });
}

function open(as: string, more: Json = {}) {
  return teams.client('open', { as, conversationId: ALERTS, ...more });
}

async function seen(as: string, client = 'desktop'): Promise<MessageView[]> {
  const { body } = await teams.read(`conversations/${encodeURIComponent(ALERTS)}?as=${as}&client=${client}`);
  return (body['threads'] as ThreadView[]).map((thread) => thread.root);
}

function refreshing(text: string, userIds?: string[]): Json {
  const action = { type: 'Action.Execute', verb: 'alert.refresh', data: { cardRef: 'r1' } };
  return textCard(text, { refresh: { action, ...(userIds && { userIds }) } });
}

async function update(id: string, card: Json): Promise<void> {
  const tail = `/v3/conversations/${encodeURIComponent(ALERTS)}/activities/${id}`;
  await teams.connector('PUT', tail, { type: 'message', attachments: [adaptive(card)] });
}

test('an answered card replaces the posted one for the presser on that client alone', async () => {
  const id = await teams.postCard(textCard('posted'));
  teams.bot.reply = () => cardAnswer('for Anna');
  const { body } = await press(PEOPLE.anna, id, { inputs: { comment: 'seen' } });
  expect(body).toMatchObject({ answer: { kind: 'card' } });
  expect(teams.bot.ofType('invoke')[0]).toMatchObject({
    replyToId: id,
    conversation: { id: `${ALERTS};messageid=${id}` },
    value: { action: { verb: 'alert.start', data: { cardRef: 'r1', comment: 'seen' } }, trigger: 'manual' },
  });
  expect((await seen(PEOPLE.anna))[0]).toMatchObject({ own: true, cards: [textCard('for Anna')] });
  expect((await seen(PEOPLE.anna, 'phone'))[0]).toMatchObject({ own: false, cards: [textCard('posted')] });
  expect((await seen(PEOPLE.ivan))[0]).toMatchObject({ own: false, cards: [textCard('posted')] });
});

test('a text stands under the card for the presser alone and the card stays', async () => {
  const id = await teams.postCard(textCard('posted'));
  teams.bot.reply = () => messageAnswer('Already done.');
  await press(PEOPLE.anna, id);
  const note = { kind: 'message', text: 'Already done.' };
  expect((await seen(PEOPLE.anna))[0]).toMatchObject({ own: false, note, cards: [textCard('posted')] });
  expect((await seen(PEOPLE.ivan))[0]?.note).toBeUndefined();
});

const error = {
  statusCode: 400,
  type: 'application/vnd.microsoft.error',
  value: { code: 'BadRequest', message: 'No such alert.' },
};
const unusable: [string, BotReply, string][] = [
  ['an error with its own words', { status: 200, body: error }, 'No such alert.'],
  ['a bare string', { status: 200, body: 'done' }, SOMETHING_WENT_WRONG],
  ['no body', { status: 200 }, SOMETHING_WENT_WRONG],
  ['status 500', { ...cardAnswer('late'), status: 500 }, SOMETHING_WENT_WRONG],
  [
    'a card that is none',
    { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: 'x' } },
    SOMETHING_WENT_WRONG,
  ],
];

test.each(unusable)('%s is shown as an error under the card', async (_case, reply, text) => {
  const id = await teams.postCard(textCard('posted'));
  teams.bot.reply = () => reply;
  await press(PEOPLE.anna, id);
  expect((await seen(PEOPLE.anna))[0]).toMatchObject({ note: { kind: 'error', text }, cards: [textCard('posted')] });
});

test('people wait as long as Teams does, which is longer than a bot may take', () => {
  expect(BOT_DEADLINE_MS).toBe(15_000);
});

test('an answer that does not come before the deadline is an error, and is not waited for', async () => {
  await teams.stop();
  teams = await startTeams({ botDeadlineMs: 200 });
  const id = await teams.postCard(textCard('posted'));
  teams.bot.reply = () => ({ ...cardAnswer('late'), after: 60_000 });
  const { body } = await press(PEOPLE.anna, id);
  expect(body).toMatchObject({ delivery: { kind: 'timeout' }, answer: { kind: 'error', text: SOMETHING_WENT_WRONG } });
});

test('an update by the bot takes every personal answer away', async () => {
  const id = await teams.postCard(textCard('posted'));
  teams.bot.reply = () => cardAnswer('for Anna');
  await press(PEOPLE.anna, id);
  await update(id, textCard('new for all'));
  expect((await seen(PEOPLE.anna))[0]).toMatchObject({ own: false, edited: true, cards: [textCard('new for all')] });
});

test('an answer that comes after an update made in the same turn is kept', async () => {
  const id = await teams.postCard(textCard('posted'));
  teams.bot.reply = async () => {
    await update(id, textCard('new for all'));
    return cardAnswer('for Anna');
  };
  await press(PEOPLE.anna, id);
  expect((await seen(PEOPLE.anna))[0]).toMatchObject({ own: true, cards: [textCard('for Anna')] });
});

test('Action.Submit arrives as a message without text whose value is the data', async () => {
  const id = await teams.postCard(textCard('posted'));
  await press(PEOPLE.anna, id, { action: { type: 'Action.Submit', data: { verb: 'old' } }, inputs: { n: 1 } });
  expect(teams.bot.ofType('message')[0]).toMatchObject({ value: { verb: 'old', n: 1 }, replyToId: id });
});

test('nobody presses on a deleted card or in a channel they do not belong to', async () => {
  const id = await teams.postCard(textCard('posted'));
  expect((await press(PEOPLE.suki, id)).status).toBe(403);
  await teams.connector('DELETE', `/v3/conversations/${encodeURIComponent(ALERTS)}/activities/${id}`);
  expect((await press(PEOPLE.anna, id)).status).toBe(404);
  expect(teams.bot.arrivals).toEqual([]);
});

test('opening refreshes for the listed people only, by an automatic invoke', async () => {
  await teams.postCard(refreshing('posted', [mriOf(PEOPLE.anna)]));
  teams.bot.reply = () => cardAnswer('details', { refresh: refreshing('x', [mriOf(PEOPLE.anna)])['refresh'] as Json });
  expect((await open(PEOPLE.ivan)).body['refreshed']).toBe(0);
  expect((await open(PEOPLE.anna)).body['refreshed']).toBe(1);
  const [invoke] = teams.bot.ofType('invoke');
  expect(invoke).toMatchObject({ value: { trigger: 'automatic', action: { verb: 'alert.refresh', id: '' } } });
  expect((await seen(PEOPLE.anna))[0]).toMatchObject({ own: true, refresh: 'automatic' });
  expect((await seen(PEOPLE.ivan))[0]).toMatchObject({ own: false, refresh: 'manual' });
});

test('a result younger than a minute is not asked for again, an older one is, each client for itself', async () => {
  const refresh = refreshing('posted', [mriOf(PEOPLE.anna)]);
  await teams.postCard(refresh);
  teams.bot.reply = () => cardAnswer('details', { refresh: refresh['refresh'] as Json });
  const refreshed = async (more: Json = {}) => (await open(PEOPLE.anna, more)).body['refreshed'];
  expect(await refreshed()).toBe(1);
  teams.clock.time += FRESH_RESULT_MS - 1;
  expect(await refreshed()).toBe(0);
  expect(await refreshed({ client: 'phone' })).toBe(1);
  teams.clock.time += 1;
  expect(await refreshed()).toBe(1);
});

test('an updated message is refreshed at once, and nothing else is', async () => {
  const listed = [mriOf(PEOPLE.anna)];
  const first = await teams.postCard(refreshing('one', listed));
  await teams.postCard(refreshing('two', listed));
  teams.bot.reply = () => cardAnswer('details');
  await open(PEOPLE.anna);
  await update(first, refreshing('one, changed', listed));
  teams.clock.time += 10 * FRESH_RESULT_MS;
  expect((await open(PEOPLE.anna, { occasion: 'updated' })).body['refreshed']).toBe(1);
  expect(teams.bot.ofType('invoke').at(-1)).toMatchObject({ replyToId: first });
});

test('an answer without refresh stays until the message is updated', async () => {
  await teams.postCard(refreshing('posted', [mriOf(PEOPLE.anna)]));
  teams.bot.reply = () => cardAnswer('a form');
  await open(PEOPLE.anna);
  teams.clock.time += 10 * FRESH_RESULT_MS;
  expect((await open(PEOPLE.anna)).body['refreshed']).toBe(0);
  expect((await seen(PEOPLE.anna))[0]).toMatchObject({ own: true, cards: [textCard('a form')] });
});

test('an empty list never refreshes by itself but offers it, and the menu entry works', async () => {
  const id = await teams.postCard(refreshing('posted', []));
  teams.bot.reply = () => cardAnswer('details');
  expect((await open(PEOPLE.anna)).body['refreshed']).toBe(0);
  expect((await seen(PEOPLE.anna))[0]?.refresh).toBe('manual');
  await press(PEOPLE.anna, id, { action: undefined });
  expect(teams.bot.ofType('invoke')[0]).toMatchObject({
    value: { trigger: 'manual', action: { verb: 'alert.refresh' } },
  });
});

test('a failed refresh says nothing and leaves the posted card', async () => {
  await teams.postCard(refreshing('posted', [mriOf(PEOPLE.anna)]));
  teams.bot.reply = () => ({ status: 500 });
  await open(PEOPLE.anna);
  const [root] = await seen(PEOPLE.anna);
  expect(root?.own).toBe(false);
  expect(root?.note).toBeUndefined();
});

test('two pages of one client ask once', async () => {
  await teams.postCard(refreshing('posted', [mriOf(PEOPLE.anna)]));
  teams.bot.reply = () => ({ ...cardAnswer('details'), after: 50 });
  await Promise.all([open(PEOPLE.anna), open(PEOPLE.anna)]);
  expect(teams.bot.ofType('invoke')).toHaveLength(1);
});

test('opening a long channel refreshes the newest cards and no more', async () => {
  const ids: string[] = [];
  for (let number = 0; number < REFRESHES_PER_OPENING + 5; number += 1) {
    ids.push(await teams.postCard(refreshing(`card ${number}`, [mriOf(PEOPLE.anna)])));
  }
  teams.bot.reply = () => cardAnswer('details');
  expect((await open(PEOPLE.anna)).body['refreshed']).toBe(REFRESHES_PER_OPENING);
  const asked = teams.bot.ofType('invoke').map((invoke) => invoke['replyToId']);
  expect(asked.toSorted()).toEqual(ids.slice(5).toSorted());
});
