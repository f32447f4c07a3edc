// The real `npm run demo` opened in a real browser: what every suite about the demo starts from.
import type { Browser, Page, ViewportSize } from 'playwright-core';
import { freePort } from '../acceptance/bot-process';
import { ChannelPage } from './channel-page';
import { launchChromium } from './chromium';
import { ANSWERED_WITHIN_MS, ConversationPage } from './conversation-page';
import { DemoPictures } from './demo-pictures';
import { DemoProcess } from './demo-process';

/** From `npm run demo` to the first card, and from opening the page to it. */
export const READY_WITHIN_MS = 30_000;
export const DESK: ViewportSize = { width: 1280, height: 1_000 };
export const PHONE: ViewportSize = { width: 390, height: 844 };

export class DemoPage {
  readonly channel: ChannelPage;
  readonly conversation: ConversationPage;
  readonly pictures: DemoPictures;
  private readonly faults: string[] = [];

  private constructor(
    readonly demo: DemoProcess,
    private readonly browser: Browser,
    readonly page: Page,
  ) {
    page.setDefaultTimeout(ANSWERED_WITHIN_MS);
    page.on('pageerror', (error) => this.faults.push(error.message));
    this.channel = new ChannelPage(page);
    this.conversation = new ConversationPage(page);
    this.pictures = new DemoPictures(page);
  }

  /** The demo is starting and the page is empty. */
  static async start(viewport: ViewportSize): Promise<DemoPage> {
    const browser = await launchChromium();
    const demo = new DemoProcess({ emulator: await freePort(), bot: await freePort() });
    return new DemoPage(demo, browser, await browser.newPage({ viewport }));
  }

  /** The number of the first alert that has a card of its own. */
  async firstAlert(): Promise<number> {
    await this.page.goto(await this.demo.address(READY_WITHIN_MS));
    return (await this.channel.newestCard(READY_WITHIN_MS)).number;
  }

  /** What the page's own code threw since this was asked last. */
  takeFaults(): string[] {
    return this.faults.splice(0);
  }

  async close(what: string): Promise<void> {
    await this.browser.close();
    this.demo.sweep();
    process.stderr.write(`${what}: a picture of every step is in ${this.pictures.folder}\n`);
  }
}
