// A channel that people from outside come to read, with the real program: refused, paused or drawn with less, told once,
// and nothing lost or posted twice when they are gone.
import { eventually } from './bot-process';
import { Stage } from './stage';
import {
  answers,
  cardsByNumber,
  channelNamed,
  install,
  moveGuest,
  saysTooMuch,
  toldIn,
  toldInPrivate,
} from './unsafe-stage';

jest.setTimeout(120_000);

const OPERATIONS = channelNamed('General');
const FALLBACK = channelNamed('Legal liaison');
const HELD = /a card is held back: the channel is not safe/g;

const heldBack = (stage: Stage) => stage.bot.written.match(HELD)?.length ?? 0;
const subscribeHere = (stage: Stage) => stage.say(stage.person('admin'), 'subscribe this channel');

async function onStage(options: Parameters<typeof Stage.open>[0], play: (stage: Stage) => Promise<void>) {
  const stage = await Stage.open(options);
  try {
    await play(stage);
  } finally {
    await stage.close();
  }
}

it('a channel with a guest is not subscribed, and is once the guest has left', () =>
  onStage({ subscribe: false }, async (stage) => {
    await install(stage);
    await moveGuest(stage, 'add');
    await subscribeHere(stage);
    await eventually('the refusal', async () =>
      (await answers(stage)).some((text) => /^This channel cannot get alerts: it has guests\./.test(text)),
    );
    await stage.say(stage.person('analyst'), 'open high alerts');
    await eventually('no answer to a question either', async () =>
      (await answers(stage)).some((text) => /^I answer no questions in this channel: it has guests\./.test(text)),
    );
    await moveGuest(stage, 'remove');
    await subscribeHere(stage);
    await eventually('the subscription', async () =>
      (await answers(stage)).some((text) => text.startsWith('This channel now gets all insider risk alerts.')),
    );
    await stage.raiseWithCard();
  }));

it('a guest who joins stops the cards, over a kill too, is told of once, and leaves them to be posted once', () =>
  onStage({ env: { OPERATIONS_CHANNEL: OPERATIONS.id } }, async (stage) => {
    const { number: before } = await stage.raiseWithCard();
    await moveGuest(stage, 'add');
    await stage.raise();
    await eventually('the card is held back', () => heldBack(stage) >= 1);
    await eventually('word to whoever subscribed', async () => (await toldInPrivate(stage)).length > 0);
    await eventually('word to operations', async () => (await toldIn(stage, OPERATIONS)).length > 0);
    const standing = async () => (await stage.cardOf(before)).card;
    await eventually('the card that stands shows less', async () => !saysTooMuch(await standing()));
    expect(Object.keys(cardsByNumber(await stage.threads()))).toEqual([String(before)]);

    await stage.bot.end('SIGKILL');
    await stage.bot.start();
    await stage.raise();
    await eventually('the next card is held back as well', () => heldBack(stage) >= 2);
    expect(Object.keys(cardsByNumber(await stage.threads()))).toEqual([String(before)]);

    await moveGuest(stage, 'remove');
    const posted = async () => cardsByNumber(await stage.threads());
    await eventually('what was held back', async () => Object.keys(await posted()).length === 3);
    await eventually('the old card shows everything again', async () => saysTooMuch(await standing()));
    await stage.raiseWithCard();
    expect(Object.values(await posted())).toEqual([1, 1, 1, 1]);
    for (const told of [await toldInPrivate(stage), await toldIn(stage, OPERATIONS)]) {
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/^Posting alerts in the channel “Insider risk alerts”.* is paused: it has guests\./);
    }
  }));

it('where neutral cards are wanted, a channel with a guest gets cards that name nobody and ask for nothing', () =>
  onStage({ env: { UNSAFE_CHANNELS: 'neutral' }, subscribe: false }, async (stage) => {
    await install(stage);
    await moveGuest(stage, 'add');
    await subscribeHere(stage);
    await eventually('the subscription with its reservation', async () =>
      (await answers(stage)).some((text) => text.includes('since this channel is not safe: it has guests.')),
    );
    const { number } = await stage.raiseWithCard({ severity: 'high' });
    const roots = (await stage.threads()).flatMap(({ root }) => root.cards);
    expect(roots.length).toBeGreaterThanOrEqual(2);
    for (const card of roots) {
      expect(saysTooMuch(card)).toBe(false);
      expect(card).not.toHaveProperty('refresh');
    }
    expect(JSON.stringify((await stage.cardOf(number)).card)).toContain('Action.OpenUrl');
    await moveGuest(stage, 'remove');
    await eventually('a whole card without the guest', async () => saysTooMuch((await stage.cardOf(number)).card));
  }));

it('with a fallback channel a held card goes there, and to its own channel no more', () =>
  onStage({ env: { FALLBACK_CHANNEL: FALLBACK.id } }, async (stage) => {
    await moveGuest(stage, 'remove', FALLBACK.id);
    await moveGuest(stage, 'add');
    await stage.raise();
    const inFallback = async () => cardsByNumber(await stage.threads(stage.person('admin'), FALLBACK.id));
    await eventually('the card in the fallback channel', async () => Object.keys(await inFallback()).length === 1);
    const [moved] = Object.keys(await inFallback());
    await moveGuest(stage, 'remove');
    const { number: later } = await stage.raiseWithCard();
    expect(cardsByNumber(await stage.threads())).toEqual({ [String(later)]: 1 });
    expect(await inFallback()).toEqual({ [String(moved)]: 1 });
  }));
