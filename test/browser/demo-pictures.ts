// A screenshot of every step for whoever wants to look, and the few that the README shows when they are to be renewed.
import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

const DOCS = path.join(__dirname, '..', '..', 'docs');
/** Larger pictures make the README slow to open. */
export const PICTURE_MAX_BYTES = 200_000;

export type Clip = { x: number; y: number; width: number; height: number };

/** After a press the posted card follows and is drawn afresh. */
const SETTLED_MS = 1_000;
const MARGIN = 12;
/** Right above an answer stands who gave it. */
const CARD_MARGIN = 3;
/** Where a card ends within its message: the author's picture, and a card at its widest. */
const CARD_END = 42 + 560;

/** The message and no more of the empty page beside its card. */
export function aroundCard(message: Locator): () => Promise<Clip> {
  return async () => {
    const box = await message.boundingBox();
    if (!box) throw new Error('the message is not on the page');
    const width = Math.min(box.width, CARD_END) + 2 * MARGIN;
    return { x: box.x - MARGIN, y: box.y - MARGIN, width, height: box.height + 2 * MARGIN };
  };
}

/** The card of an answer, which stands further in than one that begins a thread. */
export function aroundAnswer(message: Locator): () => Promise<Clip> {
  return async () => {
    const box = await message.locator('.card').boundingBox();
    if (!box) throw new Error('no card is on the page');
    return {
      x: box.x - CARD_MARGIN,
      y: box.y - CARD_MARGIN,
      width: box.width + 2 * CARD_MARGIN,
      height: box.height + 2 * CARD_MARGIN,
    };
  };
}

/** From `left` on, all there is. */
export function pageFrom(left: number): (page: Page) => Promise<Clip> {
  return async (page) => {
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    return { x: left, y: 0, width: width - left, height };
  };
}

export class DemoPictures {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'demo-pictures-'));
  private taken = 0;

  constructor(private readonly page: Page) {}

  /** The whole page as a file of the temporary folder. */
  async take(step: string): Promise<void> {
    // The pointer rests where it pressed last, and would make another button look chosen.
    await this.page.mouse.move(0, 0);
    await this.page.screenshot({ path: this.next(step) });
  }

  private next(step: string): string {
    this.taken += 1;
    return path.join(this.folder, `${String(this.taken).padStart(2, '0')}-${step}.png`);
  }

  /** One thread or message alone, as much of it as is on the page. */
  async takeOf(step: string, what: Locator): Promise<void> {
    await this.page.mouse.move(0, 0);
    await what.scrollIntoViewIfNeeded();
    await what.screenshot({ path: this.next(step) });
  }

  /** The whole page, and with `UPDATE_PICTURES=1` the part of the page within `shown` as `docs/<name>.png`. */
  async takeForReadme(name: string, shown: (page: Page) => Promise<Clip>): Promise<void> {
    await this.take(name);
    if (process.env.UPDATE_PICTURES !== '1') return;
    await this.page.waitForTimeout(SETTLED_MS);
    const picture = await this.page.screenshot({ clip: await shown(this.page) });
    if (picture.length > PICTURE_MAX_BYTES) throw new Error(`${name} has ${picture.length} bytes; crop it`);
    await writeFile(path.join(DOCS, `${name}.png`), picture);
  }
}
