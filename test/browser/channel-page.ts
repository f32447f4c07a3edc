// The Teams page as a person uses it: who one is, the cards of a channel, and what they say. By mouse, as far as a
// browser lets a select be opened by one.
import type { Locator, Page } from 'playwright-core';

const HEADING = /^Insider risk alert (\d+)$/;

/** One posted card, wherever it moves to; its buttons and rows are those of whoever looks. */
export class CardOnPage {
  constructor(
    readonly message: Locator,
    readonly number: number,
  ) {}

  async press(button: string): Promise<void> {
    await this.message.getByRole('button', { name: button, exact: true }).click();
  }

  /** What a button says it will do, before it is pressed. */
  tooltip(button: string): Promise<string | null> {
    return this.message.getByRole('button', { name: button, exact: true }).getAttribute('title');
  }

  /** Resolves once the row stands there; `value` is how it begins. */
  async shows(label: string, value: string, withinMs?: number): Promise<void> {
    const row = this.message.locator('.ac-columnSet', { hasText: new RegExp(`^\\s*${label}\\s*${value}`) });
    await row.waitFor(withinMs === undefined ? {} : { timeout: withinMs });
  }

  async says(sentence: string | RegExp): Promise<void> {
    await this.message.getByText(sentence).waitFor();
  }

  buttons(): Promise<string[]> {
    return this.message.locator('.card').getByRole('button').allTextContents();
  }
}

export class ChannelPage {
  constructor(readonly page: Page) {}

  /** `part` is how the option begins: `Analyst`, `No role`, … */
  async become(part: string): Promise<void> {
    const select = this.page.getByLabel('You are');
    const option = select.locator('option').filter({ hasText: new RegExp(`^${part}:`) });
    await select.selectOption(await option.getAttribute('value'));
  }

  /** The newest card, once there is one with a higher number than `after`. */
  async newestCard(withinMs: number, after = 0): Promise<CardOnPage> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const heading = this.page.getByText(HEADING).last();
      await heading.waitFor({ timeout: Math.max(1, deadline - Date.now()) });
      const { id, words } = await heading.evaluate((one) => ({
        id: one.closest('[data-id]')?.getAttribute('data-id'),
        words: one.textContent ?? '',
      }));
      const number = Number(HEADING.exec(words)?.[1]);
      // By its message's id: a card changes its words, the id stays.
      if (id && number > after) return new CardOnPage(this.page.locator(`[data-id="${id}"]`), number);
      if (Date.now() > deadline) throw new Error(`no card after ${after} within ${withinMs} ms`);
      await this.page.waitForTimeout(100);
    }
  }
}
