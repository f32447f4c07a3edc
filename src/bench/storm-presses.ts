// The presses of a storm, made of invokes that the emulator has signed and the bot has never seen: what is said of a card
// is taken from one, what is said of a person from another. The token proves the channel, not the body.
import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import type { InvokeRecorder } from './invoke-recorder';
import type { SeenMessage, Stage } from './stage';
import type { SignedPress } from './storm';

const START = 'alert.start';

const invoke = z.looseObject({
  from: z.unknown(),
  conversation: z.unknown(),
  replyToId: z.string(),
  value: z.unknown(),
});
type Invoke = z.infer<typeof invoke>;
const execute = z.looseObject({ type: z.literal('Action.Execute'), verb: z.string() });

interface Captured {
  authorization: string;
  activity: Invoke;
}

/** The first button of a card with the verb, wherever in it. */
function buttonOf(part: unknown, verb: string): object | null {
  if (typeof part !== 'object' || part === null) return null;
  const button = execute.safeParse(part);
  if (button.success && button.data.verb === verb) return button.data;
  for (const inner of Object.values(part)) {
    const found = buttonOf(inner, verb);
    if (found !== null) return found;
  }
  return null;
}

export class PressMaker {
  constructor(
    private readonly stage: Stage,
    private readonly recorder: InvokeRecorder,
  ) {}

  /** Every person refreshes every card once before anybody does so again. */
  async refreshes(count: number, people: readonly string[], cards: readonly SeenMessage[]): Promise<SignedPress[]> {
    const [firstCard, firstPerson] = [cards[0], people[0]];
    if (firstCard === undefined || firstPerson === undefined) throw new RangeError('nobody to press, or nothing');
    const ofPeople = await this.each(people, (as) => this.capture(as, { activityId: firstCard.id }));
    const ofCards = await this.each(cards, ({ id }) => this.capture(firstPerson, { activityId: id }));
    return Array.from({ length: count }, (_, index) => {
      const person = ofPeople[index % people.length];
      const card = ofCards[(Math.floor(index / people.length) + index) % cards.length];
      if (person === undefined || card === undefined) throw new RangeError('a press has no person or no card');
      const { replyToId, conversation, value } = card.activity;
      const activity = { ...person.activity, id: `f:${randomUUID()}`, replyToId, conversation, value };
      return { authorization: person.authorization, body: JSON.stringify(activity) };
    });
  }

  async starts(as: string, cards: readonly SeenMessage[]): Promise<SignedPress[]> {
    return this.each(cards, async (card) => {
      const action = buttonOf(card.cards, START);
      if (action === null) throw new Error('a card has no button to start');
      const { authorization, activity } = await this.capture(as, { activityId: card.id, action });
      return { authorization, body: JSON.stringify(activity) };
    });
  }

  private async capture(as: string, press: { activityId: string; action?: object }): Promise<Captured> {
    const { emulator } = this.stage;
    const trigger = press.action === undefined ? 'automatic' : 'manual';
    const conversationId = emulator.channel.id;
    await emulator.call('POST', '/teams/api/actions', { as, conversationId, ...press, trigger });
    const recorded = this.recorder.last();
    if (recorded === null) throw new Error('the press did not come by');
    return { authorization: recorded.authorization, activity: invoke.parse(JSON.parse(recorded.body)) };
  }

  /** One after the other: the recorder keeps the last alone. */
  private async each<T, R>(all: readonly T[], one: (each: T) => Promise<R>): Promise<R[]> {
    const results: R[] = [];
    for (const each of all) results.push(await one(each));
    return results;
  }
}
