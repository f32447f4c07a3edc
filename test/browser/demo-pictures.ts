// A screenshot of every step for whoever wants to look, and the few that the README shows when they are to be renewed.
import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

const DOCS = path.join(__dirname, '..', '..', 'docs');
/** Larger pictures make the README slow to open. */
export const PICTURE_MAX_BYTES = 200_000;

export class DemoPictures {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'demo-pictures-'));
  private taken = 0;

  constructor(private readonly page: Page) {}

  /** The whole page as a file of the temporary folder. */
  async take(step: string): Promise<void> {
    this.taken += 1;
    // The pointer rests where it pressed last, and would make another button look chosen.
    await this.page.mouse.move(0, 0);
    await this.page.screenshot({ path: path.join(this.folder, `${String(this.taken).padStart(2, '0')}-${step}.png`) });
  }

  /** The same, and with `UPDATE_PICTURES=1` what `of` shows as `docs/<name>.png`. */
  async takeForReadme(name: string, of: Locator | Page): Promise<void> {
    await this.take(name);
    if (process.env.UPDATE_PICTURES !== '1') return;
    // A message is drawn afresh when the posted card follows the press; once more is enough.
    const picture = await of.screenshot().catch(() => of.screenshot());
    if (picture.length > PICTURE_MAX_BYTES) throw new Error(`${name} has ${picture.length} bytes; crop it`);
    await writeFile(path.join(DOCS, `${name}.png`), picture);
  }
}
