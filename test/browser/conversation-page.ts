// Asking the bot as a person does: a post in a channel that mentions it, replies in its thread, or words in the chat
// with it alone; and the answers there.
import type { Locator, Page } from 'playwright-core';

export const BOT = '@IRM Alerts';
/** The first query of an emulator takes far longer than any after it. */
export const ANSWERED_WITHIN_MS = 20_000;

/** One thread: what was asked, and what was answered beneath. */
export class AskedThread {
  constructor(
    readonly thread: Locator,
    private readonly page: Page,
  ) {}

  /** The last message of the thread that says this, once it is there. */
  async says(sentence: string | RegExp, withinMs = ANSWERED_WITHIN_MS): Promise<Locator> {
    const message = this.thread.locator('[data-id]').filter({ hasText: sentence }).last();
    await message.waitFor({ timeout: withinMs });
    return message;
  }

  async reply(text: string): Promise<void> {
    const open = this.thread.getByRole('button', { name: 'Reply', exact: true });
    if (await open.isVisible()) await open.click();
    await this.thread.getByRole('textbox', { name: 'Reply' }).fill(`${BOT} ${text}`);
    await this.page.keyboard.press('Enter');
  }

  /** Presses a button of the newest card that has it. */
  async press(button: string): Promise<void> {
    await this.thread.getByRole('button', { name: button, exact: true }).last().click();
  }
}

export class ConversationPage {
  constructor(private readonly page: Page) {}

  /** Adds the bot for whoever one is, and opens the chat with it. */
  async openPersonalChat(): Promise<void> {
    await this.page.getByRole('button', { name: 'Apps' }).click();
    await this.page.getByRole('button', { name: 'Add: Personal chat' }).click();
    await this.page.getByRole('button', { name: 'Remove: Personal chat' }).waitFor();
    await this.page.getByRole('button', { name: 'Close' }).click();
    await this.page.getByRole('navigation').getByRole('button', { name: 'IRM Alerts' }).click();
    await this.page.getByText('Type “help” to see what you can ask.').waitFor();
  }

  /** What the bot answered in the personal chat, where no mention is needed and nothing is a reply. */
  async say(text: string): Promise<AskedThread> {
    const id = await this.post(text, text);
    return this.pinned(`article.thread:has([data-id="${id}"]) + article.thread`);
  }

  /** A new post that mentions the bot; by keyboard. */
  async ask(text: string): Promise<AskedThread> {
    const id = await this.post(`${BOT} ${text}`, text);
    return this.pinned(`article.thread:has([data-id="${id}"])`);
  }

  /** The id of the new message: an alert may be posted at any moment, so that places are not counted. */
  private async post(typed: string, text: string): Promise<string> {
    const saying = this.page.locator('article.thread .message:first-child').filter({
      has: this.page.locator('.words.plain', { hasText: text }),
    });
    const before = await saying.count();
    await this.page.getByRole('textbox').last().fill(typed);
    await this.page.keyboard.press('Enter');
    return (await saying.nth(before).getAttribute('data-id')) ?? '';
  }

  private async pinned(selector: string): Promise<AskedThread> {
    const thread = this.page.locator(selector);
    await thread.waitFor();
    return new AskedThread(thread, this.page);
  }
}
