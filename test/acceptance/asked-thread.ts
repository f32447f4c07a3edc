// A thread of the channel that begins with somebody's words to the bot: what it answers there, and presses on that.
import type { Person } from '../../src/emulator/entities';
import { eventually } from './bot-process';
import type { PressAnswer, SeenMessage, Stage } from './stage';

export class AskedThread {
  private constructor(
    private readonly stage: Stage,
    readonly asker: Person,
    readonly id: string,
  ) {}

  /** Resolves when the bot has acknowledged the words, whatever it answers and when. */
  static async ask(stage: Stage, asker: Person, text: string): Promise<AskedThread> {
    return new AskedThread(stage, asker, (await stage.say(asker, text)).threadId);
  }

  /** What stands under the words, as one person sees it. */
  async replies(as = this.asker): Promise<SeenMessage[]> {
    return (await this.stage.threads(as)).find(({ id }) => id === this.id)?.replies ?? [];
  }

  /** Waits until some message in the thread says it, and gives that one. */
  async says(what: RegExp, as = this.asker): Promise<SeenMessage> {
    let found: SeenMessage | undefined;
    let seen = '';
    const holds = async () => {
      const replies = await this.replies(as);
      seen = wordsOf(replies);
      found = replies.find((reply) => what.test(wordsOf(reply)));
      return found !== undefined;
    };
    await eventually(() => `${what} in the thread, which says: ${seen}`, holds);
    if (found === undefined) throw new Error('found and lost');
    return found;
  }

  /** Presses the button with the verb on the one message that has it. */
  async press(verb: string, as = this.asker): Promise<PressAnswer> {
    const { id, data } = await this.button(verb);
    return this.stage.press(as, id, { verb, data });
  }

  /** The message with the button and what the button sends, to be pressed later too. */
  async button(verb: string): Promise<{ id: string; data: Record<string, unknown> }> {
    const message = await this.says(new RegExp(`"verb":"${verb.replace('.', '\\.')}"`));
    const card = message.cards[0];
    if (card === undefined) throw new Error(`${verb} stands in no card`);
    return { id: message.id, data: this.stage.buttonData(card, verb) };
  }
}

/** Everything that a message or an answer holds, as one text. */
export const wordsOf = (what: unknown): string => JSON.stringify(what);
