// The queue's page in a real browser, against an emulator without a bot.
import type { Browser, Page } from 'playwright-core';
import { createEmulator, type Emulator } from '../../src/emulator/create-emulator';
import { raiseAlert } from '../../src/emulator/raise-alert';
import { describeInChromium, launchChromium } from './chromium';

function suite(): void {
  let emulator: Emulator;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    emulator = await createEmulator({ port: 0, botEndpoint: 'http://127.0.0.1:9/api/messages' });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await emulator?.close();
  });
  beforeEach(async () => {
    faults = [];
    page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${emulator.url}/portal`);
    await page.waitForSelector('.live.up');
  });
  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });

  const open = async (title: string) => {
    await page.getByRole('button', { name: title }).click();
    await page.waitForSelector('.sheet');
  };

  it('filters and sorts the queue', async () => {
    await page.getByLabel('Product').selectOption('Purview Data Loss Prevention');
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.getByLabel('Product').selectOption('');
    await page.getByRole('button', { name: 'Person', exact: true }).click();
    const names = await page.locator('tbody .cell-subject').allTextContents();
    expect(names[0]).toBe('Not given');
    expect(await page.locator('th[aria-sort=ascending]').textContent()).toBe('Person');
    await page.getByLabel('Search').fill('no such thing');
    expect(await page.locator('.empty').textContent()).toContain('No alerts here');
  });

  it('shows an alert raised elsewhere without being reloaded, and its text as text', async () => {
    const title = '<img src=x onerror="document.title=1"> & <b>bold</b>';
    const { id } = raiseAlert(emulator.world, {}, { title, description: title });
    await page.waitForSelector(`tr[data-id="${id}"]`);
    await open(title);
    expect(await page.locator('.description').textContent()).toBe(title);
    expect(await page.locator('.sheet img, .sheet b').count()).toBe(0);
  });

  it('triages by keyboard, offering only determinations that go with the classification', async () => {
    const { id } = raiseAlert(emulator.world, {}, { title: 'To be triaged' });
    await page.waitForSelector(`tr[data-id="${id}"]`);
    await page.getByRole('button', { name: 'To be triaged' }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: 'Manage this alert' });
    await form.getByLabel('Status').selectOption('resolved');
    await form.getByLabel('Classification').selectOption('falsePositive');
    const offered = await form.getByLabel('Determination').locator('option').allTextContents();
    expect(offered).toEqual(['Not set', 'Not malicious', 'Not enough data to validate', 'Other']);
    await form.getByLabel('Determination').selectOption('notMalicious');
    await form.getByRole('button', { name: 'Save changes' }).press('Enter');
    await page.getByText('Saved.').waitFor();
    expect(emulator.world.alerts.get(id)).toMatchObject({ status: 'resolved', determination: 'notMalicious' });
    await page.getByLabel('New comment').fill('Checked with the manager.');
    await page.getByRole('button', { name: 'Add comment' }).press('Enter');
    await page.getByText('Comments (1)').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.details').isHidden()).toBe(true);
  });

  it('does not overwrite what is being typed when the alert changes meanwhile', async () => {
    const { id } = raiseAlert(emulator.world, {}, { title: 'Being typed about' });
    await page.waitForSelector(`tr[data-id="${id}"]`);
    await open('Being typed about');
    await page.getByLabel('New comment').fill('Half a thought');
    emulator.world.alerts.change(id, { severity: 'high' });
    await page.getByRole('button', { name: 'Show it as it is now' }).waitFor();
    expect(await page.getByLabel('New comment').inputValue()).toBe('Half a thought');
  });

  it('fits a phone without scrolling sideways, long names included', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByLabel('Search').fill('Maximiliana');
    const overflow = () => page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.locator('tbody .opener').first().click();
    await page.waitForSelector('.sheet');
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect((await page.locator('.details').boundingBox())?.width).toBe(390);
  });
}

describeInChromium("the queue's page", suite);
