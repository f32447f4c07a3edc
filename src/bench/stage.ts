// Emulator and bot together, the app installed and the alerts channel subscribed, as an administrator would do it.
import { z } from 'zod/v4';
import { BotProcess } from './bot-process';
import { EmulatorProcess } from './emulator-process';
import { freshDirectory, removeDirectory } from './fresh-directory';
import { freePort } from './free-port';
import { waitUntil } from './wait-until';

const message = z.looseObject({
  id: z.string(),
  summary: z.string().optional(),
  cards: z.array(z.looseObject({})),
});
const conversation = z.looseObject({ threads: z.array(z.looseObject({ root: message })) });
export type SeenMessage = z.infer<typeof message>;

export interface StageOptions {
  pollIntervalMs: number;
  /** Another address for the emulator's activities than the bot's own, given the bot's. */
  inFront?: (botEndpoint: string) => Promise<string>;
  /** Another tenant than the sample one. */
  seedFile?: string;
}

export class Stage {
  private constructor(
    readonly emulator: EmulatorProcess,
    readonly bot: BotProcess,
    readonly botEndpoint: string,
    readonly dataDir: string,
  ) {}

  static async open({ pollIntervalMs, inFront, seedFile }: StageOptions): Promise<Stage> {
    const port = await freePort();
    const botEndpoint = `http://127.0.0.1:${port}/api/messages`;
    const told = inFront === undefined ? botEndpoint : await inFront(botEndpoint);
    const emulator = await EmulatorProcess.start(told, { seedFile });
    const dataDir = freshDirectory();
    const bot = BotProcess.start({ emulator, port, dataDir, pollIntervalMs });
    const stage = new Stage(emulator, bot, botEndpoint, dataDir);
    try {
      await stage.bot.ready();
      await stage.subscribe();
      return stage;
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  /** Root posts of the alerts channel as this person sees them, oldest first. */
  async posts(as: string): Promise<SeenMessage[]> {
    const route = `/teams/api/conversations/${encodeURIComponent(this.emulator.channel.id)}?as=${as}`;
    return conversation.parse(await this.emulator.call('GET', route)).threads.map(({ root }) => root);
  }

  async cardsPosted(atLeast: number, withinMs: number): Promise<void> {
    const isThere = async () => (await this.bot.cardsPosted()) >= atLeast;
    await waitUntil(`${atLeast} cards are posted`, isThere, { withinMs });
  }

  async close(): Promise<void> {
    await this.bot.end();
    await this.emulator.end();
    removeDirectory(this.dataDir);
  }

  /** Ends with the digest of what is open, which a newly subscribed channel gets. */
  private async subscribe(): Promise<void> {
    const { emulator } = this;
    const admin = emulator.member('admin');
    const conversationId = emulator.channel.id;
    await emulator.call('POST', '/teams/api/install', { as: admin, scope: 'team', channelId: conversationId });
    const said = { as: admin, conversationId, text: 'subscribe this channel', mentionBot: true };
    await emulator.call('POST', '/teams/api/messages', said);
    const hasDigest = async () => (await this.posts(admin)).some(({ cards }) => cards.length > 0);
    await waitUntil('the channel is subscribed', hasDigest);
  }
}
