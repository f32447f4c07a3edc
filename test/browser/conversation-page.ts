// Asking the bot in a channel as a person does: a post that mentions it, replies in its thread, and the answers there.
import type { Locator, Page } from 'playwright-core';

export const BOT = '@IRM Alerts';

/** One thread: what was asked, and what was answered beneath. */
export class AskedThread {
  constructor(
    readonly thread: Locator,
    private readonly page: Page,
  ) {}

  /** The last message of the thread that says this, once it is there. */
  async says(sentence: string | RegExp, withinMs = 15_000): Promise<Locator> {
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

  /** A new post that mentions the bot; by keyboard. */
  async ask(text: string): Promise<AskedThread> {
    const threads = this.page.locator('article.thread');
    const before = await threads.count();
    await this.page.getByRole('textbox').last().fill(`${BOT} ${text}`);
    await this.page.keyboard.press('Enter');
    const thread = threads.nth(before);
    await thread.waitFor();
    return new AskedThread(thread, this.page);
  }
}
