// A storm of refreshes through the Teams stand-in: sent by the clock whether or not the ones before are answered, and timed
// from the moment each was due, so that a bot that falls behind cannot make its own load smaller.
import { z } from 'zod/v4';
import type { EmulatorProcess } from './emulator-process';
import { pause } from './wait-until';

export interface PressedCard {
  activityId: string;
  /** The card's own refresh when absent. */
  action?: object;
}

export interface StormPlan {
  refreshes: number;
  overMs: number;
  people: readonly string[];
  cards: readonly PressedCard[];
  /** Presses that write, evenly over the same time, by `writer`. */
  writes: readonly PressedCard[];
  writer: string;
}

export interface StormTimes {
  refreshMs: number[];
  writeMs: number[];
  /** What the bot answered to the last refresh, as it was sent. */
  answer: unknown;
}

const pressed = z.looseObject({
  delivery: z.looseObject({ body: z.unknown() }),
  answer: z.looseObject({ kind: z.string(), text: z.string().optional() }),
});

/** Every person refreshes every card once before anybody does so again. */
function pairAt(index: number, people: number, cards: number): { person: number; card: number } {
  return { person: index % people, card: (Math.floor(index / people) + index) % cards };
}

async function press(emulator: EmulatorProcess, as: string, card: PressedCard, dueAt: number) {
  await pause(Math.max(0, dueAt - performance.now()));
  const { id: conversationId } = emulator.channel;
  const trigger = card.action === undefined ? 'automatic' : 'manual';
  const { answer, delivery } = pressed.parse(
    await emulator.call('POST', '/teams/api/actions', { as, conversationId, ...card, trigger }),
  );
  return { ms: performance.now() - dueAt, body: delivery.body, isCard: answer.kind === 'card' };
}

/** Rejects when a single press is not answered with a card. */
export async function storm(emulator: EmulatorProcess, plan: StormPlan): Promise<StormTimes> {
  const { refreshes, overMs, people, cards, writes, writer } = plan;
  const began = performance.now();
  const refreshing = Array.from({ length: refreshes }, (_, index) => {
    const { person, card } = pairAt(index, people.length, cards.length);
    const [as, pressedCard] = [people[person], cards[card]];
    if (as === undefined || pressedCard === undefined) throw new RangeError('nobody to press, or nothing');
    return press(emulator, as, pressedCard, began + (index * overMs) / refreshes);
  });
  const writing = writes.map((card, index) =>
    press(emulator, writer, card, began + ((index + 0.5) * overMs) / writes.length),
  );
  const [refreshed, written] = await Promise.all([Promise.all(refreshing), Promise.all(writing)]);
  const pressedAll = [...refreshed, ...written];
  const missing = pressedAll.filter(({ isCard }) => !isCard).length;
  if (missing > 0) throw new Error(`${missing} of ${pressedAll.length} presses were not answered with a card`);
  const timesOf = (done: readonly { ms: number }[]) => done.map(({ ms }) => ms);
  return { refreshMs: timesOf(refreshed), writeMs: timesOf(written), answer: refreshed.at(-1)?.body };
}
