// What does not fit where it stands: found by measuring the page as it is drawn.
import type { Page } from 'playwright-core';

/** A part may be so much wider by rounding alone. */
const ROUNDING_PX = 1;

/** Charts are drawn to their new size a moment after the page has become narrow. */
const REDRAWN_WITHIN_MS = 2_000;
const LOOK_AGAIN_MS = 50;

function overflowingNow(page: Page): Promise<string[]> {
  return page
    .locator('.card, .card *:not(canvas)')
    .evaluateAll(
      (all, rounding) =>
        all
          .filter((one) => one.scrollWidth > one.clientWidth + rounding && one.clientWidth > 0)
          .map((one) => `${one.className}: ${one.textContent}`),
      ROUNDING_PX,
    );
}

/** The words of every part of a card that stays wider than its place; charts themselves draw to size. */
export async function overflowingParts(page: Page): Promise<string[]> {
  const deadline = Date.now() + REDRAWN_WITHIN_MS;
  for (;;) {
    const parts = await overflowingNow(page);
    if (parts.length === 0 || Date.now() > deadline) return parts;
    await page.waitForTimeout(LOOK_AGAIN_MS);
  }
}

/** Whether the page has to be pushed sideways to be read. */
export function isWiderThanScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}
